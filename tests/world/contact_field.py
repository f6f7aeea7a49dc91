"""A field with robots on it that are driven by duties, and things to put there."""

import math
from dataclasses import replace

from marshrut.simulator.scene.model import Mat, Object, Ramp, Robot, Scene, Start, Wall
from marshrut.simulator.world import World
from marshrut.simulator.world.lockstep import Lockstep

STEP_US = 5000
STEP_S = STEP_US / 1e6
FULL = 65535


def pin(name: str, x: float, y: float, **changed: object) -> Object:
    """A pin of the kegelring: 70 mm thick, 120 mm high, 50 g."""
    return replace(Object(name, "pin", x, y, 0.0, 70.0, 70.0, 120.0, 50.0, 0.4, 0.9), **changed)  # type: ignore[arg-type]


def box(name: str, x: float, y: float, **changed: object) -> Object:
    return replace(Object(name, "box", x, y, 0.0, 60.0, 60.0, 60.0, 80.0, 0.4, 0.9), **changed)  # type: ignore[arg-type]


def post(name: str, x: float, y: float, diameter: float = 50.0) -> Object:
    return Object(name, "post", x, y, 0.0, diameter, diameter, 150.0, 0.0, 0.0, 0.9)


def mat_of(*objects: Object, walls: tuple[Wall, ...] = (), ramps: tuple[Ramp, ...] = ()) -> Mat:
    return Mat(4000.0, 4000.0, 0.85, (), (), walls, (), (), objects, (), ramps)


class Field:
    """Robots on a mat, driven by duties."""

    def __init__(self, mat: Mat, *robots: tuple[Robot, Start], step_us: int = STEP_US) -> None:
        self.robots = [robot for robot, _ in robots]
        self.lockstep = Lockstep(mat, self.robots, step_us)
        self.lockstep.wait = self._others_come
        self.worlds = [
            World(Scene(mat, robot, start, ()), number, step_us, lockstep=self.lockstep)
            for number, (robot, start) in enumerate(robots)
        ]
        self._until = 0

    def drive(self, number: int, left: int, right: int) -> None:
        """Duties from -65535 to 65535, forward positive."""
        world, robot = self.worlds[number], self.robots[number]
        for duty, motor in ((left, robot.left), (right, robot.right)):
            world.set_pin(motor.pin_in1, max(0, duty), world.t_us)
            world.set_pin(motor.pin_in2, max(0, -duty), world.t_us)

    def brake(self, number: int) -> None:
        world, robot = self.worlds[number], self.robots[number]
        for motor in (robot.left, robot.right):
            world.set_pin(motor.pin_in1, FULL, world.t_us)
            world.set_pin(motor.pin_in2, FULL, world.t_us)

    def go(self, seconds: float) -> None:
        self._until += round(seconds * 1e6)
        self.worlds[0].advance(self._until)

    def _others_come(self, number: int) -> None:
        self.lockstep.wanted_us[:] = [self._until] * len(self.worlds)

    def place(self, number: int = 0) -> tuple[float, float, float]:
        """x, y in mm and heading in degrees."""
        x, y, heading, *_ = self.worlds[number].state()
        return x / 1000, y / 1000, heading / 1000

    def speed(self, number: int = 0) -> float:
        return self.worlds[number].state()[3] / 1000

    def object(self, number: int = 0) -> tuple[float, float, float]:
        x, y, _, _, heading, *_ = self.lockstep.state.objects[number]
        return x * 1000, y * 1000, math.degrees(heading)


BESIDE = (Wall("wall", 500.0, 1150.0, 3500.0, 1150.0, 100.0),)


def at(x: float, y: float, heading: float = 0.0) -> Start:
    return Start("start", x, y, heading)
