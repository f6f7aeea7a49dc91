"""Pin: modes, pulls, value, on, off, toggle, open drain, one object a number (library/machine.Pin.html)."""

import sys
from machine import PWM, Pin

A, B, FREE, LED = (0, 1, 21, 25) if sys.platform == "rp2" else (17, 16, 4, 2)
seen = []

assert Pin(A) is Pin(A)
one = Pin(A, Pin.OUT, value=1)
other = Pin(B, Pin.IN)
seen += [one.value(), one(), other.value()]
one.off()
seen += [one.value(), other()]
one.toggle()
seen += [one(), other()]
one(0)
seen.append(other())
one.on()
seen.append(other.value())
# an input keeps what is written for the time when it is an output
other.init(Pin.IN, Pin.PULL_UP)
one.init(Pin.OPEN_DRAIN, value=1)
seen += [one.value(), other.value()]
one.value(0)
seen += [one.value(), other.value()]
one.init(Pin.IN)
one.value(1)
one.init(Pin.OUT)
seen += [one.value(), other.value()]
pulled = Pin(14 if sys.platform == "rp2" else 15, Pin.IN, Pin.PULL_UP)
seen.append(pulled.value())
pulled.init(Pin.IN, Pin.PULL_DOWN)
seen.append(pulled.value())
pulled.init(Pin.IN, None)
seen.append(pulled.value())
assert seen[:9] == [1, 1, 1, 0, 0, 1, 1, 0, 1], seen
assert seen[-3:] == [1, 0, 0], seen
for bad in (99, -1, None, 2.0):
    try:
        Pin(bad)
    except (ValueError, TypeError):
        seen.append(1)
for options in ({"speed": 1}, {"mode": Pin.OUT, "value": 1, "strength": 3}):
    try:
        Pin(A, **options)
    except TypeError:
        seen.append(1)
print(seen)
show = PWM(Pin(LED), freq=1000, duty_u16=0)
number = 1
for value in seen:
    number = (number * 2 + value) % 65521
show.duty_u16(number)
