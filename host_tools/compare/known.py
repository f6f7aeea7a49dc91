"""The differences that are documented: what the real board answers where the virtual one is known to answer otherwise.

One row: the probe, its facts by a pattern, what the board's answer then looks like, and the message that says why. An
answer of the board that no row foresees is a difference that matters.
"""

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase

from marshrut.simulator.real_boards import MODULES, names


@dataclass(frozen=True)
class Known:
    probe: str
    fact: str
    board: str
    why: str


KNOWN: tuple[Known, ...] = (
    Known("numbers", "float-one-third", r"'0\.333333[34]?\d?'", "compare-known-floats"),
    Known("numbers", "float-sum", r"'0\.3(0000001)?\d?'", "compare-known-floats"),
    Known("numbers", "float-2[*][*]24+1", r"True", "compare-known-floats"),
    Known("numbers", "float-largest", r"True", "compare-known-floats"),
    Known("identity", "gc.mem_free", r"\d+", "compare-known-memory"),
    Known("limits", "recursion-depth", r"\d+", "compare-known-recursion"),
    Known("adc", "twelve-bits", r"True", "compare-known-temperature"),
    Known("adc", "temperature", r"[1-5]\d", "compare-known-temperature"),
)


def reason(probe: str, fact: str, board: str | None, ours: str | None, chip: str) -> str | None:
    """The message that says why they differ; None when that is not known."""
    if probe == "names":
        return "compare-known-names" if _known_name(fact, board, chip) else None
    for row in KNOWN:
        if row.probe == probe and fnmatchcase(fact, row.fact) and board is not None and re.fullmatch(row.board, board):
            return row.why
    return None


def _known_name(name: str, board: str | None, chip: str) -> bool:
    """Documented and not in the simulator; or only ours, for what a stream of the board's answers out of sight."""
    return name.endswith(".ioctl") if board is None else is_documented(name, chip)


def is_documented(name: str, chip: str) -> bool:
    """Whether docs/reference/board-names.md has the name as one of the real board's."""
    owner, _, last = name.rpartition(".")
    return name in MODULES[chip] or (bool(owner) and last in names(owner, chip))
