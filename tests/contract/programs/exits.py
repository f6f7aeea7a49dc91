# sys.exit() ends a program like its last line does.
import sys
from machine import Pin

Pin(2, Pin.OUT).on()
try:
    sys.exit()
finally:
    Pin(2, Pin.OUT).off()
