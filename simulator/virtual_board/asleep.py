"""A world that waits for the first program to touch it: until then its time stands at 0, and nothing is lost by that.

What a world does without outputs does not depend on when it is worked out, and what it shows is asked of it only when
a program looks. So the run of that program can begin at the world's beginning, though tools have talked to the board
before.
"""

from collections.abc import Callable, Iterable, Sequence

from ..runners.passage import Passage
from ..world import World
from ..world.buses import Transfer
from ..world.contacts import Change


def _nothing() -> None:
    pass


class WaitingWorld(World):
    """Calls `wake` before the first thing that a program does with it."""

    wake: Callable[[], None] = staticmethod(_nothing)

    def set_pin(self, pin: int, duty: int, t_us: int) -> None:
        self.wake()
        super().set_pin(pin, duty, t_us)

    def set_frequency(self, pin: int, hz: int, t_us: int) -> None:
        self.wake()
        super().set_frequency(pin, hz, t_us)

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        self.wake()
        return super().transfer(payload, us, t_us)

    def adc(self, pins: Iterable[int]) -> list[int]:
        self.wake()
        return super().adc(pins)

    def level(self, pin: int, t_us: int | None = None) -> int:
        self.wake()
        return super().level(pin, t_us)

    def counts(self, encoders: Iterable[tuple[int, int]]) -> list[int]:
        self.wake()
        return super().counts(encoders)

    def next_edge(self, pins: Sequence[int], after_us: int, until_us: int) -> Change | None:
        self.wake()
        return super().next_edge(pins, after_us, until_us)


class WaitingPassage(Passage):
    """Time passes for the child alone, until `wake`."""

    asleep = True
    _waits_at = 0

    def to(self, target: int, stops: bool = False) -> int:
        if not self.asleep:
            return super().to(target, stops)
        self._waits_at = target
        step_us = self._world.step_us
        self.next_step_us = target - target % step_us + step_us
        return target

    def wake(self) -> None:
        """The world catches up with the time that has passed."""
        if self.asleep:
            self.asleep = False
            super().to(self._waits_at)
