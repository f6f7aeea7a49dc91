"""x - n * pi/2 for the trigonometric functions, as a sum of two doubles, after FDLIBM.

Up to 2**20 * pi/2 it subtracts n times pi/2 cut into pieces of 33 bits. Beyond, it multiplies x by the bits of 2/pi
that matter for it (Payne and Hanek).
"""

from math import floor, frexp, inf, ldexp

_hex = float.fromhex

_ROUNDER = 1.5 * 2.0**52  # added and taken away again, it rounds to an integer
_INV_PIO2 = 6.36619772367581382433e-01
_PIO4 = _hex("0x1.921fb54442d18p-1")
_PIO2_1 = 1.57079632673412561417e00
_PIO2_1_REST = 6.07710050650619224932e-11
_PIO2_2 = 6.07710050630396597660e-11
_PIO2_2_REST = 2.02226624879595063154e-21
_PIO2_3 = 2.02226624871116645580e-21
_PIO2_3_REST = 8.47842766036889956997e-32
# 3, 5, 7 and 9 times pi/4, and 2**20 * pi/2, cut after 20 bits and raised by one there.
_3_PIO4 = _hex("0x1.2d97dp+1")
_5_PIO4 = _hex("0x1.f6a7bp+1")
_7_PIO4 = _hex("0x1.5fdbdp+2")
_9_PIO4 = _hex("0x1.c463cp+2")
_LARGE = _hex("0x1.921fbp+20")
# 1 to 4 times pi/2 cut after 20 bits, and the width of that step: so near to them a difference loses too many bits.
_NEAR = ((_hex("0x1.921fbp+0"), 2.0**-20), (_hex("0x1.921fbp+1"), 2.0**-19), (_hex("0x1.2d97cp+2"), 2.0**-18),
         (_hex("0x1.921fbp+2"), 2.0**-18))  # fmt: skip

# pi/2 in pieces of 24 bits.
_PIO2_PIECES = (
    1.57079625129699707031e00,
    7.54978941586159635335e-08,
    5.39030252995776476554e-15,
    3.28200341580791294123e-22,
    1.27065575308067607349e-29,
)
_INV_PIO2_DIGITS: list[int] = []
_DIGIT = 2.0**24
_PLACES = 4


def minus_quarters(x: float) -> tuple[int, float, float]:
    """(n, high, low): x = n * pi/2 + high + low, n modulo 4, |high| up to about pi/4. For |x| > pi/4."""
    size = abs(x)
    if size < _9_PIO4:
        if size < _5_PIO4:
            n = 1 if size < _3_PIO4 else 2
        else:
            n = 3 if size < _7_PIO4 else 4
        low, width = _NEAR[n - 1]
        if not 0.0 <= size - low < width:
            if x < 0.0:
                n = -n
            r = x - n * _PIO2_1
            w = n * _PIO2_1_REST
            high = r - w
            return n, high, (r - high) - w
    elif not size < _LARGE:
        if size == inf:
            raise ValueError("math domain error")
        return _minus_many_quarters(x) if size < inf else (0, x, x)
    f = x * _INV_PIO2 + _ROUNDER - _ROUNDER
    r = x - f * _PIO2_1
    w = f * _PIO2_1_REST
    high = r - w
    if high < -_PIO4 or high > _PIO4:
        f += 1.0 if high > 0.0 else -1.0
        r = x - f * _PIO2_1
        w = f * _PIO2_1_REST
        high = r - w
    # Seldom: more than 16 bits cancelled.
    if abs(high) * 65536.0 < size:
        exponent = frexp(x)[1]
        if high == 0.0 or exponent - frexp(high)[1] > 16:
            t = r
            w = f * _PIO2_2
            r = t - w
            w = f * _PIO2_2_REST - ((t - r) - w)
            high = r - w
            if high == 0.0 or exponent - frexp(high)[1] > 49:
                t = r
                w = f * _PIO2_3
                r = t - w
                w = f * _PIO2_3_REST - ((t - r) - w)
                high = r - w
    return int(f), high, (r - high) - w


def _inv_pio2_digits() -> list[int]:
    """2/pi in 66 digits of 24 bits, from Machin's formula."""
    bits = 66 * 24 + 64

    def arctan_of_inverse(n: int) -> int:
        term = (1 << bits) // n
        total, k = term, 1
        while term:
            term //= -n * n
            k += 2
            total += term // k
        return total

    pi = 4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))
    inverse = (1 << (2 * bits + 1)) // pi >> 64
    return [inverse >> 24 * (65 - i) & 0xFFFFFF for i in range(66)]


def _minus_many_quarters(x: float) -> tuple[int, float, float]:
    """The same for a finite |x| from 2**20 * pi/2 up."""
    if not _INV_PIO2_DIGITS:
        _INV_PIO2_DIGITS.extend(_inv_pio2_digits())
    # |x| in pieces of 24 bits, the first an integer and the next ones below it, times 2**exponent.
    fraction, exponent = frexp(abs(x))
    exponent -= 24
    rest = fraction * _DIGIT
    pieces = []
    for _ in range(3):
        pieces.append(float(int(rest)))
        rest = (rest - pieces[-1]) * _DIGIT
    while pieces[-1] == 0.0:
        pieces.pop()

    n, digits, shift, negative = _quarters(pieces, exponent)
    unit = ldexp(1.0, shift)
    parts = []
    for digit in reversed(digits):
        parts.append(unit * digit)
        unit /= _DIGIT
    # parts falls in size; each product below adds up what has the same weight.
    products = []
    for i in range(len(parts)):
        total = 0.0
        for k, piece in enumerate(_PIO2_PIECES[: i + 1]):
            total += piece * parts[i - k]
        products.append(total)
    high = 0.0
    for product in reversed(products):
        high += product
    low = products[0] - high
    for product in products[1:]:
        low += product
    if negative != (x < 0.0):
        high, low = -high, -low
    return -n if x < 0.0 else n, high, low


def _quarters(pieces: list[float], exponent: int) -> tuple[int, list[int], int, bool]:
    """|x| * 2/pi as n + f or n - f, |f| <= 1/2, n modulo 8: n, the 24-bit digits of f from the lowest up, the exponent
    of the highest, and whether f is to be taken away.
    """
    first = max((exponent - 3) // 24, 0)
    shift = exponent - 24 * (first + 1)

    def product(i: int) -> float:
        """Place `i` of the product, before any carry."""
        total = 0.0
        for j, piece in enumerate(pieces):
            if first + i >= j:
                total += piece * _INV_PIO2_DIGITS[first + i - j]
        return total

    places = [product(i) for i in range(_PLACES + 1)]
    while True:
        digits = []
        z = places[-1]
        for place in reversed(places[:-1]):
            carry = float(int(z / _DIGIT))
            digits.append(int(z - _DIGIT * carry))
            z = place + carry
        z = ldexp(z, shift)
        z -= 8.0 * floor(z * 0.125)
        n = int(z)
        z -= n
        if shift > 0:
            units = digits[-1] >> (24 - shift)
            n += units
            digits[-1] -= units << (24 - shift)
            negative = digits[-1] >> (23 - shift) > 0
        elif shift == 0:
            negative = digits[-1] >> 23 > 0
        else:
            negative = z >= 0.5
        if negative:
            n += 1
            z = _one_minus(digits, z, shift)
        if z != 0.0 or any(digits[_PLACES:]):
            break
        # Nothing is left of what was kept: take as many more places as there are zeros.
        zeros = 1
        while digits[_PLACES - zeros] == 0:
            zeros += 1
        places += [product(i) for i in range(len(places), len(places) + zeros)]

    if z == 0.0:
        shift -= 24
        while digits[-1] == 0:
            digits.pop()
            shift -= 24
        return n, digits, shift, negative
    z = ldexp(z, -shift)
    if z >= _DIGIT:
        carry = float(int(z / _DIGIT))
        digits.append(int(z - _DIGIT * carry))
        shift += 24
        z = carry
    digits.append(int(z))
    return n, digits, shift, negative


def _one_minus(digits: list[int], z: float, shift: int) -> float:
    """Turns the fraction z + digits into 1 minus it; the digits in place, z as the result."""
    borrow = False
    for j, digit in enumerate(digits):
        if borrow:
            digits[j] = 0xFFFFFF - digit
        elif digit:
            borrow = True
            digits[j] = 0x1000000 - digit
    if shift > 0:
        digits[-1] &= 0xFFFFFF >> shift
    if shift < 0:
        z = 1.0 - z
        if borrow:
            z -= ldexp(1.0, shift)
    return z
