# eval() and exec() do not see the names inside a function on the board.
from machine import PWM, Pin


def doubled(speed):
    return eval("speed * 2")


try:
    duty = doubled(1000)
except NameError:
    duty = 5
PWM(Pin(25), freq=20000, duty_u16=duty)
