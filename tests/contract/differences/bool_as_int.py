# A truth value is no `int` to isinstance on the board, though issubclass(bool, int) says so on both.
from machine import PWM, Pin

PWM(Pin(25), freq=20000, duty_u16=1 + isinstance(True, int))
