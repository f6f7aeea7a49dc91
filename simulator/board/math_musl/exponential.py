"""exp and expm1: Arm's table of 2**(i/128) with a short polynomial, and FDLIBM's rational approximation."""

from math import inf

from .arguments import as_float
from .tables import exp_table
from .words import TWO_TO

_hex = float.fromhex

# exp(x) = 2**(k/128) * exp(r), r = x - k * ln2/128
_ROWS = exp_table()
_ROUNDER = 1.5 * 2.0**52  # added and taken away again, it rounds to an integer
_INV_LN2_128 = _hex("0x1.71547652b82fep+7")
_LN2_128_HI = _hex("0x1.62e42fefa0000p-8")
_LN2_128_LO = _hex("0x1.cf79abc9e3b3ap-47")
_E2 = _hex("0x1.ffffffffffdbdp-2")
_E3 = _hex("0x1.555555555543cp-3")
_E4 = _hex("0x1.55555cf172b91p-5")
_E5 = _hex("0x1.1111167a4d017p-7")
_TINY = 2.0**-54

_LN2_HI = 6.93147180369123816490e-01
_LN2_LO = 1.90821492927058770002e-10
_INV_LN2 = 1.44269504088896338700e00
_HALF_LN2 = _hex("0x1.62e43p-2")
_LN2_AND_HALF = _hex("0x1.0a2b2p+0")
_LN2_56 = _hex("0x1.3687ap+5")
_OVERFLOW = 7.09782712893383973096e02
_Q1 = -3.33333333333331316428e-02
_Q2 = 1.58730158725481460165e-03
_Q3 = -7.93650757867487942473e-05
_Q4 = 4.00821782732936239552e-06
_Q5 = -2.01099218183624371326e-07


def exp_of_sum(x: float, tail: float) -> float:
    """exp(x + tail) for a tail far below x; infinite where it overflows. Not for a NaN."""
    if -_TINY < x < _TINY:
        return 1.0 + x
    if not -1024.0 < x < 1024.0:
        return inf if x > 0.0 else 0.0
    k = x * _INV_LN2_128 + _ROUNDER - _ROUNDER
    r = x - k * _LN2_128_HI - k * _LN2_128_LO + tail
    n = int(k)
    scale, correction = _ROWS[n & 127]
    n >>= 7
    square = r * r
    rest = correction + r + square * (_E2 + r * _E3) + square * square * (_E4 + r * _E5)
    if -512.0 < x < 512.0:
        scale *= TWO_TO[n]
        return scale + scale * rest
    if n >= 0:
        scale *= TWO_TO[n - 1009]
        return TWO_TO[1009] * (scale + scale * rest)
    # The result may be subnormal: round it at the place where it will be cut, so that it is rounded once.
    scale *= TWO_TO[n + 1022]
    y = scale + scale * rest
    if y < 1.0:
        low = scale - y + scale * rest
        high = 1.0 + y
        low = 1.0 - high + y + low
        y = high + low - 1.0
    return TWO_TO[-1022] * y


def exp(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -512.0 < x < 512.0:
        # The same steps as above, for the common case.
        if -_TINY < x < _TINY:
            return 1.0 + x
        k = x * _INV_LN2_128 + _ROUNDER - _ROUNDER
        r = x - k * _LN2_128_HI - k * _LN2_128_LO
        n = int(k)
        scale, correction = _ROWS[n & 127]
        scale *= TWO_TO[n >> 7]
        square = r * r
        return scale + scale * (correction + r + square * (_E2 + r * _E3) + square * square * (_E4 + r * _E5))
    if x != x:
        return x
    result = exp_of_sum(x, 0.0)
    if result == inf != x:
        raise ValueError("math domain error")
    return result


def expm1(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    if not size < _LN2_56:
        if x < 0.0:
            return -1.0
        if x > _OVERFLOW and x != inf:
            raise ValueError("math domain error")
        if not x < inf:
            return x
    if size < _HALF_LN2:
        if size < _TINY:
            return x
        half = 0.5 * x
        square = x * half
        q = 1.0 + square * (_Q1 + square * (_Q2 + square * (_Q3 + square * (_Q4 + square * _Q5))))
        t = 3.0 - q * half
        return x - (x * (square * ((q - t) / (6.0 - x * t))) - square)
    if size < _LN2_AND_HALF:
        k = 1 if x > 0.0 else -1
    else:
        k = int(_INV_LN2 * x + (0.5 if x > 0.0 else -0.5))
    high = x - k * _LN2_HI
    low = k * _LN2_LO
    x = high - low
    c = (high - x) - low
    half = 0.5 * x
    square = x * half
    q = 1.0 + square * (_Q1 + square * (_Q2 + square * (_Q3 + square * (_Q4 + square * _Q5))))
    t = 3.0 - q * half
    e = x * (square * ((q - t) / (6.0 - x * t)) - c) - c - square
    if k == -1:
        return 0.5 * (x - e) - 0.5
    if k == 1:
        return -2.0 * (e - (x + 0.5)) if x < -0.25 else 1.0 + 2.0 * (x - e)
    if k < 0 or k > 56:
        y = x - e + 1.0
        y = y * 2.0 * TWO_TO[1023] if k == 1024 else y * TWO_TO[k]
        return y - 1.0
    if k < 20:
        return (x - e + (1.0 - TWO_TO[-k])) * TWO_TO[k]
    return (x - (e + TWO_TO[-k]) + 1.0) * TWO_TO[k]
