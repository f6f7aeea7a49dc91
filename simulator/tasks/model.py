"""A task file's content: variants, limits, the course, the rules, what they forbid, what earns points, how runs rank.

Rules are data. What may go wrong (`conduct`) and what earns points (`checks`) each cite a rule, and each `kind` is one
word of the vocabulary that `simulator/judge` understands; a new kind is a class here and its judging there.

A task without course, checks and ranking is not judged: a place to try things out. Its runs have no verdict.
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

Measure = Literal[
    "time_ms", "progress_time_ms", "progress_mm", "progress_percent", "lap_mm", "lost_count", "off_line_ms",
    "max_speed_mm_s", "mean_speed_mm_s",
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


Outcome = Literal["fail", "void", "disqualified"]


class FalseStart(_Table):
    """The front crosses the start line before the first press of a button begins."""

    kind: Literal["false_start"]
    rule: RuleId
    verdict: Outcome


class Rejoin(_Table):
    """The robot comes back to the line more than `slack_mm` ahead of where it lost it."""

    kind: Literal["rejoin"]
    slack_mm: Mm
    rule: RuleId
    verdict: Outcome


class OffLineFor(_Table):
    """The robot stays off the line for that long."""

    kind: Literal["off_line_for"]
    limit_ms: Ms
    rule: RuleId
    verdict: Outcome


class LeftField(_Table):
    """The middle of the axle is not over the mat."""

    kind: Literal["left_field"]
    rule: RuleId
    verdict: Outcome


class Crossed(_Table):
    """The front crosses the start line, or the finish line after a whole lap."""

    kind: Literal["crossed"]
    id: Identifier
    line: Literal["start", "finish"]
    rule: RuleId
    points: Points


class Progress(_Table):
    """The robot has come that share of the lap since it crossed the start line."""

    kind: Literal["progress"]
    id: Identifier
    percent: Annotated[int, Field(gt=0, lt=100)]
    rule: RuleId
    points: Points


Conduct = Annotated[FalseStart | Rejoin | OffLineFor | LeftField, Field(discriminator="kind")]
Check = Annotated[Crossed | Progress, Field(discriminator="kind")]


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
    ranking: Annotated[tuple[RankKey, ...], Field(min_length=1)] = ()

    @property
    def judged(self) -> bool:
        """Whether runs of this task are judged: one part of judging asks for all the others."""
        return bool(self.course or self.conduct or self.checks or self.ranking)


class Task(TaskFile):
    """A task file with the folder it came from and the hash of all that decides how a run of it goes and is judged."""

    folder: Path
    robot_path: Path
    sha256: str

    @property
    def time_limit_ms(self) -> int:
        return self.limits.time_limit_ms

    @property
    def max_points(self) -> int:
        total = 0
        for check in self.checks:
            total += check.points
        return total

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
