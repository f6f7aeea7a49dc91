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

HALVINGS = 12  # of the way of a step in which the slope changes, to find where

Load = tuple[float, float, float]  # what a gripper holds: x forward, y left of the axle's middle in m; its weight in N
Support = tuple[float, float, float]  # x forward, y left of the axle's middle in m; the weight on it in N


class Slopes:
    """The ramps of a mat, and where each robot stands on it with how much of its weight."""

    __slots__ = ("_h", "_ramps", "_supports", "_tracks", "_weights", "any")

    def __init__(self, ramps: Sequence[Ramp], robots: Sequence[Robot], step_s: float) -> None:
        self._h = step_s
        self._tracks = [(robot.left.wheel_y_mm / 1000, robot.right.wheel_y_mm / 1000) for robot in robots]
        self._ramps = [(ramp.points, *_box(ramp.points), *_downhill(ramp)) for ramp in ramps]
        self.any = bool(ramps)
        self._supports = [_supports(robot) for robot in robots]
        self._weights = [robot.mass_g / 1000 * GRAVITY for robot in robots]

    def push(self, number: int, robot: State, load: Load | None = None) -> Push | None:
        """In the robot's frame; None on a level floor. What it holds leans as the robot does, and pulls where it is."""
        if not self.any:
            return None
        x, y, cosine, sine, _, ul, ur, _, _, q, *_ = robot
        left_y, right_y = self._tracks[number]
        spin = (ur - ul) / (left_y - right_y)
        going = (left_y * ur - right_y * ul) / (left_y - right_y)
        ahead = aside = turning = 0.0
        for px, py, weight in self._supports[number]:
            vx, vy = going - spin * py, q + spin * px
            gx, gy = self._share_along(
                (x + cosine * px - sine * py, y + sine * px + cosine * py),
                (cosine * vx - sine * vy, sine * vx + cosine * vy),
            )
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
        gx, gy = self._share_along(stance[:2], stance[5:7])
        free = thing.weight / thing.mass
        return gx * free, gy * free, math.sqrt(1.0 - gx * gx - gy * gy)

    def _share_along(self, place: Point, velocity: Point) -> Point:
        """The mean over the way of a step: where it leads over an edge, the slope at its beginning would give a robot
        that coasts over a bump some hundredths more energy, or less, than it had."""
        x, y = place
        dx, dy = velocity[0] * self._h, velocity[1] * self._h
        here = self._share(x, y)
        if dx == dy == 0.0:
            return here
        return self._mean((x, y), (x + dx, y + dy), here, self._share(x + dx, y + dy), HALVINGS)

    def _mean(self, a: Point, b: Point, at_a: Point, at_b: Point, halvings: int) -> Point:
        """Of the slopes on the way from a to b, which are those at both ends but for what lies between two others."""
        if at_a == at_b:
            return at_a
        if not halvings:
            return (at_a[0] + at_b[0]) / 2, (at_a[1] + at_b[1]) / 2
        middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        at_middle = self._share(*middle)
        first = self._mean(a, middle, at_a, at_middle, halvings - 1)
        second = self._mean(middle, b, at_middle, at_b, halvings - 1)
        return (first[0] + second[0]) / 2, (first[1] + second[1]) / 2

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
