"""Watches a run that nobody judges: there is no line to follow and no goal, only the time that a run may take."""

from ..scene.model import Scene
from ..tasks.model import Task
from .judgement import Judgement
from .record import Moment, Record
from .referee import TIME_LIMIT
from .report import End
from .state import V_UM_S, X_UM, Y_UM

# How a run of such a task ends when all is well; what is said about it then is no reproach.
QUIET_ENDS = frozenset({"program_end", TIME_LIMIT})


class Onlooker:
    """As a referee: feed `see` each state; `ended` stays "" until the time is up; `record` has where the robot is."""

    def __init__(self, task: Task, scene: Scene) -> None:
        self.ended = ""
        self.record = Record()
        self._limit_us = task.time_limit_ms * 1000

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        """An object of the mat has moved, which matters to nobody here."""

    def happen(self, t_us: int, robot: int, kind: str, line: int, name: str) -> None:
        """An event, which matters as little."""

    def see(self, t_us: int, state: tuple[int, ...], robot: int = 0) -> str:
        """Take the next state in; "" while the run goes on, else "time_limit"."""
        if robot != 0:
            return self.ended
        record = self.record
        record.last = Moment(t_us, state[X_UM] / 1000.0, state[Y_UM] / 1000.0, 0.0)
        record.top_speed_um_s = max(record.top_speed_um_s, abs(state[V_UM_S]))
        if t_us >= self._limit_us:
            self.ended = TIME_LIMIT
        return self.ended

    def account(self, end: End) -> Judgement:
        """What there is to say: how it ended, and how fast the robot was. No checks and no points."""
        measures: dict[str, int | None] = {"max_speed_mm_s": self.record.top_speed_um_s // 1000}
        message_id = f"ended-{end.kind}-unjudged" if end.kind in QUIET_ENDS else end.message_id
        return Judgement(end.verdict, end.kind, 0, 0, measures, (), (end.mark("", message_id),), judged=False)
