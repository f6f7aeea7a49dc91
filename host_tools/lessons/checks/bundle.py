"""What a pupil is given holds nothing that gives a solution away, neither by its name nor by its content, and a task
that is whole: runs there are judged as here."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from marshrut.simulator.problems import Problem
from marshrut.simulator.tasks.loading import deciding_files, load_task
from marshrut.simulator.tasks.model import Task

from ..bundle import NOT_FOR_PUPILS, bundle_files, write_bundle
from ..model import Unit
from ..pages import read_page, read_text
from .findings import UnitFinding, at
from .languages import bare_code


def bundle(unit: Unit) -> Iterator[UnitFinding]:
    solutions = [bare_code(read_text(file)) for path in unit.solutions for file in _files(path)]
    for source, place in bundle_files(unit):
        if NOT_FOR_PUPILS & {*place.parts, *source.relative_to(_root(unit, source)).parts}:
            yield at(source, 0, "unit-bundle-holds")
        texts = [fence.text for fence in read_page(source).fences] if source.suffix == ".md" else []
        texts += [read_text(source)] if source.suffix == ".py" else []
        if any(bare_code(text) in solutions for text in texts):
            yield at(source, 0, "unit-bundle-solution")

    yield from _lacking(unit)


def _lacking(unit: Unit) -> Iterator[UnitFinding]:
    """What the task would miss in a pupil's copy; a picture or a robot would not even be missed when it is loaded."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            write_bundle(unit, Path(folder))
            given = load_task(Path(folder) / unit.id / "task")
        except Problem as problem:
            said = problem.params
            yield at(unit.folder, 0, "unit-bundle-lacks", names=str(said.get("file", said.get("name", problem.code))))
            return
        lacking = sorted(_names(unit.judged_by) - _names(given))
        if lacking:
            yield at(unit.folder, 0, "unit-bundle-lacks", names=", ".join(lacking))


def _names(task: Task) -> set[str]:
    """Of the files that decide a run; those of its own folder with their place in there."""
    files = deciding_files(task)
    return {(path.relative_to(task.folder) if path.is_relative_to(task.folder) else path).as_posix() for path in files}


def _root(unit: Unit, source: Path) -> Path:
    return unit.folder if source.is_relative_to(unit.folder) else unit.judged_by.folder


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]
