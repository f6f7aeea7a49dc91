# The board cannot take a byte out of a bytearray.
from machine import PWM, Pin

buffer = bytearray(b"abc")
try:
    del buffer[0]
except TypeError:
    pass
PWM(Pin(25), freq=20000, duty_u16=len(buffer))
