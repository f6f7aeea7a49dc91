# CPython's str and bytes have methods that the board's have not.
from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=1000 * hasattr("", "zfill") + 100 * hasattr("", "removeprefix") + 1)
