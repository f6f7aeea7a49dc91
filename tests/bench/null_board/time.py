"""The clock of the board that does nothing: sleeping lets time pass, reading it a little; timers run every 10 ms.

TICK_US is chosen so that a loop that never sleeps comes round as often as on the simulated board.
"""

import machine

TICK_US = 450
_now_us = 0


def _go_on(us):
    global _now_us
    end = _now_us + us
    while True:
        due = _now_us - _now_us % 10_000 + 10_000
        if due > end:
            break
        _now_us = due
        for timer in machine.timers:
            timer.callback(timer)
    _now_us = end


def ticks_ms():
    _go_on(TICK_US)
    return _now_us // 1000


def ticks_us():
    return _now_us


def ticks_diff(end, start):
    return end - start


def ticks_add(ticks, delta):
    return ticks + delta


def sleep_us(us):
    _go_on(us)


def sleep_ms(ms):
    _go_on(ms * 1000)
