"""What else stands on a robot's mat and may move (`surroundings.Others`), out of the state that all are moved in."""

from collections.abc import Sequence

from .arena.arena import ArenaState
from .bodies import Bodies, Body
from .lockstep import Lockstep


class Company:
    """Of the robot of that number. `strangers` tells of robots that are moved elsewhere: they are known as they stand
    now."""

    def __init__(self, lockstep: Lockstep, number: int, strangers: Bodies) -> None:
        self.robot, self.air = number, lockstep.air
        self._lockstep = lockstep
        self._others = [
            (index, f"robot-{index + 1}", robot.outline)
            for index, robot in enumerate(lockstep.robots)
            if index != number
        ]
        self._strangers = strangers
        self._together: ArenaState | None = None  # of which `_bodies` are
        self._bodies: Sequence[Body] = ()

    def recent(self, t_us: int) -> ArenaState:
        return self._lockstep.recent(t_us)

    def bodies(self, together: ArenaState | None, but: int = -1) -> Sequence[Body]:
        wanted = [number for number, (index, _, _) in enumerate(self._others) if index != but]
        if not wanted or together is None:
            return self._strangers()
        if together is not self._together:
            self._together = together
            states = [together.robots[index] for index, _, _ in self._others]
            self._bodies = [
                Body(name, outline, (x * 1000, y * 1000, cosine, sine))
                for (_, name, outline), (x, y, cosine, sine, *_) in zip(self._others, states, strict=True)
            ]
        return self._bodies if but < 0 else [self._bodies[number] for number in wanted]
