"""A robot needs room around it where it starts: whatever a seed does to its place, no wall may stand in it."""

from pathlib import Path

from ..toml_file import TomlFile
from .areas import room_between, room_between_areas
from .errors import SceneError
from .model import Mat, Point, Robot, Start
from .trig import sin_cos_deg

LEAST_APART_MM = 1.0  # of two robots; a seed moves each by itself, and contact parts what it brings together
LEAST_ROOM_MM = 25  # a start drawn at its worst is 10 mm off along both axes and turned by 5°


def check_start(world: Path, mat: Mat, robot: Robot, start: Start) -> None:
    """SceneError where a wall stands in the robot, or too near to it."""
    outline = placed(robot.outline, start)
    for wall in mat.walls:
        room = room_between(outline, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm))
        if room < LEAST_ROOM_MM:
            place = ("start", mat.starts.index(start))
            raise TomlFile(world, SceneError).problem(
                place, "start-at-wall", start=start.id, wall=wall.id, room=f"{room:.0f}", least=LEAST_ROOM_MM
            )


def in_one_place(robot: Robot, start: Start, other: Robot, beside: Start) -> bool:
    """Whether two robots would stand in each other there."""
    one, two = placed(robot.outline, start), placed(other.outline, beside)
    return room_between_areas(one, two) < LEAST_APART_MM


def placed(outline: tuple[Point, ...], start: Start) -> list[Point]:
    sine, cosine = sin_cos_deg(start.heading_deg)
    return [(start.x_mm + cosine * x - sine * y, start.y_mm + sine * x + cosine * y) for x, y in outline]
