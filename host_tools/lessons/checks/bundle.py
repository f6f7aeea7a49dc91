"""What a pupil is given holds nothing that gives a solution away, neither by its name nor by its content."""

from collections.abc import Iterator
from pathlib import Path

from ..bundle import NOT_FOR_PUPILS, bundle_files
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


def _root(unit: Unit, source: Path) -> Path:
    return unit.folder if source.is_relative_to(unit.folder) else unit.judged_by.folder


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]
