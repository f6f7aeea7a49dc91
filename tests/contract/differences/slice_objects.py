# slice() cannot be called on the board, though `x[0:2]` gives __getitem__ one.
from machine import PWM, Pin

try:
    code = len([1, 2, 3][slice(0, 2)])
except TypeError:
    code = 5
PWM(Pin(25), freq=20000, duty_u16=code)
