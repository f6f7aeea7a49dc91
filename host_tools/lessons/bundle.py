"""What a pupil is given of a unit: pages, starter and a task to be run and judged by, and nothing that gives a solution
away."""

from collections.abc import Iterator
from os.path import exists, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.tasks.loading import deciding_files
from marshrut.simulator.tasks.model import Task

from ..copied_folder import folder_beside
from ..usage import UsageProblem
from .model import Unit

PUPIL_PAGES = ("lesson", "hints", "card")
NOT_FOR_PUPILS = frozenset(("solutions", "mutants", "hidden", "teacher.md", "unit.toml", "programs"))


def bundle_files(unit: Unit) -> Iterator[tuple[Path, Path]]:
    """Each file, and its place in the bundle."""
    pages = (path for path in sorted((unit.folder / "i18n").rglob("*.md")) if path.stem in PUPIL_PAGES)
    for path in (*_program_files(unit.starter), *pages, *unit.pictures):
        if isfile(path):
            yield path, path.relative_to(unit.folder)
    for path in task_files(unit.judged_by):
        yield path, Path("task") / path.relative_to(unit.judged_by.folder)


def task_files(task: Task) -> Iterator[Path]:
    """Those of its folder that make it a task: what decides a run, its robots for other boards, its statements.

    Worlds that are drawn have no file: they are drawn anywhere.
    """
    beside = [path for table in ("robots/*.toml", "text/*.md") for path in sorted(task.folder.glob(table))]
    for path in dict.fromkeys((*deciding_files(task), *beside)):
        if path.is_relative_to(task.folder) and isfile(path):
            yield path


def write_bundle(unit: Unit, folder: Path) -> list[Path]:
    """Copy them into a folder of the unit's name there, and what lies there under the same names is replaced; returns
    what was written.

    UsageProblem where a file cannot be read or the folder not be written to; then nothing lies there half-written.
    """
    goal = folder / unit.id
    contents = {place: _content(source) for source, place in bundle_files(unit)}
    try:
        with folder_beside(goal) as beside:
            whole = beside / unit.id
            for place, content in contents.items():
                (whole / place).parent.mkdir(parents=True, exist_ok=True)
                (whole / place).write_bytes(content)
            _put(whole, goal, list(contents))
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(folder)) from None
    return [goal / place for place in contents]


def _put(whole: Path, goal: Path, places: list[Path]) -> None:
    """All at once where nothing is there yet; else file by file, because what is there besides is not ours."""
    if not exists(goal):
        whole.rename(goal)
        return
    for place in places:
        (goal / place).parent.mkdir(parents=True, exist_ok=True)
        (whole / place).replace(goal / place)


def _content(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError:
        raise UsageProblem("program-unreadable", file=str(source)) from None


def _program_files(folder: Path) -> list[Path]:
    """A program's files; what is hidden and what Python compiled are no part of it."""
    files = sorted(folder.rglob("*"))
    return [
        file
        for file in files
        if not any(part.startswith(".") or part == "__pycache__" for part in file.relative_to(folder).parts)
    ]
