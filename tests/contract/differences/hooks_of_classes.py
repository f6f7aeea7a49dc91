# The board has no metaclass, no __init_subclass__, and takes no notice of __slots__.
from machine import PWM, Pin

found = 1


class Part:
    __slots__ = ("x",)

    def __init_subclass__(cls):
        global found
        found += 1


class Wheel(Part):
    __slots__ = ()


try:
    Part().y = 5
    found += 2
except AttributeError:
    pass
try:

    class Motor(metaclass=type):
        pass

    found += 4
except TypeError:
    pass
PWM(Pin(25), freq=20000, duty_u16=found)
