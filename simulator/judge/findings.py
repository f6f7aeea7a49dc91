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


def settle(task: Task, referee: Referee, findings: Iterable[Finding], states: Sequence[tuple[int, ...]]) -> None:
    """Tell the referee, in the order of time. `states` are the robot's own."""
    told = sorted(findings, key=lambda finding: finding.t_us)
    heard: set[str] = set()
    checks = {check.id for check in task.checks}
    for finding in told:
        if finding.rule in heard & checks:
            raise FindingError("scorer-twice", str(task.scorer), rule=finding.rule)
        heard.add(finding.rule)
        _check(task, finding, states)
        referee.settle(finding.rule, _moment(states, finding.t_us), finding.is_so, finding.value, finding.points)
    for rule_id, when in task.scored.items():
        if rule_id not in heard and (rule_id in checks or _has_number(when, so=False)):
            raise FindingError("scorer-silent", str(task.scorer), rule=rule_id)


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
