"""Grippers: what one holds goes where its robot goes, and weighs on its wheels. SI units.

What is held is lifted off the floor, and meets walls and other things as a part of its robot (`near`). As a robot's own
weight, what it holds weighs over its axle; what it takes to turn it there is added to what the robot takes.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ...scene.areas import holds, meets
from ...scene.model import Gripper, Point, Robot, Wall
from ...scene.trig import PI, direction_deg
from ..drive import State, Step, drive_step
from ..traction import GRAVITY
from .standing import Stance, Thing, sum_of

WIDE_OPEN_M = 1e9  # the gap of a robot that has no gripper


def gap_m(gripper: Gripper, servo_mdeg: int) -> float:
    """How far the fingers are apart when the servo stands there."""
    closed = (servo_mdeg / 1000 - gripper.open_deg) / (gripper.closed_deg - gripper.open_deg)
    return gripper.opening_mm / 1000 * (1.0 - min(max(closed, 0.0), 1.0))


Velocity = tuple[float, float, float]  # along x and y of the mat, m/s, and turn rate, rad/s


class Hold(NamedTuple):
    """A robot holds an object: where it is in the robot's frame (m), how it is turned there, and what it adds to the
    robot's mass (kg) and to its inertia about its axle (kg·m²)."""

    robot: int
    object: int
    x: float
    y: float
    cosine: float
    sine: float
    mass: float
    inertia: float


class Grippers:
    """The grippers of all robots, and how each drives with a load."""

    __slots__ = ("_loaded", "_robots", "_step_s", "_things", "_walls", "any")

    def __init__(self, robots: Sequence[Robot], things: Sequence[Thing], walls: Sequence[Wall], step_s: float) -> None:
        self._robots, self._things, self._step_s = list(robots), things, step_s
        self._walls = [((wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)) for wall in walls]
        self.any = bool(things) and any(robot.gripper is not None for robot in robots)
        self._loaded: dict[int, tuple[Hold, Step]] = {}  # by robot: what it held when last asked

    def change(self, number: int, robot: Robot) -> None:
        """A robot's figures change."""
        self._robots[number] = robot
        self._loaded.clear()

    def holds(
        self,
        held: tuple[Hold, ...],
        before: Sequence[float],
        gaps: Sequence[float],
        robots: Sequence[State],
        objects: Sequence[Stance],
    ) -> tuple[Hold, ...]:
        """Who holds what when the fingers have come from one gap to another: they catch what they close on."""
        kept = [hold for hold in held if gaps[hold.robot] <= self._width(hold.object, objects)]
        busy = {hold.robot for hold in kept}
        taken = {hold.object for hold in kept}
        for number, robot in enumerate(self._robots):
            if robot.gripper is None or number in busy:
                continue
            for index, thing in enumerate(self._things):
                width = self._width(index, objects)
                if thing.fixed or index in taken or not gaps[number] < width <= before[number]:
                    continue
                x, y, cosine, sine, *_ = robots[number]
                dx, dy = objects[index][0] - x, objects[index][1] - y
                ahead, left = cosine * dx + sine * dy, cosine * dy - sine * dx
                area = robot.gripper.area
                if holds(area, (ahead * 1000, left * 1000)) and self._reaches(area, robots[number], objects[index]):
                    c, s = objects[index][2:4]
                    mass = thing.weight / GRAVITY
                    inertia = thing.form(objects[index]).inertia + mass * (ahead * ahead + left * left)
                    turned = cosine * c + sine * s, cosine * s - sine * c
                    kept.append(Hold(number, index, ahead, left, *turned, mass, inertia))
                    taken.add(index)
                    break
        return tuple(kept)

    def _reaches(self, area: Sequence[Point], robot: State, stance: Stance) -> bool:
        """Whether no wall stands between the object and the robot, or the middle of where it grips."""
        x, y, cosine, sine = robot[:4]
        ahead, left = (sum_of(values) / len(area) for values in zip(*area, strict=True))
        middle = x * 1000 + cosine * ahead - sine * left, y * 1000 + sine * ahead + cosine * left
        there = stance[0] * 1000, stance[1] * 1000
        ways = ((x * 1000, y * 1000), there), (middle, there)
        return not any(meets(way, *wall) for wall in self._walls for way in ways)

    def step(self, hold: Hold) -> Step:
        """The drive of a robot with what it holds."""
        known = self._loaded.get(hold.robot)
        if known is None or known[0] != hold:
            robot = self._robots[hold.robot]
            heavy = replace(
                robot,
                mass_g=robot.mass_g + hold.mass * 1000,
                inertia_kg_cm2=robot.inertia_kg_cm2 + hold.inertia * 1e4,
            )
            known = self._loaded[hold.robot] = hold, drive_step(heavy, self._step_s)
        return known[1]

    def _width(self, index: int, objects: Sequence[Stance]) -> float:
        return self._things[index].form(objects[index]).narrowest


def carried(hold: Hold, robot: State, stance: Stance) -> Stance:
    """The object where its robot has taken it; by itself it does not move."""
    x, y, cosine, sine, heading = robot[:5]
    heading += direction_deg(hold.cosine, hold.sine) * (PI / 180)
    return (
        x + cosine * hold.x - sine * hold.y, y + sine * hold.x + cosine * hold.y,
        cosine * hold.cosine - sine * hold.sine, sine * hold.cosine + cosine * hold.sine, heading,
        0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, stance[12],
    )  # fmt: skip


def caught(
    hold: Hold, thing: Thing, stance: Stance, robot: State, velocity: Velocity, mass: float, inertia: float
) -> Velocity:
    """How the two go on that came from `velocity` (the robot's, of that mass and inertia) and from the object's own.

    Their momentum is kept, and what they turn with about their common mass centre: so that no energy is gained, where
    that centre comes to be over the axle. Only bodies take part, as in any contact; wheels follow by their tyres.
    """
    vx, vy, spin = velocity
    going_x, going_y, turning = stance[5:8]
    dx, dy = stance[0] - robot[0], stance[1] - robot[1]
    together = mass + hold.mass
    reduced = mass * hold.mass / together
    turned = inertia * spin + thing.form(stance).inertia * turning
    turned += reduced * (dx * (going_y - vy) - dy * (going_x - vx))
    return (
        (mass * vx + hold.mass * going_x) / together,
        (mass * vy + hold.mass * going_y) / together,
        turned / (inertia + hold.inertia),
    )


def let_go(hold: Hold, thing: Thing, stance: Stance, robot: State, velocity: Velocity) -> Stance:
    """The object goes on as its robot moved it, with no more energy than it had there; a ball has to begin to roll."""
    vx, vy, spin = velocity
    dx, dy = stance[0] - robot[0], stance[1] - robot[1]
    going_x, going_y = vx - spin * dy, vy + spin * dx
    had = vx * vx + vy * vy + spin * spin * (dx * dx + dy * dy)
    has = going_x * going_x + going_y * going_y
    share = hold.mass / thing.mass
    if has > had:
        share *= math.sqrt(had / has)
    return (*stance[:5], going_x * share, going_y * share, spin, *stance[8:])
