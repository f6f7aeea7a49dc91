"""Turn the clock back after an act, to have acted for free."""

import machine
import sys

clock = sys.modules["_clock"]
led = machine.Pin(2, machine.Pin.OUT)
led.value(1)
clock.now = clock.base
clock.exchange(5000)
