"""Waking from a light and a deep sleep by a pin (library/machine.Pin.html, Pin.irq wake; esp32/quickref.html, Deep-sleep)."""

import machine
import time
from machine import Pin

led, button = Pin(2, Pin.OUT), Pin(4, Pin.IN, Pin.PULL_UP)
if machine.reset_cause() == machine.PWRON_RESET:
    button.irq(trigger=Pin.WAKE_LOW, wake=machine.SLEEP | machine.DEEPSLEEP)
    begun = time.ticks_ms()
    machine.lightsleep(60_000)
    assert machine.wake_reason() == machine.PIN_WAKE
    assert time.ticks_diff(time.ticks_ms(), begun) < 60_000
    led.on()
    for wake in (1, 9):
        try:
            button.irq(trigger=Pin.WAKE_LOW, wake=wake)
            raise AssertionError
        except ValueError:
            led.toggle()
    try:
        Pin(5).irq(trigger=Pin.WAKE_HIGH, wake=machine.DEEPSLEEP)  # one pin can wake it
        raise AssertionError
    except ValueError:
        led.toggle()
    machine.deepsleep(50)
assert machine.reset_cause() == machine.DEEPSLEEP_RESET
led.on()
