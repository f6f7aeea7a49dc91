"""sin, cos and tan: FDLIBM's polynomials on [-pi/4, pi/4]."""

from .arguments import as_float
from .reduction import minus_quarters
from .words import high_word

_hex = float.fromhex

# pi/4 cut after 20 bits and raised by one there; up to it there is nothing to reduce.
_PIO4 = _hex("0x1.921fcp-1")

_S1 = -1.66666666666666324348e-01
_S2 = 8.33333333332248946124e-03
_S3 = -1.98412698298579493134e-04
_S4 = 2.75573137070700676789e-06
_S5 = -2.50507602534068634195e-08
_S6 = 1.58969099521155010221e-10
_SIN_TINY = 2.0**-26

_C1 = 4.16666666666666019037e-02
_C2 = -1.38888888888741095749e-03
_C3 = 2.48015872894767294178e-05
_C4 = -2.75573143513906633035e-07
_C5 = 2.08757232129817482790e-09
_C6 = -1.13596475577881948265e-11
_COS_TINY = _hex("0x1.6a09ep-27")

_T0 = 3.33333333333334091986e-01
_T1 = 1.33333333333201242699e-01
_T2 = 5.39682539762260521377e-02
_T3 = 2.18694882948595424599e-02
_T4 = 8.86323982359930005737e-03
_T5 = 3.59207910759131235356e-03
_T6 = 1.45620945432529025516e-03
_T7 = 5.88041240820264096874e-04
_T8 = 2.46463134818469906812e-04
_T9 = 7.81794442939557092300e-05
_T10 = 7.14072491382608190305e-05
_T11 = -1.85586374855275456654e-05
_T12 = 2.59073051863633712884e-05
_TAN_BIG = _hex("0x1.59428p-1")
_TAN_TINY = 2.0**-27
_TAN_PIO4 = 7.85398163397448278999e-01
_TAN_PIO4_LOW = 3.06161699786838301793e-17


def sin_near_0(x: float) -> float:
    """sin(x) for |x| up to pi/4, not below 2**-26."""
    z = x * x
    return x + z * x * (_S1 + z * (_S2 + z * (_S3 + z * _S4) + z * (z * z) * (_S5 + z * _S6)))


def cos_near_0(x: float) -> float:
    """cos(x) for |x| up to pi/4."""
    return _cos_of_sum(x, 0.0)


def _sin_of_sum(x: float, low: float) -> float:
    """sin(x + low) for |x| up to pi/4 and low its rest."""
    z = x * x
    v = z * x
    r = _S2 + z * (_S3 + z * _S4) + z * (z * z) * (_S5 + z * _S6)
    return x - ((z * (0.5 * low - v * r) - low) - v * _S1)


def _cos_of_sum(x: float, low: float) -> float:
    """cos(x + low) for |x| up to pi/4 and low its rest."""
    z = x * x
    w = z * z
    r = z * (_C1 + z * (_C2 + z * _C3)) + w * w * (_C4 + z * (_C5 + z * _C6))
    half = 0.5 * z
    w = 1.0 - half
    return w + (((1.0 - w) - half) + (z * r - x * low))


def sin(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -_PIO4 < x < _PIO4:
        if -_SIN_TINY < x < _SIN_TINY:
            return x
        z = x * x
        return x + z * x * (_S1 + z * (_S2 + z * (_S3 + z * _S4) + z * (z * z) * (_S5 + z * _S6)))
    n, x, low = minus_quarters(x)
    y = _cos_of_sum(x, low) if n & 1 else _sin_of_sum(x, low)
    return -y if n & 2 else y


def cos(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -_PIO4 < x < _PIO4:
        if -_COS_TINY < x < _COS_TINY:
            return 1.0
        return _cos_of_sum(x, 0.0)
    n, x, low = minus_quarters(x)
    y = _sin_of_sum(x, low) if n & 1 else _cos_of_sum(x, low)
    return -y if n + 1 & 2 else y


def tan(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if -_PIO4 < x < _PIO4:
        if -_TAN_TINY < x < _TAN_TINY:
            return x
        return _tan_of_sum(x, 0.0, False)
    n, x, low = minus_quarters(x)
    return _tan_of_sum(x, low, n & 1 == 1)


def _tan_of_sum(x: float, low: float, inverse: bool) -> float:
    """tan(x + low), or -1/tan(x + low), for |x| up to pi/4 and low its rest."""
    big = not -_TAN_BIG < x < _TAN_BIG
    negative = x < 0.0
    if big:
        if negative:
            x, low = -x, -low
        x = (_TAN_PIO4 - x) + (_TAN_PIO4_LOW - low)
        low = 0.0
    z = x * x
    w = z * z
    r = _T1 + w * (_T3 + w * (_T5 + w * (_T7 + w * (_T9 + w * _T11))))
    v = z * (_T2 + w * (_T4 + w * (_T6 + w * (_T8 + w * (_T10 + w * _T12)))))
    s = z * x
    r = low + z * (s * (r + v) + low) + s * _T0
    w = x + r
    if big:
        s = -1.0 if inverse else 1.0
        v = s - 2.0 * (x + (r - w * w / (w + s)))
        return -v if negative else v
    if not inverse:
        return w
    # -1/w with the rounding errors of w and of the division made good.
    w_high = high_word(w)
    v = r - (w_high - x)
    a = -1.0 / w
    a_high = high_word(a)
    return a_high + a * (1.0 + a_high * w_high + a_high * v)
