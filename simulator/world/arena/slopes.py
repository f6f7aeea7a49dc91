"""Ramps and bumps: how the slope of the floor pulls on what stands there. Heights are not modelled, only slopes: what
weighs on each wheel and on the caster is pulled downhill. N, m and m/s²."""

import math
from collections.abc import Sequence

from ...scene.areas import holds
from ...scene.model import Point, Ramp, Robot
from ...scene.trig import sin_cos_deg
from ..drive import Push, State
from ..traction import GRAVITY
from .standing import Stance, Thing

Load = tuple[float, float, float]  # what a gripper holds: x forward, y left of the axle's middle in m; its weight in N
Support = tuple[float, float, float]  # x forward, y left of the axle's middle in m; the weight on it in N


class Slopes:
    """The ramps of a mat, and where each robot stands on it with how much of its weight."""

    __slots__ = ("_ramps", "_supports", "_weights", "any")

    def __init__(self, ramps: Sequence[Ramp], robots: Sequence[Robot]) -> None:
        self._ramps = [(ramp.points, *_box(ramp.points), *_downhill(ramp)) for ramp in ramps]
        self.any = bool(ramps)
        self._supports = [_supports(robot) for robot in robots]
        self._weights = [robot.mass_g / 1000 * GRAVITY for robot in robots]

    def push(self, number: int, robot: State, load: Load | None = None) -> Push | None:
        """In the robot's frame; None on a level floor. What it holds leans as the robot does, and pulls where it is."""
        if not self.any:
            return None
        x, y, cosine, sine = robot[:4]
        ahead = aside = turning = 0.0
        for px, py, weight in self._supports[number]:
            gx, gy = self._share(x + cosine * px - sine * py, y + sine * px + cosine * py)
            if gx == 0.0 == gy:
                continue
            fx, fy = weight * (cosine * gx + sine * gy), weight * (cosine * gy - sine * gx)
            ahead += fx
            aside += fy
            turning += px * fy - py * fx
        if load is not None:
            px, py, weight = load
            share = weight / self._weights[number]
            fx, fy = share * ahead, share * aside
            ahead += fx
            aside += fy
            turning += px * fy - py * fx
        return None if ahead == aside == turning == 0.0 else (ahead, aside, turning)

    def slides(self, thing: Thing, stance: Stance) -> bool:
        """Whether friction does not hold an object where it stands."""
        gx, gy = self._share(stance[0], stance[1])
        steep = gx * gx + gy * gy
        return not thing.fixed and steep > thing.friction * thing.friction * (1.0 - steep)

    def pull(self, thing: Thing, stance: Stance) -> tuple[float, float, float]:
        """The acceleration of an object along x and y of the mat, and what share of its weight presses on the floor.

        A ball's is less than another thing's: its rotation is to be speeded up, too.
        """
        if not self.any:
            return 0.0, 0.0, 1.0
        gx, gy = self._share(stance[0], stance[1])
        free = thing.weight / thing.mass
        return gx * free, gy * free, math.sqrt(1.0 - gx * gx - gy * gy)

    def _share(self, x: float, y: float) -> Point:
        """What share of a weight pulls along x and y there; of ramps that overlap, that of the last one."""
        point = x * 1000, y * 1000
        for points, low_x, low_y, high_x, high_y, gx, gy in reversed(self._ramps):
            if low_x <= point[0] <= high_x and low_y <= point[1] <= high_y and holds(points, point):
                return gx, gy
        return 0.0, 0.0


def _downhill(ramp: Ramp) -> Point:
    sine, cosine = sin_cos_deg(ramp.uphill_deg)
    share = sin_cos_deg(ramp.slope_deg)[0]
    return -cosine * share, -sine * share


def _box(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _supports(robot: Robot) -> list[Support]:
    """Both wheels, and the caster: the mass centre is over the axle, so that its part of the weight pulls there."""
    weight = robot.mass_g / 1000 * GRAVITY
    on_wheel = weight * robot.wheel_load / 2
    found = [(motor.wheel_x_mm / 1000, motor.wheel_y_mm / 1000, on_wheel) for motor in (robot.left, robot.right)]
    return [*found, (0.0, 0.0, weight * (1.0 - robot.wheel_load))]
