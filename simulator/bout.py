"""A run of several robots in one world: a program and a child process each, one clock, one trace.

Each session runs in a fiber of its own and goes on until the world may not: a step is taken when every robot has come
as far. Then the robot goes on that is farthest behind, the first of them by number, so that the order in which things
are written down is the same in every run. A robot whose program has ended stays where things push it.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import Protocol

from greenlet import GreenletExit, getcurrent, greenlet

from .ends import RunEnds
from .runners.outcome import Outcome
from .world.lockstep import Lockstep


def seed_of(seed: int, robot: int) -> int:
    """Each robot's own seed: what varies, and the noise; the first one has that of the run."""
    if robot == 0:
        return seed
    return int.from_bytes(hashlib.sha256(b"robot %d of run %d" % (robot, seed)).digest()[:4], "little") >> 1


class Player(Protocol):
    """One robot's part of the run: a session, or what stands for a program that never began."""

    def run(self) -> Outcome:
        """From the beginning to the program's end."""

    def stand(self, judged: bool) -> None:
        """From then on, until the run's time is up: the robot is only moved. Where it is `judged` still, a referee may
        end that."""

    def close(self) -> None:
        """Let go of whatever is held."""


class Bout:
    """Runs the players of all robots together; who has started them closes them. `ended` is why the run must end for
    all, once a referee says so; `judged`: robots are judged after their programs have ended, too."""

    def __init__(self, lockstep: Lockstep, judged: bool = False) -> None:
        self._lockstep = lockstep
        self._judged = judged
        self._hub = getcurrent()
        self._ended = ""
        lockstep.wait = self._give_way

    def referee(
        self, robot: int, see: Callable[[int, int, tuple[int, ...]], str]
    ) -> Callable[[int, tuple[int, ...]], str]:
        """What one robot's session asks: whether the run must end, for it or for all."""

        def ask(t_us: int, values: tuple[int, ...]) -> str:
            self._ended = self._ended or see(robot, t_us, values)
            return self._ended

        return ask

    def run(self, players: Sequence[Player]) -> list[Outcome]:
        """How each robot's run has ended, in their order."""
        fibers = self._fibers = [greenlet(self._fiber(player, number)) for number, player in enumerate(players)]
        self._outcomes: dict[int, Outcome] = {}
        try:
            while self._must_go_on():
                self._farthest_behind().switch()
                if self._ended:
                    self._end_all(fibers)
        finally:
            for fiber in fibers:
                if not fiber.dead:
                    fiber.throw(GreenletExit)
        return [self._outcomes[number] for number in range(len(players))]

    def _must_go_on(self) -> bool:
        if len(self._outcomes) == len(self._fibers) and (self._ended or not self._judged):
            return False
        return not all(fiber.dead for fiber in self._fibers)

    def _farthest_behind(self) -> greenlet:
        """The robot that all others wait for; one that has left wants nothing any more."""
        wanted = self._lockstep.wanted_us
        return self._fibers[wanted.index(min(wanted))]

    def _fiber(self, player: Player, number: int) -> Callable[[], None]:
        def go() -> None:
            self._outcomes[number] = player.run()
            if not self._ended:
                player.stand(self._judged)
            self._lockstep.leave(number)

        return go

    def _give_way(self, number: int) -> None:
        if self._ended or len(self._outcomes) == len(self._fibers):
            self._hub.switch()  # perhaps nobody must go on
        else:
            self._farthest_behind().switch()

    def _end_all(self, fibers: Sequence[greenlet]) -> None:
        """The referee has ended the run: those still going are told, by number. One that has not begun begins, and is
        told with its first record."""
        for number, fiber in enumerate(fibers):
            if number not in self._outcomes and fiber:
                fiber.throw(RunEnds(self._ended))
            elif number not in self._outcomes:
                fiber.switch()
