"""What a check of a unit finds: a problem as data, and where."""

from pathlib import Path

from marshrut.simulator.messages import Param
from marshrut.simulator.problems import Problem


class UnitFinding(Problem):
    """Something in a unit that is not as it must be."""


def at(path: Path, line: int, message_id: str, /, **params: Param) -> UnitFinding:
    """The finding at that line of a file; 0 for none."""
    return UnitFinding(message_id, f"{_shown(path)}:{line}" if line else _shown(path), **params)


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
