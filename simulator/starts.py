"""Where the robots of one run start."""

import math

from .judge.path import Path
from .scene import Scene
from .scene.model import Start, Stripe
from .tasks.model import LapCourse, Task

MOST_ROBOTS = 4


def starts_for(task: Task, scene: Scene, count: int) -> list[Start]:
    """Where so many robots start: the first on the task's start, the others on the world's further ones, or else spread
    over the task's line. Fewer than `count` where there is no more room that the world knows of."""
    others = [start for start in scene.mat.starts if start.id != scene.start.id]
    if len(others) < count - 1 and isinstance(task.course, LapCourse):
        others = _along_the_line(task.course, scene, count)
    return [scene.start, *others[: count - 1]]


def _along_the_line(course: LapCourse, scene: Scene, count: int) -> list[Start]:
    stripes = (part for part in scene.mat.surfaces if isinstance(part, Stripe) and part.id == course.path)
    stripe = next(part for part in stripes if part.closed)  # of a drawing's lines, which share its name
    line = Path(stripe.pieces)
    first, _ = line.nearest_of_all(scene.start.x_mm, scene.start.y_mm)
    found = []
    for number in range(1, count):
        (x, y), (ahead_x, ahead_y) = line.at(first + number * line.length / count)
        heading = round(math.degrees(math.atan2(ahead_y, ahead_x)), 3)
        found.append(Start(f"robot-{number + 1}", round(x, 1), round(y, 1), heading))
    return found
