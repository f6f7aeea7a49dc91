# The keys of a dict are no set on the board; ranges are equal only to themselves.
from machine import PWM, Pin

code = 1 + (range(3) == range(3))
try:
    code += 2 * len({1: 2, 3: 4}.keys() & {1})
except TypeError:
    pass
PWM(Pin(25), freq=20000, duty_u16=code)
