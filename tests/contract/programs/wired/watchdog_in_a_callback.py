"""WDT: a callback that hangs keeps the program from feeding it (library/machine.WDT.html)."""

import machine
import sys
import time
from machine import WDT, Pin, Timer

led = Pin(25 if sys.platform == "rp2" else 2, Pin.OUT)


def hang(timer):
    while True:
        pass


if machine.reset_cause() == machine.PWRON_RESET:
    dog = WDT(0, 500)
    timer = Timer(-1, mode=Timer.ONE_SHOT, period=300, callback=hang)
    while True:
        dog.feed()
        time.sleep_ms(50)
        led.toggle()
assert machine.reset_cause() == machine.WDT_RESET
led.on()
