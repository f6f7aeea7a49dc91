"""An exception as it was caught, and a hint about it."""

import re
from dataclasses import dataclass, field

from ..messages import Param
from ..problems import tell

# Kinds of a value that is a function, as CPython and MicroPython name them
FUNCTIONS = frozenset(("function", "method", "bound_method", "closure", "builtin_function_or_method"))


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
    number: int = 0  # of that line in `source`, counted from 1; 0 where it is not known


def groups_of(patterns: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The groups of the first pattern that matches."""
    return next((found.groups() for pattern in patterns if (found := re.search(pattern, text))), ())


def group_of(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else ""


def decimal_comma(line: str, last: str) -> str:
    """The decimal number that stands in a line's brackets with a comma, `1.5` for `turn(1,5)`; "" where none does.

    `last`, unless it is empty, is what stands behind the comma.
    """
    found = re.search(r"\((-?\d+),(\d+)\)", line)
    return f"{found[1]}.{found[2]}" if found and last in ("", found[2]) else ""
