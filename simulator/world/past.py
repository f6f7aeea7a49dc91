"""The last few seconds of a robot's states, for chips that sample by a clock of their own and are read later."""

from collections import deque

from .drive import State

STEPS = 4000  # twenty seconds: an MPU-6050's buffer is full of whole samples at its slowest pace before


class Past:
    """States at whole steps, the first at t = 0; `keep` adds the next one, of `next_us`.

    What is older than STEPS is forgotten.
    """

    def __init__(self, first: State, step_us: int) -> None:
        self._states = deque([first], STEPS)
        self._number = 0  # of the last state
        self._step_us = step_us

    def keep(self, state: State) -> None:
        self._states.append(state)
        self._number += 1

    @property
    def next_us(self) -> int:
        return (self._number + 1) * self._step_us

    def states(self, t_us: int) -> tuple[State, State]:
        """The state of the last step until that time, and the one before it; the nearest remembered ones."""
        last = len(self._states) - 1
        index = last - self._number + t_us // self._step_us
        index = 0 if index < 0 else min(index, last)
        return self._states[index], self._states[index - 1 if index else 0]
