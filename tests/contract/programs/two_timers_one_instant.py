# Two timers due in the same µs run in the order in which they were made, and neither is nested in the other. (docs.micropython.org/en/latest/library/machine.Timer.html)
import time
from machine import Pin, Timer

order = []
left, right = Pin(2, Pin.OUT), Pin(5, Pin.OUT)


def first(timer):
    order.append("a")
    left.toggle()
    time.sleep_us(300)
    order.append("A")


def second(timer):
    order.append("b")
    right.toggle()
    order.append("B")


one, two = Timer(0), Timer(1)
one.init(period=10, callback=first)
start = time.ticks_us()
two.init(period=10, callback=second)
time.sleep_ms(55)
one.deinit()
two.deinit()
assert "".join(order) == "aAbB" * 5, order
