# The same exception, in other words.
from machine import PWM, Pin

try:
    1 // 0
except ZeroDivisionError as error:
    PWM(Pin(25), freq=20000, duty_u16=len(str(error)) * 100)
