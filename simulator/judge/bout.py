"""Two robots against each other: each is judged by the same rules from its own side, and both at the same states."""

from collections.abc import Sequence

from ..scene.model import Scene
from ..tasks.model import Task
from ..trace import STATE_PERIOD_US
from .record import Record
from .referee import GOAL, TIME_LIMIT, Referee

BEATEN = "beaten"
DRAW = "draw"


class BoutReferee:
    """Feed it as a `Referee`, with each robot's number; `ended` and `record` are those of the first robot, `goal` where
    it won, `beaten` where its rival did. When time is up and nothing has decided, or both have won at once, it is a
    draw."""

    def __init__(self, task: Task, scenes: Sequence[Scene]) -> None:
        first, second = scenes
        self.sides = Referee(task, first, second), Referee(task, second, first)
        self.ended = ""
        self._seen_us = [-1, -1]

    @property
    def own(self) -> Referee:
        return self.sides[0]

    @property
    def rival(self) -> Referee:
        return self.sides[1]

    @property
    def record(self) -> Record:
        return self.own.record

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        """An object of the mat has moved."""
        for side in self.sides:
            side.move(t_us, number, x_um, y_um, heading_mdeg, lying)

    def happen(self, t_us: int, robot: int, kind: str, line: int, name: str) -> None:
        """An event of that robot."""
        self.sides[robot].happen(t_us, 0, kind, line, name)

    def see(self, t_us: int, state: tuple[int, ...], robot: int = 0) -> str:
        """Take a robot's next state in; "" while the bout goes on. It is looked at when both have come as far."""
        if self.ended or t_us % STATE_PERIOD_US:  # the last state of a robot whose program has ended comes between
            return self.ended
        rival = self.sides[1 - robot].stage.rival
        assert rival is not None
        self.sides[robot].place(t_us, state)
        rival.stand(t_us, state)
        self._seen_us[robot] = t_us
        if self._seen_us[0] == self._seen_us[1]:
            for side in self.sides:
                side.look(t_us)
            for side in self.sides:
                side.decide(t_us)
            self.ended = self._outcome()
        return self.ended

    def _outcome(self) -> str:
        own, rival = self.own, self.rival
        if own.won and rival.won:
            return DRAW
        if own.won or rival.won:
            return GOAL if own.won else BEATEN
        return DRAW if own.ended == TIME_LIMIT else ""
