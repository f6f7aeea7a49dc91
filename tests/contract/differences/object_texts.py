# The text of an object that has none of its own: CPython puts the module before the class.
from machine import PWM, Pin


class Part:
    pass


PWM(Pin(25), freq=20000, duty_u16=len(str(Part()).split(" ")[0]))
