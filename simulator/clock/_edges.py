"""Pins that the program listens to, and waiting for a change of one. The pins themselves are in the frames."""

import _clock
import _profile
from _frames import PULSE, STEP

_WORD_PINS = 30  # in each of the two words of a frame that name pins

# What `wait_edges` has waited for: when the changes came, the level after the last one, and how many there were.
first_us = last_us = last_level = 0
_seen = 0
_since_us = 0


def set_watch(pin, on):
    """Ask the host to say when the level of `pin` changes. Takes time, as every call to the hardware does."""
    before = _clock.watch_low, _clock.watch_high
    _watch(pin, on)
    _clock.spend(_profile.PIN_US)
    if (_clock.watch_low, _clock.watch_high) != before:
        _clock.exchange(0)


def _watch(pin, on):
    low, high = _bits(pin)
    _clock.watch_low = _clock.watch_low | low if on else _clock.watch_low & ~low
    _clock.watch_high = _clock.watch_high | high if on else _clock.watch_high & ~high


def _bits(pin):
    return (1 << pin, 0) if pin < _WORD_PINS else (0, 1 << (pin - _WORD_PINS))


def _listens_only_to(pin):
    return (_clock.watch_low, _clock.watch_high) == _bits(pin)


def wait_edges(pin, most_us, most=1):
    """Let time pass to the next change of `pin`, or the one after it, but for neither longer than `most_us`. Returns
    how many there were; `first_us`, `last_us` and `last_level` tell of them.

    Callbacks wait: on the board this is a loop in C.
    """
    global _seen, _since_us
    handlers = _clock.edge_handlers
    handler = handlers.get(pin)
    before = _clock.watch_low, _clock.watch_high
    _watch(pin, True)
    handlers[pin] = _see_edge if handler is None else lambda level, at: (_see_edge(level, at), handler(level, at))
    _seen = 0
    _since_us = _clock.now
    deadline = _clock.now + most_us
    pulse = most == 2 and _listens_only_to(pin)  # the host counts edges of all pins
    while _seen < most and _clock.now < deadline:
        _clock.exchange(deadline - _clock.now, PULSE if pulse and not _seen else STEP)
        if _seen == 1:
            deadline = first_us + most_us
    if handler is None:
        del handlers[pin]
    else:
        handlers[pin] = handler
    _clock.watch_low, _clock.watch_high = before  # the next frame tells it; until then an edge finds no handler
    return _seen


def _see_edge(level, at):
    global _seen, first_us, last_us, last_level
    if at <= _since_us:
        return  # it has come before, and is told late
    if not _seen:
        first_us = at
    last_us = at
    last_level = level
    _seen += 1
