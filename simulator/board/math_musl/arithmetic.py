"""The functions of `math` that are exact: a rounding, a comparison, a move of bits or one rounded operation."""

import math
from math import inf

from .arguments import as_float, as_int
from .words import scaled

_DEGREE = math.pi / 180.0
_RADIAN = 180.0 / math.pi


def sqrt(x: float, /) -> float:
    return math.sqrt(x if type(x) is float else as_float(x))


def fabs(x: float, /) -> float:
    return abs(x if type(x) is float else as_float(x))


def ceil(x: float, /) -> int:
    return math.ceil(x if type(x) is float else as_float(x))


def floor(x: float, /) -> int:
    return math.floor(x if type(x) is float else as_float(x))


def trunc(x: float, /) -> int:
    return int(x if type(x) is float else as_float(x))


def copysign(x: float, y: float, /) -> float:
    return math.copysign(as_float(x), as_float(y))


def fmod(x: float, y: float, /) -> float:
    return math.fmod(as_float(x), as_float(y))


def frexp(x: float, /) -> tuple[float, int]:
    return math.frexp(as_float(x))


def modf(x: float, /) -> tuple[float, float]:
    return math.modf(as_float(x))


def ldexp(x: float, n: int, /) -> float:
    """x * 2**n; beyond the range an infinity, not an error."""
    return scaled(as_float(x), as_int(n))


def isfinite(x: float, /) -> bool:
    return -inf < as_float(x) < inf


def isinf(x: float, /) -> bool:
    return as_float(x) in (inf, -inf)


def isnan(x: float, /) -> bool:
    x = as_float(x)
    return x != x


def radians(x: float, /) -> float:
    return (x if type(x) is float else as_float(x)) * _DEGREE


def degrees(x: float, /) -> float:
    return (x if type(x) is float else as_float(x)) * _RADIAN


def isclose(a: float, b: float, /, *, rel_tol: float = 1e-9, abs_tol: float = 0.0) -> bool:
    a, b, rel_tol, abs_tol = as_float(a), as_float(b), as_float(rel_tol), as_float(abs_tol)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("math domain error")
    if a == b:
        return True
    difference = abs(a - b)
    if difference == inf:
        return False
    return difference <= abs_tol or difference <= abs(rel_tol * a) or difference <= abs(rel_tol * b)


def factorial(n: int, /) -> int:
    n = as_int(n)
    if n < 0:
        raise ValueError("negative factorial")
    return math.factorial(n)
