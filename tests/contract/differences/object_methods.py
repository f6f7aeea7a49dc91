# The objects that CPython's modules make have methods that the board's have not.
from array import array

from machine import PWM, Pin

extras = hasattr(array("b"), "tobytes")
PWM(Pin(25), freq=20000, duty_u16=1 + extras)
