"""A task file's content: variants, limits, the course, the rules, what they forbid, what earns points, how runs rank.

Rules are data. What may go wrong (`conduct`) and what earns points (`checks`) each cite a rule and say when that is so;
each `kind` of `when` is one word of the vocabulary that `simulator/judge` understands. A new kind is a class here and
its judging there.

A task without checks, goal and ranking is not judged: a place to try things out. Its runs have no verdict.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ..messages import LANGUAGES
from ..scene.model import Press

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{2,4}-[1-9][0-9]?$")]
Text = Annotated[str, Field(min_length=1)]
Mm = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]
Ms = Annotated[int, Field(ge=0, le=3_600_000)]
Points = Annotated[int, Field(ge=0, le=1000)]

TIME_LIMIT_CHECK = "time-limit"  # the id of what a result says of the time, beside the task's own checks

Measure = Literal[
    "time_ms", "scored_ms", "progress_time_ms", "progress_mm", "progress_percent", "lap_mm", "lost_count",
    "off_line_ms", "max_speed_mm_s", "mean_speed_mm_s",
]  # fmt: skip


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Words(_Table):
    """One text in each language."""

    ru: Text
    kk: Text
    en: Text

    def of(self, lang: str) -> str:
        return str(getattr(self, lang if lang in LANGUAGES else "en"))


class Variant(_Table):
    """One world of the task: a world file, relative to the task's folder, and the id of a start in it."""

    id: Identifier
    title: Words
    world: Text
    start: Identifier


class PressTable(_Table):
    """Somebody presses a button of the robot during the run."""

    button: Identifier
    at_ms: Ms
    for_ms: Ms


class Limits(_Table):
    """The run ends this long after power-on, whatever happens. A judged task says by which rule."""

    time_limit_ms: Annotated[int, Field(gt=0, le=3_600_000)]
    rule: RuleId = ""


class LapCourse(_Table):
    """One lap of a closed stripe, in the order in which its pieces are written; start and finish are the same place."""

    kind: Literal["lap"]
    path: Identifier
    start_at_mm: Mm


class Rule(_Table):
    """A clause. `regulation`: taken from a published regulation, named in `origin`; `ours`: set by this task."""

    id: RuleId
    source: Literal["regulation", "ours"]
    origin: str = ""
    text: Words


class FalseStart(_Table):
    """The front crosses the start line before the first press of a button begins."""

    kind: Literal["false_start"]


class Rejoin(_Table):
    """The robot comes back to the line more than `slack_mm` ahead of where it lost it."""

    kind: Literal["rejoin"]
    slack_mm: Mm


class OffLineFor(_Table):
    """The robot stays off the line for that long."""

    kind: Literal["off_line_for"]
    limit_ms: Ms


class LeftField(_Table):
    """The middle of the axle is not over the mat."""

    kind: Literal["left_field"]


class Crossed(_Table):
    """The front crosses the start line, or the finish line after a whole lap."""

    kind: Literal["crossed"]
    line: Literal["start", "finish"]


class Progress(_Table):
    """The robot has come that share of the lap since it crossed the start line."""

    kind: Literal["progress"]
    percent: Annotated[int, Field(gt=0, lt=100)]


class MovedEarly(_Table):
    """The robot moves before the first press of a button begins."""

    kind: Literal["moved_early"]


class Outside(_Table):
    """No part of the robot is over the zone, for longer than that."""

    kind: Literal["outside"]
    zone: Identifier
    limit_ms: Ms


class ObjectOut(_Table):
    """No part of the object is over the zone any more. `objects` is the id of one, or what the ids of several begin
    with: `pin` of `pin-1`, `pin-2` and so on. Those count that are over it at the beginning."""

    kind: Literal["object_out"]
    objects: Identifier
    zone: Identifier


OfLap = FalseStart | Rejoin | OffLineFor | Crossed | Progress  # what only a course can tell
Wrong = Annotated[FalseStart | Rejoin | OffLineFor | LeftField | MovedEarly | Outside, Field(discriminator="kind")]
Done = Annotated[Crossed | Progress | ObjectOut, Field(discriminator="kind")]


class Conduct(_Table):
    """What ends the attempt at once, with that verdict."""

    id: Identifier
    rule: RuleId
    verdict: Literal["fail", "void", "disqualified"]
    when: Wrong


class Check(_Table):
    """What earns points: for each object, where it is about several."""

    id: Identifier
    rule: RuleId
    points: Points
    when: Done


class RankKey(_Table):
    """One step of the order of runs: by points or a measure, the best first."""

    by: Literal["points", Measure]
    best: Literal["high", "low"]


class TaskFile(_Table):
    """What task.toml says."""

    id: Identifier
    version: Annotated[int, Field(ge=1)]
    robot: Identifier
    title: Words
    summary: Words
    limits: Limits
    course: LapCourse | None = None
    variants: Annotated[tuple[Variant, ...], Field(min_length=1)]
    presses: tuple[PressTable, ...] = ()
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)] = ()
    conduct: tuple[Conduct, ...] = ()
    checks: Annotated[tuple[Check, ...], Field(min_length=1)] = ()
    goal: Annotated[tuple[Identifier, ...], Field(min_length=1)] = ()
    ranking: Annotated[tuple[RankKey, ...], Field(min_length=1)] = ()

    @property
    def judged(self) -> bool:
        """Whether runs of this task are judged: one part of judging asks for all the others."""
        return bool(self.course or self.conduct or self.checks or self.goal or self.ranking)


class Task(TaskFile):
    """A task file with the folder it came from and the hash of all that decides how a run of it goes and is judged."""

    folder: Path
    robot_path: Path
    sha256: str

    @property
    def time_limit_ms(self) -> int:
        return self.limits.time_limit_ms

    @property
    def button_presses(self) -> tuple[Press, ...]:
        return tuple(Press(press.button, press.at_ms, press.for_ms) for press in self.presses)

    def world_path(self, variant: Variant) -> Path:
        return self.folder / variant.world

    def text(self, lang: str) -> str:
        """The statement that a pupil and a referee read, in Markdown."""
        return (self.folder / "text" / f"{lang}.md").read_text(encoding="utf-8")

    def rule(self, rule_id: str) -> Rule:
        return next(rule for rule in self.rules if rule.id == rule_id)
