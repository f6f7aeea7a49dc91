"""WDT: fed in time, then not; the reset's cause (library/machine.WDT.html)."""

import machine
import sys
import time
from machine import WDT, Pin

RP2 = sys.platform == "rp2"
led = Pin(25 if RP2 else 2, Pin.OUT)
if machine.reset_cause() == machine.PWRON_RESET:
    for timeout in (0, -5) if not RP2 else (8389, 10_000):
        try:
            WDT(timeout=timeout)
            raise AssertionError
        except ValueError:
            led.toggle()
    dog = WDT(timeout=200)
    for _ in range(10):
        time.sleep_ms(150)
        dog.feed()
        led.toggle()
    machine.disable_irq()  # does not hold it back
    while True:
        led.toggle()
        time.sleep_ms(30)
assert machine.reset_cause() == machine.WDT_RESET
led.on()
