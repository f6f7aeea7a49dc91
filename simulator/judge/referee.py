"""Watches a run state by state and says when it must end. A live run and a trace that is judged later pass through the
same referee, so that they cannot be judged differently.
"""

from ..scene.model import Scene
from ..tasks.conditions import OfLap
from ..tasks.model import Check, Conduct, Penalty, Task
from .lap import Lap
from .record import Breach, Fine, Moment, Reached, Record
from .stage import Stage
from .state import V_UM_S
from .watches import Found, ScoredWatch, Watch, watch_for

GOAL = "goal"
TIME_LIMIT = "time_limit"
PROGRAM_END = "program_end"
# How a run has ended that breaks a rule of conduct, where that has another name than the condition.
ENDED_BY = {"rejoin": "shortcut", "off_line_for": "off_line", "left_field": "out_of_field"}


class Referee:
    """One robot's referee. Feed `move` each move of an object, `happen` each event and `see` each state, in the order
    of the trace; `ended` stays "" until the run must end; `record` has the rest."""

    def __init__(self, task: Task, scene: Scene, rival: Scene | None = None) -> None:
        if not task.judged:
            raise ValueError(f"the task {task.id} is not judged; an Onlooker watches it")
        self.ended = ""
        self.record = Record()
        self.lap = Lap(task, task.course, scene, self.record) if task.course else None
        self.stage = Stage(scene, rival)
        self.watches: dict[str, Watch] = {}  # by the id of what they are for
        self._signal_us = min((press.at_ms for press in scene.presses), default=0) * 1000
        self._task = task
        self._conduct = [(rule, self._watch(rule)) for rule in task.conduct if not isinstance(rule.when, OfLap)]
        self._penalties = [(rule, self._watch(rule)) for rule in task.penalties]
        self._checks = [(check, self._watch(check)) for check in task.checks if not isinstance(check.when, OfLap)]
        self._late = [check for check in task.checks if check.after and isinstance(check.when, OfLap)]
        self._open = {check.id for check in task.checks if not check.after}  # whose turn has come
        self._goal = {(check_id, item) for check_id in task.goal for item in self.items_of(check_id)}
        self._limit_us = task.time_limit_ms * 1000

    def items_of(self, check_id: str) -> tuple[str, ...]:
        """The objects that a check is about, ("",) for none."""
        return self.watches[check_id].items if check_id in self.watches else ("",)

    def move(self, t_us: int, number: int, x_um: int, y_um: int, heading_mdeg: int, lying: int) -> None:
        """An object of the mat has moved; at 0 it stands there from the beginning."""
        self.stage.move(t_us, number, x_um, y_um, heading_mdeg, lying)

    def happen(self, t_us: int, robot: int, kind: str, line: int, name: str) -> None:
        """An event of that robot; others than the first are not judged."""
        if robot == 0:
            self.stage.happen(kind, name)

    def see(self, t_us: int, state: tuple[int, ...], robot: int = 0) -> str:
        """Take that robot's next state in; "" while the run goes on, else why it must end ("goal", "off_line", …)."""
        if robot == 0 and not self.ended:
            self.place(t_us, state)
            self.look(t_us)
            self.decide(t_us)
        return self.ended

    def place(self, t_us: int, state: tuple[int, ...]) -> None:
        """The robot is there now."""
        record, robot = self.record, self.stage.robot
        robot.stand(t_us, state)
        if self.lap is not None:
            self.lap.see(t_us, state)
        else:
            record.last = Moment(t_us, robot.x, robot.y, 0.0)
            record.first = record.first or record.last
            record.top_speed_um_s = max(record.top_speed_um_s, abs(state[V_UM_S]))

    def look(self, t_us: int) -> None:
        """Note what has come about since the last state."""
        record, now = self.record, self._now()
        for check, watch in self._checks:
            for found in watch.look(t_us):
                if not check.at_end:
                    self._reach(check, found, now)
        for check in self._late:
            if check.id not in self._open:
                record.reached.pop((check.id, ""), None)
        for penalty, watch in self._penalties:
            for found in watch.look(t_us):
                self._fine(penalty, found, now)
        for rule, watch in self._conduct:
            for found in watch.look(t_us):
                record.breach = record.breach or Breach(rule, now, found.params)
        self._open_checks(now)
        self.stage.forget()

    def decide(self, t_us: int) -> None:
        """Whether it is over."""
        record = self.record
        if self.won:
            record.breach = None  # what went wrong in the very state that reached the goal came too late
            self.close(GOAL)
        elif record.breach is not None:
            self.close(_end_by(record.breach))
        elif t_us >= self._limit_us:
            self.close(TIME_LIMIT)

    def close(self, ended: str) -> None:
        """The run is over, as `ended` says: what only its end shows is noted, be it the goal or a broken rule."""
        now, broken = self._now(), self.record.breach
        for check, watch in self._checks:
            for found in watch.at_end(ended):
                self._reach(check, found, now)
            for item in watch.items if check.at_end else ():
                if watch.holds(item):
                    self._reach(check, Found(item, watch.missing(item)), now)
        for penalty, watch in self._penalties:
            for found in watch.at_end(ended):
                self._fine(penalty, found, now)
        for rule, watch in self._conduct:
            for found in watch.at_end(ended):
                self.record.breach = self.record.breach or Breach(rule, now, found.params)
        breach = self.record.breach
        if breach is not broken and breach is not None:
            ended = _end_by(breach)
        self.ended = GOAL if self.won and breach is None else ended

    def settle(self, rule_id: str, at: Moment, is_so: bool, value: int | None, points: int | None) -> None:
        """The run is over, and the task's scorer has looked: note what it says of that rule."""
        watch = self.watches[rule_id]
        assert isinstance(watch, ScoredWatch)
        params = watch.settle(is_so, value)
        if not is_so:
            return
        for check in self._task.checks:
            if check.id == rule_id:
                self.record.reached.setdefault((rule_id, ""), Reached(at, params, points=points))
        for penalty in self._task.penalties:
            if penalty.id == rule_id:
                self._fine(penalty, Found("", params), at)
        for rule in self._task.conduct:
            if rule.id == rule_id:
                before = self.record.breach
                if before is None or at.t_us < before.moment.t_us:
                    self.record.breach = Breach(rule, at, params)

    @property
    def won(self) -> bool:
        """Whether the goal is reached: all its checks; in a bout, one of those that win it."""
        reached = self.record.reached
        if self._task.bout is not None:
            return self.winning is not None
        return self._goal <= reached.keys()

    @property
    def winning(self) -> tuple[Check, Reached] | None:
        """The check that has won a bout."""
        won_by = self._task.bout.won_by if self._task.bout is not None else ()
        for check in self._task.checks:
            if check.id in won_by and (check.id, "") in self.record.reached:
                return check, self.record.reached[check.id, ""]
        return None

    def counts(self, check: Check) -> bool:
        """Whether the check's turn has come."""
        return check.id in self._open

    def _now(self) -> Moment:
        assert self.record.last is not None
        return self.record.last

    def _watch(self, rule: Check | Conduct | Penalty) -> Watch:
        assert not isinstance(rule.when, OfLap)
        watch = self.watches[rule.id] = watch_for(rule.when, rule.rule, self.stage, self._signal_us)
        return watch

    def _reach(self, check: Check, found: Found, now: Moment) -> None:
        if check.id in self._open:
            reached = Reached(now, found.params, self.stage.restarts)
            self.record.reached.setdefault((check.id, found.item), reached)

    def _fine(self, penalty: Penalty, found: Found, now: Moment) -> None:
        before = [fine for fine in self.record.fines if fine.rule is penalty]
        if penalty.most is None or len(before) < penalty.most:
            self.record.fines.append(Fine(penalty, now, {**found.params, "name": found.item or _name(found)}))

    def _open_checks(self, now: Moment) -> None:
        """Let checks count whose turn has come; what is so already counts at once."""
        if len(self._open) == len(self._task.checks):
            return
        for check in self._task.checks:
            if check.id not in self._open and all(self._done(own) for own in check.after):
                self._open.add(check.id)
                watch = self.watches.get(check.id)
                for item in watch.items if watch is not None and watch.lasting and not check.at_end else ():
                    if watch is not None and watch.holds(item):
                        self._reach(check, Found(item, watch.missing(item)), now)

    def _done(self, check_id: str) -> bool:
        return all((check_id, item) in self.record.reached for item in self.items_of(check_id))


def _end_by(breach: Breach) -> str:
    kind = breach.rule.when.kind
    return ENDED_BY.get(kind, kind)


def _name(found: Found) -> str:
    return str(found.params.get("name", ""))
