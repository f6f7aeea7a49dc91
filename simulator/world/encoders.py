"""Encoders as a program meets them: a counter, and two phases on pins that may interrupt.

A counter shows the present step. The phases show the same motion one step late: when a step is taken it is known where
in it each edge lies, and the step after is the first in which a program can still be told in time. So edges come one by
one, at exact times, and what a program does at an edge never changes an edge before it.
"""

from collections.abc import Iterator

from ..devices import encoder
from ..scene.model import Motor
from .drive import State

# Edges fall on every fourth µs, those of the two encoders on different ones, so that no two edges share a time.
GRID_US = 4


class Encoder:
    """The encoder of one motor; `way` is the place of its wheel's way in the drive's state, `offset_us` on the grid."""

    __slots__ = ("_offset_us", "_per_metre", "_way", "a", "b")

    def __init__(self, motor: Motor, way: int, offset_us: int) -> None:
        self.a, self.b = motor.encoder_a, motor.encoder_b
        self._per_metre = encoder.counts_per_metre(motor)
        self._way = way
        self._offset_us = offset_us

    def count(self, state: State) -> int:
        return encoder.count(state[self._way], self._per_metre)

    def level(self, pin: int, before: State, state: State, since_us: int, step_us: int) -> int:
        """Of phase A or B, `since_us` after the step from `before` to `state` was taken."""
        seen = self.count(before)
        if since_us > 0:
            for at, number in self._edges(before, state, step_us):
                if at > since_us:
                    break
                seen = number
        return self._levels(pin)[seen & 3]

    def changes(self, pin: int, before: State, state: State, step_us: int) -> Iterator[tuple[int, int]]:
        """The pin's changes in the step after this one: µs after its beginning, and level."""
        levels = self._levels(pin)
        level = levels[self.count(before) & 3]
        for at, number in self._edges(before, state, step_us):
            if levels[number & 3] != level:
                level = levels[number & 3]
                yield at, level

    def phases(self, t_us: int, before: State, state: State, step_us: int) -> list[tuple[int, int, int]]:
        """The changes of both lines in the step after the one that ended at `t_us`: (t, pin, level), in order."""
        found = []
        count = self.count(before)
        for at, number in self._edges(before, state, step_us):
            # between an even count and the next one A changes, between an odd one and the next B
            if (count if count < number else number) & 1:
                found.append((t_us + at, self.b, encoder.LEVELS_B[number & 3]))
            else:
                found.append((t_us + at, self.a, encoder.LEVELS_A[number & 3]))
            count = number
        return found

    def _edges(self, before: State, state: State, step_us: int) -> Iterator[tuple[int, int]]:
        slots = step_us // GRID_US
        for share, number in encoder.edges(before[self._way], state[self._way], self._per_metre):
            slot = int(share * slots)
            yield GRID_US * (slot if slot < slots else slots - 1) + self._offset_us, number

    def _levels(self, pin: int) -> tuple[int, ...]:
        return encoder.LEVELS_A if pin == self.a else encoder.LEVELS_B


class SilentEncoder:
    """An encoder that is dead, or whose cable is off: its lines stay as they were and nothing is counted any more."""

    __slots__ = ("_count", "_level_of", "a", "b")

    def __init__(self, item: Encoder, count: int, levels: tuple[int, int]) -> None:
        self.a, self.b = item.a, item.b
        self._count = count
        self._level_of = {item.a: levels[0], item.b: levels[1]}

    def count(self, state: State) -> int:
        return self._count

    def level(self, pin: int, before: State, state: State, since_us: int, step_us: int) -> int:
        return self._level_of[pin]
