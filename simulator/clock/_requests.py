"""What the board asks of the host beside time: channels, transfers over a bus, loop heads for a module's text."""

import _clock
import _port
from _frames import ADVANCED, ANSWER_PAYLOAD, ARGUMENT, BUS, KIND, OPEN, PAYLOAD, RESULT, SOURCE
from _frames import inputs as _inputs

asked = 0  # bytes that came with the answer to the last `ask`
answer = b""  # and what they were


def exchange(kind, argument):
    """Send a frame of that kind and take the answer; returns the payload that comes with it, b"" for none."""
    _clock.out[KIND] = kind
    _clock.out[ARGUMENT] = argument
    _clock._send()
    _clock._take_answer()
    count = _inputs[ANSWER_PAYLOAD]
    return _port.read(count) if count else b""


def _request(kind, payload, argument):
    """Send a frame with a payload and take the answer; the caller reads what may follow it."""
    _clock.out[KIND] = kind
    _clock.out[ARGUMENT] = argument
    _clock.out[PAYLOAD] = len(payload)
    _clock._send()
    _port.write(payload)
    _clock._take_answer()


def open_channel(what, pin):
    """Ask the host for a place among the inputs: `what` is "adc" or "encoder". Returns the index of its first word."""
    _request(OPEN, _port.encode(what + " " + str(pin)), 0)
    return _inputs[RESULT]


def transfer(payload, us, acts=True):
    """Send `payload` over a bus, which takes `us` on the wire; returns (result, what came back, µs it took).

    `acts` is False where the program only looks whether something has come.
    """
    _clock.keep_small()
    _request(BUS, payload, us if us < _clock.EPOCH_US else _clock.EPOCH_US)
    result, count, took = _inputs[RESULT], _inputs[ANSWER_PAYLOAD], _inputs[ADVANCED]
    data = _port.read(count) if count else b""
    if acts:
        _clock.spend(0)
    elif _clock.now >= _clock.alarm:
        _clock.service()
    return result, data, took


def transfer_into(payload, us, most_us, into):
    """As `transfer`, with what comes back put into the bytes `into`: takes no heap.

    Returns the result alone, or None where it took `most_us` longer than the wire needs.
    """
    _clock.keep_small()
    _request(BUS, payload, us)
    result = _inputs[RESULT]
    count = _inputs[ANSWER_PAYLOAD]
    if _inputs[ADVANCED] - us > most_us:
        result = None
    if count:
        if count == len(into):
            _port.readinto(into)
        else:
            _port.read(count)
    _clock.spend(0)
    return result


def ask(payload, us, into=None):
    """As `transfer`, but for a request that has one number for an answer: gives that, and takes no heap.

    `asked` is how many bytes came beside it. As many as four for each element of `into` are put there; where others
    came, `answer` has them.
    """
    global asked, answer
    _clock.keep_small()
    _request(BUS, payload, us)
    result = _inputs[RESULT]
    asked = _inputs[ANSWER_PAYLOAD]
    if asked:
        if into is not None and asked == 4 * len(into):
            _port.readinto(into)
        else:
            answer = _port.read(asked)
    if _clock.now >= _clock.alarm:
        _clock.service()
    return result


def source(name, text):
    """Ask the host to put loop heads into a module's text."""
    _request(SOURCE, _port.encode(name + "\n" + text), 0)
    return str(_port.read(_inputs[ANSWER_PAYLOAD]), "utf-8")
