# Edges of the start button reach the handler, in order, with the pin at the level of the edge. (docs.micropython.org/en/latest/library/machine.Pin.html#machine.Pin.irq)
import time
from machine import Pin

button = Pin(4, Pin.IN, Pin.PULL_UP)
led = Pin(2, Pin.OUT)
falls = rises = 0


def changed(pin):
    global falls, rises
    if pin.value():
        rises += 1
    else:
        falls += 1
    led.value(pin.value() == 0)


button.irq(changed, Pin.IRQ_FALLING | Pin.IRQ_RISING)
time.sleep_ms(2000)
button.irq(None)
assert falls > 0 and rises > 0
print(falls, rises)
for _ in range(falls):
    led.toggle()
