# Spins for ever in a loop with no hardware call: stopped after five virtual seconds, at its line.
from machine import Pin

Pin(2, Pin.OUT).on()
x = 0
while True:
    x += 1
