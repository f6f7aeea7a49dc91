"""What a judge says about a run. Frozen facts; the words for each message id are in the message catalogue.

Verdicts are outcomes, not grades of one scale:

- `pass`: the goal was reached within the rules.
- `fail`: the attempt counts, with the points it earned; the goal was not reached. `ended` tells a robot that did not
  get there (`program_end`, `off_line`, …) from one that was cut off on its way (`time_limit`, `output_cap`).
- `void`: the attempt does not count at all, neither as zero points nor as a try that failed.
- `disqualified`: the attempt counts, and a broken rule takes its result away.
- `error`: the run could not be judged, because something on our side failed; it says nothing about the program.
- `none`: the task is not judged. `ended` tells how the program ended.
"""

from dataclasses import dataclass, field
from typing import Literal

from ..messages import Param
from ..tasks.model import Name

Verdict = Literal["pass", "fail", "void", "disqualified", "error", "none"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check: whether it was passed, what it earned, by which rule, when and where.

    A check that was not passed tells the furthest moment of the run instead, or that of the breach. The place is that
    of the middle of the axle.
    """

    id: str
    passed: bool
    points: int
    max: int
    rule: str
    t_ms: int
    x_mm: int
    y_mm: int
    message_id: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment worth showing. Kinds: start, progress, finish, lost, regained, callback_error, task_error, and one
    `end`, the last."""

    kind: str
    t_ms: int
    x_mm: int
    y_mm: int
    rule: str
    message_id: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The whole of it. A measure is None where the run has none, such as a lap time without a lap.

    A run of a task that is not `judged` has no points and no checks. `names` are what sentences call zones and objects.
    """

    verdict: Verdict
    ended: str
    points: int
    max_points: int
    measures: dict[str, int | None]
    checks: tuple[CheckResult, ...]
    marks: tuple[Mark, ...]
    judged: bool = True
    names: tuple[Name, ...] = ()
