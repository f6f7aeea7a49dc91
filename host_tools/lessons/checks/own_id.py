"""A page names its own unit in commands and paths: one that was copied sends pupils to another lesson."""

import re
from collections.abc import Iterator

from ..loading import unit_ids
from ..model import Unit, all_pages
from ..pages import read_text
from .findings import UnitFinding, at

_NAMED = re.compile(
    r"(?:marshrut (?:check|unit (?:check|bundle|route))|--task) +([a-z0-9-]+)|curriculum/units/([a-z0-9-]+)"
)


def own_id(unit: Unit) -> Iterator[UnitFinding]:
    others = set(unit_ids()) - {unit.id}
    for path in all_pages(unit.folder):
        for number, line in enumerate(read_text(path).splitlines(), start=1):
            for named in _NAMED.finditer(line):
                name = named[1] or named[2]
                if name in others:
                    yield at(path, number, "unit-page-other", name=name, unit=unit.id)
