# A deque of a fixed size that pushes out or refuses (docs.micropython.org/en/latest/library/collections.html#collections.deque).
from collections import deque

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def refused(action):
    try:
        action()
    except Exception as error:
        return type(error).__name__
    return ""


for wrong in (
    lambda: deque(), lambda: deque(()), lambda: deque((), maxlen=3), lambda: deque((), -1), lambda: deque((), None),
    lambda: deque((), 2.0), lambda: deque((), 2, 1.0), lambda: deque((), 2, 1, 0), lambda: deque(5, 2),
    lambda: deque((1, 2, 3), 2, 1),
):  # fmt: skip
    name = refused(wrong)
    assert name, wrong
    motor.duty_u16(len(name) * 100)

full = deque((1, 2), 2, 1)
for wrong in (lambda: full.append(3), lambda: full.appendleft(3), lambda: full.extend((3,))):
    assert refused(wrong) == "IndexError"
assert full.pop() == 2 and full.popleft() == 1 and not full
assert refused(full.pop) == refused(full.popleft) == "IndexError"
full.appendleft(5)
assert list(full) == [5] and len(full) == 1

rolling = deque((1, 2, 3, 4), 3)
assert list(rolling) == [2, 3, 4]
rolling.appendleft(1)
assert list(rolling) == [1, 2, 3]
rolling.extend((7, 8))
rolling[1] = 6
assert (rolling[0], rolling[1], rolling[-1], rolling[-3]) == (3, 6, 8, 3)
for wrong in (
    lambda: rolling[3], lambda: rolling[-4], lambda: rolling[0:2], lambda: rolling[1.0], lambda: rolling + rolling,
    lambda: rolling * 2, lambda: hash(rolling), lambda: rolling < rolling, lambda: deque((), 0, 1).append(1),
):  # fmt: skip
    motor.duty_u16(len(refused(wrong)) * 100)
assert 6 in rolling and 9 not in rolling
assert rolling == rolling and deque((1,), 1) != deque((1,), 1)
assert sorted(rolling) == [3, 6, 8] and sum(rolling) == 17 and bytes(rolling) == b"\x03\x06\x08"
nothing = deque((), 0)
nothing.append(1)
nothing.appendleft(1)
assert len(nothing) == 0
for name in ("clear", "count", "rotate", "maxlen", "remove", "insert", "copy", "reverse", "extendleft"):
    assert not hasattr(rolling, name)

seen = []
for value in rolling:  # which goes on while the ring turns
    seen.append(value)
    if len(seen) < 5:
        rolling.append(value + 100)
for value in seen:
    motor.duty_u16(value)


class Latest(deque):
    def __init__(self, count):
        super().__init__((), count)

    def mean(self):
        return sum(self) // len(self)


latest = Latest(2)
for value in (100, 200, 300):
    latest.append(value)
motor.duty_u16(latest.mean())
assert repr(rolling)[:6] == "<deque"
