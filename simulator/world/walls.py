"""A robot does not drive through a wall: a step that would take its outline there is not taken.

The simplest honest rule until there is contact with forces: the body stands where it stood, and the wheels under it
stall, or spin where the motors are stronger than the grip, as those of a robot that nothing could move.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..scene.areas import Pose, first_met, point_to_piece
from ..scene.model import Point, Robot, Wall
from .bodies import Bodies, alone, in_the_way
from .drive import State, Step, Winding, drive_step

CELL_MM = 200
AWAY_MM = 10.0  # more than a body creeps while it pushes: a fast step ends up to 5 mm before the wall
IMMOVABLE = 1e6  # times its own mass, with its own grip

Piece = tuple[Point, Point]
Obstacle = tuple[str, str]  # "wall" or "robot", and its id


class AreaAmongWalls:
    """An area of the robot (x forward, y left of the axle's middle, mm), and which walls it may meet where."""

    __slots__ = ("_area", "_cells", "_far", "_walls")

    def __init__(self, area: Sequence[Point], walls: Sequence[Wall]) -> None:
        self._area = area
        self._walls = walls
        # From the middle of a cell to all that the area may meet there; half of a cell's diagonal is less than 0.75.
        self._far = max(abs(x) + abs(y) for x, y in area) + 0.75 * CELL_MM
        self._cells: dict[tuple[int, int], list[Wall]] = {}

    def meets(self, pose: Pose) -> bool:
        """Whether a wall crosses, touches or lies in the area when the robot is there."""
        return self.met(pose) is not None

    def met(self, pose: Pose) -> Wall | None:
        """The first wall that does, in the world file's order."""
        cell = int(pose[0] // CELL_MM), int(pose[1] // CELL_MM)
        near = self._cells.get(cell)
        if near is None:
            near = self._cells[cell] = self._near(cell)
        return first_met(self._area, pose, near)

    def _near(self, cell: tuple[int, int]) -> list[Wall]:
        """Looked up once a cell, since a robot passes few of them."""
        middle = (cell[0] + 0.5) * CELL_MM, (cell[1] + 0.5) * CELL_MM
        return [
            wall
            for wall in self._walls
            if point_to_piece(middle, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)) <= self._far
        ]


def pose_of(state: State) -> Pose:
    return state[0] * 1000, state[1] * 1000, state[2], state[3]


class Meetings:
    """When a robot's body met a wall, or another robot. It meets the same one again when it has been AWAY_MM from where
    it met it.

    `keep` is told every step that is taken; `holding` is what the last tried step was held by.
    """

    __slots__ = ("_met_at", "_new", "_reach_m", "_step_us", "_t_us", "holding")

    def __init__(self, robot: Robot, step_us: int) -> None:
        self.holding: Obstacle | None = None
        self._step_us = step_us
        self._t_us = 0
        self._reach_m = max(abs(x) + abs(y) for x, y in robot.outline) / 1000
        self._met_at: dict[Obstacle, State] = {}  # where it was last held by each that it has not left
        self._new: list[tuple[int, Obstacle]] = []

    def keep(self, state: State) -> None:
        self._t_us += self._step_us
        if self.holding is not None:
            if self.holding not in self._met_at:
                self._new.append((self._t_us, self.holding))
            self._met_at[self.holding] = state
        if self._met_at:
            left = [met for met, at in self._met_at.items() if self._moved_mm(at, state) > AWAY_MM]
            for met in left:
                del self._met_at[met]

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


def held_by_walls(
    step: Step, robot: Robot, walls: Sequence[Wall], step_s: float, meetings: Meetings, bodies: Bodies = alone
) -> Step:
    """Makes of a robot's step one that no wall lets through, and no other robot."""
    body = AreaAmongWalls(robot.outline, walls)
    immovable = replace(
        robot,
        mass_g=robot.mass_g * IMMOVABLE,
        inertia_kg_cm2=robot.inertia_kg_cm2 * IMMOVABLE,
        grip=robot.grip / IMMOVABLE,
    )
    stand = drive_step(immovable, step_s)

    def step_to_wall(state: State, to_left: Winding, to_right: Winding) -> State:
        ahead = step(state, to_left, to_right)
        meetings.holding = None
        if walls and (wall := body.met(pose_of(ahead))):
            meetings.holding = "wall", wall.id
        elif (others := bodies()) and (side := in_the_way(robot.outline, pose_of(state), pose_of(ahead), others)):
            meetings.holding = "robot", side.id
        if meetings.holding is None:
            return ahead
        x, y, cosine, sine, heading, _, _, sl, sr, _, slipping, il, ir, wl, wr, battery, used = state
        _, _, _, _, _, _, _, sl, sr, _, slipping, il, ir, wl, wr, battery, used = stand(
            (x, y, cosine, sine, heading, 0.0, 0.0, sl, sr, 0.0, slipping, il, ir, wl, wr, battery, used),
            to_left,
            to_right,
        )
        return x, y, cosine, sine, heading, 0.0, 0.0, sl, sr, 0.0, slipping, il, ir, wl, wr, battery, used

    return step_to_wall
