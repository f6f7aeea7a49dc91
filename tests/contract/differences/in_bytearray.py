# `number in bytearray`: the board looks only for bytes there. In `bytes` it looks for numbers, too.
from machine import PWM, Pin

try:
    code = 3 in bytearray(b"\x01\x03")
except NotImplementedError:
    code = 5
PWM(Pin(25), freq=20000, duty_u16=1 + code)
