"""Level changes on the pins that a program listens to, on their way to the child: in order, none twice, none lost."""

from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from . import frames

Edge = tuple[int, int, int]  # µs, pin, level
MAX_LATE = 1000  # that happen during one transfer; a real interrupt's queue is shorter


class Changing(Protocol):
    """What says when a pin changes next, as far as `foresight`."""

    def foresight(self, now_us: int, until_us: int) -> int: ...
    def next_edge(self, pins: tuple[int, ...], after_us: int, until_us: int) -> Edge | None: ...
    def listen(self, pins: tuple[int, ...], after_us: int, until_us: int) -> None: ...


class Edges:
    """`masks` are the pins listened to, as a frame names them."""

    def __init__(self, world: Changing) -> None:
        self._world = world
        self.masks = (0, 0)
        self._pins: tuple[int, ...] = ()
        self._seen_us = 0  # edges up to here have been taken from the world
        self._late: list[Edge] = []  # and not told yet

    def watch(self, low: int, high: int, now_us: int) -> None:
        """Listen to these pins from now on."""
        self.masks = (low, high)
        self._pins = _pins_of(low, high)
        self._seen_us = now_us

    def clear(self, now_us: int) -> None:
        """Listen to none, and forget what has not been told: the board starts again."""
        self.watch(0, 0, now_us)
        self._late.clear()

    def wait(self, now_us: int, target_us: int, advance: Callable[[int], int], most: int = 1) -> int:
        """A program waits up to the target; returns when its wait ends, then or when there are `most` edges to tell.

        Where it cannot be foretold what comes, the world is moved meanwhile; `advance` returns the time reached, and
        the wait ends where that is earlier.
        """
        late = self._late
        if len(late) >= most:
            return now_us
        if not self._pins:
            return target_us
        while True:
            sure_us = until_us = self._world.foresight(now_us, target_us)
            first = self._take(until_us)
            while first and len(late) < frames.MAX_EVENTS:
                late += first
                if len(late) >= most:
                    until_us = max(now_us, first[0][0])
                first = self._take(until_us)
            if len(late) >= most:
                return until_us
            self._seen_us = sure_us
            if sure_us >= target_us:
                return target_us
            self._world.listen(self._pins, sure_us, target_us)
            reached_us = advance(sure_us)
            now_us = max(now_us, reached_us)
            if reached_us < sure_us:
                return now_us

    def pass_by(self, target_us: int, advance: Callable[[int], int]) -> None:
        """Time passes up to the target whatever happens; the world is moved from edge to edge."""
        while self._pins and len(self._late) < MAX_LATE and self._seen_us < target_us:
            sure_us = self._world.foresight(self._seen_us, target_us)
            first = self._take(sure_us)
            self._late += first
            if not first:
                self._seen_us = sure_us
            advance(self._seen_us)

    @property
    def count(self) -> int:
        """How many are to be told."""
        return len(self._late)

    def told(self) -> list[Edge]:
        """Those that the next answer tells."""
        if not self._late:
            return []
        told = self._late[: frames.MAX_EVENTS]
        del self._late[: frames.MAX_EVENTS]
        return told

    def next_us(self, now_us: int, until_us: int) -> int:
        """When the next one is to be told, at the latest `until_us`."""
        if not self._pins:
            return until_us
        if self._late:
            return now_us + 1
        edge = self._world.next_edge(self._pins, self._seen_us, until_us)
        return until_us if edge is None else max(now_us + 1, edge[0])

    def _take(self, until_us: int) -> list[Edge]:
        """All edges of the first µs that has any."""
        first = self._world.next_edge(self._pins, self._seen_us, until_us)
        if first is None:
            return []
        at, pin, _ = first
        self._seen_us = at
        others = (self._world.next_edge((other,), at - 1, at) for other in self._pins if other != pin)
        return [first, *(other for other in others if other is not None)]


@lru_cache(maxsize=64)
def _pins_of(low: int, high: int) -> tuple[int, ...]:
    """The pins in two words of a frame."""
    bits = low | high << frames.LEVEL_WORD_PINS
    return tuple(pin for pin in range(frames.LEVEL_PINS) if bits >> pin & 1)
