# A number exactly between two texts: CPython rounds to even, MicroPython away from zero.
from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=int("%.1f" % 2.25 == "2.2") * 1000 + 100)
