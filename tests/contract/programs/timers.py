# Periodic and one-shot timers; the program sees each tick at its own time. (docs.micropython.org/en/latest/library/machine.Timer.html)
import time
from machine import Pin, Timer

led = Pin(2, Pin.OUT)
times = []


def tick(timer):
    led.toggle()
    times.append(time.ticks_us())


slow = Timer(0)
slow.init(period=7, mode=Timer.PERIODIC, callback=tick)
once = Timer(1)
once.init(period=20, mode=Timer.ONE_SHOT, callback=lambda t: led.on())
time.sleep_ms(50)
slow.deinit()
count = len(times)
time.sleep_ms(50)
assert len(times) == count == 7, count
print(times)
fast = Timer(2)
fast.init(freq=1000, callback=tick)
time.sleep_ms(5)
led.value(len(times) & 1)
fast.deinit()  # what still runs would keep the program going
slow.deinit()
