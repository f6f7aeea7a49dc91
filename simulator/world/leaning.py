"""How a robot leans where the floor rises: the slope of the line through its axle's middle and its caster, and of that
through both wheels, as the floor's height changes along them. Angles are small, so that both lines lean apart.

A caster is not in a robot file; it is taken to be under the end of the outline that is farther from the axle.
"""

from collections.abc import Sequence
from itertools import pairwise

from ..scene.areas import holds
from ..scene.model import Point, Ramp, Robot
from ..scene.trig import sin_cos_deg
from .drive import State

Slope = tuple[tuple[Point, ...], float, float]  # a ramp's corners; the sine of its slope along x and y, uphill positive


class Leaning:
    """Of one robot on the ramps of its mat; where ramps overlap, the last one counts."""

    __slots__ = ("_caster_mm", "_slopes", "_wheels_mm")

    def __init__(self, ramps: Sequence[Ramp], robot: Robot) -> None:
        self._slopes: list[Slope] = []
        for ramp in ramps:
            sine, cosine = sin_cos_deg(ramp.uphill_deg)
            rise = sin_cos_deg(ramp.slope_deg)[0]
            self._slopes.append((ramp.points, cosine * rise, sine * rise))
        front, back = max(x for x, _ in robot.outline), min(x for x, _ in robot.outline)
        self._caster_mm = front if front >= -back else back
        self._wheels_mm = robot.left.wheel_y_mm, robot.right.wheel_y_mm

    def at(self, state: State) -> tuple[float, float]:
        """The sines of how much its nose and its left side are up."""
        if not self._slopes:
            return 0.0, 0.0
        x, y, cosine, sine = state[0] * 1000, state[1] * 1000, state[2], state[3]
        far = self._caster_mm
        rise_x, rise_y = self._mean((x, y), (x + cosine * far, y + sine * far))
        left, right = self._wheels_mm
        aside_x, aside_y = self._mean((x - sine * right, y + cosine * right), (x - sine * left, y + cosine * left))
        return cosine * rise_x + sine * rise_y, cosine * aside_y - sine * aside_x

    def _mean(self, a: Point, b: Point) -> Point:
        """The mean slope of the floor along a straight piece."""
        cuts = sorted({0.0, 1.0, *(cut for points, _, _ in self._slopes for cut in _cuts(points, a, b))})
        mean_x = mean_y = 0.0
        for begin, end in pairwise(cuts):
            part = (begin + end) / 2
            rise_x, rise_y = self._slope((a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])))
            mean_x += (end - begin) * rise_x
            mean_y += (end - begin) * rise_y
        return mean_x, mean_y

    def _slope(self, point: Point) -> Point:
        for points, rise_x, rise_y in reversed(self._slopes):
            if holds(points, point):
                return rise_x, rise_y
        return 0.0, 0.0


def _cuts(area: Sequence[Point], a: Point, b: Point) -> list[float]:
    """Where the piece from a to b crosses the area's edges, as shares of its length."""
    found = []
    dx, dy = b[0] - a[0], b[1] - a[1]
    for (x0, y0), (x1, y1) in zip(area, (*area[1:], area[0]), strict=True):
        ex, ey = x1 - x0, y1 - y0
        across = dx * ey - dy * ex
        if across != 0.0:
            part = ((x0 - a[0]) * ey - (y0 - a[1]) * ex) / across
            along = ((x0 - a[0]) * dy - (y0 - a[1]) * dx) / across
            if 0.0 < part < 1.0 and 0.0 <= along <= 1.0:
                found.append(part)
    return found
