"""Grippers: what one holds goes where its robot goes, and weighs on its wheels. SI units.

What is held is lifted off the floor, and meets walls and other things as a part of its robot (`near`).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ...scene.areas import holds
from ...scene.model import Gripper, Robot
from ...scene.trig import PI, direction_deg
from ..drive import State, Step, drive_step
from ..traction import GRAVITY
from .standing import Stance, Thing

WIDE_OPEN_M = 1e9  # the gap of a robot that has no gripper


def gap_m(gripper: Gripper, servo_mdeg: int) -> float:
    """How far the fingers are apart when the servo stands there."""
    closed = (servo_mdeg / 1000 - gripper.open_deg) / (gripper.closed_deg - gripper.open_deg)
    return gripper.opening_mm / 1000 * (1.0 - min(max(closed, 0.0), 1.0))


class Hold(NamedTuple):
    """A robot holds an object: where it is in the robot's frame (m), and how it is turned there."""

    robot: int
    object: int
    x: float
    y: float
    cosine: float
    sine: float


class Grippers:
    """The grippers of all robots, and how each drives with a load."""

    __slots__ = ("_loaded", "_robots", "_step_s", "_things", "any")

    def __init__(self, robots: Sequence[Robot], things: Sequence[Thing], step_s: float) -> None:
        self._robots, self._things, self._step_s = list(robots), things, step_s
        self.any = bool(things) and any(robot.gripper is not None for robot in robots)
        self._loaded: dict[tuple[int, int], Step] = {}  # by robot and object, made when first held

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
                if holds(robot.gripper.area, (ahead * 1000, left * 1000)):
                    c, s = objects[index][2:4]
                    kept.append(Hold(number, index, ahead, left, cosine * c + sine * s, cosine * s - sine * c))
                    taken.add(index)
                    break
        return tuple(kept)

    def step(self, hold: Hold) -> Step:
        """The drive of a robot with what it holds."""
        key = hold.robot, hold.object
        if key not in self._loaded:
            robot, mass = self._robots[hold.robot], self._things[hold.object].weight / GRAVITY
            far = hold.x * hold.x + hold.y * hold.y
            heavy = replace(
                robot,
                mass_g=robot.mass_g + mass * 1000,
                inertia_kg_cm2=robot.inertia_kg_cm2 + mass * far * 1e4,
            )
            self._loaded[key] = drive_step(heavy, self._step_s)
        return self._loaded[key]

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


def let_go(stance: Stance, robot: State, velocity: tuple[float, float, float]) -> Stance:
    """The object goes on as its robot moved it: `velocity` along x and y of the mat, and turn rate."""
    vx, vy, spin = velocity
    dx, dy = stance[0] - robot[0], stance[1] - robot[1]
    return (*stance[:5], vx - spin * dy, vy + spin * dx, spin, *stance[8:])
