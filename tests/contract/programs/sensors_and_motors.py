# Drives with all that the slice's world has: bridges, encoders, line sensors. (docs.micropython.org/en/latest/library/machine.PWM.html, …/library/machine.ADC.html, …/library/machine.Encoder.html)
import time
from machine import ADC, PWM, Encoder, Pin

left = PWM(Pin(25), freq=20000, duty_u16=0), PWM(Pin(26), freq=20000, duty_u16=0)
right = PWM(Pin(27), freq=20000, duty_u16=0), PWM(Pin(14), freq=20000, duty_u16=0)
turns = Encoder(0, Pin(18), Pin(19), phases=4), Encoder(1, Pin(22), Pin(23), phases=4)
line = [ADC(Pin(n), atten=ADC.ATTN_11DB) for n in (36, 39, 34, 35, 32)]


def drive(motor, duty):
    motor[0].duty_u16(max(0, duty))
    motor[1].duty_u16(max(0, -duty))


seen = 0
for step in range(60):
    drive(left, 30000 if step < 30 else -20000)
    drive(right, 40000 - 1000 * step)
    for sensor in line:
        seen = (seen * 3 + sensor.read_u16()) % 65521
    drive(left, turns[0].value() % 40000)
    time.sleep_ms(10)
average = sum(line[0].read_u16() for _ in range(16)) // 16
drive(right, average // 2)
time.sleep_ms(200)
drive(left, seen // 2)
drive(right, turns[1].value() % 30000)
time.sleep_ms(100)
turns[0].value(0)
assert turns[0].value() == 0
print(seen, average, turns[1].value())
