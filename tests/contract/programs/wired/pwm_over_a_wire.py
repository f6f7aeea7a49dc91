"""A pin wired to a PWM: its level, its edges by interrupt and by time_pulse_us, as duty and frequency say. (docs.micropython.org/en/latest/library/machine.PWM.html, …/library/machine.html#machine.time_pulse_us)"""

import sys
import time
from machine import PWM, Pin, time_pulse_us

OUT, IN = (19, 16) if sys.platform == "rp2" else (13, 12)
ear = Pin(IN, Pin.IN)
pwm = PWM(Pin(OUT), freq=1000, duty_u16=16384)
time.sleep_us(500)  # it begins high, and would be seen in part
assert 248 <= time_pulse_us(ear, 1, 5000) <= 252
assert 735 <= time_pulse_us(ear, 0, 5000) <= 752
rises = []
ear.irq(lambda pin: rises.append(time.ticks_us()), Pin.IRQ_RISING)
time.sleep_ms(20)
ear.irq(None)
assert 19 <= len(rises) <= 21, rises
high = 0
for _ in range(400):
    high += ear.value()
    time.sleep_us(37)
assert 80 <= high <= 120, high
pwm.freq(50)
pwm.duty_ns(1_500_000)  # a servo's
time.sleep_ms(5)
assert 1498 <= time_pulse_us(ear, 1, 50_000) <= 1502
pwm.duty_u16(65535)
assert time_pulse_us(ear, 0, 50_000) == -2 and ear.value() == 1
pwm.deinit()
Pin(OUT, Pin.OUT, value=0)
assert ear.value() == 0 and time_pulse_us(ear, 1, 5000) == -2
print(high, len(rises))
