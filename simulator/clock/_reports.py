"""What the board tells the host of a run's end, of an error in a callback, and of a reset."""

import _clock
import _port
from _frames import ARGUMENT, CALLBACK_ERROR, END, KIND, PAYLOAD, RESET, TOLD
from _frames import inputs as _inputs

_MAX_TRACEBACK = 4000  # characters

STUCK = b"s"  # what a TOLD says: its first byte
goes_on = False  # where a console is there, a program that is stuck spins until somebody interrupts it

interrupted = None, 0  # the last KeyboardInterrupt at a loop head, and the head's line


def stop(reason, error=None):
    """End the run. The host ends this process."""
    _report(END, reason, error)
    _wait_for_the_end()


def stuck():
    """The program turns and turns and does nothing."""
    if not goes_on:
        stop("stuck")
    _clock.quiet_us = 0
    tell(STUCK)


def tell(payload, argument=0):
    """Send the host a message of these bytes, to which there is no answer."""
    _clock.out[ARGUMENT] = argument
    _send(TOLD, payload)


def reset(flash):
    """End this process and let the board start again with that flash (a text)."""
    _tell(RESET, flash)
    _wait_for_the_end()


def callback_error(error):
    """Tell of an error that a callback has raised; the program goes on."""
    _report(CALLBACK_ERROR, "callback", error)


def _wait_for_the_end():
    while True:
        _port.readinto(_inputs)


def _report(kind, reason, error):
    locks = _port.open_heap()
    text = ""
    if error is not None:
        try:
            text = _shortened(_port.traceback(error))
        except BaseException:  # the exception's own __str__ may raise
            text = type(error).__name__
    _clock.out[ARGUMENT] = interrupted[1] if error is interrupted[0] else 0
    _tell(kind, reason + "\n" + text)
    for _ in range(locks):
        _port.heap_lock()


def _shortened(traceback):
    """Of calls that nest too deep, the outermost and the innermost ones: the error's own words come last."""
    if len(traceback) <= _MAX_TRACEBACK:
        return traceback
    first = traceback[: _MAX_TRACEBACK // 4]
    last = traceback[-_MAX_TRACEBACK // 2 :]
    last = last[last.find("\n") + 1 :]
    if not last.startswith("  File "):  # it is the error's own words that are long
        return traceback[:_MAX_TRACEBACK]
    return first[: first.rfind("\n") + 1] + last


def _tell(kind, text):
    """Send a frame with a text, to which there is no answer."""
    _send(kind, _port.encode(text))


def _send(kind, payload):
    _clock.out[KIND] = kind
    _clock.out[PAYLOAD] = len(payload)
    _clock._send()  # takes pending outputs along; their times are relative to the last answer, which still stands
    _port.write(payload)


_clock.report = callback_error
