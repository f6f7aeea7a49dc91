"""What a referee calls while the robot drives."""

from collections.abc import Iterator

from ..stage import Stage
from .watch import Found, Watch


class CalledWatch(Watch):
    lasting = False

    def __init__(self, rule: str, stage: Stage) -> None:
        self._rule, self._stage = rule, stage
        self._happened = False

    def look(self, t_us: int) -> Iterator[Found]:
        for _ in range(self._stage.calls.count(self._rule)):
            self._happened = True
            yield Found("", {})

    def holds(self, item: str) -> bool:
        return self._happened
