"""Follows a robot round one lap of a line: where it starts, how far it comes, when it loses the line, and its finish.

Between two states (20 ms) a robot is taken to go straight on: crossings are found by linear interpolation. Losing and
regaining the line are decided at states.
"""

import math
from collections.abc import Sequence

from ..messages import Param
from ..problems import Problem
from ..scene.geometry import distance
from ..scene.model import Scene, Stripe
from ..tasks.conditions import Crossed, FalseStart, OffLineFor, Progress, Rejoin
from ..tasks.model import Conduct, LapCourse, Task
from .body import Body, front_beyond
from .path import Path
from .record import Breach, Loss, Moment, Reached, Record
from .state import HEADING_MDEG, V_UM_S, X_UM, Y_UM
from .tracker import LineTracker


class CourseError(Problem):
    """The scene has not what the task's rules speak of."""


class Lap:
    """Feed `see` each state; what it finds goes to the record."""

    def __init__(self, task: Task, course: LapCourse, scene: Scene, record: Record) -> None:
        path = _course_path(course, scene)
        self._conduct: dict[str, Conduct] = {rule.when.kind: rule for rule in task.conduct}
        wrong = {kind: rule.when for kind, rule in self._conduct.items()}
        rejoin, off_line = wrong.get("rejoin"), wrong.get("off_line_for")
        self.record = record
        self.length_mm = path.length
        self._body = Body(scene.robot.outline)
        self._slack_mm = rejoin.slack_mm if isinstance(rejoin, Rejoin) else math.inf
        self._tracker = LineTracker(path, self._body, self._slack_mm)
        self._line_s = course.start_at_mm
        self._gate = path.at(self._line_s)
        # The front cannot be over the gate while the axle is farther from it than this, not even on a curve.
        self._gate_zone = 1.5 * self._body.outer
        self._off_line_us = off_line.limit_ms * 1000 if isinstance(off_line, OffLineFor) else math.inf
        waits = isinstance(wrong.get("false_start"), FalseStart) and scene.presses
        self._signal_us = min(press.at_ms for press in scene.presses) * 1000 if waits else 0
        crossed = [(check.when.line, check.id) for check in task.checks if isinstance(check.when, Crossed)]
        self._crossings = {line: [own for each, own in crossed if each == line] for line in ("start", "finish")}
        self._shares = sorted(
            (check.when.percent, check.id) for check in task.checks if isinstance(check.when, Progress)
        )
        self._next_share = 0
        self._quiet_s = -math.inf  # before this place of the line nothing can be reached
        self._heading = 0
        self._check_start(scene)

    def see(self, t_us: int, state: tuple[int, ...]) -> None:
        """Take the next state in."""
        x = state[X_UM] / 1000.0
        y = state[Y_UM] / 1000.0
        heading = state[HEADING_MDEG]
        record = self.record
        before = record.last
        tracker = self._tracker
        was_on = tracker.on
        if before is None:
            tracker.begin(x, y, heading, self._line_s)
            on = was_on = tracker.on
            now = before = record.first = Moment(t_us, x, y, tracker.s)
            if not on:
                record.losses.append(Loss(now))
        elif x == before.x and y == before.y and heading == self._heading:
            on = was_on
            now = Moment(t_us, x, y, before.s)
        else:
            on = tracker.see(x, y, heading)
            now = Moment(t_us, x, y, tracker.s)
            speed = state[V_UM_S]
            if speed > record.top_speed_um_s or -speed > record.top_speed_um_s:
                record.top_speed_um_s = abs(speed)
            if record.started is None:
                self._note_moves(now)
            if on and not was_on:
                self._regain(now)
            elif was_on and not on:
                record.losses.append(Loss(now))
            elif on and now.s >= self._quiet_s:
                self._look_along(before, now, heading)
            if on and record.best is not None and now.s > record.best.s and not (record.finished or record.breach):
                record.best = now
        if not on and record.breach is None and t_us - record.losses[-1].lost.t_us > self._off_line_us:
            self._breach("off_line_for", now, limit_s=round(self._off_line_us / 1e6, 2))
        record.last = now
        self._heading = heading

    def _note_moves(self, now: Moment) -> None:
        record = self.record
        assert record.first is not None
        record.moved_mm = max(record.moved_mm, distance((now.x, now.y), (record.first.x, record.first.y)))
        record.back_mm = max(record.back_mm, record.first.s - now.s)

    def _look_along(self, before: Moment, now: Moment, heading: int) -> None:
        """Start line, shares of the lap and finish line, in this order."""
        record = self.record
        if record.started is None:
            if now.s < self._line_s - self._gate_zone or not (crossing := self._crossing(before, now, heading)):
                return
            record.started = record.best = crossing
            self._reach(self._crossings["start"], crossing)
            self._set_quiet()
            if crossing.t_us < self._signal_us:
                self._breach("false_start", crossing, early_s=round((self._signal_us - crossing.t_us) / 1e6, 2))
            return
        while self._next_share < len(self._shares) and now.s >= (place := self._share_s()):
            part = (place - before.s) / (now.s - before.s) if now.s > before.s else 1.0
            self._reach(self._shares[self._next_share][1:], before.towards(now, min(max(part, 0.0), 1.0)))
            self._next_share += 1
        self._set_quiet()
        over = record.finished is None and now.s >= self._finish_zone_s()
        if over and (crossing := self._crossing(before, now, heading)):
            record.finished = record.best = crossing
            self._reach(self._crossings["finish"], crossing)

    def _crossing(self, before: Moment, now: Moment, heading: int) -> Moment | None:
        """When the front-most part came over the gate; None while it has not. Asked near the gate only."""
        ahead = front_beyond(self._body.on_mat(now.x, now.y, heading), self._gate)
        if ahead <= 0.0:
            return None
        behind = -front_beyond(self._body.on_mat(before.x, before.y, self._heading), self._gate)
        # Not behind before: it came over the gate while it was off the line, which counts from now on.
        return before.towards(now, behind / (behind + ahead)) if behind >= 0.0 else now

    def _share_s(self) -> float:
        assert self.record.started is not None
        return self.record.started.s + self._shares[self._next_share][0] / 100 * self.length_mm

    def _finish_zone_s(self) -> float:
        return self._line_s + self.length_mm - self._gate_zone

    def _set_quiet(self) -> None:
        finish = self._finish_zone_s()
        self._quiet_s = min(self._share_s(), finish) if self._next_share < len(self._shares) else finish

    def _reach(self, checks: Sequence[str], moment: Moment) -> None:
        for check_id in checks:
            self.record.reached[check_id, ""] = Reached(moment, {})

    def _regain(self, now: Moment) -> None:
        loss = self.record.losses[-1]
        loss.back = now
        ahead = now.s - loss.lost.s
        if ahead > self._slack_mm:
            self._breach("rejoin", now, ahead_mm=round(ahead), slack_mm=round(self._slack_mm))

    def _breach(self, kind: str, moment: Moment, **params: Param) -> None:
        if kind in self._conduct and self.record.breach is None:
            self.record.breach = Breach(self._conduct[kind], moment, params)

    def _check_start(self, scene: Scene) -> None:
        start = scene.start
        corners = self._body.on_mat(start.x_mm, start.y_mm, round(start.heading_deg * 1000))
        near = distance((start.x_mm, start.y_mm), self._gate[0]) <= self._gate_zone
        if near and front_beyond(corners, self._gate) > 0.0:
            raise CourseError("course-start-beyond", start=start.id)


def _course_path(course: LapCourse, scene: Scene) -> Path:
    for surface in scene.mat.surfaces:
        if isinstance(surface, Stripe) and surface.id == course.path and surface.closed:
            return Path(surface.pieces)
    raise CourseError("course-no-line", path=course.path)
