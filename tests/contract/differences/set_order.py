# The order in which a set gives its members.
from machine import PWM, Pin

code = 0
for member in {17, 4, 99, 23, 8, 1000, 65}:
    code = (code * 7 + member) % 65536
PWM(Pin(25), freq=20000, duty_u16=code)
