# An integer beyond 2**53 becomes a float in one rounding on CPython; MicroPython adds it up 16 bits at a time.
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
code = 0
n = 12345678901234567890123
for i in range(300):
    n = n * 6364136223846793005 % (1 << 90) + 1
    code = (code * 31 + int(float(n)) % 65521) % 65536
motor.duty_u16(code)
