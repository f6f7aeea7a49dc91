"""Watches of a bout: what the rival does, and how near the two are."""

from collections.abc import Iterator

from ...scene.areas import room_between_areas
from ...tasks.conditions import Caught, Nearer, RivalMovedEarly, RivalOutside
from ..lap import CourseError
from ..stage import Stage, Stander
from .places import Place, zone_of
from .robot import EarlyWatch
from .watch import Found, Happening, Params, Standing, Watch


def rival_of(stage: Stage) -> Stander:
    """CourseError where the robot is alone."""
    if stage.rival is None:
        raise CourseError("course-no-rival")
    return stage.rival


class RivalOutsideWatch(Standing):
    def __init__(self, when: RivalOutside, stage: Stage) -> None:
        super().__init__()
        self._rival, self._part = rival_of(stage), when.part
        self._place = Place(zone_of(stage, when.zone))

    def holds(self, item: str) -> bool:
        return _gone(self._place, self._rival, self._part)


def _gone(place: Place, robot: Stander, part: str) -> bool:
    """Any part of it is beyond the edge: not all of it is inside; all of it: nothing is."""
    return not place.has(robot, {"any": "all", "all": "any"}.get(part, part))


def rival_moved_early(when: RivalMovedEarly, stage: Stage, signal_us: int) -> Watch:
    return EarlyWatch(rival_of(stage), signal_us + when.delay_ms * 1000)


class CaughtWatch(Standing):
    def __init__(self, when: Caught, stage: Stage) -> None:
        super().__init__()
        self._robot, self._rival, self._gap_mm = stage.robot, rival_of(stage), when.gap_mm

    def holds(self, item: str) -> bool:
        robot, rival = self._robot, self._rival
        reach = robot.body.outer + rival.body.outer + self._gap_mm
        if abs(robot.x - rival.x) > reach or abs(robot.y - rival.y) > reach:
            return False
        return room_between_areas(robot.corners(), rival.corners()) <= self._gap_mm

    def missing(self, item: str) -> Params:
        return {"gap_mm": self._gap_mm}


class NearerWatch(Happening):
    def __init__(self, when: Nearer, stage: Stage) -> None:
        super().__init__()
        self._robot, self._rival = stage.robot, rival_of(stage)
        self._place = Place(zone_of(stage, when.zone))
        self._by_mm = when.by_mm

    def look(self, t_us: int) -> Iterator[Found]:
        return iter(())

    def at_end(self, ended: str) -> Iterator[Found]:
        own, other = self._ways()
        if ended == "time_limit" and own + self._by_mm < other:
            yield from self._tell(own_mm=own, other_mm=other)

    def missing(self, item: str) -> Params:
        own, other = self._ways()
        return {"own_mm": own, "other_mm": other}

    def _ways(self) -> tuple[int, int]:
        """In whole mm: what no person could measure does not decide."""
        return round(self._place.way_to_middle(self._robot)), round(self._place.way_to_middle(self._rival))
