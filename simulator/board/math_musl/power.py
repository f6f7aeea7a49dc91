"""pow(x, y) = exp(y * log(x)), with the logarithm in two doubles: Arm's table and polynomial."""

from math import floor, fmod, frexp, inf

from .arguments import as_float
from .exponential import exp_of_sum
from .tables import pow_table
from .words import high_bits

_hex = float.fromhex

# x = 2**k * z, z in [START, 2 * START); log(x) = k * ln2 + log(c) + log1p(r), r = z / c - 1.
_START = _hex("0x1.69555p-1")
_ROWS: list[tuple[float, float, float]] = []
_LN2_HI = _hex("0x1.62e42fefa3800p-1")
_LN2_LO = _hex("0x1.ef35793c76730p-45")
_A1 = _hex("0x1.555555555556p-2") * -2.0
_A2 = _hex("-0x1.0000000000006p-2") * -2.0
_A3 = _hex("0x1.999999959554ep-3") * 4.0
_A4 = _hex("-0x1.555555529a47ap-3") * 4.0
_A5 = _hex("0x1.2495b9b4845e9p-3") * -8.0
_A6 = _hex("-0x1.0002b8b263fc3p-3") * -8.0


def pow(x: float, y: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if type(y) is not float:
        y = as_float(y)
    if y == 0.0 or x == 1.0:
        return 1.0
    if not 0.0 < x < inf or not -inf < y < inf:
        return _special_power(x, y)
    return _finite_power(x, y)


def _special_power(x: float, y: float) -> float:
    """Where x is not a positive finite number, or y is not finite."""
    if x != x or y != y:
        return x + y
    size = abs(x)
    if y in (inf, -inf):
        if size == 1.0:
            return 1.0
        return 0.0 if (size < 1.0) == (y > 0.0) else inf
    odd = fmod(y, 2.0) in (1.0, -1.0)
    if x == 0.0:
        if y < 0.0:
            raise ValueError("math domain error")
        return x if odd else 0.0
    if size == inf:
        if y < 0.0:
            return -0.0 if odd and x < 0.0 else 0.0
        return x if odd else inf
    if y != floor(y):
        raise ValueError("math domain error")
    result = _finite_power(size, y)
    return -result if odd else result


def _finite_power(x: float, y: float) -> float:
    """x**y of finite numbers, x > 0."""
    # Past these bounds the result is 1, or over or under the range, and the product below could itself overflow.
    if not -(2.0**63) < y < 2.0**63:
        y = 2.0**63 if y > 0.0 else -(2.0**63)
    if -(2.0**-65) < y < 2.0**-65 or x == 1.0:
        return 1.0
    z, k = frexp(x)
    if z < _START:
        i = int((z - _START + 0.5) * 256.0)
        z *= 2.0
        k -= 1
    else:
        i = int((z - _START) * 256.0)
    try:
        inverse, log_c, log_c_rest = _ROWS[i]
    except IndexError:  # the first call
        _ROWS.extend(pow_table(_START))
        return _finite_power(x, y)

    # r = z / c - 1 without a rounding: the upper part of z, cut to 21 bits, times a short inverse is exact.
    z_high = int(z * 2097152.0 + 0.5) * 2.0**-21 if z < 1.0 else int(z * 1048576.0 + 0.5) * 2.0**-20
    r_high = z_high * inverse - 1.0
    r_low = (z - z_high) * inverse
    r = r_high + r_low
    t1 = k * _LN2_HI + log_c
    t2 = t1 + r
    low1 = k * _LN2_LO + log_c_rest
    low2 = t1 - t2 + r
    ar = -0.5 * r
    ar2 = r * ar
    ar3 = r * ar2
    ar_high = -0.5 * r_high
    ar2_high = r_high * ar_high
    high = t2 + ar2_high
    low3 = r_low * (ar + ar_high)
    low4 = t2 - high + ar2_high
    p = ar3 * (_A1 + r * _A2 + ar2 * (_A3 + r * _A4 + ar2 * (_A5 + r * _A6)))
    low = low1 + low2 + low3 + low4 + p
    log = high + low
    log_rest = high - log + low

    y_high = high_bits(y)
    log_high = high_bits(log)
    product = y_high * log_high
    rest = (y - y_high) * log_high + y * (log - log_high + log_rest)
    result = exp_of_sum(product, rest)
    if result == inf:
        raise ValueError("math domain error")
    return result
