"""Pins that the program listens to, and waiting for a change of one. The pins themselves are in the frames."""

import _clock
import _profile

_WORD_PINS = 30  # in each of the two words of a frame that name pins

_seen_level = -1  # the last change of the pin that `wait_edge` waits for


def set_watch(pin, on):
    """Ask the host to say when the level of `pin` changes. Takes time, as every call to the hardware does."""
    before = _clock.watch_low, _clock.watch_high
    _watch(pin, on)
    _clock.spend(_profile.PIN_US)
    if (_clock.watch_low, _clock.watch_high) != before:
        _clock.exchange(0)


def _watch(pin, on):
    if pin < _WORD_PINS:
        bit = 1 << pin
        _clock.watch_low = _clock.watch_low | bit if on else _clock.watch_low & ~bit
    else:
        bit = 1 << (pin - _WORD_PINS)
        _clock.watch_high = _clock.watch_high | bit if on else _clock.watch_high & ~bit


def wait_edge(pin, most_us):
    """Let time pass to the next change of `pin`, which is then the new level; -1 when `most_us` have passed without.

    Callbacks wait: on the board this is a loop in C.
    """
    global _seen_level
    handlers = _clock.edge_handlers
    handler = handlers.get(pin)
    before = _clock.watch_low, _clock.watch_high
    _watch(pin, True)
    handlers[pin] = _see_edge if handler is None else lambda level, at: (_see_edge(level, at), handler(level, at))
    _seen_level = -1
    deadline = _clock.now + most_us
    while _seen_level < 0 and _clock.now < deadline:
        _clock.exchange(deadline - _clock.now)
    if handler is None:
        del handlers[pin]
    else:
        handlers[pin] = handler
    _clock.watch_low, _clock.watch_high = before  # the next frame tells it; until then an edge finds no handler
    return _seen_level


def _see_edge(level, at):
    global _seen_level
    _seen_level = level
