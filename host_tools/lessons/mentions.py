"""Where a page names a unit by its id: in commands and in paths."""

import re
from collections.abc import Iterator

_NAMED = re.compile(
    r"(?:(?:marshrut (?:check|unit (?:check|bundle|route))|--task) +|curriculum/units/)([a-z0-9-]+)(?!\.?\w)"
)


def named_units(text: str) -> Iterator[str]:
    """The ids, in order; some may be of no unit."""
    for named in _NAMED.finditer(text):
        yield named[1]


def renamed(text: str, old: str, new: str) -> str:
    """The text with another id wherever it names the unit, and where the id stands alone in backticks, unless it could
    be a name in a program there. The same letters in a sentence are a word."""
    text = _NAMED.sub(lambda named: _prefix(named) + (new if named[1] == old else named[1]), text)
    return text if old.isidentifier() else text.replace(f"`{old}`", f"`{new}`")


def _prefix(named: re.Match[str]) -> str:
    return named[0][: named.start(1) - named.start()]
