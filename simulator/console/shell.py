"""What the two shells of a board, the friendly and the raw one, have in common."""

from enum import Enum
from typing import Protocol, TypeAlias

from .incoming import Incoming
from .requests import Complete, Execute, SoftReset


class Turn(Enum):
    OTHER_SHELL = "other shell"


Outcome: TypeAlias = Execute | Complete | SoftReset | Turn | None


class Shell(Protocol):
    def greet(self) -> None:
        """Introduce the shell and prompt."""

    def prompt(self) -> None:
        """Begin with an empty text."""

    def step(self, incoming: Incoming) -> Outcome:
        """Use up at least one byte of what came in, and say what follows from it: mostly nothing yet."""
