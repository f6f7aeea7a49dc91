"""What must hold of units together: no unit waits, by way of others, for itself, and each has a title of its own."""

from collections.abc import Iterator, Sequence

from ..concepts import cycle_in, ring_told
from ..model import Unit
from .findings import UnitFinding, at


def catalogue_findings(units: Sequence[Unit]) -> Iterator[UnitFinding]:
    cycle = cycle_in(units)
    if cycle:
        first = next(unit for unit in units if unit.id == cycle[0])
        yield at(first.folder / "unit.toml", 0, "unit-cycle", units=ring_told(cycle))
    first_with: dict[str, str] = {}
    for unit in units:
        for title in (unit.title.ru, unit.title.kk, unit.title.en):
            other = first_with.setdefault(title, unit.id)
            if other != unit.id:
                yield at(unit.folder / "unit.toml", 0, "unit-title-twice", title=title, unit=other)
