# `for … in range(…)` of a float: the board counts up to it, CPython refuses it.
from machine import Pin

led = Pin(2, Pin.OUT)
try:
    for turn in range(5 / 2):
        led(turn & 1)
except TypeError:
    pass
