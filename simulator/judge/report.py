"""Turns what a referee wrote down into checks, marks and measures."""

from dataclasses import dataclass

from ..messages import Param
from ..shown_time import shown_seconds
from ..tasks.model import Check, Conduct, Crossed, Task
from .judgement import CheckResult, Judgement, Mark, Verdict
from .record import Moment
from .referee import Referee

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
        self.record = referee.record
        self.lap_mm = referee.lap_mm
        self.end = end
        # A void or disqualified run has no points, whatever it did before.
        self.counts = end.verdict not in ("void", "disqualified")

    def judgement(self) -> Judgement:
        checks = [self._check(check) for check in self.task.checks]
        points = 0
        for check in checks:
            points += check.points
        checks += [self._conduct(rule) for rule in self.task.conduct]
        checks.append(self._time_limit())
        measures = self.measures()
        return Judgement(
            self.end.verdict, self.end.kind, points, self.task.max_points, measures, tuple(checks), tuple(self._marks())
        )

    def measures(self) -> dict[str, int | None]:
        record = self.record
        off_us = 0
        for loss in record.losses:
            off_us += (loss.back or self.end.moment).t_us - loss.lost.t_us
        progress_ms = self._since_start_ms(record.best)
        progress_mm = self._progress(record.best)
        return {
            "time_ms": self._since_start_ms(record.finished),
            "progress_time_ms": progress_ms,
            "progress_mm": int(progress_mm),
            "progress_percent": self._percent(record.best),
            "lap_mm": int(self.lap_mm),
            "lost_count": len(record.losses),
            "off_line_ms": _ms(off_us),
            "max_speed_mm_s": record.top_speed_um_s // 1000,
            "mean_speed_mm_s": int(progress_mm * 1000 / progress_ms) if progress_ms else None,
        }

    def _check(self, check: Check) -> CheckResult:
        name = check.line if isinstance(check, Crossed) else "progress"
        moment = self.record.reached.get(check.id)
        percent: dict[str, Param] = {} if isinstance(check, Crossed) else {"percent": check.percent}
        if moment is not None:
            params: dict[str, Param] = {**percent, "time_s": _seconds(self._since_start_ms(moment) or 0)}
            if name == "start":
                params["time_s"] = _seconds(_ms(moment.t_us))
            points = check.points if self.counts else 0
            return self._result(
                check.id, True, points, check.points, check.rule, moment, f"judge-{name}-passed", params
            )
        furthest = self.record.best or self.end.moment
        message = f"judge-{name}-missed"
        if name == "start":
            message += self._how_start_was_missed()
        params = {**percent, "reached": self._percent(furthest), "moved_mm": round(self.record.moved_mm)}
        return self._result(check.id, False, 0, check.points, check.rule, furthest, message, params)

    def _how_start_was_missed(self) -> str:
        if self.record.back_mm > WRONG_WAY_MM:
            return "-backward"
        return "-still" if self.record.moved_mm < STILL_MM else ""

    def _conduct(self, rule: Conduct) -> CheckResult:
        breach = self.record.breach
        name = rule.kind.replace("_", "-")
        if breach is not None and breach.kind == rule.kind:
            message = f"judge-{name}-missed"
            return self._result(name, False, 0, 0, rule.rule, breach.moment, message, breach.params)
        params: dict[str, Param] = {"count": len(self.record.losses)}
        return self._result(name, True, 0, 0, rule.rule, self.end.moment, f"judge-{name}-passed", params)

    def _time_limit(self) -> CheckResult:
        passed = self.end.kind != "time_limit"
        params: dict[str, Param] = {
            "time_s": _seconds(_ms(self.end.moment.t_us)),
            "limit_s": _seconds(self.task.time_limit_ms),
            "reached": self._percent(self.record.best),
        }
        message = f"judge-time-limit-{'passed' if passed else 'missed'}"
        return self._result("time-limit", passed, 0, 0, self.task.limits.rule, self.end.moment, message, params)

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
        by_rule: dict[str, str] = {rule.kind: rule.rule for rule in self.task.conduct}
        line_rule = by_rule.get("rejoin") or by_rule.get("off_line_for") or ""
        marks: list[Mark] = []
        for check in self.task.checks:
            moment = self.record.reached.get(check.id)
            if moment is not None:
                kind = check.line if isinstance(check, Crossed) else "progress"
                params: dict[str, Param] = {"time_s": _seconds(self._since_start_ms(moment) or 0)}
                if not isinstance(check, Crossed):
                    params["percent"] = check.percent
                marks.append(Mark(kind, *_place(moment), check.rule, f"mark-{kind}", params))
        for loss in self.record.losses:
            where: dict[str, Param] = {"percent": self._percent(loss.lost)}
            marks.append(Mark("lost", *_place(loss.lost), line_rule, "mark-lost", where))
            if loss.back is not None:
                off: dict[str, Param] = {"off_s": _seconds(_ms(loss.back.t_us - loss.lost.t_us))}
                marks.append(Mark("regained", *_place(loss.back), line_rule, "mark-regained", off))
        marks.sort(key=lambda mark: mark.t_ms)
        marks.append(self._end_mark(by_rule))
        return marks

    def _end_mark(self, by_rule: dict[str, str]) -> Mark:
        breach = self.record.breach
        rule = by_rule[breach.kind] if breach else ""
        if self.end.kind == "time_limit":
            rule = self.task.limits.rule
        breached = breach.params if breach else {}
        return self.end.mark(rule, self.end.message_id, reached=self._percent(self.record.best), **breached)

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
        started = self.record.started
        return None if moment is None or started is None else _ms(moment.t_us - started.t_us)


def _place(moment: Moment) -> tuple[int, int, int]:
    return _ms(moment.t_us), round(moment.x), round(moment.y)


def _ms(t_us: int) -> int:
    return (t_us + 500) // 1000


def _seconds(t_ms: int) -> float:
    return shown_seconds(t_ms)
