# The board knows text as UTF-8 only; another encoding is a LookupError.
from machine import PWM, Pin

try:
    code = len(b"24\xb0C".decode("latin-1"))
except LookupError:
    code = 9
PWM(Pin(25), freq=20000, duty_u16=code * 1000)
