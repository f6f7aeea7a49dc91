"""Pin.irq: both edges, trigger changed, handler taken away, the pin in the handler (library/machine.Pin.html)."""

import sys
import time
from machine import Pin

RP2 = sys.platform == "rp2"
A, B, LED = (0, 1, 25) if RP2 else (17, 16, 2)
source, ear, led = Pin(A, Pin.OUT, value=0), Pin(B, Pin.IN), Pin(LED, Pin.OUT)
heard = []


def edge(pin):
    assert pin is ear
    heard.append(pin.value())
    led.toggle()


irq = ear.irq(edge)
for level in (1, 0, 1, 0):
    source(level)
    time.sleep_us(50)
assert heard == [1, 0, 1, 0], heard
ear.irq(handler=edge, trigger=Pin.IRQ_RISING)
for level in (1, 0, 1, 0):
    source(level)
    time.sleep_ms(1)
assert heard[4:] == [1, 1], heard
ear.irq(edge, Pin.IRQ_FALLING)
assert ear.irq().trigger() == Pin.IRQ_FALLING
source(1)
source(0)
time.sleep_ms(1)
assert heard[6:] == [0], heard
if RP2:
    assert ear.irq().flags() == Pin.IRQ_FALLING
    ear.irq(edge, Pin.IRQ_RISING, hard=True)
    source(1)
    time.sleep_ms(1)
    assert heard[7:] == [1]
    source(0)
ear.irq(None)
count = len(heard)
source(1)
time.sleep_ms(1)
assert len(heard) == count
for options in ({"priority": 1}, {"wake": None} if RP2 else {"hard": True}):
    try:
        ear.irq(edge, **options)
        raise AssertionError
    except TypeError:
        led.toggle()
print(heard)
