"""Noise as a function of (seed, channel, time): never a stream, so that reading more or less often changes nothing."""

import hashlib
from functools import cache, lru_cache
from itertools import pairwise

from .elementary import exp

ROWS = 512  # of four numbers; nine bits name one
CHANNELS_A_WORD = 7
_MASK = (1 << 64) - 1


def key_of(seed: int, name: str) -> int:
    """64 bits that belong to a seed and a name."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "little")


def word(key: int, number: int) -> int:
    """64 bits that belong to a key and a whole number: multiply and shift, twice."""
    mixed = number * 0xA24BAED4963EE407 + key & _MASK
    mixed = (mixed ^ mixed >> 29) * 0x9FB21C651E98DF25 & _MASK
    return mixed ^ mixed >> 32


@lru_cache(maxsize=64)
def normal_rows(key: int) -> list[tuple[float, float, float, float]]:
    """Four times ROWS numbers that are together as normally spread as so many can be, in an order of that key's own."""
    numbers = _quantiles(4 * ROWS)
    order = sorted(range(4 * ROWS), key=lambda i: word(key, i))
    mixed = [numbers[i] for i in order]
    return [(mixed[i], mixed[i + 1], mixed[i + 2], mixed[i + 3]) for i in range(0, 4 * ROWS, 4)]


@cache
def _quantiles(count: int) -> tuple[float, ...]:
    """The middles of `count` equally likely parts of the standard normal distribution, ascending."""
    width = 1 / 128
    density = [exp(-0.5 * (i * width) * (i * width)) for i in range(6 * 128)]
    below = [0.0]  # the area from 0 to i * width
    for left, right in pairwise(density):
        below.append(below[-1] + 0.5 * width * (left + right))
    upper = []
    index = 0
    for n in range(count // 2):
        area = below[-1] * (2 * n + 1) / count
        while below[index + 1] < area:
            index += 1
        upper.append(width * (index + (area - below[index]) / (below[index + 1] - below[index])))
    return tuple([-x for x in reversed(upper)] + upper)
