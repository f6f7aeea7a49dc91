# docs.micropython.org/en/latest/reference/speed_python.html#the-native-code-emitter: here an ordinary function.
import micropython
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


@micropython.native
def area(values):
    total = 0
    for value in values:
        total += value * value
    return total


class Filter:
    @property
    @micropython.native
    def gain(self):
        return 7

    @micropython.native
    def steps(self, n):
        while n > 0:
            yield n
            n -= 1


motor.duty_u16(area((3, 4)) * 100 + Filter().gain + sum(Filter().steps(5)))
with open("fast.py", "w") as file:
    file.write("import micropython\n\n@micropython.native\ndef twice(x):\n    for i in range(3):\n        x += i\n    return x * 2\n")
from fast import twice

motor.duty_u16(twice(20))


@micropython.native
def fails():
    return 1 // 0


try:
    fails()
except ZeroDivisionError:
    motor.duty_u16(9)
