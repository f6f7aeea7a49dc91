"""A page names its own unit in commands and paths: one that was copied sends pupils to another lesson."""

from collections.abc import Iterator

from ..loading import unit_ids
from ..mentions import named_units
from ..model import Unit, all_pages
from ..pages import read_text
from .findings import UnitFinding, at


def own_id(unit: Unit) -> Iterator[UnitFinding]:
    others = set(unit_ids()) - {unit.id}
    for path in all_pages(unit.folder):
        for number, line in enumerate(read_text(path).splitlines(), start=1):
            for name in named_units(line):
                if name in others:
                    yield at(path, number, "unit-page-other", name=name, unit=unit.id)
