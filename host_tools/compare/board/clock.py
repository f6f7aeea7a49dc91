"""The clock: where it wraps, and how exact sleeping is."""

import time


def _slept(us, sleep):
    began = time.ticks_us()
    sleep()
    return time.ticks_diff(time.ticks_us(), began) - us


fact("ticks-largest", time.ticks_add(0, -1))
fact("ticks-across", time.ticks_diff(5, time.ticks_add(0, -5)))
fact("ticks-half", time.ticks_diff(time.ticks_add(0, 1 << 28), 0))
try:
    time.ticks_add(0, 1 << 29)
    fact("ticks-too-far", "none")
except Exception as _error:
    fact("ticks-too-far", "%s%r" % (type(_error).__name__, _error.args))
fact("gmtime-0", time.gmtime(0))
fact("localtime-length", len(time.localtime()))
fact("time-type", type(time.time()).__name__)
fact("time_ns-type", type(time.time_ns()).__name__)
fact("mktime", time.mktime((2024, 2, 29, 12, 30, 15, 0, 0)))
fact("sleep-over-us.sleep_us(200)", max(_slept(200, lambda: time.sleep_us(200)) for _ in range(5)))
fact("sleep-over-us.sleep_ms(20)", max(_slept(20000, lambda: time.sleep_ms(20)) for _ in range(5)))
fact("sleep-over-us.sleep(0.05)", max(_slept(50000, lambda: time.sleep(0.05)) for _ in range(3)))
