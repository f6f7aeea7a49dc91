# Loops within loops that poll: what is left at once skips nothing, and what is remembered from turn to turn is as on a board. (docs.micropython.org/en/latest/library/time.html, …/library/machine.Pin.html)
import time
from machine import PWM, Pin, Timer

motor = PWM(Pin(25), freq=1000)
button = Pin(4, Pin.IN, Pin.PULL_UP)


def shown(number):
    motor.duty_u16(number % 65536)
    motor.duty_u16(0)


def wait_release():
    while button.value() == 0:
        pass


def mean_of_16():
    total = 0
    for _ in range(16):
        wait_release()
        total += button.value()
    return total // 16


time.sleep_ms(1)
# A mean of 16 looks takes as long each time.
longest, begun = 0, time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), begun) < 100:
    before = time.ticks_us()
    mean_of_16()
    longest = max(longest, time.ticks_diff(time.ticks_us(), before))
assert longest < 1000, longest
shown(longest)


# Nor does a generator's loop, nor one that an exception ends, skip when it is entered.
def looks():
    while True:
        yield button.value()


def look_or_stop():
    if button.value() in (0, 1):
        raise ValueError


def stopped():
    try:
        while True:
            look_or_stop()
    except ValueError:
        return button.value()


going_on = looks()
for look in (lambda: next(going_on), lambda: next(looks()), stopped):
    slowest, begun = 0, time.ticks_ms()
    while time.ticks_diff(time.ticks_ms(), begun) < 30:
        before = time.ticks_us()
        for _ in range(16):
            look()
        slowest = max(slowest, time.ticks_diff(time.ticks_us(), before))
    assert slowest < 1000, slowest
    shown(slowest)

# A time limit is kept beside a wait that is over at once.
took = []
for limit in (21, 22, 23, 24, 26):
    begun = time.ticks_ms()
    while True:
        if time.ticks_diff(time.ticks_ms(), begun) >= limit:
            break
        wait_release()
    took.append(time.ticks_diff(time.ticks_ms(), begun))
assert took == [21, 22, 23, 24, 26], took

# One in µs is kept beside a look at the clock of ms.
begun = time.ticks_us()
while time.ticks_diff(time.ticks_us(), begun) < 12345:
    now_ms = time.ticks_ms()
    button.value()
us_late = time.ticks_diff(time.ticks_us(), begun) - 12345
assert us_late < 150, us_late
shown(us_late)

# A timer's flag is seen at once beside two of them.
flag_us, late = None, []


def tick(timer):
    global flag_us
    flag_us = time.ticks_us()


timer = Timer(0)
timer.init(period=7, mode=Timer.PERIODIC, callback=tick)
while len(late) < 10:
    if flag_us is not None:
        late.append(time.ticks_diff(time.ticks_us(), flag_us))
        flag_us = None
    wait_release()
    while button.value() == 0:
        pass
timer.deinit()
assert max(late) < 200, late
shown(max(late))

# Counted in a dictionary: each look counts.
seen, begun = {}, time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), begun) < 50:
    level = button.value()
    seen[level] = seen.get(level, 0) + 1
assert seen[1] > 1000, seen
shown(seen[1])


# A mean that one function tells and its caller keeps follows the button as fast as it is looked at.
def smooth():
    return mean + (button.value() - mean) / 50


mean = 1.0
while time.ticks_ms() < 2000:
    mean = smooth()
    if mean < 0.5:
        break
pressed_ms = time.ticks_ms()
assert 1000 <= pressed_ms < 1015, pressed_ms  # it bounces first
shown(pressed_ms)

# Three equal looks in a row, one a turn: as late after the button is let go as three turns are long.
time.sleep_ms(5)
changed_us = None


def change(pin):
    global changed_us
    changed_us = time.ticks_us()


button.irq(change, Pin.IRQ_RISING | Pin.IRQ_FALLING)
a = b = c = 0
while True:
    a = b
    b = c
    c = button.value()
    if a == b == c == 1:
        break
settled_us = time.ticks_diff(time.ticks_us(), changed_us)
button.irq(None)
assert 0 < settled_us < 100, settled_us
print(longest, took, max(late), seen[1], pressed_ms, settled_us)
