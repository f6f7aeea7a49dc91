"""Loads a unit's folder: the file's shape first, then what its parts say about each other. All faults of
one kind at once."""

from collections.abc import Iterator
from functools import cache
from os.path import isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.glossary import load_glossary
from marshrut.simulator.messages import has
from marshrut.simulator.near_names import near_name
from marshrut.simulator.problems import Problem
from marshrut.simulator.tasks.catalogue import UNITS, find_task, task_ids
from marshrut.simulator.tasks.loading import UnknownName, lies_in, load_task, with_variants
from marshrut.simulator.tasks.model import Task, Variant
from marshrut.simulator.toml_file import FileProblem, TomlFile, raise_first
from marshrut.simulator.toml_lines import KeyPath

from .model import Unit, UnitFile, all_pages, check_ids, programs_in


class UnitError(FileProblem):
    """A unit's file is not as it must be; the text names file, line and key."""


def unit_ids() -> list[str]:
    """The ids of the catalogue, in alphabetical order. An id is its folder's name."""
    return sorted(path.parent.name for path in UNITS.glob("*/unit.toml"))


def find_unit(name: str) -> Unit:
    """The unit with that catalogue id, or in that folder. UnknownName where there is none."""
    known = unit_ids()
    if name in known:
        return load_unit(UNITS / name)
    folder = Path(name)
    if folder.name == "unit.toml":
        folder = folder.parent
    if isdir(folder):
        return load_unit(folder)
    near = near_name(name, known)
    if near:
        raise UnknownName("unit-unknown-near", name=name, near=near)
    raise UnknownName("unit-unknown", name=name, known=", ".join(known))


def load_unit(folder: Path) -> Unit:
    """The unit in that folder. UnitError names the first thing that is wrong with it, and the rest in `others`."""
    toml = TomlFile(folder / "unit.toml", UnitError)
    content = toml.parse(UnitFile)
    raise_first([*_task_faults(toml, content)])
    task = load_task(folder / "task") if not content.task else find_task(content.task)
    raise_first([
        *_name_faults(toml, content, task),
        *_concept_faults(toml, content),
        *_file_faults(toml, content),
    ])  # fmt: skip
    fields = {name: getattr(content, name) for name in content.model_fields_set}
    return Unit(**fields, folder=folder, judged_by=task, hidden_task=_hidden_task(folder, content, task))


def _hidden_task(folder: Path, unit: UnitFile, task: Task) -> Task | None:
    if not unit.hidden:
        return None
    variants = [
        Variant(id=each.id, title=each.title, world=str((folder / each.world).resolve()), start=each.start)
        for each in unit.hidden
    ]
    return with_variants(task, tuple(variants))


def _task_faults(toml: TomlFile, unit: UnitFile) -> Iterator[FileProblem]:
    """A unit is judged by one task: its own, or one of the catalogue."""
    folder = toml.path.parent
    own = isfile(folder / "task" / "task.toml")
    if unit.id != folder.resolve().name:
        yield toml.problem(("id",), "unit-id", id=unit.id, folder=folder.resolve().name)
    if unit.task and own:
        yield toml.problem(("task",), "unit-task-twice", name=unit.task)
    if not unit.task and not own:
        yield toml.problem(("task",), "unit-task-none")
    if unit.task and unit.task not in task_ids():
        yield toml.unknown_name(("task",), unit.task, task_ids())
    if unit.grades.least > unit.grades.most:
        yield toml.problem(("grades",), "unit-grades", least=unit.grades.least, most=unit.grades.most)


def _name_faults(toml: TomlFile, unit: UnitFile, task: Task) -> Iterator[FileProblem]:
    """Checks, messages and variants that are named and are not there; names that are given twice."""
    checks = check_ids(task)
    variants = [variant.id for variant in task.variants]
    for index, outcome in enumerate(unit.outcomes):
        for place, name in enumerate(outcome.checks):
            if name not in checks:
                yield toml.unknown_name(("outcomes", index, "checks", place), name, checks)
    for index, mutant in enumerate(unit.mutants):
        if mutant.fails not in checks:
            yield toml.unknown_name(("mutants", index, "fails"), mutant.fails, checks)
        if not (mutant.says.startswith("judge-") and has("ru", mutant.says)):
            yield toml.problem(("mutants", index, "says"), "unit-message", name=mutant.says)
        if mutant.variant and mutant.variant not in variants:
            yield toml.unknown_name(("mutants", index, "variant"), mutant.variant, variants)
    for table, key, names, taken in (
        ("mutants", "file", [mutant.file for mutant in unit.mutants], []),
        ("hidden", "id", [hidden.id for hidden in unit.hidden], variants),
    ):
        for index, name in enumerate(names):
            if name in taken or name in names[:index]:
                path: KeyPath = (table, index, key)
                yield toml.problem(path, "name-twice", key=f"{table}[{index + 1}].{key}", name=name)


def _concept_faults(toml: TomlFile, unit: UnitFile) -> Iterator[FileProblem]:
    """Concepts are terms of the glossary; what a lesson needs it cannot be the first to teach."""
    terms = _term_ids()
    for key, names in (("teaches", unit.teaches), ("requires", unit.requires)):
        for index, name in enumerate(names):
            if name in terms:
                continue
            near = near_name(name, terms)
            if near:
                yield toml.problem((key, index), "unit-concept-near", name=name, near=near)
            else:
                yield toml.problem((key, index), "unit-concept", name=name)
    for index, name in enumerate(unit.requires):
        if name in unit.teaches:
            yield toml.problem(("requires", index), "unit-concept-both", name=name)


@cache
def _term_ids() -> list[str]:
    """Of the glossary, which is large: it is read once."""
    return [term.id for term in load_glossary()]


def _file_faults(toml: TomlFile, unit: UnitFile) -> Iterator[FileProblem]:
    """Programs, pages and worlds that are named or needed and not there, and mutants that nothing names."""
    folder = toml.path.parent
    for index, mutant in enumerate(unit.mutants):
        path, key = folder / "mutants" / mutant.file, ("mutants", index, "file")
        if not isfile(path):
            yield toml.problem(key, "file-missing", file=f"mutants/{mutant.file}")
        elif not lies_in(folder, f"mutants/{mutant.file}", "mutants"):
            yield toml.problem(key, "unit-file-place", file=mutant.file, folder="mutants")
    for index, hidden in enumerate(unit.hidden):
        path, key = folder / hidden.world, ("hidden", index, "world")
        if not isfile(path):
            yield toml.problem(key, "file-missing", file=hidden.world)
        elif not lies_in(folder, hidden.world, "hidden"):
            yield toml.problem(key, "unit-file-place", file=hidden.world, folder="hidden")
    named = {mutant.file for mutant in unit.mutants}
    for path in programs_in(folder / "mutants"):
        if path.name not in named:
            yield UnitError("unit-file-unnamed", toml.path, toml.line(("mutants",)), "mutants", file=path.name)
    needed = [folder / "starter" / "main.py", *all_pages(folder)]
    for path in needed:
        if not isfile(path):
            yield UnitError("file-missing", path.parent, 0, "", file=path.name)
    if not programs_in(folder / "solutions"):
        yield UnitError("file-missing", folder / "solutions", 0, "", file="reference.py")


def load_or_faults(name: str) -> tuple[Unit | None, list[Problem]]:
    """The unit; or what is wrong with it."""
    try:
        return find_unit(name), []
    except FileProblem as first:
        return None, [first, *first.others]
    except Problem as problem:  # no such unit, or no such task
        return None, [problem]
