"""A smooth line through points: a cubic spline whose direction and bend change nowhere at once. Lengths in mm.

Between two points its parameter grows by the root of their distance ("centripetal"): so it makes no loops where points
lie at uneven distances. At an open end it does not bend.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from .biarcs import Cubic, pieces_along
from .geometry import distance
from .model import Piece, Point


def spline(points: Sequence[Point], closed: bool) -> list[list[Piece]]:
    """For each point but the last one of an open line, the pieces from it to the next. No two neighbours are equal."""
    return [pieces_along(curve) for curve in _curves(points, closed)]


def _curves(points: Sequence[Point], closed: bool) -> list[Cubic]:
    ring = [*points, points[0]] if closed else list(points)
    steps = [math.sqrt(distance(a, b)) for a, b in pairwise(ring)]
    axes = [_speeds([point[axis] for point in ring], steps, closed) for axis in (0, 1)]
    curves = []
    for i, step in enumerate(steps):
        (x0, y0), (x1, y1) = ring[i], ring[i + 1]
        (u0, v0), (u1, v1) = (axes[0][i], axes[1][i]), (axes[0][i + 1], axes[1][i + 1])
        third = step / 3.0
        curves.append(((x0, y0), (x0 + third * u0, y0 + third * v0), (x1 - third * u1, y1 - third * v1), (x1, y1)))
    return curves


def _speeds(values: list[float], steps: list[float], closed: bool) -> list[float]:
    """How quickly a coordinate changes at each point so that its second derivative is continuous."""
    slopes = [(b - a) / step for (a, b), step in zip(pairwise(values), steps, strict=True)]
    if closed:
        return _round(slopes, steps)
    below, diagonal, above, right = [0.0], [2.0], [1.0], [3.0 * slopes[0]]
    for i in range(1, len(steps)):
        below.append(steps[i])
        diagonal.append(2.0 * (steps[i - 1] + steps[i]))
        above.append(steps[i - 1])
        right.append(3.0 * (steps[i] * slopes[i - 1] + steps[i - 1] * slopes[i]))
    return _solved([*below, 1.0], [*diagonal, 2.0], [*above, 0.0], [*right, 3.0 * slopes[-1]])


def _round(slopes: list[float], steps: list[float]) -> list[float]:
    """The same where the last point is the first: each equation knows its neighbours all the way round.

    The two corners of the matrix are taken out and put back by the formula of Sherman and Morrison.
    """
    count = len(steps)
    below = steps[:]
    above = [steps[i - 1] for i in range(count)]
    diagonal = [2.0 * (steps[i - 1] + steps[i]) for i in range(count)]
    right = [3.0 * (steps[i] * slopes[i - 1] + steps[i - 1] * slopes[i]) for i in range(count)]
    corner = -diagonal[0]
    first, last = below[0], above[-1]
    diagonal[0] -= corner
    diagonal[-1] -= first * last / corner
    plain = _solved(below, diagonal, above, right)
    turned = _solved(below, diagonal, above, [corner, *([0.0] * (count - 2)), last])
    share = (plain[0] + first * plain[-1] / corner) / (1.0 + turned[0] + first * turned[-1] / corner)
    speeds = [a - share * b for a, b in zip(plain, turned, strict=True)]
    return [*speeds, speeds[0]]


def _solved(below: list[float], diagonal: list[float], above: list[float], right: list[float]) -> list[float]:
    """The unknowns of equations of which each knows only its neighbours; `below[0]` and `above[-1]` stand for nothing.

    The diagonal outweighs the rest of each row, so nothing has to be exchanged.
    """
    over, known = [above[0] / diagonal[0]], [right[0] / diagonal[0]]
    for i in range(1, len(diagonal)):
        pivot = diagonal[i] - below[i] * over[i - 1]
        over.append(above[i] / pivot)
        known.append((right[i] - below[i] * known[i - 1]) / pivot)
    for i in range(len(diagonal) - 2, -1, -1):
        known[i] -= over[i] * known[i + 1]
    return known
