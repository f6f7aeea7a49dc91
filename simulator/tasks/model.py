"""A task file's content: variants, limits, the course, the rules, what they forbid, what earns points, how runs rank.

Rules are data. What ends an attempt (`conduct`), what costs points or seconds (`penalties`) and what earns points
(`checks`) each cite a rule and say by a condition when that is so.

A task without checks, goal and ranking is not judged: a place to try things out. Its runs have no verdict.
"""

from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from ..scene.model import Press
from ..texts import Plain, Text
from .conditions import Costly, Done, Identifier, Mm, Ms, RuleId, Scored, Table, Words, Wrong

SCORER = "scorer.py"  # of a task that leaves a rule to one
Points = Annotated[int, Field(ge=0, le=1000)]

TIME_LIMIT_CHECK = "time-limit"  # the id of what a result says of the time, beside the task's own checks

Measure = Literal[
    "time_ms", "penalty_ms", "total_ms", "scored_ms", "progress_time_ms", "progress_mm", "progress_percent", "lap_mm",
    "lost_count", "off_line_ms", "max_speed_mm_s", "mean_speed_mm_s",
]  # fmt: skip
MEASURES: tuple[str, ...] = get_args(Measure)
UNCOURSED = ("scored_ms", "max_speed_mm_s")  # beside the times, what a run without a course has


class Draw(BaseModel):
    """A world drawn for each round: a kind of the generators, and those of its numbers that are not to be its own."""

    model_config = ConfigDict(extra="allow", strict=True, frozen=True)
    __pydantic_extra__: dict[str, int]

    kind: Literal["track", "maze", "kegelring", "slalom", "warehouse", "sumo"]

    @property
    def numbers(self) -> dict[str, int]:
        return dict(self.__pydantic_extra__)


class Variant(Table):
    """One world of the task, either a file, relative to the task's folder, or drawn; and the id of a start in it."""

    id: Identifier
    title: Words
    world: Text = ""
    draw: Draw | None = None
    start: Identifier


class Name(Table):
    """What sentences call a zone, or an object, of the worlds."""

    id: Identifier
    title: Words


class PressTable(Table):
    """Somebody presses a button of the robot during the run."""

    button: Identifier
    at_ms: Ms
    for_ms: Ms


class Limits(Table):
    """The run ends this long after power-on, whatever happens. A judged task says by which rule."""

    time_limit_ms: Annotated[int, Field(gt=0, le=3_600_000)]
    rule: RuleId = ""


class RobotLimits(Table):
    """How large and heavy a robot may be as it starts, along its x and y; 0: any."""

    length_mm: Mm = 0
    width_mm: Mm = 0
    mass_g: Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)] = 0
    rule: RuleId


class LapCourse(Table):
    """One lap of a closed stripe, in the order in which its pieces are written; start and finish are the same place."""

    kind: Literal["lap"]
    path: Identifier
    start_at_mm: Mm


class Rule(Table):
    """A clause. `regulation`: taken from a published regulation, named in `origin`; `ours`: set by this task."""

    id: RuleId
    source: Literal["regulation", "ours"]
    origin: Plain = ""
    text: Words


class Conduct(Table):
    """What ends the attempt at once, and what becomes of it then (`simulator/judge/judgement.py` tells them apart)."""

    id: Identifier
    rule: RuleId
    verdict: Literal["fail", "zero", "max_time", "void", "disqualified"]
    when: Wrong


class Penalty(Table):
    """What costs so many points or ms, each time that it happens; at most so many times."""

    id: Identifier
    rule: RuleId
    points: Points = 0
    ms: Ms = 0
    most: Annotated[int, Field(ge=1, le=1000)] | None = None
    when: Costly


class Check(Table):
    """What earns points: for each object, where it is about several, but for at most `most` of them.

    `at_end`: it counts only if it still holds when the run ends. `after`: it counts only from the moment on when all
    these checks were reached. Of the checks of one `group` only the one that earns most counts. `by_attempt` has the
    points, instead of `points`, for the first attempt and after each restart; after more restarts the last.
    """

    id: Identifier
    rule: RuleId
    points: Points
    when: Done
    most: Annotated[int, Field(ge=1, le=1000)] | None = None
    at_end: bool = False
    after: tuple[Identifier, ...] = ()
    group: Identifier | None = None
    by_attempt: tuple[Points, ...] = ()


class Score(Table):
    """What is done to the sum of points, in this order: at least `floor`, at most `cap`, then times `factor` where the
    check `factor_if` was reached."""

    floor: Points = 0
    cap: Points | None = None
    factor: Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)] = 1.0
    factor_if: Identifier | None = None


class Bout(Table):
    """Two robots against each other, by the same rules. A robot wins with the first of its checks `won_by`, and then
    the bout is over; `best_of` bouts make a match."""

    won_by: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    best_of: Annotated[int, Field(ge=1, le=9)] = 1


class Attempts(Table):
    """How many attempts a robot has, and what of them counts: the best one, the sum or the mean of the points of all,
    or the sum of the best `best`."""

    count: Annotated[int, Field(ge=1, le=20)]
    counts: Literal["best", "sum", "mean"] = "best"
    best: Annotated[int, Field(ge=1, le=20)] | None = None


class RankKey(Table):
    """One step of the order of runs: by points or a measure, the best first."""

    by: Literal["points", Measure]
    best: Literal["high", "low"]


class TaskFile(Table):
    """What task.toml says."""

    id: Identifier
    version: Annotated[int, Field(ge=1)]
    robot: Identifier
    title: Words
    summary: Words
    limits: Limits
    robot_limits: RobotLimits | None = None
    course: LapCourse | None = None
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]
    names: tuple[Name, ...] = ()
    presses: tuple[PressTable, ...] = ()
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)] = ()
    conduct: tuple[Conduct, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    score: Score = Score()
    bout: Bout | None = None
    attempts: Attempts | None = None
    checks: Annotated[tuple[Check, ...], Field(min_length=1)] = ()
    goal: Annotated[tuple[Identifier, ...], Field(min_length=1)] = ()
    ranking: Annotated[tuple[RankKey, ...], Field(min_length=1)] = ()

    @property
    def conditions(self) -> dict[str, Done | Wrong]:
        """All conditions, by the id of the rule of conduct, the penalty or the check."""
        rules: tuple[Check | Penalty | Conduct, ...] = (*self.conduct, *self.penalties, *self.checks)
        return {rule.id: rule.when for rule in rules}

    @property
    def scored(self) -> dict[str, Scored]:
        """The conditions that are left to the scorer, by the id of the rule that asks."""
        return {rule_id: when for rule_id, when in self.conditions.items() if isinstance(when, Scored)}

    @property
    def measures(self) -> tuple[str, ...]:
        """Those that runs of this task have: some need a course, some something that costs time."""
        costs = self.penalties or any(rule.verdict == "max_time" for rule in self.conduct)
        known = MEASURES if self.course is not None else ("time_ms", "penalty_ms", "total_ms", *UNCOURSED)
        return tuple(name for name in known if costs or name not in ("penalty_ms", "total_ms"))

    @property
    def judged(self) -> bool:
        """Whether runs of this task are judged: one part of judging asks for all the others."""
        return bool(self.course or self.conduct or self.penalties or self.checks or self.goal or self.ranking)


class Task(TaskFile):
    """A task file with the folder it came from and the hash of all that decides how a run of it goes and is judged."""

    folder: Path
    robot_path: Path
    sha256: str

    def unjudged(self) -> "Task":
        """The same place, with nobody who judges."""
        nothing: dict[str, object] = dict.fromkeys(("conduct", "penalties", "checks", "goal", "ranking"), ())
        return self.model_copy(update=nothing | {"course": None, "bout": None})

    @property
    def time_limit_ms(self) -> int:
        return self.limits.time_limit_ms

    @property
    def start_ms(self) -> int:
        """When it begins: at the first press of a button, where there is one; else at power-on. From then on times
        count, but for a lap's, which count from its line."""
        return min((press.at_ms for press in self.presses), default=0)

    @property
    def button_presses(self) -> tuple[Press, ...]:
        return tuple(Press(press.button, press.at_ms, press.for_ms) for press in self.presses)

    @property
    def scorer(self) -> Path | None:
        """The program that is asked what the words of the file cannot say; None where no rule asks it."""
        return self.folder / SCORER if self.scored else None

    def world_path(self, variant: Variant) -> Path:
        """Of a variant that has a file; `rounds.world_of` knows all."""
        return self.folder / variant.world

    def rule(self, rule_id: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == rule_id)
