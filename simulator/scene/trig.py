"""Sine and cosine from + − × ÷ alone, so that every processor gets the same bits (libm's differ between processors)."""

PI = 3.141592653589793

_SIN = (1.0, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800, 1 / 6227020800, -1 / 1307674368000)
_COS = (1.0, -1 / 2, 1 / 24, -1 / 720, 1 / 40320, -1 / 3628800, 1 / 479001600, -1 / 87178291200, 1 / 20922789888000)


def sin_cos(angle: float) -> tuple[float, float]:
    """The sine and cosine of an angle in radians; quickest for the small angles of a step."""
    if not -0.3 < angle < 0.3:
        return sin_cos_deg(angle * (180 / PI))
    square = angle * angle
    sine = angle * (1.0 - square * (1 / 6 - square * (1 / 120 - square * (1 / 5040 - square * (1 / 362880)))))
    cosine = 1.0 - square * (1 / 2 - square * (1 / 24 - square * (1 / 720 - square * (1 / 40320))))
    return sine, cosine


def sin_cos_deg(degrees: float) -> tuple[float, float]:
    """The sine and cosine of an angle in degrees; multiples of 90 are exact."""
    quarters = int(degrees / 90 + (0.5 if degrees >= 0 else -0.5))
    angle = (degrees - 90 * quarters) * (PI / 180)
    square = angle * angle
    sine = cosine = 0.0
    for factor in reversed(_SIN):
        sine = sine * square + factor
    for factor in reversed(_COS):
        cosine = cosine * square + factor
    sine *= angle
    return ((sine, cosine), (cosine, -sine), (-sine, -cosine), (-cosine, sine))[quarters % 4]


def direction_deg(x: float, y: float) -> float:
    """The direction of a vector that is not zero, from -45 to 315 degrees."""
    if abs(x) >= abs(y):
        angle = arc_tangent_deg(y / x)
        return angle if x > 0 else angle + 180.0
    angle = 90.0 - arc_tangent_deg(x / y)
    return angle if y > 0 else angle + 180.0


def arc_tangent_deg(tangent: float) -> float:
    """The angle whose tangent it is, from -90 to 90 degrees; good to the last few bits.

    Newton's steps for tangents from -1 to 1, and beyond that the complement.
    """
    if abs(tangent) > 1.0:
        return (90.0 if tangent > 0 else -90.0) - arc_tangent_deg(1.0 / tangent)
    angle = tangent * 45.0
    for _ in range(5):
        sine, cosine = sin_cos_deg(angle)
        angle -= (sine - tangent * cosine) * cosine * (180 / PI)
    return angle
