"""Where the robots of one run start."""

from collections.abc import Sequence

from .judge.path import Path
from .problems import Problem
from .scene import Scene
from .scene.model import Start, Stripe
from .scene.starts import check_start, in_one_place
from .scene.trig import direction_deg
from .tasks.model import LapCourse, Task
from .toml_file import Source

MOST_ROBOTS = 4


def starts_for(task: Task, scene: Scene, count: int) -> list[Start]:
    """Where so many robots start: the first on the task's start, the others on the world's further ones, or else spread
    over the task's line. Fewer than `count` where there is no more room that the world knows of."""
    others = [start for start in scene.mat.starts if start.id != scene.start.id]
    if len(others) < count - 1 and isinstance(task.course, LapCourse):
        others = _along_the_line(task.course, scene, count)
    return [scene.start, *others[: count - 1]]


def check_places(world: Source, scenes: Sequence[Scene]) -> None:
    """SceneError where a wall stands in a robot, Problem where two robots stand in each other."""
    for number, scene in enumerate(scenes):
        if scene.start in scene.mat.starts:
            check_start(world, scene.mat, scene.robot, scene.start)
        for other in scenes[:number]:
            if in_one_place(scene.robot, scene.start, other.robot, other.start):
                raise Problem("robots-too-near", one=other.start.id, other=scene.start.id)


def _along_the_line(course: LapCourse, scene: Scene, count: int) -> list[Start]:
    stripes = (part for part in scene.mat.surfaces if isinstance(part, Stripe) and part.id == course.path)
    stripe = next(part for part in stripes if part.closed)  # of a drawing's lines, which share its name
    line = Path(stripe.pieces)
    first, _ = line.nearest_of_all(scene.start.x_mm, scene.start.y_mm)
    found = []
    for number in range(1, count):
        (x, y), (ahead_x, ahead_y) = line.at(first + number * line.length / count)
        heading = round(direction_deg(ahead_x, ahead_y), 3)
        found.append(Start(f"robot-{number + 1}", round(x, 1), round(y, 1), heading))
    return found
