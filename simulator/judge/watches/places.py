"""Zones of the mat, and how a robot's outline lies over them. Lengths in mm."""

import math
from collections.abc import Sequence

from ...scene.areas import areas_meet, holds, point_to_edge, room_between_areas
from ...scene.model import Point
from ..lap import CourseError
from ..stage import Area, Stage, Stander


def zone_of(stage: Stage, name: str) -> Area:
    """CourseError where the world has none of that name."""
    if name not in stage.zones:
        raise CourseError("course-no-zone", zone=name)
    return stage.zones[name]


def middle_of(area: Area) -> Point:
    """The mean of its corners."""
    x = y = 0.0
    for corner_x, corner_y in area:
        x += corner_x / len(area)
        y += corner_y / len(area)
    return x, y


class Place:
    """A zone, asked again and again how a robot lies over it."""

    def __init__(self, area: Area) -> None:
        self._area = area
        self._middle = middle_of(area)
        # Circles around that: one that lies in the zone, and one in which the zone lies. They save most of the work.
        self._inner = point_to_edge(self._middle, area) if holds(area, self._middle) else 0.0
        self._outer = max(_way(self._middle, corner) for corner in area)

    def has(self, robot: Stander, part: str) -> bool:
        """Whether that part of the robot is over it: any, the middle of the axle, or all."""
        if part == "axle":
            return holds(self._area, (robot.x, robot.y))
        away = self.way_to_middle(robot)
        if part == "any":
            if away < self._inner:
                return True  # the middle of the axle is certainly inside
            return away < self._outer + robot.body.outer and areas_meet(robot.corners(), self._area)
        return away <= self._outer and encloses(self._area, robot.corners())

    def way_to(self, robot: Stander) -> float:
        """From the middle of the axle; 0 where it is over it."""
        at = (robot.x, robot.y)
        return 0.0 if holds(self._area, at) else point_to_edge(at, self._area)

    def room_to(self, robot: Stander) -> float:
        """From its outline; 0 where some of it is over it."""
        return room_between_areas(robot.corners(), self._area)

    def overhang(self, robot: Stander) -> float:
        """How far its outline reaches over the edge; 0 where no corner does."""
        return max(0.0 if holds(self._area, at) else point_to_edge(at, self._area) for at in robot.corners())

    def way_to_middle(self, robot: Stander) -> float:
        return _way(self._middle, (robot.x, robot.y))


def encloses(area: Sequence[Point], inner: Sequence[Point]) -> bool:
    """Whether one area lies in another that has no notches narrower than it."""
    return all(holds(area, corner) for corner in inner) and not any(holds(inner, corner) for corner in area)


def _way(one: Point, other: Point) -> float:
    dx, dy = one[0] - other[0], one[1] - other[1]
    return math.sqrt(dx * dx + dy * dy)
