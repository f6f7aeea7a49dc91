"""Turns what a referee wrote down into checks, marks and measures."""

from dataclasses import dataclass

from ..messages import Param
from ..shown_time import shown_seconds, whole_ms
from ..tasks.conditions import Crossed, OfLap, Progress
from ..tasks.model import TIME_LIMIT_CHECK, Check, Conduct, Penalty, Task
from .bout import BEATEN, DRAW, BoutReferee
from .judgement import CheckResult, Judgement, Mark, Verdict
from .points import Earned, earned_points, sum_of, total
from .record import Moment, Reached
from .referee import GOAL, TIME_LIMIT, Referee

# A robot that came less far than this has not moved; one that came farther against the lap has driven the wrong way.
STILL_MM = 5
WRONG_WAY_MM = 50
# Ends by a broken rule that have words of their own, with what to try.
WITH_WORDS = frozenset({"false_start", "shortcut", "off_line", "out_of_field", "moved_early", "outside"})
WITH_WORDS_OFF_COURSE = frozenset({"out_of_field"})  # and other words where there is no line to follow


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
        time_s = _seconds(whole_ms(self.moment.t_us))
        return Mark("end", *_place(self.moment), rule, message_id, {**self.params, "time_s": time_s, **params})


class Report:
    """The report on one run; `judgement()` puts it together."""

    def __init__(self, task: Task, referee: Referee, end: End) -> None:
        self.task = task
        self.referee = referee
        self.record = referee.record
        self.lap_mm = referee.lap.length_mm if referee.lap else 0.0
        self.end = end
        breach = self.record.breach
        self.outcome = breach.rule.verdict if breach is not None else end.verdict
        # A void or disqualified run has no points, whatever it did before, nor has one that a rule sets to zero.
        self.counts = self.outcome not in ("void", "disqualified", "zero")
        items = {check.id: referee.items_of(check.id) for check in task.checks}
        self.earned: dict[tuple[str, str], Earned] = earned_points(
            task, items, self.record.reached if self.counts else {}
        )

    def judgement(self) -> Judgement:
        checks = [self._check(check, item) for check in self.task.checks for item in self.referee.items_of(check.id)]
        points, most = sum_of(self.task, self.earned, self.record, self.counts)
        checks += [result for penalty in self.task.penalties for result in self._penalty(penalty)]
        checks += [self._conduct(rule) for rule in self.task.conduct]
        checks.append(self._time_limit())
        return Judgement(
            self.end.verdict, self.end.kind, points, most, self.measures(), tuple(checks), tuple(self._marks()),
            names=self.task.names,
        )  # fmt: skip

    def measures(self) -> dict[str, int | None]:
        record = self.record
        scored = max((each.moment for each in record.reached.values()), key=lambda moment: moment.t_us, default=None)
        if self.referee.lap is None:
            time_ms = self._since_start_ms(scored) if self.end.kind == GOAL else None
        else:
            time_ms = self._since_start_ms(record.finished)
        penalty_ms = total(fine.rule.ms for fine in record.fines)
        times: dict[str, int | None] = {"time_ms": time_ms}
        if self.task.penalties or self.outcome == "max_time":
            total_ms = None if time_ms is None else time_ms + penalty_ms
            times["penalty_ms"] = penalty_ms
            times["total_ms"] = self.task.time_limit_ms if self.outcome == "max_time" else total_ms
        always: dict[str, int | None] = {"max_speed_mm_s": record.top_speed_um_s // 1000}
        scored_ms: dict[str, int | None] = {"scored_ms": self._since_start_ms(scored)}
        if self.referee.lap is None:
            return {**times, **scored_ms, **always}
        off_us = 0
        for loss in record.losses:
            off_us += (loss.back or self.end.moment).t_us - loss.lost.t_us
        progress_ms = self._since_start_ms(record.best)
        progress_mm = self._progress(record.best)
        return {
            **times,
            **scored_ms,
            "progress_time_ms": progress_ms,
            "progress_mm": int(progress_mm),
            "progress_percent": self._percent(record.best),
            "lap_mm": int(self.lap_mm),
            "lost_count": len(record.losses),
            "off_line_ms": whole_ms(off_us),
            **always,
            "mean_speed_mm_s": int(progress_mm * 1000 / progress_ms) if progress_ms else None,
        }

    def _check(self, check: Check, item: str) -> CheckResult:
        """Of an object, where the check is about several."""
        reached = self.record.reached.get((check.id, item))
        moment = reached.moment if reached is not None else None
        earned = self.earned[check.id, item]
        if isinstance(check.when, Crossed | Progress):
            message, params = self._along(check.when, moment)
        elif reached is not None:
            message = f"judge-{_spoken(check.when.kind)}-so"
            params = {"name": item, **reached.params, **self._time(reached.moment)}
        elif not self.referee.counts(check):
            message, params = "judge-not-yet", self._awaited(check)
        else:
            message = f"judge-{_spoken(check.when.kind)}-not"
            params = {"name": item, **self.referee.watches[check.id].missing(item)}
        name = f"{check.id}/{item}" if item else check.id
        at = moment or self.record.best or self.end.moment
        return self._result(name, moment is not None, earned.points, earned.most, check.rule, at, message, params)

    def _awaited(self, check: Check) -> dict[str, Param]:
        """What must come before it: the checks by id, and by the rules that a reader finds beside them."""
        rules = dict.fromkeys(each.rule for each in self.task.checks if each.id in check.after)
        return {"checks": ", ".join(check.after), "rules": ", ".join(rules)}

    def _penalty(self, penalty: Penalty) -> list[CheckResult]:
        """One result for each time, or one that tells that there was none."""
        name = _spoken(penalty.when.kind)
        fines = [fine for fine in self.record.fines if fine.rule is penalty]
        if not fines:
            watch = self.referee.watches[penalty.id]
            params = {"name": "", **watch.missing(watch.items[0])}
            return [self._result(penalty.id, True, 0, 0, penalty.rule, self.end.moment, f"judge-{name}-not", params)]
        return [
            self._result(
                f"{penalty.id}/{number}", False, -penalty.points, 0, penalty.rule, fine.moment, f"judge-{name}-so",
                {**fine.params, **self._time(fine.moment)},
            )
            for number, fine in enumerate(fines, start=1)
        ]  # fmt: skip

    def _along(self, when: Crossed | Progress, moment: Moment | None) -> tuple[str, dict[str, Param]]:
        """What to say about a place of the lap."""
        name = when.line if isinstance(when, Crossed) else "progress"
        percent: dict[str, Param] = {} if isinstance(when, Crossed) else {"percent": when.percent}
        if moment is None:
            missed = f"judge-{name}-not" + (self._how_start_was_missed() if name == "start" else "")
            reached = self._percent(self.record.best or self.end.moment)
            return missed, {**percent, "reached": reached, "moved_mm": round(self.record.moved_mm)}
        since_power_on = {"time_s": _seconds(whole_ms(moment.t_us))}
        return f"judge-{name}-so", {**percent, **(since_power_on if name == "start" else self._time(moment))}

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
            of_lap = isinstance(rule.when, OfLap)
            told = breach.params if of_lap else {"name": "", **breach.params, **self._time(breach.moment)}
            return self._result(rule.id, False, 0, 0, rule.rule, breach.moment, f"judge-{name}-so", told)
        params: dict[str, Param] = {"name": "", "count": len(self.record.losses)}
        if rule.id in self.referee.watches:
            params |= self.referee.watches[rule.id].missing(self.referee.watches[rule.id].items[0])
        return self._result(rule.id, True, 0, 0, rule.rule, self.end.moment, f"judge-{name}-not", params)

    def _time_limit(self) -> CheckResult:
        passed = self.end.kind != TIME_LIMIT
        params: dict[str, Param] = {
            "time_s": _seconds(whole_ms(self.end.moment.t_us)),
            "limit_s": _seconds(self.task.time_limit_ms),
            **self._how_far(),
        }
        message = f"judge-time-limit-{'not' if passed else 'so' + self._counted()}"
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
                reached = self.record.reached.get((check.id, item))
                if reached is not None:
                    marks.append(self._mark(check, item, reached))
        for fine in self.record.fines:
            message = f"judge-{_spoken(fine.rule.when.kind)}-so"
            params = {**fine.params, **self._time(fine.moment)}
            marks.append(Mark("penalty", *_place(fine.moment), fine.rule.rule, message, params))
        for loss in self.record.losses if self.referee.lap else ():
            where: dict[str, Param] = {"percent": self._percent(loss.lost)}
            marks.append(Mark("lost", *_place(loss.lost), line_rule, "mark-lost", where))
            if loss.back is not None:
                off: dict[str, Param] = {"off_s": _seconds(whole_ms(loss.back.t_us - loss.lost.t_us))}
                marks.append(Mark("regained", *_place(loss.back), line_rule, "mark-regained", off))
        marks.sort(key=lambda mark: mark.t_ms)
        marks.append(self._end_mark())
        return marks

    def _mark(self, check: Check, item: str, reached: Reached) -> Mark:
        params, place = self._time(reached.moment), _place(reached.moment)
        if isinstance(check.when, Crossed):
            return Mark(check.when.line, *place, check.rule, f"mark-{check.when.line}", params)
        if isinstance(check.when, Progress):
            params["percent"] = check.when.percent
            return Mark("progress", *place, check.rule, "mark-progress", params)
        message = f"judge-{_spoken(check.when.kind)}-so"
        return Mark("scored", *place, check.rule, message, {"name": item, **reached.params, **params})

    def _end_mark(self) -> Mark:
        breach = self.record.breach
        if breach is not None:
            return self._end_of(breach.rule, breach.params)
        message_id, rule = self.end.message_id, ""
        if self.end.kind == TIME_LIMIT:
            rule = self.task.limits.rule
        if self.end.kind in (TIME_LIMIT, "program_end", GOAL):
            message_id += self._counted()
        return self.end.mark(rule, message_id, **self._how_far())

    def _end_of(self, rule: Conduct, params: dict[str, Param]) -> Mark:
        """The words for such an end, where it has any; else those of the condition."""
        how_far: dict[str, Param] = {**self._how_far(), "name": "", **params}
        if self.end.kind in WITH_WORDS:
            counted = self._counted() if self.end.kind in WITH_WORDS_OFF_COURSE else ""
            return self.end.mark(rule.rule, self.end.message_id + counted, **how_far)
        # The same sentence as that of the check, by the same clock.
        return self.end.mark(rule.rule, f"judge-{_spoken(rule.when.kind)}-so", **how_far, **self._time(self.end.moment))

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
            return None if moment is None else max(0, whole_ms(moment.t_us) - self.task.start_ms)
        started = self.record.started
        return None if moment is None or started is None else whole_ms(moment.t_us - started.t_us)


class BoutReport(Report):
    """The report on a bout, from the first robot's side."""

    def __init__(self, task: Task, bout: BoutReferee, end: End) -> None:
        if end.kind == DRAW and task.bout is not None:  # both have won at once: neither is paid for it
            reached = bout.own.record.reached
            for key in [(check_id, "") for check_id in task.bout.won_by if (check_id, "") in reached]:
                reached[key] = reached[key]._replace(points=0)
        super().__init__(task, bout.own, end)
        self._bout = bout

    def _end_mark(self) -> Mark:
        """By which check it was won or lost; the rival's tells what has happened as the rival sees it."""
        by = {GOAL: self._bout.own.winning, BEATEN: self._bout.rival.winning}.get(self.end.kind)
        if by is None and self.end.kind == GOAL:
            return self.end.mark("", "ended-goal-forfeit")
        if by is None:
            return super()._end_mark()
        check, reached = by
        return self.end.mark(check.rule, f"ended-{self.end.kind}-{_spoken(check.when.kind)}", **reached.params)


def _place(moment: Moment) -> tuple[int, int, int]:
    return whole_ms(moment.t_us), round(moment.x), round(moment.y)


def _spoken(kind: str) -> str:
    return kind.replace("_", "-")


def _seconds(t_ms: int) -> float:
    return shown_seconds(t_ms)
