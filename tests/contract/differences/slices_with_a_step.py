# a[::2] and a[::-1] of text and bytes: the board has only steps of one there.
from machine import PWM, Pin

try:
    text = "marshrut"[::-1]
except NotImplementedError:
    text = ""
PWM(Pin(25), freq=20000, duty_u16=len(text) * 1000 + 1)
