"""An exception as it was caught, and a hint about it."""

import re
from dataclasses import dataclass, field

from ..messages import Param
from ..problems import tell


@dataclass(frozen=True)
class Hint:
    """What to say about an exception; `line` is the line it is about where the interpreter named another, else 0."""

    message_id: str
    params: dict[str, Param] = field(default_factory=dict)
    line: int = 0

    def tell(self, lang: str, where: str = "") -> str:
        """One line: where, what, try, code."""
        return tell(lang, self.message_id, where, **self.params)


@dataclass(frozen=True)
class Caught:
    """An exception as a child reports it, and what the host knows of the program."""

    cls: str
    text: str
    line: str  # the program's own line, stripped
    source: str
    modules: tuple[str, ...]
    sources: tuple[str, ...] = ()  # the program's other files


def groups_of(patterns: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The groups of the first pattern that matches."""
    return next((found.groups() for pattern in patterns if (found := re.search(pattern, text))), ())


def group_of(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""
