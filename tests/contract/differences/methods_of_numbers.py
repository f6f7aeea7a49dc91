# Methods of whole and of floating numbers that the board does not have.
from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=1 + hasattr(5, "bit_length") + 2 * hasattr(5.0, "is_integer"))
