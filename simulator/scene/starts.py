"""A robot needs room where it starts: whatever a seed does to its place, no wall may stand in it; nor may a thing."""

from collections.abc import Iterator, Sequence

from ..messages import Param
from ..toml_file import FileProblem, Source, TomlFile
from .areas import placed, room_between, room_between_areas
from .errors import SceneError
from .model import Mat, Object, Point, Robot, Start

LEAST_APART_MM = 1.0  # of two robots; a seed moves each by itself, and contact parts what it brings together
LEAST_ROOM_MM = 25  # a start drawn at its worst is 10 mm off along both axes and turned by 5°


def check_start(world: Source, mat: Mat, robot: Robot, start: Start) -> None:
    """SceneError where a wall stands in the robot or too near to it, or a thing stands in the robot."""
    for fault in start_faults(world, mat, robot, start):
        raise fault


def start_faults(world: Source, mat: Mat, robot: Robot, start: Start) -> Iterator[FileProblem]:
    """Of the walls that are too near the first, and of the things that stand in the robot the first."""
    outline = placed(robot.outline, start)
    place = ("start", mat.starts.index(start))
    names: dict[str, Param] = {"start": start.id, "robot": robot.id}
    rooms = ((wall, room_between(outline, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm))) for wall in mat.walls)
    near = next(((wall, room) for wall, room in rooms if room < LEAST_ROOM_MM), None)
    if near is not None:
        wall, room = near
        params: dict[str, Param] = {"wall": wall.id, "room": f"{room:.0f}", "least": LEAST_ROOM_MM}
        yield TomlFile(world, SceneError).problem(place, "start-at-wall", **names, **params)
    inside = next((item for item in mat.objects if _overlap(outline, item)), None)
    if inside is not None:
        yield TomlFile(world, SceneError).problem(place, "start-in-object", **names, object=inside.id)


def _overlap(outline: Sequence[Point], item: Object) -> bool:
    """Whether the thing stands in the robot; what only touches it does not."""
    middle = item.x_mm, item.y_mm
    if item.kind != "box":
        return room_between(outline, middle, middle) < item.length_mm / 2
    x, y = item.length_mm / 2, item.width_mm / 2
    return room_between_areas(outline, placed(((-x, -y), (x, -y), (x, y), (-x, y)), item)) == 0.0


def in_one_place(robot: Robot, start: Start, other: Robot, beside: Start) -> bool:
    """Whether two robots would stand in each other there."""
    one, two = placed(robot.outline, start), placed(other.outline, beside)
    return room_between_areas(one, two) < LEAST_APART_MM
