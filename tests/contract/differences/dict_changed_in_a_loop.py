# A dict that changes while a loop goes over it: CPython stops the loop, the board goes on.
from machine import PWM, Pin

distances = {1: 1, 2: 2, 3: 3}
try:
    for key in distances:
        del distances[key]
    code = 1
except RuntimeError:
    code = 2
PWM(Pin(25), freq=20000, duty_u16=code * 1000)
