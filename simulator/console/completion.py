"""What the tab key does to a line, once the names are known that its last word may become."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SLOT = 16  # a listed name begins at a multiple of it …
LINE_WIDTH = 4 * SLOT
GAP = 2  # … at least so far from the name before

_LAST_WORD = re.compile(rb"[A-Za-z0-9_]*\Z")
_IMPORT = b"import "


@dataclass(frozen=True)
class Insertion:
    text: bytes


@dataclass(frozen=True)
class Listing:
    """Names to choose from, as shown: lines end with a line feed."""

    text: bytes


def complete(line: bytes, names: Iterable[str]) -> Insertion | Listing:
    """Insert what all names have in common beyond the word that ends the line, or list them in the order given."""
    found = _LAST_WORD.search(line)
    word = found[0] if found else b""
    known = dict.fromkeys(name.encode("utf-8", "replace") for name in names)
    # A name with an underscore in front is for those who ask for it.
    fitting = [name for name in known if name.startswith(word) and (word or not name.startswith(b"_"))]
    if not fitting:
        starts_import = line == word != b"" and _IMPORT.startswith(word)
        return Insertion(_IMPORT[len(word) :] if starts_import else b"")
    common = _common_start(min(fitting), max(fitting))  # of these two, thus of all between them
    if len(fitting) == 1 or len(common) > len(word):
        return Insertion(common[len(word) :])
    return Listing(_in_columns(fitting))


def _common_start(one: bytes, other: bytes) -> bytes:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]


def _in_columns(names: list[bytes]) -> bytes:
    shown = bytearray()
    column = LINE_WIDTH  # so that the first name begins a line
    for name in names:
        gap = -column % SLOT
        if gap < GAP:
            gap += SLOT
        if column + gap + len(name) <= LINE_WIDTH:
            shown += b" " * gap + name
            column += gap + len(name)
        else:
            shown += b"\n" + name
            column = len(name)
    return bytes(shown) + b"\n"
