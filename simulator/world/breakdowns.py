"""What breaks on a robot in the course of a run, in the order of time."""

from collections.abc import Iterable

from ..scene.faults import begins_us
from ..scene.model import RobotFault

KINDS = ("cable-off", "dead", "jammed")
NEVER_US = 1 << 62


class Breakdowns:
    """`next_us` is when the next one comes, at the begin of a step."""

    def __init__(self, faults: Iterable[RobotFault], step_us: int) -> None:
        coming = ((begins_us(fault, step_us), fault) for fault in faults if fault.kind in KINDS)
        self._coming = sorted(coming, key=lambda item: item[0])
        self.next_us = self._next_us()

    def take(self) -> tuple[int, RobotFault]:
        """The next one, with its time: it is left to the caller now."""
        taken = self._coming.pop(0)
        self.next_us = self._next_us()
        return taken

    def _next_us(self) -> int:
        return self._coming[0][0] if self._coming else NEVER_US
