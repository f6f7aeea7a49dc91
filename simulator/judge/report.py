"""Turns what a referee wrote down into checks, marks and measures."""

from dataclasses import dataclass

from ..messages import Param
from ..shown_time import shown_seconds
from ..tasks.model import TIME_LIMIT_CHECK, Check, Conduct, Crossed, Progress, Task
from .judgement import CheckResult, Judgement, Mark, Verdict
from .record import Moment
from .referee import GOAL, TIME_LIMIT, Referee

# A robot that came less far than this has not moved; one that came farther against the lap has driven the wrong way.
STILL_MM = 5
WRONG_WAY_MM = 50


@dataclass(frozen=True)
class End:
    """How a run ended: in one word, with which verdict, when and where, and the numbers of the sentence about it."""

    kind: str
    verdict: Verdict
    moment: Moment
    params: dict[str, Param]

    @property
    def message_id(self) -> str:
        return "ended-program_error-inside" if "place" in self.params else f"ended-{self.kind}"

    def mark(self, rule: str, message_id: str, **params: Param) -> Mark:
        """The mark at the end of the run; `params` are what its sentence tells besides the end's own."""
        time_s = _seconds(_ms(self.moment.t_us))
        return Mark("end", *_place(self.moment), rule, message_id, {**self.params, "time_s": time_s, **params})


class Report:
    """The report on one run; `judgement()` puts it together."""

    def __init__(self, task: Task, referee: Referee, end: End) -> None:
        self.task = task
        self.referee = referee
        self.record = referee.record
        self.lap_mm = referee.lap.length_mm if referee.lap else 0.0
        self.end = end
        # A void or disqualified run has no points, whatever it did before.
        self.counts = end.verdict not in ("void", "disqualified")

    def judgement(self) -> Judgement:
        checks = [self._check(check, item) for check in self.task.checks for item in self.referee.items_of(check.id)]
        points = most = 0
        for result in checks:
            points += result.points
            most += result.max
        checks += [self._conduct(rule) for rule in self.task.conduct]
        checks.append(self._time_limit())
        return Judgement(
            self.end.verdict, self.end.kind, points, most, self.measures(), tuple(checks), tuple(self._marks())
        )

    def measures(self) -> dict[str, int | None]:
        record = self.record
        reached = record.reached.values()
        scored = max(reached, key=lambda moment: moment.t_us, default=None)
        always: dict[str, int | None] = {"max_speed_mm_s": record.top_speed_um_s // 1000}
        if self.referee.lap is None:
            time_ms = self._since_start_ms(scored) if self.end.kind == GOAL else None
            return {"time_ms": time_ms, "scored_ms": self._since_start_ms(scored), **always}
        off_us = 0
        for loss in record.losses:
            off_us += (loss.back or self.end.moment).t_us - loss.lost.t_us
        progress_ms = self._since_start_ms(record.best)
        progress_mm = self._progress(record.best)
        return {
            "time_ms": self._since_start_ms(record.finished),
            "scored_ms": self._since_start_ms(scored),
            "progress_time_ms": progress_ms,
            "progress_mm": int(progress_mm),
            "progress_percent": self._percent(record.best),
            "lap_mm": int(self.lap_mm),
            "lost_count": len(record.losses),
            "off_line_ms": _ms(off_us),
            **always,
            "mean_speed_mm_s": int(progress_mm * 1000 / progress_ms) if progress_ms else None,
        }

    def _check(self, check: Check, item: str) -> CheckResult:
        """Of an object, where the check is about several."""
        moment = self.record.reached.get((check.id, item))
        points = check.points if moment is not None and self.counts else 0
        if isinstance(check.when, Crossed | Progress):
            message, params = self._along(check.when, moment)
        else:
            message = f"judge-{_spoken(check.when.kind)}-{'missed' if moment is None else 'passed'}"
            told = self._time(moment) if moment is not None else self.referee.watches[check.id].missing(item)
            params = {"name": item, **told}
        name = f"{check.id}/{item}" if item else check.id
        at = moment or self.record.best or self.end.moment
        return self._result(name, moment is not None, points, check.points, check.rule, at, message, params)

    def _along(self, when: Crossed | Progress, moment: Moment | None) -> tuple[str, dict[str, Param]]:
        """What to say about a place of the lap."""
        name = when.line if isinstance(when, Crossed) else "progress"
        percent: dict[str, Param] = {} if isinstance(when, Crossed) else {"percent": when.percent}
        if moment is None:
            missed = f"judge-{name}-missed" + (self._how_start_was_missed() if name == "start" else "")
            reached = self._percent(self.record.best or self.end.moment)
            return missed, {**percent, "reached": reached, "moved_mm": round(self.record.moved_mm)}
        since_power_on = {"time_s": _seconds(_ms(moment.t_us))}
        return f"judge-{name}-passed", {**percent, **(since_power_on if name == "start" else self._time(moment))}

    def _time(self, moment: Moment) -> dict[str, Param]:
        return {"time_s": _seconds(self._since_start_ms(moment) or 0)}

    def _how_start_was_missed(self) -> str:
        if self.record.back_mm > WRONG_WAY_MM:
            return "-backward"
        return "-still" if self.record.moved_mm < STILL_MM else ""

    def _conduct(self, rule: Conduct) -> CheckResult:
        breach = self.record.breach
        name = _spoken(rule.when.kind)
        if breach is not None and breach.rule is rule:
            message = f"judge-{name}-missed"
            return self._result(rule.id, False, 0, 0, rule.rule, breach.moment, message, breach.params)
        params: dict[str, Param] = {"count": len(self.record.losses)}
        if rule.id in self.referee.watches:
            params |= self.referee.watches[rule.id].missing("")
        return self._result(rule.id, True, 0, 0, rule.rule, self.end.moment, f"judge-{name}-passed", params)

    def _time_limit(self) -> CheckResult:
        passed = self.end.kind != TIME_LIMIT
        params: dict[str, Param] = {
            "time_s": _seconds(_ms(self.end.moment.t_us)),
            "limit_s": _seconds(self.task.time_limit_ms),
            **self._how_far(),
        }
        message = f"judge-time-limit-{'passed' if passed else 'missed' + self._counted()}"
        return self._result(TIME_LIMIT_CHECK, passed, 0, 0, self.task.limits.rule, self.end.moment, message, params)

    def _how_far(self) -> dict[str, Param]:
        """Along the lap; without one, how much of the goal."""
        if self.referee.lap is not None:
            return {"reached": self._percent(self.record.best)}
        goal = [(name, item) for name in self.task.goal for item in self.referee.items_of(name)]
        return {"done": len([one for one in goal if one in self.record.reached]), "of": len(goal)}

    def _counted(self) -> str:
        return "" if self.referee.lap is not None else "-counted"

    def _result(
        self,
        check_id: str,
        passed: bool,
        points: int,
        most: int,
        rule: str,
        moment: Moment,
        message: str,
        params: dict[str, Param],
    ) -> CheckResult:
        return CheckResult(check_id, passed, points, most, rule, *_place(moment), message, params)

    def _marks(self) -> list[Mark]:
        by_kind: dict[str, str] = {rule.when.kind: rule.rule for rule in self.task.conduct}
        line_rule = by_kind.get("rejoin") or by_kind.get("off_line_for") or ""
        marks: list[Mark] = []
        for check in self.task.checks:
            for item in self.referee.items_of(check.id):
                moment = self.record.reached.get((check.id, item))
                if moment is not None:
                    marks.append(self._mark(check, item, moment))
        for loss in self.record.losses if self.referee.lap else ():
            where: dict[str, Param] = {"percent": self._percent(loss.lost)}
            marks.append(Mark("lost", *_place(loss.lost), line_rule, "mark-lost", where))
            if loss.back is not None:
                off: dict[str, Param] = {"off_s": _seconds(_ms(loss.back.t_us - loss.lost.t_us))}
                marks.append(Mark("regained", *_place(loss.back), line_rule, "mark-regained", off))
        marks.sort(key=lambda mark: mark.t_ms)
        marks.append(self._end_mark())
        return marks

    def _mark(self, check: Check, item: str, moment: Moment) -> Mark:
        params = self._time(moment)
        if isinstance(check.when, Crossed):
            return Mark(check.when.line, *_place(moment), check.rule, f"mark-{check.when.line}", params)
        if isinstance(check.when, Progress):
            params["percent"] = check.when.percent
            return Mark("progress", *_place(moment), check.rule, "mark-progress", params)
        params["name"] = item
        return Mark("scored", *_place(moment), check.rule, f"mark-{_spoken(check.when.kind)}", params)

    def _end_mark(self) -> Mark:
        breach = self.record.breach
        rule = breach.rule.rule if breach else ""
        message_id = self.end.message_id
        if self.end.kind == TIME_LIMIT:
            rule = self.task.limits.rule
        if self.end.kind in (TIME_LIMIT, "program_end", GOAL):
            message_id += self._counted()
        breached = breach.params if breach else {}
        return self.end.mark(rule, message_id, **self._how_far(), **breached)

    def _progress(self, moment: Moment | None) -> float:
        started = self.record.started
        if moment is None or started is None:
            return 0.0
        if moment is self.record.finished:
            return self.lap_mm
        return min(max(moment.s - started.s, 0.0), self.lap_mm)

    def _percent(self, moment: Moment | None) -> int:
        """Rounded down: 100 is a whole lap."""
        return int(self._progress(moment) / self.lap_mm * 100)

    def _since_start_ms(self, moment: Moment | None) -> int | None:
        """From the start line; without a course from the first press of a button, else from power-on."""
        if self.referee.lap is None:
            begin_ms = min((press.at_ms for press in self.task.presses), default=0)
            return None if moment is None else max(0, _ms(moment.t_us) - begin_ms)
        started = self.record.started
        return None if moment is None or started is None else _ms(moment.t_us - started.t_us)


def _place(moment: Moment) -> tuple[int, int, int]:
    return _ms(moment.t_us), round(moment.x), round(moment.y)


def _spoken(kind: str) -> str:
    return kind.replace("_", "-")


def _ms(t_us: int) -> int:
    return (t_us + 500) // 1000


def _seconds(t_ms: int) -> float:
    return shown_seconds(t_ms)
