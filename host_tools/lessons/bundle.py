"""What a pupil is given of a unit: pages, starter and public worlds, and nothing that gives a solution away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from .model import Unit

PUPIL_PAGES = ("lesson", "hints", "card")
NOT_FOR_PUPILS = frozenset(("solutions", "mutants", "hidden", "teacher.md", "unit.toml", "programs"))


def bundle_files(unit: Unit) -> Iterator[tuple[Path, Path]]:
    """Each file, and its place in the bundle."""
    for path in sorted(unit.starter.rglob("*.py")):
        yield path, path.relative_to(unit.folder)
    for path in sorted((unit.folder / "i18n").rglob("*.md")):
        if path.stem in PUPIL_PAGES:
            yield path, path.relative_to(unit.folder)
    for path in sorted((unit.folder / "pictures").glob("*")):
        yield path, path.relative_to(unit.folder)
    task = unit.judged_by
    yield task.folder / "task.toml", Path("task") / "task.toml"
    for variant in task.variants:
        if variant.world:  # a drawn one is drawn anywhere
            yield task.world_path(variant), Path("task") / variant.world
    for path in sorted((task.folder / "text").glob("*.md")):
        yield path, Path("task") / "text" / path.name
    if task.robot_path.is_relative_to(task.folder):
        yield task.robot_path, Path("task") / task.robot_path.relative_to(task.folder)


def write_bundle(unit: Unit, folder: Path) -> list[Path]:
    """Copy them into a folder of the unit's name there; returns what was written."""
    written = []
    for source, place in bundle_files(unit):
        goal = folder / unit.id / place
        goal.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, goal)
        written.append(goal)
    return written
