# docs.micropython.org/en/latest/library/micropython.html: schedule raises when the queue is full; opt_level, const.
import micropython
import time
from machine import PWM, Pin, Timer

motor = PWM(Pin(25), freq=20000, duty_u16=0)
done = []
refused = []


def fill(timer):
    for i in range(10):
        try:
            micropython.schedule(done.append, i)
        except RuntimeError:
            refused.append(i)


Timer(0).init(mode=Timer.ONE_SHOT, period=5, callback=fill)
time.sleep_ms(10)
motor.duty_u16(len(done) * 100 + len(refused))
assert done == list(range(8)) and refused == [8, 9]
micropython.schedule(done.append, 99)
time.sleep_ms(1)
motor.duty_u16(done[-1])
SPEED = micropython.const(300)
micropython.opt_level(2)
motor.duty_u16(SPEED + micropython.opt_level())
micropython.alloc_emergency_exception_buf(100)
micropython.kbd_intr(-1)
