# What sys.modules lists is each interpreter's own affair.
import sys

from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=1 + ("json" in sys.modules) + 2 * ("_boot" in sys.modules) + 4 * ("gc" in sys.modules))
