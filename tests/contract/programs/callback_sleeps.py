# A callback longer than its period: one call waits, the others are dropped; sleep ends when the last callback does. (docs.micropython.org/en/latest/library/machine.Timer.html, …/reference/isr_rules.html)
import time
from machine import Pin, Timer

led = Pin(2, Pin.OUT)
begins = []


def tick(timer):
    begins.append(time.ticks_ms())
    led.toggle()
    time.sleep_ms(25)


timer = Timer(0)
timer.init(period=10, callback=tick)
before = time.ticks_ms()
time.sleep_ms(70)
after = time.ticks_ms()
timer.deinit()
print(begins, after - before)
led.value(after & 1)
