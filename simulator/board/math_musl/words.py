"""Exact moves on the binary form of a double, without packing it into bytes."""

from math import frexp, ldexp

# TWO_TO[n] == 2.0**n for -1022 <= n <= 1023: the negative powers stand at the end, where a negative index finds them.
TWO_TO = [ldexp(1.0, n) for n in range(1024)] + [ldexp(1.0, n) for n in range(-1022, 0)]


def high_word(x: float) -> float:
    """`x` with the low 32 bits of its fraction cleared; |x| is 0 or from 2**-1000 up, and finite."""
    fraction, exponent = frexp(x)
    return int(fraction * 2097152.0) * TWO_TO[exponent - 21]


def high_bits(x: float) -> float:
    """`x` with the low 27 bits of its fraction cleared; |x| is 0 or from 2**-990 up to 2**1000."""
    fraction, exponent = frexp(x)
    return int(fraction * 67108864.0) * TWO_TO[exponent - 26]


def scaled(x: float, n: int) -> float:
    """`x` * 2**n, rounded once, even where the result is subnormal; an overflow gives an infinity."""
    if n > 1023:
        x *= TWO_TO[1023]
        n -= 1023
        if n > 1023:
            x *= TWO_TO[1023]
            n = min(n - 1023, 1023)
    elif n < -1022:
        # Steps of 2**-969 keep 53 bits above the subnormal range until the last multiplication.
        x *= TWO_TO[-969]
        n += 969
        if n < -1022:
            x *= TWO_TO[-969]
            n = max(n + 969, -1022)
    return x * TWO_TO[n]
