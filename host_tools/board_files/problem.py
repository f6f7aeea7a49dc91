"""What keeps files from being fetched."""

from marshrut.simulator.problems import Problem


class PullProblem(Problem):
    """Nothing of that name there, or something of that name here."""
