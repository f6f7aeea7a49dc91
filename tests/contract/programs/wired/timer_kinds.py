"""Timer: ids, one shot and periodic, freq as a float, tick_hz, hard, no callback, value (library/machine.Timer.html)."""

import sys
import time
from machine import Pin, Timer

RP2 = sys.platform == "rp2"
led = Pin(25 if RP2 else 2, Pin.OUT)
calls = []


def note(name):
    def callback(timer):
        calls.append(name)
        led.toggle()

    return callback


virtual = Timer(period=10, callback=note("v"))
second = Timer(-1, mode=Timer.ONE_SHOT, period=25, callback=note("o"))
time.sleep_ms(45)
virtual.deinit()
assert calls == ["v", "v", "o", "v", "v"], calls
virtual.init(freq=12.5, callback=note("f"))
third = Timer()
third.init(period=30_000, tick_hz=1_000_000, callback=note("t"))
time.sleep_ms(100)
virtual.deinit()
third.deinit()
assert calls[5:] == ["t", "t", "f", "t"], calls
virtual.init(mode=Timer.ONE_SHOT, period=5, callback=note("1"))
virtual.init(mode=Timer.ONE_SHOT, period=8, callback=note("2"))  # takes the place of the first
time.sleep_ms(20)
assert calls[9:] == ["2"], calls
third.init(mode=Timer.ONE_SHOT, period=5)  # a callback that is None is an error when it comes
time.sleep_ms(10)
for id in (0, 1) if RP2 else (4, 99):
    try:
        Timer(id)
        raise AssertionError
    except ValueError:
        led.toggle()
if RP2:
    third.init(period=2, hard=True, callback=note("h"))
    time.sleep_ms(5)
    third.deinit()
    assert calls[10:] == ["h", "h"]
    assert not hasattr(third, "value")
else:
    try:
        third.init(period=5, hard=True, callback=note("h"))
        raise AssertionError
    except ValueError:
        led.toggle()
    hardware = Timer(2, period=20, callback=note("w"))
    time.sleep_ms(15)
    assert hardware.value() == 15, hardware.value()
    same = Timer(2, period=4, callback=note("x"))  # one timer of the hardware, whoever holds it
    time.sleep_ms(9)
    same.deinit()
    assert calls[10:] == ["x", "x"], calls
    try:
        third.init(period=0, callback=note("z"))
        raise AssertionError
    except ValueError:
        led.toggle()
print(calls)
