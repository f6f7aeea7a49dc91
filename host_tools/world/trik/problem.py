"""The error of this room."""

from marshrut.simulator.problems import Problem


class FieldProblem(Problem):
    """A file that is no field, or one that cannot be imported at all."""
