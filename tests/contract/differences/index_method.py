# __index__ does not make an object a whole number on the board.
from machine import PWM, Pin


class Place:
    def __index__(self):
        return 1


try:
    code = [2, 3][Place()]
except TypeError:
    code = 5
PWM(Pin(25), freq=20000, duty_u16=code)
