# Exceptions through functions, finally, else, nested handlers, own classes, and one that ends the program. (docs.micropython.org/en/latest/reference/index.html, …/library/builtins.html)
from machine import PWM, Pin

trail = []


class Lost(Exception):
    def __init__(self, where):
        super().__init__("lost")
        self.where = where


def deep(n):
    try:
        if n == 0:
            raise Lost(7)
        deep(n - 1)
    finally:
        trail.append(n)


try:
    deep(3)
except Lost as error:
    trail.append(error.where)
else:
    trail.append("else")
for bad in (lambda: 1 // 0, lambda: [][1], lambda: {}["x"], lambda: int("q"), lambda: None.x, lambda: "a" + 1, lambda: undefined):
    try:
        bad()
    except (ZeroDivisionError, IndexError, KeyError, ValueError, AttributeError, TypeError, NameError) as error:
        trail.append(type(error).__name__)
print(trail)
PWM(Pin(25), freq=1000, duty_u16=len(trail) * 1000)


def check(value):
    if (
        value
        > 3
    ):
        raise ValueError("too much: %d" % value)


for i in range(10):
    check(
        i
    )
