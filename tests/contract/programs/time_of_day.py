# Clocks: ticks wrap and compare, the calendar begins at power-on. (docs.micropython.org/en/latest/library/time.html)
import time
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
assert time.ticks_diff(time.ticks_add(0, -5), 10) == -15
assert time.ticks_diff(5, time.ticks_add(5, 1 << 28)) == -(1 << 28)
assert time.gmtime(0) == (2000, 1, 1, 0, 0, 0, 5, 1)
moment = (2026, 11, 21, 12, 34, 56, 0, 0)
assert time.localtime(time.mktime(moment))[:6] == moment[:6]
time.sleep(1.5)
motor.duty_u16(time.time() * 1000 + time.ticks_ms())
time.sleep_us(7)
motor.duty_u16(time.ticks_us() % 65536)
