"""The error of this room."""

from ..toml_file import FileProblem


class SceneError(FileProblem):
    """A world or robot file cannot be used: `file`, `line`, `key`, the message; in `others` the faults beside it."""
