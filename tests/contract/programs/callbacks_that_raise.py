# A callback that raises is reported, and the program and the timer go on. (docs.micropython.org/en/latest/reference/isr_rules.html)
import time
from machine import Pin, Timer

led = Pin(2, Pin.OUT)
count = 0


def tick(timer):
    global count
    count += 1
    led.toggle()
    if count % 2:
        {}[count]


timer = Timer(0)
timer.init(period=10, callback=tick)
time.sleep_ms(65)
timer.deinit()
assert count == 6
