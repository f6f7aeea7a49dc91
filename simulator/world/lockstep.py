"""Robots that may meet something move together, in steps: no step is taken before each has put out what it acts on."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Protocol

from ..scene.model import Mat, Robot
from .air import Air
from .arena.arena import Arena, ArenaState, Setting
from .arena.meeting import Obstacle
from .arena.standing import Stance
from .bodies import Bodies, alone
from .drive import State
from .past import STEPS
from .record import MDEG

NEVER_US = 1 << 62

Move = tuple[int, int, int, int, int]  # number of the object, x and y in µm, heading in mdeg, whether it lies


class Member(Protocol):
    """One robot's world, as the step sees it."""

    def settings_for(self, t_us: int) -> Setting:
        """What its bridges and its gripper are set to in the step that ends then."""

    def settings(self) -> Setting:
        """What they were set to in the last step."""

    def moved_to(self, t_us: int, state: State, touched: Sequence[Obstacle]) -> None:
        """The step has been taken."""


def nobody(number: int) -> None:
    raise RuntimeError("a robot waits for another that nobody moves")


class Lockstep:
    """All robots of one mat, by number in the order in which they join; `wait` is called with a robot's number when it
    must not go on before others have."""

    def __init__(self, mat: Mat, robots: Sequence[Robot], step_us: int, others: Bodies = alone) -> None:
        self.arena = Arena(mat, robots, step_us, others)
        self.wait: Callable[[int], None] = nobody
        self.t_us = 0
        self.wanted_us = [0] * len(robots)
        self.step_us = step_us
        self._members: list[Member] = []
        self._first: list[State] = []
        self.robots = robots
        self.air = Air(self._wake_all)
        self._silent_us = [0] * len(robots)  # until when each puts nothing out, unless a burst comes before
        self._past: deque[ArenaState] = deque(maxlen=STEPS)  # the last one is that of `t_us`

    def join(self, member: Member, state: State) -> int:
        """A robot's world joins; its number."""
        self._members.append(member)
        self._first.append(state)
        if len(self._members) == len(self.robots):
            self.state = self.arena.begin(tuple(self._first))
            self._told: tuple[Stance, ...] = ()
            self._past.append(self.state)
        return len(self._members) - 1

    @property
    def shared(self) -> bool:
        """Whether what comes depends on other programs, too."""
        return len(self.robots) > 1

    def newly_moved(self) -> list[Move]:
        """Each object that stands elsewhere than at the last call; at the first one all: a seed moves them, too."""
        objects = self.state.objects
        if objects is self._told:
            return []
        before, self._told = self._told, objects
        return [
            (number, round(x * 1e6), round(y * 1e6), round(heading * MDEG), int(lying))
            for number, (x, y, _, _, heading, *_, lying) in enumerate(objects)
            if not before or before[number] is not objects[number]
        ]

    def past_of(self, number: int) -> "PastTogether":
        """What is remembered of that robot."""
        return PastTogether(self, number)

    def leave(self, number: int) -> None:
        """That robot's program has ended: its outputs stay as they are."""
        self.wanted_us[number] = NEVER_US

    def recent(self, t_us: int) -> ArenaState:
        """How all stood after the last step until that time; the nearest that is remembered."""
        past = self._past
        return past[max(-len(past), min(-1, (t_us - self.t_us) // self.step_us - 1))]

    def advance(self, number: int, t_us: int) -> None:
        """Take all steps up to that time, when each robot is as far."""
        wanted, step_us = self.wanted_us, self.step_us
        wanted[number] = t_us
        while (end_us := self.t_us + step_us) <= t_us:
            if min(wanted) < end_us:
                self.wait(number)
            else:
                self._take(end_us)

    def foresight(self, number: int, now_us: int, until_us: int, warning_us: int) -> int:
        """How far it can be told what others do to a robot: they act at steps, and `warning_us` after they have put
        something out."""
        end_us = self.t_us + self.step_us
        if warning_us < NEVER_US:
            heard_us = self._catch_up(number, now_us if now_us < end_us else end_us - 1) + warning_us
            end_us = heard_us if heard_us < end_us else end_us
        return until_us if until_us < end_us else end_us

    def fall_silent(self, number: int, until_us: int) -> None:
        """That robot puts nothing out until then, or until it hears a burst that is not sent yet."""
        self._silent_us[number] = until_us

    def is_silent(self, number: int, t_us: int) -> bool:
        """Whether it is known that that robot puts nothing out at that time."""
        return self._silent_us[number] > t_us

    def _wake_all(self) -> None:
        self._silent_us = [0] * len(self.robots)

    def _catch_up(self, number: int, t_us: int) -> int:
        """Let all others come as far as that time, which lies in the present step; returns until when it is known what
        they put out. Where several listen, none need wait for what another hears of the bursts that are under way."""
        wanted = self.wanted_us
        if wanted[number] < t_us:
            wanted[number] = t_us
        while True:
            known_us = NEVER_US
            for other, silent_us in enumerate(self._silent_us):
                if other != number:
                    told_us = wanted[other]
                    told_us = told_us if told_us > silent_us else silent_us
                    known_us = told_us if told_us < known_us else known_us
            if known_us >= t_us:
                return known_us
            self.wait(number)

    def foreseen(self, state: ArenaState, number: int, setting: Setting) -> ArenaState:
        """The step after a state with these settings of one robot, if the others' stay as they were in the last one."""
        settings = [member.settings() for member in self._members]
        settings[number] = setting
        return self.arena.step(state, settings)

    def _take(self, t_us: int) -> None:
        """The step that ends then."""
        members = self._members
        settings = []
        for member in members:
            settings.append(member.settings_for(t_us))
        self.state = state = self.arena.step(self.state, settings)
        self._past.append(state)
        self.t_us = t_us
        robots, met = state.robots, state.met
        for number, member in enumerate(members):
            touched = [obstacle for who, obstacle in met if who == number] if met else ()
            member.moved_to(t_us, robots[number], touched)


class PastTogether:
    """One robot's states at whole steps, as a `Past` that the lockstep keeps."""

    def __init__(self, lockstep: Lockstep, number: int) -> None:
        self._lockstep, self._number = lockstep, number

    @property
    def next_us(self) -> int:
        return self._lockstep.t_us + self._lockstep.step_us

    def states(self, t_us: int) -> tuple[State, State]:
        """The state of the last step until that time, and the one before it; the nearest remembered ones."""
        lockstep, number = self._lockstep, self._number
        before_us = t_us - lockstep.step_us
        return lockstep.recent(t_us).robots[number], lockstep.recent(before_us).robots[number]
