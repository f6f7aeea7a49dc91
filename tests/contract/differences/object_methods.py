# The objects that CPython's modules make have methods that the board's have not.
import re
from array import array
from collections import deque

from machine import PWM, Pin

extras = hasattr(re.match("a", "a"), "span") + 2 * hasattr(deque((), 3), "rotate") + 4 * hasattr(array("b"), "tobytes")
PWM(Pin(25), freq=20000, duty_u16=1 + extras)
