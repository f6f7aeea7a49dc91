# When __del__ runs: CPython calls it at once, the board never for objects of a program's own classes.
from machine import PWM, Pin

deleted = []


class Part:
    def __del__(self):
        deleted.append(1)


part = Part()
del part
PWM(Pin(25), freq=20000, duty_u16=1 + len(deleted))
