"""What a program asks of its PIO: short requests to the host, which take no heap where a program may call in a hurry.

The machines themselves run beside the world (`simulator/world/pio`). Each request takes the time of a call.
"""

import _bus
import _clock
import _profile
import _requests

_PIO_US = _profile.PIO_US
_RESET, LOAD, CONFIGURE, START, RESTART, EXECUTE, _GET, _PUT, _LEVELS, INTERRUPTS, _GET_MANY, _TAKE_BACK = range(12)

_get_request = bytearray((_bus.PIO, _GET, 0))
_many_request = bytearray((_bus.PIO, _GET_MANY, 0, 0))
_read_request = bytearray((_bus.PIO, EXECUTE, 0, 0, 0, 0, 0, _GET, 0))  # an instruction that waits, and a get
_put_request = bytearray((_bus.PIO, _PUT, 0, 0, 0, 0, 0))
_levels_request = bytearray((_bus.PIO, _LEVELS, 0))
_waiting = -1  # the machine for which an instruction waits to be sent with the next request
_waiting_since = 0


def do(*numbers):
    """One of the requests that have no answer, by its number, and what it says."""
    _clock.spend(_PIO_US)
    if _waiting >= 0:
        _send_waiting()
    _requests.ask(bytes((_bus.PIO,)) + bytes(numbers), 0)


def take_back(pin):
    """A pin is the program's again."""
    if _waiting >= 0:
        _send_waiting()
    _requests.ask(bytes((_bus.PIO, _TAKE_BACK, pin)), 0)


def execute_with_next(id, instr):
    """Have the machine execute that instruction; it is sent together with a get, or before any other request."""
    global _waiting, _waiting_since
    if _waiting >= 0:
        _send_waiting()
    _clock.spend(_PIO_US)
    request = _read_request
    request[2] = request[8] = id
    request[3] = instr & 255
    request[4] = instr >> 8 & 255
    _waiting = id
    _waiting_since = _clock.now


def take(id):
    """The next word of a machine, as a signed number; waits until there is one."""
    global _waiting
    request = _get_request
    request[2] = id
    if _waiting == id:
        _clock.spend(_PIO_US)
        _waiting = -1
        _age(_read_request)
        value = _requests.ask(_read_request, 0)
    else:
        value = _request(request)
    while _requests.asked:
        _clock.sleep_us(value)
        value = _requests.ask(request, 0)
    return value


def take_many(id, buf):
    """Words that have come, into a buffer of words, as many as it has room for: up to 63. Returns how many."""
    count = len(buf)
    _many_request[2] = id
    _many_request[3] = count
    got = _request(_many_request, buf)
    if got < count:
        for i in range(got):
            buf[i] = int.from_bytes(_requests.answer[4 * i : 4 * i + 4], "little")
    return got


def put(id, value):
    """A word for a machine; waits until there is room."""
    request = _put_request
    request[2] = id
    for i in range(4):
        request[3 + i] = value >> 8 * i & 255
    wait_us = _request(request)
    while _requests.asked:
        _clock.sleep_us(wait_us)
        wait_us = _requests.ask(request, 0)


def levels(id):
    """How many words are in a machine's FIFOs: of the one that is read in the low byte, of the other above."""
    _levels_request[2] = id
    return _request(_levels_request)


def _request(payload, into=None):
    """Send one of the short requests; takes no heap."""
    _clock.spend(_PIO_US)
    if _waiting >= 0:
        _send_waiting()
    return _requests.ask(payload, 0, into)


def _send_waiting():
    global _waiting
    _waiting = -1
    _age(_read_request)
    _requests.ask(bytes(_read_request[:7]), 0)


def _age(request):
    us = _clock.now - _waiting_since
    request[5] = us & 255
    request[6] = us >> 8 & 255


_requests.ask(bytes((_bus.PIO, _RESET)), 0)
