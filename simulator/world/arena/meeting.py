"""When a robot's body meets a wall, another robot or an object: once, until it has been away from there."""

from collections.abc import Sequence

from ...scene.model import Robot
from ..drive import State

AWAY_MM = 10.0  # more than a body creeps while it pushes

Obstacle = tuple[str, str]  # "wall", "robot" or "object", and its id


class Meetings:
    """A robot meets the same thing again when it has not touched it while it moved by AWAY_MM; `near` are those it has
    not left, and where it last touched each."""

    __slots__ = ("_new", "_reach_m", "near")

    def __init__(self, robot: Robot) -> None:
        self._reach_m = max(abs(x) + abs(y) for x, y in robot.outline) / 1000
        self.near: dict[Obstacle, State] = {}
        self._new: list[tuple[int, Obstacle]] = []

    def see(self, t_us: int, state: State, touched: Sequence[Obstacle]) -> None:
        """A step has been taken, and the body has touched these."""
        for obstacle in touched:
            if obstacle not in self.near:
                self._new.append((t_us, obstacle))
            self.near[obstacle] = state
        if self.near:
            left = [met for met, at in self.near.items() if self._moved_mm(at, state) > AWAY_MM]
            for met in left:
                del self.near[met]

    def take(self) -> list[tuple[int, Obstacle]]:
        """Those since the last call, with their times in µs."""
        if not self._new:
            return []
        new, self._new = self._new, []
        return new

    def _moved_mm(self, before: State, now: State) -> float:
        """The most that any point of the body may have moved."""
        turned = abs(now[4] - before[4]) * self._reach_m
        return 1000 * (abs(now[0] - before[0]) + abs(now[1] - before[1]) + turned)
