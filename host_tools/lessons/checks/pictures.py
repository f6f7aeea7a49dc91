"""Pictures are there, none lies about unused, and those that are drawings have no words in them to translate."""

import re
from collections.abc import Iterator

from marshrut.simulator.messages import LANGUAGES

from ..model import PAGES, Unit
from ..pages import read_page, read_text
from .findings import UnitFinding, at

_WORDS = re.compile(r"<text[^>]*>\s*[^<]*[^\W\d_]{2,}")


def pictures(unit: Unit) -> Iterator[UnitFinding]:
    used = set()
    for lang in LANGUAGES:
        for name in PAGES:
            page = read_page(unit.page(lang, name))
            for target in page.pictures:
                path = (page.path.parent / target).resolve()
                used.add(path)
                if not path.is_file():
                    yield at(page.path, 0, "unit-picture-missing", file=target)
    for path in unit.pictures:
        if path.resolve() not in used:
            yield at(path, 0, "unit-picture-unused")
        elif path.suffix == ".svg" and _WORDS.search(read_text(path)):
            yield at(path, 0, "unit-picture-words")
