"""Watches of the robot itself: where it is, whether it moves, what its body meets."""

from collections.abc import Iterator

from ...scene.trig import sin_cos_deg
from ...tasks.conditions import Idle, Inside, LeftField, MovedEarly, Outside, PassedSide, StoppedIn, Touched
from ...tasks.names import is_called
from ..lap import CourseError
from ..stage import STILL_MDEG, STILL_MM, Stage, Stander
from .places import Place, zone_of
from .watch import Found, Happening, Params, Standing, Watch

# A robot that is slower than both has stopped: after its program's end it rolls on by 2 mm and turns by 2° at most.
RESTS_UM_S, RESTS_MDEG_S = 20_000, 20_000


def _s(us: int) -> float:
    return round(us / 1e6, 2)


class LeftFieldWatch(Standing):
    def __init__(self, when: LeftField, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def holds(self, item: str) -> bool:
        robot = self._stage.robot
        return not (0.0 <= robot.x <= self._stage.width and 0.0 <= robot.y <= self._stage.height)


class EarlyWatch(Happening):
    """Of the robot or of its rival."""

    def __init__(self, robot: Stander, allowed_us: int) -> None:
        super().__init__()
        self._robot = robot
        self._allowed_us = allowed_us
        self._begin: tuple[float, float, int] | None = None

    def look(self, t_us: int) -> Iterator[Found]:
        if self._happened or t_us >= self._allowed_us:
            return
        robot = self._robot
        x, y, heading_mdeg = self._begin = self._begin or (robot.x, robot.y, robot.heading_mdeg)
        moved = abs(robot.x - x) > STILL_MM or abs(robot.y - y) > STILL_MM
        if moved or abs(robot.heading_mdeg - heading_mdeg) > STILL_MDEG:
            yield from self._tell(early_s=_s(self._allowed_us - t_us))


def moved_early(when: MovedEarly, stage: Stage, signal_us: int) -> Watch:
    return EarlyWatch(stage.robot, signal_us + when.delay_ms * 1000)


class IdleWatch(Watch):
    def __init__(self, when: Idle, stage: Stage, signal_us: int) -> None:
        self._robot = stage.robot
        self._limit_us = when.limit_ms * 1000
        self._signal_us = signal_us
        self._t_us = 0
        self._told_us = -1  # the beginning of the rest that was told

    def look(self, t_us: int) -> Iterator[Found]:
        self._t_us = t_us
        if self.holds("") and self._robot.still_us != self._told_us:
            self._told_us = self._robot.still_us
            yield Found("", self.missing(""))

    def holds(self, item: str) -> bool:
        return self._t_us - max(self._robot.still_us, self._signal_us) > self._limit_us

    def missing(self, item: str) -> Params:
        return {"limit_s": _s(self._limit_us)}


class InsideWatch(Standing):
    def __init__(self, when: Inside, stage: Stage) -> None:
        super().__init__()
        self._robot, self._part, self._zone = stage.robot, when.part, when.zone
        self._place = Place(zone_of(stage, when.zone))
        self._nearest_mm = self._place.way_to(self._robot)

    def holds(self, item: str) -> bool:
        self._nearest_mm = min(self._nearest_mm, self._place.way_to(self._robot))
        return self._place.has(self._robot, self._part)

    def _facts(self, item: str) -> Params:
        return {"zone": self._zone}

    def missing(self, item: str) -> Params:
        robot, place = self._robot, self._place
        return {
            "zone": self._zone,
            "part": self._part,
            "short_mm": round(self._nearest_mm),
            "away_mm": round(place.room_to(robot)),
            "out_mm": round(place.overhang(robot)),
            "over": int(place.has(robot, "any")),
        }


class OutsideWatch(Watch):
    def __init__(self, when: Outside, stage: Stage) -> None:
        self._robot = stage.robot
        self._place = Place(zone_of(stage, when.zone))
        self._limit_us = when.limit_ms * 1000
        self._since_us: int | None = None
        self._longest_us = 0
        self._told = False

    def look(self, t_us: int) -> Iterator[Found]:
        if self._place.has(self._robot, "any"):
            self._since_us, self._told = None, False
            return
        if self._since_us is None:
            self._since_us = t_us
        self._longest_us = max(self._longest_us, t_us - self._since_us)
        if t_us - self._since_us > self._limit_us and not self._told:
            self._told = True
            yield Found("", {"limit_s": _s(self._limit_us)})

    def holds(self, item: str) -> bool:
        return self._told

    def missing(self, item: str) -> Params:
        return {"limit_s": _s(self._limit_us), "longest_s": _s(self._longest_us)}


class StoppedInWatch(Watch):
    def __init__(self, when: StoppedIn, stage: Stage) -> None:
        self._robot, self._part, self._zone = stage.robot, when.part, when.zone
        self._place = Place(zone_of(stage, when.zone))
        self._for_us = when.for_ms * 1000
        self._since_us: int | None = None  # since when it stands there
        self._rested_us = 0  # the longest rest
        self._nearest_mm = self._place.way_to(self._robot)
        self._came = False
        self._so = False

    def look(self, t_us: int) -> Iterator[Found]:
        robot = self._robot
        self._nearest_mm = min(self._nearest_mm, self._place.way_to(robot))
        self._came = self._came or self._place.has(robot, self._part)
        moves = abs(robot.v_um_s) > RESTS_UM_S or abs(robot.omega_mdeg_s) > RESTS_MDEG_S
        if moves or not self._place.has(robot, self._part):
            self._since_us, self._so = None, False
            return
        if self._since_us is None or robot.still_us > self._since_us:
            self._since_us = t_us
        self._rested_us = max(self._rested_us, t_us - self._since_us)
        if t_us - self._since_us >= self._for_us and not self._so:
            self._so = True
            yield Found("", {"zone": self._zone})

    def at_end(self, ended: str) -> Iterator[Found]:
        if ended == "program_end" and self._since_us is not None and not self._so:
            self._so = True
            yield Found("", {"zone": self._zone})

    def holds(self, item: str) -> bool:
        return self._so

    def missing(self, item: str) -> Params:
        robot, place, axle = self._robot, self._place, self._part == "axle"
        sticks_out = self._part == "all" and place.has(robot, "any")
        how = "out" if sticks_out else "away"
        if self._rested_us < self._for_us and self._came:
            how = "short" if self._rested_us else "passed"
        return {
            "zone": self._zone,
            "part": self._part,
            "how": how,
            "for_s": _s(self._for_us),
            "rested_s": _s(self._rested_us),
            "short_mm": round(self._nearest_mm),
            "away_mm": round(place.way_to(robot) if axle else place.room_to(robot)),
            "out_mm": round(place.overhang(robot)),
        }


class TouchedWatch(Watch):
    lasting = False

    def __init__(self, when: Touched, stage: Stage) -> None:
        self._stage = stage
        self._kind = when.what.removesuffix("s")
        self._name = when.objects if when.what == "objects" else None
        self._happened = False
        if self._name and not any(is_called(each.item.id, self._name) for each in stage.objects):
            raise CourseError("course-no-object", objects=self._name)

    def look(self, t_us: int) -> Iterator[Found]:
        for kind, name in self._stage.met:
            if kind == self._kind and (self._name is None or is_called(name, self._name)):
                self._happened = True
                yield Found("", self._words(name))

    def holds(self, item: str) -> bool:
        return self._happened

    def missing(self, item: str) -> Params:
        return self._words("")

    def _words(self, name: str) -> Params:
        return {"what": self._kind, "name": name}


class PassedSideWatch(Happening):
    """It is passed where the straight across the way, through the middle of the object as it stood at first, is
    crossed."""

    def __init__(self, when: PassedSide, stage: Stage) -> None:
        super().__init__()
        self._robot, self._side, self._post = stage.robot, when.side, when.post
        post = next((each for each in stage.objects if each.item.id == when.post), None)
        if post is None:
            raise CourseError("course-no-object", objects=when.post)
        self._at = post.x, post.y
        self._sine, self._cosine = sin_cos_deg(when.heading_deg)
        self._ahead: float | None = None

    def look(self, t_us: int) -> Iterator[Found]:
        dx, dy = self._robot.x - self._at[0], self._robot.y - self._at[1]
        before, self._ahead = self._ahead, self._cosine * dx + self._sine * dy
        left = self._cosine * dy - self._sine * dx
        if before is not None and before < 0.0 <= self._ahead and (left > 0.0) == (self._side == "left"):
            yield from self._tell(**self.missing(""))

    def missing(self, item: str) -> Params:
        return {"post": self._post, "side": self._side}
