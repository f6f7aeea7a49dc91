"""The robots of one world: where each starts, and where each stands now for the others to see and to run into."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..judge.path import Path
from ..judge.referee import HEADING_MDEG, X_UM, Y_UM
from ..scene import Scene
from ..scene.model import Robot, Start, Stripe
from ..scene.trig import sin_cos_deg
from ..tasks.model import LapCourse, Task
from ..world.bodies import Body, body_at

MOST_ROBOTS = 4


class Field:
    """Robots by their numbers from 0. Each board's thread moves its own; a reader sees where the others stood last."""

    def __init__(self) -> None:
        self.bodies: dict[int, Body] = {}


@dataclass(frozen=True)
class Place:
    """One robot's place among the others."""

    field: Field
    number: int
    start: Start

    def stand(self, robot: Robot, values: tuple[int, ...]) -> None:
        """The robot is now where a state record says."""
        sine, cosine = sin_cos_deg(values[HEADING_MDEG] / 1000)
        pose = values[X_UM] / 1000, values[Y_UM] / 1000, cosine, sine
        self.field.bodies[self.number] = body_at(f"robot-{self.number + 1}", robot.outline, pose)

    def others(self) -> Sequence[Body]:
        """The bodies of all others."""
        return [body for number, body in sorted(self.field.bodies.items()) if number != self.number]


def starts_for(task: Task, scene: Scene, count: int) -> list[Start]:
    """Where so many robots start: the first on the task's start, the others on the world's further ones, or else spread
    over the task's line. Fewer than `count` where there is no more room that the world knows of."""
    others = [start for start in scene.mat.starts if start.id != scene.start.id]
    if len(others) < count - 1 and isinstance(task.course, LapCourse):
        others = _along_the_line(task.course, scene, count)
    return [scene.start, *others[: count - 1]]


def _along_the_line(course: LapCourse, scene: Scene, count: int) -> list[Start]:
    stripe = next(part for part in scene.mat.surfaces if isinstance(part, Stripe) and part.id == course.path)
    line = Path(stripe.pieces)
    first, _ = line.nearest_of_all(scene.start.x_mm, scene.start.y_mm)
    found = []
    for number in range(1, count):
        (x, y), (ahead_x, ahead_y) = line.at(first + number * line.length / count)
        heading = round(math.degrees(math.atan2(ahead_y, ahead_x)), 3)
        found.append(Start(f"robot-{number + 1}", round(x, 1), round(y, 1), heading))
    return found
