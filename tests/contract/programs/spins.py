# Spins for ever in a loop with no hardware call: stopped after five virtual seconds, at its line. (docs.micropython.org/en/latest/reference/isr_rules.html)
from machine import Pin

Pin(2, Pin.OUT).on()
x = 0
while True:
    x += 1
