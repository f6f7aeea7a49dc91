# sys.exit() ends a program like its last line does. (docs.micropython.org/en/latest/library/sys.html#sys.exit)
import sys
from machine import Pin

Pin(2, Pin.OUT).on()
try:
    sys.exit()
finally:
    Pin(2, Pin.OUT).off()
