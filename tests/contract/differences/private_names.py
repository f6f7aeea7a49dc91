# `self.__n` is one attribute for a class and its children on the board; CPython gives each class its own.
from machine import PWM, Pin


class Base:
    def __init__(self):
        self.__n = 1

    def n(self):
        return self.__n


class Sub(Base):
    def __init__(self):
        super().__init__()
        self.__n = 2


PWM(Pin(25), freq=20000, duty_u16=1000 * Sub().n())
