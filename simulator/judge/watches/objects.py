"""Watches of the mat's objects, one by one."""

from collections.abc import Callable, Iterable

from ...scene.areas import point_to_edge
from ...tasks.conditions import ObjectFallen, ObjectIn, ObjectMoved, ObjectOut
from ...tasks.names import is_called
from ..lap import CourseError
from ..stage import Stage
from ..stage import Standing as Stood
from .places import zone_of
from .watch import Params, Standing


class _OfObjects(Standing):
    """`items` are the ids of the objects; CourseError where there are none of that name."""

    def __init__(self, wanted: str, stage: Stage, counts: Callable[[Stood], bool] = lambda _: True) -> None:
        super().__init__()
        self._stage = stage
        self._numbers = {
            each.item.id: number
            for number, each in enumerate(stage.objects)
            if is_called(each.item.id, wanted) and counts(each)
        }
        if not self._numbers:
            raise CourseError("course-no-object", objects=wanted)
        self.items = tuple(self._numbers)

    def _changed(self) -> Iterable[str]:
        moved = self._stage.moved
        return [item for item, number in self._numbers.items() if number in moved] if moved else ()

    def _object(self, item: str) -> Stood:
        return self._stage.objects[self._numbers[item]]


class ObjectOutWatch(_OfObjects):
    def __init__(self, when: ObjectOut, stage: Stage) -> None:
        self._area = area = zone_of(stage, when.zone)
        super().__init__(when.objects, stage, lambda each: each.is_over(area))

    def holds(self, item: str) -> bool:
        return not self._object(item).is_over(self._area)

    def missing(self, item: str) -> Params:
        """How far it still has to go: from its middle straight out, and by as much as it reaches."""
        stands = self._object(item)
        return {"short_mm": round(point_to_edge((stands.x, stands.y), self._area) + stands.reach_mm)}


class ObjectInWatch(_OfObjects):
    def __init__(self, when: ObjectIn, stage: Stage) -> None:
        self._area = zone_of(stage, when.zone)
        self._zone, self._part, self._released = when.zone, when.part, when.released
        super().__init__(when.objects, stage)

    def _changed(self) -> Iterable[str]:
        return self.items if self._released else super()._changed()  # the robot may have gone away from it

    def holds(self, item: str) -> bool:
        stands = self._object(item)
        over = stands.lies_in(self._area) if self._part == "all" else stands.is_over(self._area)
        return over and not (self._released and stands.is_over(self._stage.robot.corners()))

    def _facts(self, item: str) -> Params:
        return {"zone": self._zone}

    def missing(self, item: str) -> Params:
        return {"zone": self._zone, "short_mm": round(self._object(item).room_to(self._area))}


class ObjectMovedWatch(_OfObjects):
    def __init__(self, when: ObjectMoved, stage: Stage) -> None:
        self._beyond_mm = when.beyond_mm
        super().__init__(when.objects, stage)

    def holds(self, item: str) -> bool:
        return self._object(item).moved_mm > self._beyond_mm

    def _facts(self, item: str) -> Params:
        return self.missing(item)

    def missing(self, item: str) -> Params:
        return {"moved_mm": round(self._object(item).moved_mm), "beyond_mm": self._beyond_mm}


class ObjectFallenWatch(_OfObjects):
    def __init__(self, when: ObjectFallen, stage: Stage) -> None:
        super().__init__(when.objects, stage)

    def holds(self, item: str) -> bool:
        return self._object(item).lying
