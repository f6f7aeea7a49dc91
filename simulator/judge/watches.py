"""What rules ask about a robot and the objects around it: one class for each `when` that no course tells.

A watch is asked at every state, after all that moved until then. It tells each thing that it finds once.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from ..messages import Param
from ..scene.areas import holds, point_to_edge, room_between_areas
from ..scene.model import Point
from ..tasks.model import LeftField, MovedEarly, ObjectOut, Outside
from .lap import CourseError
from .stage import Area, Stage

Params = dict[str, Param]
STILL_MM, STILL_MDEG = 5.0, 5000  # a hand may have touched a robot that came less far


class Found(NamedTuple):
    """`item` is the object that it is about, "" for none; `params` are what its sentence tells."""

    item: str
    params: Params


class Watch(Protocol):
    """`items` are the objects that it can find something about, ("",) where it is about none."""

    items: tuple[str, ...]

    def look(self, t_us: int) -> Iterator[Found]:
        """What has come about in the state at that time."""

    def missing(self, item: str) -> Params:
        """What the sentence tells about that which has not come about until now."""


def watch_for(when: LeftField | MovedEarly | Outside | ObjectOut, stage: Stage, signal_us: int) -> Watch:
    """`signal_us` is when the first button is pressed. CourseError where the world has no such zone or object."""
    if isinstance(when, LeftField):
        return _LeftField(stage)
    if isinstance(when, MovedEarly):
        return _MovedEarly(stage, signal_us)
    if isinstance(when, Outside):
        return _Outside(when, stage)
    return _ObjectOut(when, stage)


class _LeftField:
    items: tuple[str, ...] = ("",)

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def look(self, t_us: int) -> Iterator[Found]:
        stage = self._stage
        if not (0.0 <= stage.x <= stage.width and 0.0 <= stage.y <= stage.height):
            yield Found("", {})

    def missing(self, item: str) -> Params:
        return {}


class _MovedEarly:
    items: tuple[str, ...] = ("",)

    def __init__(self, stage: Stage, signal_us: int) -> None:
        self._stage = stage
        self._signal_us = signal_us
        self._begin: tuple[float, float, int] | None = None

    def look(self, t_us: int) -> Iterator[Found]:
        if t_us >= self._signal_us:
            return
        stage = self._stage
        x, y, heading_mdeg = self._begin = self._begin or (stage.x, stage.y, stage.heading_mdeg)
        moved = abs(stage.x - x) > STILL_MM or abs(stage.y - y) > STILL_MM
        if moved or abs(stage.heading_mdeg - heading_mdeg) > STILL_MDEG:
            yield Found("", {"early_s": round((self._signal_us - t_us) / 1e6, 2)})

    def missing(self, item: str) -> Params:
        return {}


class _Outside:
    items: tuple[str, ...] = ("",)

    def __init__(self, when: Outside, stage: Stage) -> None:
        self._stage = stage
        self._area = _zone(stage, when.zone)
        self._middle, self._inner = _inner_circle(self._area)
        self._limit_us = when.limit_ms * 1000
        self._since_us: int | None = None
        self._longest_us = 0
        self._told = False

    def look(self, t_us: int) -> Iterator[Found]:
        if not self._is_outside():
            self._since_us, self._told = None, False
            return
        if self._since_us is None:
            self._since_us = t_us
        self._longest_us = max(self._longest_us, t_us - self._since_us)
        if t_us - self._since_us > self._limit_us and not self._told:
            self._told = True
            yield Found("", {"limit_s": round(self._limit_us / 1e6, 2)})

    def missing(self, item: str) -> Params:
        return {"limit_s": round(self._limit_us / 1e6, 2), "longest_s": round(self._longest_us / 1e6, 2)}

    def _is_outside(self) -> bool:
        stage = self._stage
        dx, dy = stage.x - self._middle[0], stage.y - self._middle[1]
        if dx * dx + dy * dy < self._inner * self._inner:
            return False  # the middle of the axle is certainly inside
        return room_between_areas(stage.corners(), self._area) > 0.0


class _ObjectOut:
    def __init__(self, when: ObjectOut, stage: Stage) -> None:
        self._stage = stage
        self._area = _zone(stage, when.zone)
        self._inside = {
            number: each.item.id
            for number, each in enumerate(stage.objects)
            if _is_called(each.item.id, when.objects) and each.room_to(self._area) == 0.0
        }
        if not self._inside:
            raise CourseError("course-no-object", objects=when.objects)
        self._numbers = {name: number for number, name in self._inside.items()}
        self.items = tuple(self._numbers)

    def look(self, t_us: int) -> Iterator[Found]:
        stage, inside = self._stage, self._inside
        for number in sorted(stage.moved & inside.keys()):
            if stage.objects[number].room_to(self._area) > 0.0:
                yield Found(inside.pop(number), {})

    def missing(self, item: str) -> Params:
        """How far it still has to go: from its middle straight out, and by as much as it reaches."""
        standing = self._stage.objects[self._numbers[item]]
        return {"short_mm": round(point_to_edge((standing.x, standing.y), self._area) + standing.reach_mm)}


def _is_called(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(wanted + "-")


def _zone(stage: Stage, name: str) -> Area:
    if name not in stage.zones:
        raise CourseError("course-no-zone", zone=name)
    return stage.zones[name]


def _inner_circle(area: Area) -> tuple[Point, float]:
    """A circle that lies in the area, around the mean of its corners; of radius 0 where that is not in it."""
    x = y = 0.0
    for corner_x, corner_y in area:
        x += corner_x / len(area)
        y += corner_y / len(area)
    return (x, y), point_to_edge((x, y), area) if holds(area, (x, y)) else 0.0
