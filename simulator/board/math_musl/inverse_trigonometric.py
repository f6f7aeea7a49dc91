"""asin, acos, atan and atan2 by FDLIBM."""

from math import copysign, inf, sqrt
from struct import Struct

from .arguments import as_float
from .words import high_word

_hex = float.fromhex

_PI = 3.1415926535897931160e00
_PI_LOW = 1.2246467991473531772e-16
_PIO2 = 1.57079632679489655800e00
_PIO2_LOW = 6.12323399573676603587e-17

_P0 = 1.66666666666666657415e-01
_P1 = -3.25565818622400915405e-01
_P2 = 2.01212532134862925881e-01
_P3 = -4.00555345006794114027e-02
_P4 = 7.91534994289814532176e-04
_P5 = 3.47933107596021167570e-05
_Q1 = -2.40339491173441421878e00
_Q2 = 2.02094576023350569471e00
_Q3 = -6.88283971605453293030e-01
_Q4 = 7.70381505559019352791e-02
_ASIN_NEAR_1 = _hex("0x1.f3333p-1")
_ASIN_TINY = 2.0**-26
_ACOS_TINY = _hex("0x1.00001p-57")

_ATAN_HALF = 4.63647609000806093515e-01
_ATAN_HALF_LOW = 2.26987774529616870924e-17
_ATAN_1 = 7.85398163397448278999e-01
_ATAN_1_LOW = 3.06161699786838301793e-17
_ATAN_1_HALF = 9.82793723247329054082e-01
_ATAN_1_HALF_LOW = 1.39033110312309984516e-17
_A0 = 3.33333333333329318027e-01
_A1 = -1.99999999998764832476e-01
_A2 = 1.42857142725034663711e-01
_A3 = -1.11111104054623557880e-01
_A4 = 9.09088713343650656196e-02
_A5 = -7.69187620504482999495e-02
_A6 = 6.66107313738753120669e-02
_A7 = -5.83357013379057348645e-02
_A8 = 4.97687799461593236017e-02
_A9 = -3.65315727442169155270e-02
_A10 = 1.62858201153657823623e-02
_ATAN_TINY = 2.0**-27
_ATAN_LARGE = 2.0**66
_64_EXPONENTS = 64 << 20
_DOUBLE = Struct("<d")
_DOUBLE_AS_INT = Struct("<Q")


def _asin_rest(z: float) -> float:
    """(asin(x) - x) / x for z = x * x up to 1/4."""
    p = z * (_P0 + z * (_P1 + z * (_P2 + z * (_P3 + z * (_P4 + z * _P5)))))
    return p / (1.0 + z * (_Q1 + z * (_Q2 + z * (_Q3 + z * _Q4))))


def asin(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -0.5 < x < 0.5:
        if -_ASIN_TINY < x < _ASIN_TINY:
            return x
        return x + x * _asin_rest(x * x)
    size = abs(x)
    if size >= 1.0:
        if size == 1.0:
            return x * _PIO2
        raise ValueError("math domain error")
    if x != x:
        return x
    z = (1.0 - size) * 0.5
    s = sqrt(z)
    r = _asin_rest(z)
    if size >= _ASIN_NEAR_1:
        y = _PIO2 - (2.0 * (s + s * r) - _PIO2_LOW)
    else:
        f = high_word(s)
        c = (z - f * f) / (s + f)
        y = 0.5 * _PIO2 - (2.0 * s * r - (_PIO2_LOW - 2.0 * c) - (0.5 * _PIO2 - 2.0 * f))
    return y if x > 0.0 else -y


def acos(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -0.5 < x < 0.5:
        if -_ACOS_TINY < x < _ACOS_TINY:
            return _PIO2
        return _PIO2 - (x - (_PIO2_LOW - x * _asin_rest(x * x)))
    if not -1.0 < x < 1.0:
        if x == 1.0:
            return 0.0
        if x == -1.0:
            return _PI
        if x != x:
            return x
        raise ValueError("math domain error")
    if x < 0.0:
        z = (1.0 + x) * 0.5
        s = sqrt(z)
        return 2.0 * (_PIO2 - (s + (_asin_rest(z) * s - _PIO2_LOW)))
    z = (1.0 - x) * 0.5
    s = sqrt(z)
    f = high_word(s)
    c = (z - f * f) / (s + f)
    return 2.0 * (f + (_asin_rest(z) * s + c))


def atan(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    size = abs(x)
    if size < 0.4375:
        if size < _ATAN_TINY:
            return x
        z = x * x
        w = z * z
        odd = z * (_A0 + w * (_A2 + w * (_A4 + w * (_A6 + w * (_A8 + w * _A10)))))
        even = w * (_A1 + w * (_A3 + w * (_A5 + w * (_A7 + w * _A9))))
        return x - x * (odd + even)
    if size < 1.1875:
        if size < 0.6875:
            high, low = _ATAN_HALF, _ATAN_HALF_LOW
            size = (2.0 * size - 1.0) / (2.0 + size)
        else:
            high, low = _ATAN_1, _ATAN_1_LOW
            size = (size - 1.0) / (size + 1.0)
    elif size < 2.4375:
        high, low = _ATAN_1_HALF, _ATAN_1_HALF_LOW
        size = (size - 1.5) / (1.0 + 1.5 * size)
    elif size < _ATAN_LARGE:
        high, low = _PIO2, _PIO2_LOW
        size = -1.0 / size
    else:
        return copysign(_PIO2, x) if x == x else x
    z = size * size
    w = z * z
    odd = z * (_A0 + w * (_A2 + w * (_A4 + w * (_A6 + w * (_A8 + w * _A10)))))
    even = w * (_A1 + w * (_A3 + w * (_A5 + w * (_A7 + w * _A9))))
    z = high - (size * (odd + even) - low - size)
    return z if x > 0.0 else -z


def _high_bits(x: float) -> int:
    """The upper half of a double as an integer."""
    high: int = _DOUBLE_AS_INT.unpack(_DOUBLE.pack(x))[0] >> 32
    return high


def atan2(y: float, x: float, /) -> float:
    if type(y) is not float:
        y = as_float(y)
    if type(x) is not float:
        x = as_float(x)
    if x != x or y != y:
        return x + y
    if x == 1.0:
        return atan(y)
    size_x = abs(x)
    size_y = abs(y)
    x_negative = copysign(1.0, x) < 0.0
    if size_y == 0.0:
        return copysign(_PI, y) if x_negative else y
    if size_x == 0.0:
        return copysign(_PIO2, y)
    if size_x == inf:
        if size_y == inf:
            return copysign(0.75 * _PI if x_negative else 0.25 * _PI, y)
        return copysign(_PI if x_negative else 0.0, y)
    if size_y == inf or size_y > size_x * 2.0**62 and _high_bits(size_y) > _high_bits(size_x) + _64_EXPONENTS:
        return copysign(_PIO2, y)
    z = atan(abs(y / x))
    if not x_negative:
        return z if y > 0.0 else -z
    return _PI - (z - _PI_LOW) if y > 0.0 else (z - _PI_LOW) - _PI
