"""A timer that calls every 10 ms: how much earlier or later than that, in µs."""

from time import sleep_ms, ticks_diff, ticks_us

from machine import Timer

_CALLS = 30
_at = []


def _called(timer):
    if len(_at) < _CALLS:
        _at.append(ticks_us())


_timer = Timer(TIMER)
_timer.init(mode=Timer.PERIODIC, period=10, callback=_called)
sleep_ms(10 * (_CALLS + 5))
_timer.deinit()
_steps = [ticks_diff(_at[i + 1], _at[i]) - 10_000 for i in range(len(_at) - 1)]
fact("calls", len(_at))
fact("late-us", max(_steps) if _steps else None)
fact("early-us", min(_steps) if _steps else None)
fact("drift-us", sum(_steps) if _steps else None)
_at.clear()
_timer.init(mode=Timer.ONE_SHOT, period=20, callback=_called)
sleep_ms(60)
_timer.deinit()
fact("one-shot-calls", len(_at))
