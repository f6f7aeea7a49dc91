"""The passage of time in a run: the world moves, and what becomes of it is written down every period."""

from collections.abc import Callable
from typing import Protocol

from marshrut.simulator.scene import fault_text
from marshrut.simulator.scene.model import Press, RobotFault
from marshrut.simulator.trace import STATE_PERIOD_US, TraceWriter

from .interruptions import Interruptions

ROBOT = 0  # a lone robot's number


class Moving(Protocol):
    """A world that moves; times in µs."""

    step_us: int

    def advance(self, t_us: int) -> None: ...
    def state(self) -> tuple[int, ...]: ...
    def newly_shown(self) -> list[tuple[str, str]]: ...
    def newly_lit(self) -> list[tuple[int, int, int]]: ...
    def newly_met(self) -> list[tuple[int, tuple[str, str]]]: ...
    def newly_moved(self) -> list[tuple[int, int, int, int, int]]: ...
    def supply_low(self) -> bool: ...


class TimeIsUp(Exception):
    """The run must end at `t_us`, for a reason the host has named."""

    def __init__(self, ended: str, t_us: int) -> None:
        super().__init__(ended)
        self.ended = ended
        self.t_us = t_us


class Passage:
    """`referee` sees every state record (t_us, values) and names the reason to end, or "". `next_step_us` is when the
    world changes next."""

    def __init__(
        self,
        world: Moving,
        trace: TraceWriter,
        limit_us: int,
        referee: Callable[[int, tuple[int, ...]], str],
        presses: tuple[Press, ...],
        faults: tuple[RobotFault, ...],
        progress: Callable[[int], None] | None,
        robot: int = ROBOT,
    ) -> None:
        self._robot = robot
        self._world = world
        self._trace = trace
        self._limit_us = limit_us
        self._referee = referee
        self._progress = progress
        self._happenings = sorted(
            [(press.at_ms * 1000, "press", press.button) for press in presses]
            + [((press.at_ms + press.for_ms) * 1000, "release", press.button) for press in presses]
            + [(fault.at_ms * 1000, "fault", fault_text(fault)) for fault in faults if _begins_in_run(fault)]
        )
        self.interruptions = Interruptions(faults, world.step_us)
        self.next_step_us = 0
        self._next_record = 0

    def to(self, target: int, stops: bool = False) -> int:
        """Move the world to `target`, with a state record every period; `TimeIsUp` may come on the way.

        Returns the time reached, which is earlier when it `stops` because the supply fails.
        """
        if self._next_record <= target:
            target = self._over_records(target, stops)
        self._world.advance(target)
        step_us = self._world.step_us
        self.next_step_us = target - target % step_us + step_us
        return target

    def _over_records(self, target: int, stops: bool) -> int:
        world = self._world
        while self._next_record <= target:
            t = self._next_record
            while self._happenings and self._happenings[0][0] <= t:
                at, kind, what = self._happenings.pop(0)
                self._trace.event(at, self._robot, kind, 0, what)
            if t > self._limit_us:
                world.advance(self._limit_us)
                raise TimeIsUp("time_limit", self._limit_us)
            world.advance(t)
            values = world.state()
            self._trace.state(t, self._robot, values)
            self._tell_shown(t)
            for at, pin, duty in world.newly_lit():
                self._trace.output(at, self._robot, pin, duty)
            self._tell_meetings(t)
            self._next_record = t + STATE_PERIOD_US
            if self.interruptions.see_supply(world.supply_low()) and stops:
                target = t
            reason = self._referee(t, values)
            if reason:
                raise TimeIsUp(reason, t)
            if self._progress is not None:
                self._progress(t)
        return target

    def last_record_us(self) -> int:
        return self._next_record - STATE_PERIOD_US

    def finish(self, t_us: int) -> None:
        """Write down how things stand at the end."""
        self._trace.state(t_us, self._robot, self._world.state())
        self._tell_shown(t_us)
        self._tell_meetings(t_us)

    def stand(self, judged: bool) -> None:
        """Move the world until the time is up, for a robot whose run has ended: where it stands is written down, and
        what it meets and moves there. The referee of one that is still `judged` may end it."""
        while self._next_record <= self._limit_us:
            t_us = self._next_record
            self._world.advance(t_us)
            values = self._world.state()
            self._trace.state(t_us, self._robot, values)
            self._tell_meetings(t_us)
            self._next_record = t_us + STATE_PERIOD_US
            if judged and self._referee(t_us, values):
                return

    def _tell_shown(self, t_us: int) -> None:
        for part, text in self._world.newly_shown():
            self._trace.display(t_us, self._robot, part, text)

    def _tell_meetings(self, t_us: int) -> None:
        for at, (kind, name) in self._world.newly_met():
            self._trace.event(at, self._robot, kind, 0, name)
        for move in self._world.newly_moved():
            self._trace.move(t_us, *move)


def _begins_in_run(fault: RobotFault) -> bool:
    """A fault of its own moment: the header tells the others, and a reset is an event by itself."""
    return fault.at_ms > 0 and fault.kind != "brown-out"
