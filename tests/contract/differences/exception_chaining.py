# `raise … from …`: the board prints a warning and forgets the cause.
from machine import PWM, Pin

try:
    try:
        1 // 0
    except ZeroDivisionError as cause:
        raise ValueError from cause
except ValueError as error:
    PWM(Pin(25), freq=20000, duty_u16=1 + hasattr(error, "__cause__"))
