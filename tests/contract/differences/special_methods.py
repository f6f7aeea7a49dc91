# __format__, __round__ and __bytes__ are not asked on the board.
from machine import PWM, Pin


class Length:
    def __format__(self, wanted):
        return wanted + "!!"

    def __bytes__(self):
        return b"abc"


code = 1
for place, action in enumerate((lambda: "{:mm}".format(Length()), lambda: bytes(Length()))):
    try:
        action()
        code += 1 << place
    except (TypeError, ValueError):
        pass
PWM(Pin(25), freq=20000, duty_u16=code)
