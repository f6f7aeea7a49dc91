# An object of a class of your own made from `str` cannot be added to text on the board.
from machine import PWM, Pin


class Name(str):
    pass


try:
    code = len("robot " + Name("a"))
except TypeError:
    code = 5
PWM(Pin(25), freq=20000, duty_u16=code)
