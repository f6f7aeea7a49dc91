"""Puts an imported field into its folder: everything is tried first in one that nobody sees."""

import shutil
import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from marshrut.simulator.scene import SceneError, load_robot, load_world
from marshrut.simulator.scene.model import Mat
from marshrut.simulator.scene.starts import check_start
from marshrut.simulator.tasks.loading import CURRICULUM
from marshrut.simulator.toml_file import FileProblem
from marshrut.simulator.toml_text import Value

from ...usage import UsageProblem
from .container import open_field
from .field import Field, read_field
from .names import slug
from .notes import Note, Notes
from .problem import FieldProblem
from .rules import Rules, names_of, read_rules
from .task_text import ROBOT, statements, task_text
from .titles import titles_of
from .world_text import Layout, Placed, laid_out, world_text

WORLD, TASK, RULES, REPORT = "world.toml", "task.toml", "rules.toml", "report.txt"
TRIES = 12  # of leaving out what the loader does not take: each time everything that it names


@dataclass(frozen=True, slots=True)
class Import:
    """What came of it: files by their names in the folder, and what is to be told."""

    title: str
    layout: Layout
    rules: Rules
    files: Mapping[str, bytes]
    notes: tuple[Note, ...]
    has_rules: bool


def import_field(path: Path) -> Import:
    """FieldProblem or FileProblem where there is no field to import."""
    notes = Notes()
    field = read_field(open_field(path), str(path), notes)
    title = _title(path)
    titles = titles_of(title)
    identifier = slug(path.stem) or "field"
    layout = laid_out(field, notes)
    files = {picture.file: picture.content for picture in field.pictures}
    with tempfile.TemporaryDirectory(prefix="marshrut-") as place:
        layout, text = _accepted(Path(place), layout, field, identifier, title, files, notes)
        rules = read_rules(field.constraints, field.templates, *_named(layout), notes)
        named = {placed.thing.keys.get("file") for placed in layout.placed}
        unseen = {picture.file for picture in layout.unseen}
        files = {name: content for name, content in files.items() if name in named | unseen}
        files |= {
            WORLD: text.encode(),
            TASK: task_text(identifier, titles, rules.time_limit_ms).encode(),
            **{name: text.encode() for name, text in statements(titles, rules.time_limit_ms, field.comments)},
        }
        if field.constraints is not None:
            files[RULES] = rules.text(_frame(field, layout)).encode()
    return Import(title, layout, rules, files, tuple(notes), field.constraints is not None)


def check_free(folder: Path) -> None:
    """FieldProblem where something else is in that place already."""
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(folder)) from None
    if taken:
        raise FieldProblem("field-folder-taken", str(folder))


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """The folder appears with all of them or not at all."""
    try:
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f"{folder.name}.partial-", dir=folder.absolute().parent))
        try:
            _write(partial, files)
            partial.chmod(0o755)
            if folder.exists():
                folder.rmdir()
            partial.rename(folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(folder)) from None


def _title(path: Path) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in path.stem).split())[:100] or "?"


def _named(layout: Layout) -> tuple[dict[str, str], list[str]]:
    """Things by the ids that rules know them by, and which of these are regions."""
    pairs = [(placed.thing.was, placed.name) for placed in layout.placed]
    zones = [placed.thing.was for placed in layout.placed if placed.thing.head == "[[zone]]"]
    return names_of(pairs), zones


def _frame(field: Field, layout: Layout) -> dict[str, Value]:
    unit = field.units.mm
    return {"x_mm": [unit, round(layout.to_x, 2)], "y_mm": [-unit, round(layout.to_y, 2)]}


def _accepted(
    place: Path, layout: Layout, field: Field, identifier: str, title: str, files: Mapping[str, bytes], notes: Notes
) -> tuple[Layout, str]:
    """The world without what its loader refuses: things in one another, a picture that cannot be read."""
    _write(place, files)
    floor = field.floor.over(field.floor)
    for _ in range(TRIES):
        text, lines = world_text(layout, identifier, title, floor, field.units)
        (place / WORLD).write_text(text, encoding="utf-8", newline="\n")
        try:
            world = load_world(place / WORLD)
        except SceneError as first:
            refused = _by_thing((first, *first.others), lines)
            if not refused:
                raise FieldProblem("field-fails", str(title), why=first.tell("en")) from None
            layout = _without(layout, refused, notes)
            continue
        for i, note in _by_thing(world.notes, lines).items():
            placed = layout.placed[i]
            notes.caused(placed.thing.line, "trik-partly", placed.name, note)
        _tell_start(place, world.mat, notes)
        return layout, text
    raise FieldProblem("field-fails", str(title), why="")


def _without(layout: Layout, refused: Mapping[int, FileProblem], notes: Notes) -> Layout:
    kept: list[Placed] = []
    gone: set[str] = set()
    for i, placed in enumerate(layout.placed):
        # What only stands in something that goes may stay.
        if i in refused and refused[i].params.get("other") not in gone:
            notes.caused(placed.thing.line, "trik-left-out", placed.name, refused[i])
            gone.add(placed.name)
        else:
            kept.append(placed)
    return replace(layout, placed=tuple(kept))


def _by_thing(faults: Iterable[FileProblem], lines: list[int]) -> dict[int, FileProblem]:
    """The first fault of each thing; `lines` are those where the things begin in the world file."""
    found: dict[int, FileProblem] = {}
    for fault in faults:
        which = bisect_right(lines, fault.line) - 1
        if which >= 0:
            found.setdefault(which, fault)
    return found


def _tell_start(place: Path, mat: Mat, notes: Notes) -> None:
    """Where the task's robot cannot stand at the start, the field is still a world to look at."""
    try:
        check_start(place / WORLD, mat, load_robot(CURRICULUM / "robots" / f"{ROBOT}.toml"), mat.starts[0])
    except SceneError as fault:
        notes.caused(0, "trik-start", "", fault)


def _write(place: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
