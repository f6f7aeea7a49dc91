"""Whether an area of a robot meets a wall or something else firm, and where it stands among them."""

from collections.abc import Sequence
from itertools import pairwise

from ..scene.areas import Pose, first_met, holds, point_to_piece
from ..scene.model import Point, Wall
from .around import Around, Disc
from .drive import State

CELL_MM = 200

Piece = tuple[Point, Point]


class AreaAmongThings:
    """An area of the robot (x forward, y left of the axle's middle, mm), and which walls it may meet where."""

    __slots__ = ("_area", "_cells", "_far", "_reach", "_walls")

    def __init__(self, area: Sequence[Point], walls: Sequence[Wall]) -> None:
        self._area = area
        self._walls = walls
        self._reach = max(abs(x) + abs(y) for x, y in area)
        # From the middle of a cell to all that the area may meet there; half of a cell's diagonal is less than 0.75.
        self._far = self._reach + 0.75 * CELL_MM
        self._cells: dict[tuple[int, int], list[Wall]] = {}

    def meets(self, pose: Pose, around: Around) -> bool:
        """Whether a wall or another firm thing crosses, touches or lies in the area when the robot is there."""
        if self._walls:
            cell = int(pose[0] // CELL_MM), int(pose[1] // CELL_MM)
            near = self._cells.get(cell)
            if near is None:
                near = self._cells[cell] = self._near(cell)
            if first_met(self._area, pose, near) is not None:
                return True
        if around.firm_sides and first_met(self._area, pose, around.firm_sides) is not None:
            return True
        return any(self._touches(disc, pose) for disc in around.firm_discs)

    def _touches(self, disc: Disc, pose: Pose) -> bool:
        x, y, cosine, sine = pose
        dx, dy = disc.x_mm - x, disc.y_mm - y
        far = self._reach + disc.radius_mm
        if dx * dx + dy * dy > far * far:
            return False
        middle = cosine * dx + sine * dy, cosine * dy - sine * dx
        area = self._area
        return holds(area, middle) or any(
            point_to_piece(middle, a, b) <= disc.radius_mm for a, b in pairwise((*area, area[0]))
        )

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
