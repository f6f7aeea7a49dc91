# + - * / and sqrt are exact on both; so are math's functions, which follow one library bit for bit. (docs.micropython.org/en/latest/library/math.html)
import math
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
x = 0.1
for i in range(200):
    x = 3.7 * x * (1 - x)  # chaos shows a last bit that differs
    motor.duty_u16(int(x * 65535))
angle = 0.0
for i in range(100):
    angle += 0.37
    value = math.sin(angle) * math.cos(angle / 3) + math.atan2(x, angle) + math.sqrt(angle) + math.exp(-angle / 10)
    x = math.fmod(value * 1e6, 1.0)
    motor.duty_u16(int(abs(x) * 65535))
motor.duty_u16(int(abs(math.log(12345.678) * 1e9 % 65535)))
motor.duty_u16(round(2.5) + round(3.5) + int(round(2.675, 2) * 1000) + int(sum([0.1] * 10) * 1e16) % 1000)
motor.duty_u16(int(float("0.1") * 3e5) + int(1e5 / 3))
