"""log and log2 with Arm's tables, log10 and log1p by FDLIBM."""

from math import frexp, inf

from .arguments import as_float
from .tables import log2_table, log_table
from .words import high_word

_hex = float.fromhex

# x = 2**k * z, z in [START, 2 * START); log(x) = k * ln2 + log(c) + log1p(r), r = z / c - 1.
_START = 0.6875
_ROWS: list[tuple[float, float, float, float]] = []
_LN2_HI = _hex("0x1.62e42fefa3800p-1")
_LN2_LO = _hex("0x1.ef35793c76730p-45")
_A0 = _hex("-0x1.0000000000001p-1")
_A1 = _hex("0x1.555555551305bp-2")
_A2 = _hex("-0x1.fffffffeb459p-3")
_A3 = _hex("0x1.999b324f10111p-3")
_A4 = _hex("-0x1.55575e506c89fp-3")
# Around 1 the logarithm is small, and a longer polynomial without a table keeps its precision.
_NEAR_LOW = 1.0 - _hex("0x1p-4")
_NEAR_HIGH = 1.0 + _hex("0x1.09p-4")
_B1 = _hex("0x1.5555555555577p-2")
_B2 = _hex("-0x1.ffffffffffdcbp-3")
_B3 = _hex("0x1.999999995dd0cp-3")
_B4 = _hex("-0x1.55555556745a7p-3")
_B5 = _hex("0x1.24924a344de3p-3")
_B6 = _hex("-0x1.fffffa4423d65p-4")
_B7 = _hex("0x1.c7184282ad6cap-4")
_B8 = _hex("-0x1.999eb43b068ffp-4")
_B9 = _hex("0x1.78182f7afd085p-4")
_B10 = _hex("-0x1.5521375d145cdp-4")

_ROWS_2: list[tuple[float, float, float, float]] = []
_INV_LN2_HI = _hex("0x1.7154765200000p+0")
_INV_LN2_LO = _hex("0x1.705fc2eefa200p-33")
_C0 = _hex("-0x1.71547652b8339p-1")
_C1 = _hex("0x1.ec709dc3a04bep-2")
_C2 = _hex("-0x1.7154764702ffbp-2")
_C3 = _hex("0x1.2776c50034c48p-2")
_C4 = _hex("-0x1.ec7b328ea92bcp-3")
_C5 = _hex("0x1.a6225e117f92ep-3")
_NEAR_LOW_2 = 1.0 - _hex("0x1.5b51p-5")
_NEAR_HIGH_2 = 1.0 + _hex("0x1.6ab2p-5")
_D0 = _hex("-0x1.71547652b82fep-1")
_D1 = _hex("0x1.ec709dc3a03f7p-2")
_D2 = _hex("-0x1.71547652b7c3fp-2")
_D3 = _hex("0x1.2776c50f05be4p-2")
_D4 = _hex("-0x1.ec709dd768fe5p-3")
_D5 = _hex("0x1.a61761ec4e736p-3")
_D6 = _hex("-0x1.7153fbc64a79bp-3")
_D7 = _hex("0x1.484d154f01b4ap-3")
_D8 = _hex("-0x1.289e4a72c383cp-3")
_D9 = _hex("0x1.0b32f285aee66p-3")

# FDLIBM: x = 2**k * (1 + f), 1 + f in [sqrt(2)/2, sqrt(2)); the bound, for a fraction in [0.5, 1), is sqrt(2)/2 cut.
_SQRT_HALF = _hex("0x1.6a09ep-1")
_FDLIBM_LN2_HI = 6.93147180369123816490e-01
_FDLIBM_LN2_LO = 1.90821492927058770002e-10
_INV_LN10_HI = 4.34294481878168880939e-01
_INV_LN10_LO = 2.50829467116452752298e-11
_LOG10_2_HI = 3.01029995663611771306e-01
_LOG10_2_LO = 3.69423907715893078616e-13
_LOW_1P = _hex("-0x1.2bec5p-2")
_HIGH_1P = _hex("0x1.a827ap-2")
_TINY_1P = 2.0**-53
_LG1 = 6.666666666666735130e-01
_LG2 = 3.999999999940941908e-01
_LG3 = 2.857142874366239149e-01
_LG4 = 2.222219843214978396e-01
_LG5 = 1.818357216161805012e-01
_LG6 = 1.531383769920937332e-01
_LG7 = 1.479819860511658591e-01


def ln(x: float) -> float:
    """The natural logarithm of x > 0, infinite or not a number included."""
    if _NEAR_LOW <= x < _NEAR_HIGH:
        r = x - 1.0
        square = r * r
        cube = r * square
        y = cube * (
            _B1 + r * _B2 + square * _B3
            + cube * (_B4 + r * _B5 + square * _B6 + cube * (_B7 + r * _B8 + square * _B9 + cube * _B10))
        )  # fmt: skip
        w = r * 134217728.0
        r_high = r + w - w
        r_low = r - r_high
        w = r_high * r_high * -0.5
        high = r + w
        low = r - high + w
        low += -0.5 * r_low * (r_high + r)
        return y + low + high
    if not x < inf:
        return x
    z, k = frexp(x)
    i = int(z * 256.0) - 176 & 127
    if z < _START:
        z *= 2.0
        k -= 1
    try:
        inverse, log_c, c, c_rest = _ROWS[i]
    except IndexError:  # the first call
        _ROWS.extend(log_table(_START))
        return ln(x)
    r = (z - c - c_rest) * inverse
    w = k * _LN2_HI + log_c
    high = w + r
    low = w - high + r + k * _LN2_LO
    square = r * r
    return low + square * _A0 + r * square * (_A1 + r * _A2 + square * (_A3 + r * _A4)) + high


def log(x: float, /, *base: float) -> float:
    if type(x) is not float:
        x = as_float(x)
    if len(base) > 1:
        raise TypeError(f"function expected at most 2 arguments, got {1 + len(base)}")
    if x <= 0.0:
        raise ValueError("math domain error")
    if not base:
        return ln(x)
    b = as_float(base[0])
    if b <= 0.0:
        raise ValueError("math domain error")
    if b == 1.0:
        raise ZeroDivisionError("divide by zero")
    return ln(x) / ln(b)


def log2(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if x <= 0.0:
        raise ValueError("math domain error")
    if _NEAR_LOW_2 <= x < _NEAR_HIGH_2:
        r = x - 1.0
        r_high = high_word(r)
        r_low = r - r_high
        high = r_high * _INV_LN2_HI
        low = r_low * _INV_LN2_HI + r * _INV_LN2_LO
        square = r * r
        fourth = square * square
        p = square * (_D0 + r * _D1)
        y = high + p
        low += high - y + p
        low += fourth * (
            _D2 + r * _D3 + square * (_D4 + r * _D5)
            + fourth * (_D6 + r * _D7 + square * (_D8 + r * _D9))
        )  # fmt: skip
        return y + low
    if not x < inf:
        return x
    z, k = frexp(x)
    i = int(z * 128.0) - 88 & 63
    if z < _START:
        z *= 2.0
        k -= 1
    try:
        inverse, log_c, c, c_rest = _ROWS_2[i]
    except IndexError:  # the first call
        _ROWS_2.extend(log2_table(_START))
        return log2(x)
    r = (z - c - c_rest) * inverse
    r_high = high_word(r)
    r_low = r - r_high
    t1 = r_high * _INV_LN2_HI
    t2 = r_low * _INV_LN2_HI + r * _INV_LN2_LO
    t3 = k + log_c
    high = t3 + t1
    low = t3 - high + t1 + t2
    square = r * r
    p = _C0 + r * _C1 + square * (_C2 + r * _C3) + square * square * (_C4 + r * _C5)
    return low + square * p + high


def log10(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if x <= 0.0:
        raise ValueError("math domain error")
    if not x < inf:
        return x
    if x == 1.0:
        return 0.0
    z, k = frexp(x)
    if z < _SQRT_HALF:
        z *= 2.0
        k -= 1
    f = z - 1.0
    half_square = 0.5 * f * f
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    r = z * (_LG1 + w * (_LG3 + w * (_LG5 + w * _LG7))) + w * (_LG2 + w * (_LG4 + w * _LG6))
    high = high_word(f - half_square)
    low = f - high - half_square + s * (half_square + r)
    value = high * _INV_LN10_HI
    y = k * _LOG10_2_HI
    rest = k * _LOG10_2_LO + (low + high) * _INV_LN10_LO + low * _INV_LN10_HI
    w = y + value
    rest += (y - w) + value
    return rest + w


def log1p(x: float) -> float:
    """ln(1 + x) for x > -1; not for an infinity or a NaN."""
    if _LOW_1P < x < _HIGH_1P:
        if -_TINY_1P < x < _TINY_1P:
            return x
        k, c, f = 0, 0.0, x
    else:
        u = 1.0 + x
        z, k = frexp(u)
        if z < _SQRT_HALF:
            z *= 2.0
            k -= 1
        c = 0.0
        if k < 54:
            c = (1.0 - (u - x) if k >= 2 else x - (u - 1.0)) / u
        f = z - 1.0
    half_square = 0.5 * f * f
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    r = z * (_LG1 + w * (_LG3 + w * (_LG5 + w * _LG7))) + w * (_LG2 + w * (_LG4 + w * _LG6))
    return s * (half_square + r) + (k * _FDLIBM_LN2_LO + c) - half_square + f + k * _FDLIBM_LN2_HI
