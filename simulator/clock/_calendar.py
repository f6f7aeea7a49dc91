"""The board's calendar: what date and time it believes it is, from power-on or since the program set it."""

import _clock
import _profile

_start_ms = _profile.CLOCK_START_S * 1000  # when the board was switched on, in ms of its epoch


def now_ms():
    """ms of the board's calendar since its epoch."""
    return _start_ms + _clock.total_ms()


def set_ms(ms):
    global _start_ms
    _start_ms = ms - _clock.total_ms()
