"""How a run may end, and what it may not go beyond."""

from dataclasses import dataclass
from typing import Any

from .tracebacks import Fault


@dataclass(frozen=True)
class Limits:
    time_us: int
    output_cap: int = 256 * 1024  # bytes


@dataclass(frozen=True)
class Outcome:
    """How a run ended: the `ended` of the result document, the line it was at, the exception, whether text was cut."""

    ended: str
    t_us: int
    line: int = 0
    fault: Fault | None = None
    output_cut: bool = False
    left: str = ""  # what a process that broke said to its standard error, for who looks into why


class RunEnd(Exception):
    """The run ends here, and how."""

    def __init__(self, ended: str, line: int = 0, fault: Fault | None = None) -> None:
        super().__init__(ended)
        self.ended = ended
        self.line = line
        self.fault = fault


class BoardReset(Exception):
    """The child has ended; its board starts again with what it has handed over."""

    def __init__(self, t_us: int, boot: dict[str, Any], soft: bool) -> None:
        super().__init__("reset")
        self.t_us = t_us
        self.boot = boot
        self.soft = soft  # the prompt's Ctrl-D, or the like of it in a program
