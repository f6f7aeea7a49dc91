# Loops that put out what is there already: they are skipped, and lose no ms of the clock and no press of a button. (docs.micropython.org/en/latest/library/time.html, …/library/machine.PWM.html)
import time
from machine import PWM, Pin

led = Pin(2, Pin.OUT)
motor = PWM(Pin(25), freq=1000)
button = Pin(4, Pin.IN, Pin.PULL_UP)

# Blink without delay, as it is mostly taught: the clock alone says when.
last = begun = time.ticks_ms()
times = []
lit = 0
while len(times) < 4:
    now = time.ticks_ms()
    if time.ticks_diff(now, last) >= 50:
        last = now
        lit = 1 - lit
        times.append(time.ticks_diff(now, begun))
    led.value(lit)
    motor.duty_u16(0)
assert times == [50, 100, 150, 200], times

# The button is pressed at 1 s.
pressed_at = 0
while not pressed_at:
    if button.value() == 0:
        pressed_at = time.ticks_ms()
    motor.duty_u16(0)
assert 1000 <= pressed_at <= 1005, pressed_at

# A few turns a step, not one for each call's µs; what changes takes effect at once.
turns = []
turn = turns.append  # by another name: a loop that is seen to keep something of each turn is not skipped
begun = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), begun) < 1000:
    turn(0)
    motor.duty_u16(20000)
assert len(turns) < 5000, len(turns)
motor.duty_u16(0)
print(times, pressed_at, len(turns))
