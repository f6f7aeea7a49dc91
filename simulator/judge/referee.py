"""Watches a run state by state and says when it must end. A live run and a trace that is judged later pass through the
same referee, so that they cannot be judged differently.
"""

from ..scene.model import Scene
from ..tasks.model import Check, Conduct, OfLap, Task
from .lap import Lap
from .record import Breach, Moment, Record
from .stage import Stage
from .state import HEADING_MDEG, V_UM_S, X_UM, Y_UM
from .watches import Watch, watch_for

GOAL = "goal"
TIME_LIMIT = "time_limit"
# How a run that breaks a rule of conduct has ended.
ENDED_BY = {
    "false_start": "false_start",
    "rejoin": "shortcut",
    "off_line_for": "off_line",
    "left_field": "out_of_field",
    "moved_early": "moved_early",
    "outside": "outside",
}


class Referee:
    """One robot's referee. Feed `move` each move of an object and `see` each state, in the order of the trace; `ended`
    stays "" until the run must end; `record` has the rest."""

    def __init__(self, task: Task, scene: Scene) -> None:
        if not task.judged:
            raise ValueError(f"the task {task.id} is not judged; an Onlooker watches it")
        self.ended = ""
        self.record = Record()
        self.lap = Lap(task, task.course, scene, self.record) if task.course else None
        self.stage = Stage(scene)
        self.watches: dict[str, Watch] = {}  # by the id of what they are for
        signal_us = min((press.at_ms for press in scene.presses), default=0) * 1000
        self._conduct: list[tuple[Conduct, Watch]] = []
        self._checks: list[tuple[Check, Watch]] = []
        for rule in task.conduct:
            if not isinstance(rule.when, OfLap):
                self.watches[rule.id] = watch_for(rule.when, self.stage, signal_us)
                self._conduct.append((rule, self.watches[rule.id]))
        for check in task.checks:
            if not isinstance(check.when, OfLap):
                self.watches[check.id] = watch_for(check.when, self.stage, signal_us)
                self._checks.append((check, self.watches[check.id]))
        self._goal = {(check_id, item) for check_id in task.goal for item in self.items_of(check_id)}
        self._limit_us = task.time_limit_ms * 1000

    def items_of(self, check_id: str) -> tuple[str, ...]:
        """The objects that a check is about, ("",) for none."""
        return self.watches[check_id].items if check_id in self.watches else ("",)

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        """An object of the mat has moved."""
        self.stage.move(number, x_um, y_um, heading_mdeg, lying)

    def see(self, t_us: int, state: tuple[int, ...]) -> str:
        """Take the next state in; "" while the run goes on, else why it must end ("goal", "off_line", …)."""
        if self.ended:
            return self.ended
        record, stage = self.record, self.stage
        x, y = state[X_UM] / 1000.0, state[Y_UM] / 1000.0
        stage.stand(x, y, state[HEADING_MDEG])
        if self.lap is not None:
            self.lap.see(t_us, state)
        else:
            record.last = Moment(t_us, x, y, 0.0)
            record.first = record.first or record.last
            record.top_speed_um_s = max(record.top_speed_um_s, abs(state[V_UM_S]))
        now = record.last
        assert now is not None
        for check, watch in self._checks:
            for found in watch.look(t_us):
                record.reached.setdefault((check.id, found.item), now)
        for rule, watch in self._conduct:
            for found in watch.look(t_us):
                record.breach = record.breach or Breach(rule, now, found.params)
        stage.moved.clear()
        if self._goal <= record.reached.keys():
            record.breach = None  # what went wrong in the very state that reached the goal came too late
            self.ended = GOAL
        elif record.breach is not None:
            self.ended = ENDED_BY[record.breach.rule.when.kind]
        elif t_us >= self._limit_us:
            self.ended = TIME_LIMIT
        return self.ended
