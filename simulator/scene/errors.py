"""The error of this room."""

from ..toml_file import FileProblem


class SceneError(FileProblem):
    """A world or robot file cannot be used: `file`, `line`, `key`, the message; in `others` the faults beside it."""


def raise_first(faults: list[FileProblem]) -> None:
    """Raise the fault that comes first in its file, with the rest in `others`; nothing where there is none."""
    if faults:
        first, *others = sorted(faults, key=lambda fault: fault.line)
        first.others = tuple(others)
        raise first
