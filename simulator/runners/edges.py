"""Level changes on the pins that a program listens to, on their way to the child: in order, none twice, none lost."""

from collections.abc import Callable
from typing import Protocol

from . import frames

Edge = tuple[int, int, int]  # µs, pin, level
MAX_LATE = 1000  # that happen during one transfer; a real interrupt's queue is shorter


class Changing(Protocol):
    """What says when a pin changes next."""

    def next_edge(self, pins: tuple[int, ...], after_us: int, until_us: int) -> Edge | None: ...


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
        bits = low | high << frames.LEVEL_WORD_PINS
        self._pins = tuple(pin for pin in range(frames.LEVEL_PINS) if bits >> pin & 1)
        self._seen_us = now_us

    def clear(self, now_us: int) -> None:
        """Listen to none, and forget what has not been told: the board starts again."""
        self.watch(0, 0, now_us)
        self._late.clear()

    def wait(self, now_us: int, target_us: int) -> int:
        """A program waits up to the target; returns when its wait ends, at the first edge or then."""
        late = self._late
        if late:
            return now_us
        if not self._pins:
            return target_us
        first = self._take(target_us)
        while first and len(late) < frames.MAX_EVENTS:
            late += first
            target_us = max(now_us, first[0][0])
            first = self._take(target_us)
        if not late:
            self._seen_us = target_us
        return target_us

    def pass_by(self, target_us: int, advance: Callable[[int], object]) -> None:
        """Time passes up to the target whatever happens; the world is moved from edge to edge."""
        while self._pins and len(self._late) < MAX_LATE:
            first = self._take(target_us)
            if not first:
                self._seen_us = target_us
                break
            advance(first[0][0])
            self._late += first

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
