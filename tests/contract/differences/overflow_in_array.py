# A number too big for its place: CPython raises, the board cuts it off.
from array import array

from machine import PWM, Pin

values = array("b", [0])
try:
    values[0] = 300
except OverflowError:
    values[0] = 1
PWM(Pin(25), freq=20000, duty_u16=values[0] * 100)
