"""A robot does not drive through a wall: a step that would take its outline there is not taken.

The simplest honest rule until there is contact with forces: the body stands where it stood, and the wheels under it
stall, or spin where the motors are stronger than the grip, as those of a robot that nothing could move.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..scene.areas import meets, point_to_piece
from ..scene.model import Point, Robot, Wall
from .drive import State, Step, Winding, drive_step

CELL_MM = 200
IMMOVABLE = 1e6  # times its own mass, with its own grip

Piece = tuple[Point, Point]
Pose = tuple[float, float, float, float]  # x, y in mm, cosine, sine


class AreaAmongWalls:
    """An area of the robot (x forward, y left of the axle's middle, mm), and which walls it may meet where."""

    __slots__ = ("_area", "_cells", "_far", "_pieces")

    def __init__(self, area: Sequence[Point], walls: Sequence[Wall]) -> None:
        self._area = area
        self._pieces: list[Piece] = [((wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)) for wall in walls]
        # From the middle of a cell to all that the area may meet there; half of a cell's diagonal is less than 0.75.
        self._far = max(abs(x) + abs(y) for x, y in area) + 0.75 * CELL_MM
        self._cells: dict[tuple[int, int], list[Piece]] = {}

    def meets(self, pose: Pose) -> bool:
        """Whether a wall crosses, touches or lies in the area when the robot is there."""
        x, y, cosine, sine = pose
        cell = int(x // CELL_MM), int(y // CELL_MM)
        near = self._cells.get(cell)
        if near is None:
            near = self._cells[cell] = self._near(cell)
        for (x0, y0), (x1, y1) in near:
            dx0, dy0, dx1, dy1 = x0 - x, y0 - y, x1 - x, y1 - y
            start = cosine * dx0 + sine * dy0, cosine * dy0 - sine * dx0
            end = cosine * dx1 + sine * dy1, cosine * dy1 - sine * dx1
            if meets(self._area, start, end):
                return True
        return False

    def _near(self, cell: tuple[int, int]) -> list[Piece]:
        """Looked up once a cell, since a robot passes few of them."""
        middle = (cell[0] + 0.5) * CELL_MM, (cell[1] + 0.5) * CELL_MM
        return [piece for piece in self._pieces if point_to_piece(middle, *piece) <= self._far]


def pose_of(state: State) -> Pose:
    return state[0] * 1000, state[1] * 1000, state[2], state[3]


def held_by_walls(step: Step, robot: Robot, walls: Sequence[Wall], step_s: float) -> Step:
    """Makes of a robot's step one that no wall lets through."""
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
        if not body.meets(pose_of(ahead)):
            return ahead
        x, y, cosine, sine, heading, _, _, sl, sr, _, slipping, il, ir, wl, wr, battery, used = state
        _, _, _, _, _, _, _, sl, sr, _, slipping, il, ir, wl, wr, battery, used = stand(
            (x, y, cosine, sine, heading, 0.0, 0.0, sl, sr, 0.0, slipping, il, ir, wl, wr, battery, used),
            to_left,
            to_right,
        )
        return x, y, cosine, sine, heading, 0.0, 0.0, sl, sr, 0.0, slipping, il, ir, wl, wr, battery, used

    return step_to_wall
