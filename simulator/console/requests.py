"""What a console asks of its board, and what it hands to a program that asked for a line."""

from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True)
class RunFile:
    """Run this file of the root folder if it is there; a missing one counts as run without an error."""

    name: str


@dataclass(frozen=True)
class Execute:
    """Compile and run a text: as a file, or as one statement of the prompt, whose value is printed.

    The text is as it was sent: the prompt's paste mode ends lines with a carriage return alone, as terminals do.
    """

    text: bytes
    how: Literal["file", "single"]
    shell: Literal["raw", "paste", "raw-paste", "friendly"]


@dataclass(frozen=True)
class Complete:
    """Find the names that the last word of a line may become; the line goes up to the cursor.

    The word is a chain such as `machine.Pi`: all but the last part are looked up from `__main__` on, the last is the
    beginning of the names asked for. After "import " at the start of the line the names are those of modules.
    """

    line: str


@dataclass(frozen=True)
class SoftReset:
    """Reset the interpreter; `Console.soft_reset` is to be called when it is done."""


Request: TypeAlias = RunFile | Execute | Complete | SoftReset


@dataclass(frozen=True)
class Answer:
    """How `input()` ends: with a line, at the end of the file, or interrupted."""

    kind: Literal["line", "end", "interrupted"]
    line: str = ""
