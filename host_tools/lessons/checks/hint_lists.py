"""Each check that can be told first has hints in every language, as many in each, and no hint is about nothing."""

from collections.abc import Iterator

from marshrut.simulator.messages import LANGUAGES

from ..model import Unit
from ..pages import numbered_lists
from .findings import UnitFinding, at

LEAST_HINTS = 2


def hint_lists(unit: Unit) -> Iterator[UnitFinding]:
    known = unit.check_ids
    counts: dict[str, int] = {}
    for lang in LANGUAGES:
        path = unit.page(lang, "hints")
        lists = numbered_lists(path)
        for check in known:
            count = len(lists.get(check, ()))
            if count < LEAST_HINTS:
                yield at(path, 0, "unit-hints-few", check=check, least=LEAST_HINTS, got=count)
            elif counts.setdefault(check, count) != count:
                yield at(path, 0, "unit-hints-uneven", check=check, wanted=counts[check], got=count)
        for name in lists:
            if name not in known:
                yield at(path, 0, "unit-hints-unknown", check=name, known=", ".join(known))
