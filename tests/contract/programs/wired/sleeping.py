"""lightsleep, deepsleep, idle, causes and reasons (library/machine.html, Power related functions; esp32/quickref.html)."""

import machine
import sys
import time
from machine import Pin, Timer

RP2 = sys.platform == "rp2"
led = Pin(25 if RP2 else 2, Pin.OUT)
calls = []
if machine.reset_cause() == machine.PWRON_RESET:
    timer = Timer(-1, period=10, callback=lambda timer: (calls.append(1), led.toggle()))
    begun = time.ticks_ms()
    machine.lightsleep(55)
    assert 55 <= time.ticks_diff(time.ticks_ms(), begun) <= 56
    assert len(calls) == 1, calls  # what fell due in the sleep comes after it, once
    if not RP2:
        assert machine.wake_reason() == machine.TIMER_WAKE
    count = len(calls)
    machine.idle()
    begun = time.ticks_us()
    while len(calls) == count:
        machine.idle()
    assert time.ticks_diff(time.ticks_us(), begun) < 10_000
    led.on()
    machine.deepsleep(1000)
if RP2:
    assert machine.reset_cause() == machine.WDT_RESET
    assert not hasattr(machine, "DEEPSLEEP_RESET") and not hasattr(machine, "wake_reason")
else:
    assert machine.reset_cause() == machine.DEEPSLEEP_RESET == 4
    assert machine.wake_reason() == machine.TIMER_WAKE == 4 and machine.wake_pins() == ()
led.toggle()
