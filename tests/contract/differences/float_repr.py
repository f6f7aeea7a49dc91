# str() and repr() of a float: CPython gives the shortest text that reads back, MicroPython comes close to it.
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
code = 0
for i in range(1, 400):
    for character in str((i * 0.37 + 1) / 7e10):
        code = (code * 31 + ord(character)) % 65536
motor.duty_u16(code)
