"""What a task's scorer has found in a trace, and how the judge takes it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..printable import printable
from ..problems import Problem
from ..tasks.conditions import Scored
from ..tasks.model import Task
from .record import Moment
from .referee import Referee


class Finding(NamedTuple):
    """That the rule of that id (of a check, a penalty or a rule of conduct) is so, or not, seen at that time.

    `value` is the number of its sentence; `points` what a check earns, None for all of its points.
    """

    is_so: bool
    rule: str
    t_us: int
    value: int | None = None
    points: int | None = None


class FindingError(Problem):
    """The scorer says what it cannot know, or keeps silent about what it is asked."""


def checked(task: Task, findings: Iterable[Finding], states: Sequence[tuple[int, ...]]) -> list[Finding]:
    """The findings in the order of time; FindingError where one is none. `states` are the robot's own."""
    told = sorted(findings, key=lambda finding: finding.t_us)
    heard: set[str] = set()
    checks = {check.id for check in task.checks}
    for finding in told:
        if finding.rule in heard & checks:
            raise FindingError("scorer-twice", str(task.scorer), rule=finding.rule)
        heard.add(finding.rule)
        _check(task, finding, states)
    for rule_id, when in task.scored.items():
        if rule_id not in heard and (rule_id in checks or _has_number(when, so=False)):
            raise FindingError("scorer-silent", str(task.scorer), rule=rule_id)
    return told


def broken_at_us(task: Task, told: Iterable[Finding]) -> int | None:
    """When a rule of conduct was first broken, as the scorer sees it: there the run should have ended."""
    conduct = {rule.id for rule in task.conduct}
    return next((finding.t_us for finding in told if finding.is_so and finding.rule in conduct), None)


def settle(referee: Referee, told: Iterable[Finding], states: Sequence[tuple[int, ...]], until_us: int | None) -> None:
    """Tell the referee. What was found later than `until_us` has not come about."""
    for finding in told:
        is_so = finding.is_so and (until_us is None or finding.t_us <= until_us)
        referee.settle(finding.rule, _moment(states, finding.t_us), is_so, finding.value, finding.points)


def _check(task: Task, finding: Finding, states: Sequence[tuple[int, ...]]) -> None:
    """FindingError where it is none that the task asks for."""
    file, rule = str(task.scorer), printable(finding.rule[:80])
    if finding.rule not in task.scored:
        raise FindingError("scorer-rule", file, rule=rule, known=", ".join(task.scored))
    if not states[0][0] <= finding.t_us <= states[-1][0]:
        raise FindingError("scorer-time", file, rule=rule, t_us=finding.t_us, last_us=states[-1][0])
    if finding.value is None and _has_number(task.scored[finding.rule], finding.is_so):
        raise FindingError("scorer-value", file, rule=rule)
    if finding.points is not None:
        most = max((check.points for check in task.checks if check.id == rule), default=0)
        if not 0 <= finding.points <= most:
            raise FindingError("scorer-points", file, rule=rule, points=finding.points, most=most)


def _has_number(when: Scored, so: bool) -> bool:
    return "{value}" in (when.so if so else when.not_so).en


def _moment(states: Sequence[tuple[int, ...]], t_us: int) -> Moment:
    """Where the robot was then, by its last state."""
    _, _, x_um, y_um, *_ = states[bisect_right(states, t_us, key=lambda state: state[0]) - 1]
    return Moment(t_us, x_um / 1000, y_um / 1000, 0.0)
