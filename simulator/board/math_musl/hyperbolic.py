"""sinh, cosh, tanh and their inverses, as musl builds them from expm1, exp, log and log1p."""

from math import inf, sqrt

from .arguments import as_float
from .exponential import exp, expm1
from .logarithm import ln, log1p
from .words import TWO_TO

_hex = float.fromhex

_LN2 = _hex("0x1.62e42fefa39efp-1")
_COSH_SMALL = _hex("0x1.62e42p-1")
_EXP_LIMIT = _hex("0x1.62e42p+9")
_SHIFT = _hex("0x1.62066151add8bp+10")  # 2043 * ln2
_TANH_LARGE = _hex("0x1.40001p+4")
_TANH_MIDDLE = _hex("0x1.193ebp-1")
_TANH_SMALL = _hex("0x1.058afp-2")
_NORMAL = 2.0**-1022


def _half_exp(x: float, factor: float) -> float:
    """factor * exp(x) / 2 where exp(x) alone overflows; infinite only for an infinite x."""
    result = exp(x - _SHIFT) * (factor * TWO_TO[1021]) * TWO_TO[1021]
    if abs(result) == inf != x:
        raise ValueError("math domain error")
    return result


def sinh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    half = 0.5 if x > 0.0 else -0.5
    if size < 1.0:
        if size < 2.0**-26:
            return x
        t = expm1(size)
        return half * (2.0 * t - t * t / (t + 1.0))
    if size < _EXP_LIMIT:
        t = expm1(size)
        return half * (t + t / (t + 1.0))
    return _half_exp(size, 2.0 * half)


def cosh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    x = abs(x)
    if x < _COSH_SMALL:
        if x < 2.0**-26:
            return 1.0
        t = expm1(x)
        return 1.0 + t * t / (2.0 * (1.0 + t))
    if x < _EXP_LIMIT:
        t = exp(x)
        return 0.5 * (t + 1.0 / t)
    return _half_exp(x, 1.0)


def tanh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    if size >= _TANH_LARGE:
        t = 1.0
    elif size >= _TANH_MIDDLE:
        t = 1.0 - 2.0 / (expm1(2.0 * size) + 2.0)
    elif size >= _TANH_SMALL:
        t = expm1(2.0 * size)
        t = t / (t + 2.0)
    elif size >= _NORMAL:
        t = expm1(-2.0 * size)
        t = -t / (t + 2.0)
    else:
        return x
    return t if x > 0.0 else -t


def asinh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    if size < 2.0**-26 or x != x:
        return x
    if size < 2.0:
        square = size * size
        y = log1p(size + square / (sqrt(square + 1.0) + 1.0))
    elif size < 2.0**26:
        y = ln(2.0 * size + 1.0 / (sqrt(size * size + 1.0) + size))
    else:
        y = ln(size) + _LN2
    return y if x > 0.0 else -y


def acosh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if x >= 2.0**26:
        return ln(x) + _LN2
    if x >= 2.0:
        return ln(2.0 * x - 1.0 / (x + sqrt(x * x - 1.0)))
    if x >= 1.0:
        t = x - 1.0
        return log1p(t + sqrt(t * t + 2.0 * t))
    if -(2.0**26) < x <= -2.0:
        # Far below its domain musl lets some arguments through: the difference rounds to a small negative number.
        difference = x + sqrt(x * x - 1.0)
        if difference < 0.0:
            y = 2.0 * x - 1.0 / difference
            if y > 0.0:
                return ln(y)
    if x != x:
        return x
    raise ValueError("math domain error")


def atanh(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    if size >= 1.0:
        raise ValueError("math domain error")
    if size >= 0.5:
        y = 0.5 * log1p(2.0 * (size / (1.0 - size)))
    elif size >= 2.0**-32:
        y = 0.5 * log1p(2.0 * size + 2.0 * size * size / (1.0 - size))
    else:
        return x
    return y if x > 0.0 else -y
