"""How much of a round footprint a painted edge or stripe covers, from the exact area of a disc cut by a line."""

import math
from functools import cache

from ..scene.trig import PI, sin_cos_deg

INTERVALS = 256  # of each table


def disc_share(depth: float) -> float:
    """The share of a disc of radius 1 on the near side of a straight line, its centre `depth` inside it (-1 to 1)."""
    if depth <= -1.0:
        return 0.0
    if depth >= 1.0:
        return 1.0
    # The area is (angle + depth · chord) / π; the angle whose sine is `depth`, by Newton's method.
    chord = math.sqrt(1.0 - depth * depth)
    degrees = 0.0
    sine, cosine = 0.0, 1.0
    for _ in range(60):
        change = (depth - sine) / cosine
        degrees += max(-20.0, min(20.0, change * (180 / PI)))
        degrees = max(-89.999999, min(89.999999, degrees))
        sine, cosine = sin_cos_deg(degrees)
        if abs(change) < 1e-14:
            break
    return 0.5 + (degrees * (PI / 180) + depth * chord) / PI


@cache
def edge_profile() -> tuple[float, ...]:
    """`disc_share` from -1 to 1 in INTERVALS even steps."""
    return tuple(disc_share(2.0 * i / INTERVALS - 1.0) for i in range(INTERVALS + 1))


def edge_share(depth: float) -> float:
    """`disc_share` from its table."""
    if depth <= -1.0:
        return 0.0
    if depth >= 1.0:
        return 1.0
    at = (depth + 1.0) * (INTERVALS / 2)
    table = edge_profile()
    index = min(int(at), INTERVALS - 1)
    return table[index] + (at - index) * (table[index + 1] - table[index])


@cache
def stripe_profile(width: float, radius: float) -> tuple[float, ...]:
    """Share of a disc of `radius` covered by a stripe of `width`, by its distance from the stripe's middle.

    INTERVALS even steps from 0 to where the disc no longer touches the stripe.
    """
    reach = width / 2 + radius
    distances = [reach * i / INTERVALS for i in range(INTERVALS + 1)]
    return tuple(disc_share((width / 2 - d) / radius) - disc_share((-width / 2 - d) / radius) for d in distances)
