"""Exponential and logarithm from + − × ÷ alone: the same bits on every processor, which libm does not promise."""

import math

_LN2 = 0.6931471805599453


def exp(x: float) -> float:
    """e to the x, to about 1e-15 of its value."""
    if x < -700.0:
        return 0.0
    halvings = int(x / _LN2 + (0.5 if x >= 0 else -0.5))
    rest = x - halvings * _LN2
    term = total = 1.0
    for n in range(1, 19):
        term *= rest / n
        total += term
    return math.ldexp(total, halvings)  # exact, unlike a power


def log(x: float) -> float:
    """The natural logarithm of a positive number, to about 1e-15."""
    doublings = 0
    while x > 1.4142135623730951:
        x *= 0.5
        doublings += 1
    while x < 0.7071067811865476:
        x *= 2.0
        doublings -= 1
    # ln x = 2 artanh((x - 1) / (x + 1)); the argument is at most 0.172, so eleven terms are enough.
    ratio = (x - 1.0) / (x + 1.0)
    square = ratio * ratio
    total = 0.0
    for n in range(21, 0, -2):
        total = total * square + 1.0 / n
    return doublings * _LN2 + 2.0 * ratio * total
