"""What others decide: a referee who calls it while the robot drives, and the task's scorer when all is over."""

from collections.abc import Iterator

from ...messages import LANGUAGES
from ...tasks.conditions import Scored, Words
from ..stage import Stage
from .watch import Found, Params, Watch


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


class ScoredWatch(Watch):
    """It sees nothing itself; `settle` tells it the scorer's word."""

    lasting = False

    def __init__(self, when: Scored, stage: Stage) -> None:
        self._when = when
        self._value: int | None = None
        self._so = False

    def look(self, t_us: int) -> Iterator[Found]:
        return iter(())

    def holds(self, item: str) -> bool:
        return self._so

    def settle(self, is_so: bool, value: int | None) -> Params:
        """The scorer has found that it is so, or not; what the sentence tells about that."""
        self._so = self._so or is_so
        if not is_so:
            self._value = value
        return _told(self._when.so if is_so else self._when.not_so, value)

    def missing(self, item: str) -> Params:
        return _told(self._when.not_so, self._value)


def _told(words: Words, value: int | None) -> Params:
    """The task's own sentence in each language, of which a message shows the one."""
    shown = "" if value is None else str(value)
    return {lang: words.of(lang).replace("{value}", shown) for lang in LANGUAGES}
