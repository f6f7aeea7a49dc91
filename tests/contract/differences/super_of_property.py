# `super().speed` of a property: the board gives the property's parent no object to read from.
from machine import PWM, Pin


class Motor:
    @property
    def speed(self):
        return 1000


class Geared(Motor):
    @property
    def speed(self):
        return super().speed + 1


try:
    code = Geared().speed
except TypeError:
    code = 5
PWM(Pin(25), freq=20000, duty_u16=code)
