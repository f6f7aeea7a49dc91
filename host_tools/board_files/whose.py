"""Whose a file on the board is."""

from enum import Enum

from ..cable.found import RECORD, Found
from ..push.layout import PIN_MAP, is_runtime


class Whose(Enum):
    """The values are the ends of message ids."""

    PROGRAM = "program"  # a push has put it there
    RUNTIME = "runtime"
    BOARD = "board"  # written there: by the program, by the launcher, by hand


def whose(path: str, found: Found) -> Whose:
    if is_runtime(path) or path in (PIN_MAP, RECORD) or path.startswith("/.next/"):
        return Whose.RUNTIME
    return Whose.PROGRAM if path in found.record.files else Whose.BOARD
