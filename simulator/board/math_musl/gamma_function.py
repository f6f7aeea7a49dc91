"""gamma by Lanczos's sum and lgamma by FDLIBM, as musl has them."""

from math import floor, inf

from .arguments import as_float
from .exponential import exp
from .logarithm import ln
from .power import pow
from .trigonometric import cos_near_0, sin_near_0

_hex = float.fromhex

_PI = 3.141592653589793
_G_MINUS_HALF = 5.524680040776729583740234375
# The sum is a quotient of two polynomials, here from the constant term up.
_NUMERATOR = (
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786772,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
)
# x * (x + 1) * ... * (x + 11)
_DENOMINATOR = (
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0,
)  # fmt: skip
_UPWARDS = tuple(zip(_NUMERATOR, _DENOMINATOR, strict=True))
_DOWNWARDS = _UPWARDS[::-1]
_FACTORIALS = [1.0]
for _n in range(1, 23):
    _FACTORIALS.append(_FACTORIALS[-1] * _n)

_A0 = 7.72156649015328655494e-02
_A1 = 3.22467033424113591611e-01
_A2 = 6.73523010531292681824e-02
_A3 = 2.05808084325167332806e-02
_A4 = 7.38555086081402883957e-03
_A5 = 2.89051383673415629091e-03
_A6 = 1.19270763183362067845e-03
_A7 = 5.10069792153511336608e-04
_A8 = 2.20862790713908385557e-04
_A9 = 1.08011567247583939954e-04
_A10 = 2.52144565451257326939e-05
_A11 = 4.48640949618915160150e-05
_MINIMUM_AT = 1.46163214496836224576e00
_MINIMUM = -1.21486290535849611461e-01
_MINIMUM_REST = -3.63867699703950536541e-18
_T0 = 4.83836122723810047042e-01
_T1 = -1.47587722994593911752e-01
_T2 = 6.46249402391333854778e-02
_T3 = -3.27885410759859649565e-02
_T4 = 1.79706750811820387126e-02
_T5 = -1.03142241298341437450e-02
_T6 = 6.10053870246291332635e-03
_T7 = -3.68452016781138256760e-03
_T8 = 2.25964780900612472250e-03
_T9 = -1.40346469989232843813e-03
_T10 = 8.81081882437654011382e-04
_T11 = -5.38595305356740546715e-04
_T12 = 3.15632070903625950361e-04
_T13 = -3.12754168375120860518e-04
_T14 = 3.35529192635519073543e-04
_U0 = -7.72156649015328655494e-02
_U1 = 6.32827064025093366517e-01
_U2 = 1.45492250137234768737e00
_U3 = 9.77717527963372745603e-01
_U4 = 2.28963728064692451092e-01
_U5 = 1.33810918536787660377e-02
_V1 = 2.45597793713041134822e00
_V2 = 2.12848976379893395361e00
_V3 = 7.69285150456672783825e-01
_V4 = 1.04222645593369134254e-01
_V5 = 3.21709242282423911810e-03
_S0 = -7.72156649015328655494e-02
_S1 = 2.14982415960608852501e-01
_S2 = 3.25778796408930981787e-01
_S3 = 1.46350472652464452805e-01
_S4 = 2.66422703033638609560e-02
_S5 = 1.84028451407337715652e-03
_S6 = 3.19475326584100867617e-05
_R1 = 1.39200533467621045958e00
_R2 = 7.21935547567138069525e-01
_R3 = 1.71933865632803078993e-01
_R4 = 1.86459191715652901344e-02
_R5 = 7.77942496381893596434e-04
_R6 = 7.32668430744625636189e-06
_W0 = 4.18938533204672725052e-01
_W1 = 8.33333333333329678849e-02
_W2 = -2.77777777728775536470e-03
_W3 = 7.93650558643019558500e-04
_W4 = -5.95187557450339963135e-04
_W5 = 8.36339918996282139126e-04
_W6 = -1.63092934096575273989e-03
# Bounds of the pieces below 2: 0.9, 0.7316, 0.2316, 1.7316 and 1.2316, cut after 20 bits.
_TO_0_9 = _hex("0x1.ccccdp-1")
_FROM_0_73 = _hex("0x1.76944p-1")
_FROM_0_23 = _hex("0x1.da661p-3")
_FROM_1_73 = _hex("0x1.bb4c3p+0")
_FROM_1_23 = _hex("0x1.3b4c4p+0")


def _sin_pi(x: float) -> float:
    """sin(pi * x) for x > 2**-100; the sign of a zero is arbitrary."""
    x = 2.0 * (x * 0.5 - floor(x * 0.5))
    n = (int(x * 4.0) + 1) // 2
    x = (x - n * 0.5) * _PI
    if n == 1:
        return cos_near_0(x)
    if n == 2:
        return sin_near_0(-x)
    if n == 3:
        return -cos_near_0(x)
    return sin_near_0(x)


def gamma(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if not -inf < x < inf:
        if x < 0.0:
            raise ValueError("math domain error")
        return x
    size = abs(x)
    if size < 2.0**-54:
        result = 1.0 / x if x != 0.0 else inf
        if result in (inf, -inf):
            raise ValueError("math domain error")
        return result
    if x == floor(x):
        if x < 0.0:
            raise ValueError("math domain error")
        if x <= 23.0:
            return _FACTORIALS[int(x) - 1]
    if size >= 184.0:
        if x > 0.0:
            raise ValueError("math domain error")
        return 0.0 if floor(x) % 2 == 0 else -0.0
    # y = size + g - 1/2, and dy its rounding error.
    y = size + _G_MINUS_HALF
    dy = y - size - _G_MINUS_HALF if size > _G_MINUS_HALF else y - _G_MINUS_HALF - size
    z = size - 0.5
    numerator = denominator = 0.0
    if size < 8.0:
        for p, q in _DOWNWARDS:
            numerator = numerator * size + p
            denominator = denominator * size + q
    else:
        for p, q in _UPWARDS:
            numerator = numerator / size + p
            denominator = denominator / size + q
    r = numerator / denominator * exp(-y)
    if x < 0.0:
        r = -_PI / (_sin_pi(size) * size * r)
        dy = -dy
        z = -z
    r += dy * (_G_MINUS_HALF + 0.5) * r / y
    z = pow(y, 0.5 * z)
    result = r * z * z
    if result in (inf, -inf):
        raise ValueError("math domain error")
    return result


def _lgamma_to_2(x: float) -> float:
    """lgamma(x) for 2**-70 <= x < 2, x not 1."""
    if x < _TO_0_9:
        result = -ln(x)
        if x >= _FROM_0_73:
            y, piece = 1.0 - x, 0
        elif x >= _FROM_0_23:
            y, piece = x - (_MINIMUM_AT - 1.0), 1
        else:
            y, piece = x, 2
    else:
        result = 0.0
        if x >= _FROM_1_73:
            y, piece = 2.0 - x, 0
        elif x >= _FROM_1_23:
            y, piece = x - _MINIMUM_AT, 1
        else:
            y, piece = x - 1.0, 2
    if piece == 0:
        z = y * y
        p = _A0 + z * (_A2 + z * (_A4 + z * (_A6 + z * (_A8 + z * _A10))))
        q = z * (_A1 + z * (_A3 + z * (_A5 + z * (_A7 + z * (_A9 + z * _A11)))))
        return result + (y * p + q - 0.5 * y)
    if piece == 1:
        z = y * y
        w = z * y
        p = _T0 + w * (_T3 + w * (_T6 + w * (_T9 + w * _T12)))
        q = _T1 + w * (_T4 + w * (_T7 + w * (_T10 + w * _T13)))
        r = _T2 + w * (_T5 + w * (_T8 + w * (_T11 + w * _T14)))
        return result + (_MINIMUM + (z * p - (_MINIMUM_REST - w * (q + y * r))))
    p = y * (_U0 + y * (_U1 + y * (_U2 + y * (_U3 + y * (_U4 + y * _U5)))))
    q = 1.0 + y * (_V1 + y * (_V2 + y * (_V3 + y * (_V4 + y * _V5))))
    return result + (-0.5 * y + p / q)


def _lgamma_of_positive(x: float) -> float:
    """lgamma(x) for a finite x from 2**-70 up."""
    if x in (1.0, 2.0):
        return 0.0
    if x < 2.0:
        return _lgamma_to_2(x)
    if x < 8.0:
        i = int(x)
        y = x - i
        p = y * (_S0 + y * (_S1 + y * (_S2 + y * (_S3 + y * (_S4 + y * (_S5 + y * _S6))))))
        q = 1.0 + y * (_R1 + y * (_R2 + y * (_R3 + y * (_R4 + y * (_R5 + y * _R6)))))
        result = 0.5 * y + p / q
        if i > 2:
            z = 1.0
            for n in range(i - 1, 1, -1):
                z *= y + n
            result += ln(z)
        return result
    if x < 2.0**58:
        z = 1.0 / x
        y = z * z
        w = _W0 + z * (_W1 + y * (_W2 + y * (_W3 + y * (_W4 + y * (_W5 + y * _W6)))))
        return (x - 0.5) * (ln(x) - 1.0) + w
    return x * (ln(x) - 1.0)


def lgamma(x: float, /) -> float:
    if type(x) is not float:
        x = as_float(x)
    if x != x:
        return x
    size = abs(x)
    if size == inf:
        return inf
    if size < 2.0**-70:
        if x == 0.0:
            raise ValueError("math domain error")
        return -ln(size)
    if x > 0.0:
        result = _lgamma_of_positive(x)
        if result == inf:
            raise ValueError("math domain error")
        return result
    t = abs(_sin_pi(size))
    if t == 0.0:
        raise ValueError("math domain error")
    return ln(_PI / (t * size)) - _lgamma_of_positive(size)
