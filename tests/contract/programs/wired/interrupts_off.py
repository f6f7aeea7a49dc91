"""disable_irq and enable_irq: callbacks wait and then come, one a timer (library/machine.html, Interrupt related functions)."""

import machine
import sys
import time
from machine import Pin, Timer

RP2 = sys.platform == "rp2"
A, B, LED = (0, 1, 25) if RP2 else (17, 16, 2)
led, source, ear = Pin(LED, Pin.OUT), Pin(A, Pin.OUT, value=0), Pin(B, Pin.IN)
calls = []


def tick(timer):
    calls.append("t")
    led.toggle()


def edge(pin):
    calls.append("p")
    led.toggle()


timer = Timer(-1, period=10, callback=tick)
ear.irq(edge, Pin.IRQ_RISING)
time.sleep_ms(25)
assert calls == ["t", "t"], calls
state = machine.disable_irq()
begun = time.ticks_us()
while time.ticks_diff(time.ticks_us(), begun) < 35_000:
    pass
source(1)
inner = machine.disable_irq()
machine.enable_irq(inner)
time.sleep_ms(15)
assert calls == ["t", "t"], calls
machine.enable_irq(state)
assert sorted(calls[2:4]) == ["p", "t"], calls  # the periods that have passed are not made up for
time.sleep_ms(20)
assert calls[4:] == ["t", "t"], calls


def rude(timer):
    kept.append(machine.disable_irq())
    calls.append("r")


kept = []
timer.init(mode=Timer.ONE_SHOT, period=5, callback=rude)
other = Timer(-1, mode=Timer.ONE_SHOT, period=8, callback=tick)
time.sleep_ms(20)
assert calls[6:] == ["r"], calls
machine.enable_irq(kept[0])
assert calls[6:] == ["r", "t"], calls
led.on()
print(calls)
timer.deinit()
ear.irq(None)
