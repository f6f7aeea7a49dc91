"""What keeps a command from its board, for a person to act on."""

from marshrut.simulator.problems import Problem


class CableProblem(Problem):
    """No board, no way to it, or a board that cannot be worked with."""


class LinkLost(Exception):
    """The board no longer answers as it should: it was reset, unplugged, or bytes got lost on the way."""


class BoardFault(Exception):
    """What ran on the board raised an exception; its traceback."""

    def __init__(self, traceback: str) -> None:
        super().__init__(traceback)
        self.traceback = traceback

    @property
    def no_space(self) -> bool:
        last = self.traceback.strip().rpartition("\n")[2]
        return last.startswith("OSError") and ("28" in last or "ENOSPC" in last)
