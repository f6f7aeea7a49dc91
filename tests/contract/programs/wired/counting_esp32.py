"""Encoder and Counter: one object a unit, edges, directions, phases, deinit (library/machine.Encoder.html, .Counter.html)."""

import time
from machine import PWM, Counter, Encoder, Pin

source, ear = Pin(17, Pin.OUT, value=0), Pin(16, Pin.IN)
rising = Counter(2, ear)
assert rising is Counter(2) and rising.value() == 0
falling = Counter(3, ear, edge=Counter.FALLING, direction=Counter.DOWN)
both = Counter(4, ear, edge=Counter.RISING | Counter.FALLING, filter_ns=1000)
for _ in range(7):
    source(1)
    source(0)
source(1)
seen = [rising.value(), falling.value(), both.value()]
assert seen == [8, -7, 15], seen
assert rising.value(100) == 8 and rising.value() == 100
source(0)
source(1)
assert rising.value() == 101
heard = []
ear.irq(lambda pin: heard.append(pin.value()))  # who listens takes nothing from the counters
source(0)
source(1)
ear.irq(None)
source(0)
source(1)
assert heard == [0, 1] and rising.value() == 103, (heard, rising.value())
rising.init(ear)
assert rising.value() == 0
rising.deinit()
try:
    rising.value()
    raise AssertionError
except RuntimeError:
    pass
for call in (lambda: Encoder(3, Pin(18), Pin(19)), lambda: Counter(8, ear), lambda: Encoder(0, Pin(18), Pin(19), phases=3)):
    try:
        call()
        raise AssertionError
    except ValueError:
        source.toggle()
left, right = PWM(Pin(25), freq=20_000, duty_u16=65535), PWM(Pin(26), freq=20_000, duty_u16=0)
fine, coarse, back = Encoder(0, 18, 19, phases=4), Encoder(5, 18, 19), Encoder(6, 19, 18, phases=2)
hall = Counter(7, Pin(18))
time.sleep_ms(300)
left.duty_u16(0)
time.sleep_ms(500)
a, b, c, d = fine.value(), coarse.value(), back.value(), hall.value()
assert abs(a) > 40 and abs(b - a // 4) <= 1 and abs(c + a // 2) <= 1 and abs(d - abs(a) // 4) <= 2, (a, b, c, d)
assert fine.phases() == 4 and coarse.phases() == 1 and Encoder(0) is fine
assert fine.value(0) == a and fine.value() == 0
for number in (a, b, c, d):
    left.duty_u16(abs(number))
left.duty_u16(0)
print(a, b, c, d)
