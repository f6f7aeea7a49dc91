# micropython.schedule from a callback and from the main program: runs soon, in order, not nested. (docs.micropython.org/en/latest/library/micropython.html#micropython.schedule)
import time
from machine import Pin, Timer
from micropython import schedule

order = []
led = Pin(2, Pin.OUT)


def later(n):
    order.append(n)
    led.toggle()
    if n < 3:
        schedule(later, n + 1)


def from_timer(timer):
    schedule(later, 10)
    order.append("timer")


schedule(later, 0)
time.sleep_ms(1)
Timer(0).init(mode=Timer.ONE_SHOT, period=5, callback=from_timer)
time.sleep_ms(10)
assert order == [0, 1, 2, 3, "timer", 10], order
