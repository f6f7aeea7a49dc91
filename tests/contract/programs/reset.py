# machine.reset(): the board starts again with its flash, and the world has gone on. (docs.micropython.org/en/latest/library/machine.html#machine.reset, …/reference/reset_boot.html)
import machine
import os
import time
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=1000)
if "count.txt" not in os.listdir():
    with open("count.txt", "w") as file:
        file.write("0")
    assert machine.reset_cause() == machine.PWRON_RESET
with open("count.txt") as file:
    count = int(file.read())
motor.duty_u16(2000 + count + time.ticks_ms())
time.sleep_ms(100)
if count < 3:
    with open("count.txt", "w") as file:
        file.write(str(count + 1))
    machine.reset()
assert machine.reset_cause() == machine.HARD_RESET
