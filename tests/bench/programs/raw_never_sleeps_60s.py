# A line follower on the bare board: five ADC reads and four PWM writes a turn, and never a pause.
from time import ticks_diff, ticks_ms

from machine import ADC, PWM, Pin

sensors = [ADC(Pin(n), atten=ADC.ATTN_11DB) for n in (36, 39, 34, 35, 32)]
left, left_back = PWM(Pin(25), freq=20000, duty_u16=0), PWM(Pin(26), freq=20000, duty_u16=0)
right, right_back = PWM(Pin(27), freq=20000, duty_u16=0), PWM(Pin(14), freq=20000, duty_u16=0)
begin = ticks_ms()
while ticks_diff(ticks_ms(), begin) < 60_000:
    total = moment = 0
    place = -2
    for sensor in sensors:
        dark = sensor.read_u16() >> 6
        total += dark
        moment += place * dark
        place += 1
    turn = moment * 9000 // (total + 1)
    left.duty_u16(14000 - turn if turn < 14000 else 0)
    left_back.duty_u16(0)
    right.duty_u16(14000 + turn if turn > -14000 else 0)
    right_back.duty_u16(0)
