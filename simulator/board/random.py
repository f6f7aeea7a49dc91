"""`random`, the same on every interpreter and seeded by the run, in whole numbers up to the last division."""

import _boot

_state = 0


def seed(value=None):
    global _state
    value = _boot.seed if value is None else int(value)
    _state = (value * 0x9E3779B1 + 0x7F4A7C15) & 0xFFFFFFFF or 1
    for _ in range(4):
        _next()


def _next():
    # xorshift32 (Marsaglia 2003)
    global _state
    x = _state
    x ^= x << 13 & 0xFFFFFFFF
    x ^= x >> 17
    x ^= x << 5 & 0xFFFFFFFF
    _state = x
    return x


def getrandbits(bits):
    if not 0 <= bits <= 32:
        raise ValueError("bits must be 32 or less")
    return _next() >> (32 - bits)


def _below(limit):
    # by rejection, so that every value is as likely
    span = 0xFFFFFFFF - 0xFFFFFFFF % limit
    while True:
        x = _next() - 1
        if x < span:
            return x % limit


def randrange(start, stop=None, step=1):
    if stop is None:
        start, stop = 0, start
    count = (stop - start + step - (1 if step > 0 else -1)) // step if step else 0
    if count <= 0:
        raise ValueError("empty range")
    return start + step * _below(count)


def randint(a, b):
    return randrange(a, b + 1)


def choice(sequence):
    if not len(sequence):
        raise IndexError("empty sequence")
    return sequence[_below(len(sequence))]


def random():
    return ((_next() >> 5) * 67108864 + (_next() >> 6)) / 9007199254740992


def uniform(a, b):
    return a + (b - a) * random()


seed()
