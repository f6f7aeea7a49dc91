"""A unit's file: for whom the lesson is, how long each phase takes, what it teaches, and what its programs come to.

A unit is judged by a task, one of the catalogue or its own in `task/`: an outcome names the checks of that task that
show it, and a mutant, a program with one mistake, names the check that it must fail.
"""

from os.path import isfile
from pathlib import Path
from typing import Annotated

from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.conditions import Identifier
from marshrut.simulator.tasks.model import TIME_LIMIT_CHECK, Task, Variant, Words
from marshrut.simulator.texts import Text
from pydantic import BaseModel, ConfigDict, Field

PHASES = ("prepare", "engage", "explore", "explain", "elaborate", "evaluate")
PAGES = ("lesson", "hints", "teacher", "card")
LEAST_MUTANTS = 6

Minutes = Annotated[int, Field(ge=1, le=90)]
Grade = Annotated[int, Field(ge=1, le=11)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Grades(_Table):
    """School years, the youngest and the oldest."""

    least: Grade
    most: Grade


class PhaseMinutes(_Table):
    """How long each phase of the lesson takes."""

    prepare: Minutes
    engage: Minutes
    explore: Minutes
    explain: Minutes
    elaborate: Minutes
    evaluate: Minutes

    @property
    def total(self) -> int:
        return sum(getattr(self, phase) for phase in PHASES)


class Triz(_Table):
    """The contradiction that the lesson solves, and the principle that solves it, by Altshuller's number."""

    contradiction: Words
    principle: Words
    number: Annotated[int, Field(ge=1, le=40)]


class Outcome(_Table):
    """What a pupil can do afterwards, and the checks that show it."""

    text: Words
    checks: Annotated[tuple[Identifier, ...], Field(min_length=1)]


class Mutant(_Table):
    """A program with one mistake in `mutants/`: the check that it fails first, and by which message it is told so.

    `variant` is the world in which the mistake shows; the first one if left out.
    """

    file: Text
    fails: Identifier
    says: Text
    variant: str = ""


class HiddenWorld(_Table):
    """A world in `hidden/` that pupils are not given: a program made for what they saw is found out there."""

    id: Identifier
    title: Words
    world: Text
    start: Identifier


class UnitFile(_Table):
    id: Identifier
    version: Annotated[int, Field(ge=1)]
    title: Words
    summary: Words
    grades: Grades
    minutes: PhaseMinutes
    task: str = ""
    teaches: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    requires: tuple[Identifier, ...] = ()
    equipment: Annotated[tuple[Words, ...], Field(min_length=1)]
    triz: Triz
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    mutants: Annotated[tuple[Mutant, ...], Field(min_length=LEAST_MUTANTS)]
    hidden: tuple[HiddenWorld, ...] = ()


class Unit(UnitFile):
    """A unit's file with its folder, and the task that judges it in its public worlds and in its hidden ones."""

    folder: Path
    judged_by: Task
    hidden_task: Task | None

    @property
    def starter(self) -> Path:
        return self.folder / "starter"

    @property
    def solutions(self) -> tuple[Path, ...]:
        return programs_in(self.folder / "solutions")

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files in `pictures/`, however deep."""
        return tuple(path for path in sorted((self.folder / "pictures").rglob("*")) if isfile(path))

    @property
    def public_variants(self) -> tuple[Variant, ...]:
        return self.judged_by.variants

    @property
    def check_ids(self) -> list[str]:
        return check_ids(self.judged_by)

    def page(self, lang: str, name: str) -> Path:
        return page_path(self.folder, lang, name)

    def mutant_path(self, mutant: Mutant) -> Path:
        return self.folder / "mutants" / mutant.file


def check_ids(task: Task) -> list[str]:
    """What a run of the task can fail: what ends it, what earns and what costs points, and the time."""
    return [*(item.id for items in (task.conduct, task.checks, task.penalties) for item in items), TIME_LIMIT_CHECK]


def page_path(folder: Path, lang: str, name: str) -> Path:
    return folder / "i18n" / lang / f"{name}.md"


def all_pages(folder: Path) -> list[Path]:
    return [page_path(folder, lang, name) for lang in LANGUAGES for name in PAGES]


def programs_in(folder: Path) -> tuple[Path, ...]:
    """The programs in a folder: its Python files, and its folders with a main.py."""
    return tuple(sorted([*folder.glob("*.py"), *(path.parent for path in folder.glob("*/main.py"))]))
