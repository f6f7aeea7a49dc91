# A number too big for a byte: CPython raises, the board cuts it off.
from machine import PWM, Pin

values = bytearray(1)
try:
    values[0] = 300
except ValueError:
    values[0] = 1
PWM(Pin(25), freq=20000, duty_u16=values[0] * 100)
