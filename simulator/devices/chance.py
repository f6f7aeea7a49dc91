"""Noise as a function of (seed, channel, time): never a stream, so that reading more or less often changes nothing."""

import hashlib
import struct
from functools import cache

ROWS = 1024  # of the table, 10 bits
CHANNELS_A_WORD = 6
_MASK = (1 << 64) - 1


def key_of(seed: int, name: str) -> int:
    """64 bits that belong to a seed and a name."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "little")


def word(key: int, number: int) -> int:
    """64 bits that belong to a key and a whole number: two rounds of multiply and shift."""
    mixed = (key ^ number * 0xA24BAED4963EE407) & _MASK
    mixed = (mixed ^ mixed >> 29) * 0x9FB21C651E98DF25 & _MASK
    mixed = (mixed ^ mixed >> 32) * 0xD1342543DE82EF95 & _MASK
    return mixed ^ mixed >> 31


@cache
def normal_rows(seed: int) -> tuple[tuple[float, float, float, float], ...]:
    """Rows of four numbers of standard normal distribution, each from the sum of twelve even whole ones."""
    stream = hashlib.shake_256(f"{seed}/noise rows".encode()).digest(ROWS * 4 * 12 * 2)
    even = struct.unpack(f"<{ROWS * 4 * 12}H", stream)
    values = [(sum(even[i : i + 12]) - 12 * 32767.5) / 65536 for i in range(0, len(even), 12)]
    return tuple((values[i], values[i + 1], values[i + 2], values[i + 3]) for i in range(0, len(values), 4))
