"""How far a robot has come through a maze: the cells of the shortest way between two zones that it has been in.

Cells are squares as large as the first zone, side by side with it over the whole mat. Lengths in mm.
"""

from collections.abc import Iterator
from math import floor

from ...scene.areas import pieces_meet
from ...scene.model import Point
from ...tasks.conditions import Way
from ..lap import CourseError
from ..stage import Area, Stage
from .places import middle_of, zone_of
from .watch import Found, Happening, Params

Cell = tuple[int, int]

_SIDES = ((1, 0), (0, 1), (-1, 0), (0, -1))
_SQUARE_MM = 0.1  # sides that differ by less are as long


class WayWatch(Happening):
    """The way begins where the robot is in its first cell: a way back is not made by having come."""

    def __init__(self, when: Way, stage: Stage) -> None:
        super().__init__()
        self._robot, self._when = stage.robot, when
        self._grid = _Grid(stage, zone_of(stage, when.first), when.first)
        self._way = _shortest(self._grid, when, stage)
        self._wanted = -(-(len(self._way) - 1) * when.percent // 100)
        self._reached = -1  # of the way's cells, the last one in their order

    def look(self, t_us: int) -> Iterator[Found]:
        if self._happened:
            return
        if self._grid.cell_at((self._robot.x, self._robot.y)) == self._way[self._reached + 1]:
            self._reached += 1
            if self._reached == self._wanted:
                yield from self._tell(**self._words())

    def missing(self, item: str) -> Params:
        return {**self._words(), "reached": max(0, self._reached)}

    def _words(self) -> Params:
        count = len(self._way) - 1
        return {"first": self._when.first, "last": self._when.last, "wanted": self._wanted, "count": count}


class _Grid:
    """The cells of the mat. CourseError where the zone is no square."""

    def __init__(self, stage: Stage, area: Area, zone: str) -> None:
        self._stage = stage
        xs, ys = zip(*area, strict=True)
        self._left, self._low = min(xs), min(ys)
        self._side = max(xs) - self._left
        if abs(max(ys) - self._low - self._side) > _SQUARE_MM:
            raise CourseError("course-no-cell", zone=zone)

    def cell_at(self, point: Point) -> Cell:
        return floor((point[0] - self._left) / self._side), floor((point[1] - self._low) / self._side)

    def beside(self, cell: Cell) -> Iterator[Cell]:
        """The cells to which no wall bars the way."""
        for dx, dy in _SIDES:
            other = cell[0] + dx, cell[1] + dy
            if self._is_open(self._middle(cell), self._middle(other)):
                yield other

    def _is_open(self, one: Point, other: Point) -> bool:
        stage, (x, y) = self._stage, other
        if not (0.0 <= x <= stage.width and 0.0 <= y <= stage.height):
            return False
        return not any(
            pieces_meet((wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm), one, other) for wall in stage.walls
        )

    def _middle(self, cell: Cell) -> Point:
        return self._left + (cell[0] + 0.5) * self._side, self._low + (cell[1] + 0.5) * self._side


def _shortest(grid: _Grid, when: Way, stage: Stage) -> list[Cell]:
    """From the first cell to the last, both with it. CourseError where there is no way."""
    first, last = (grid.cell_at(middle_of(zone_of(stage, zone))) for zone in (when.first, when.last))
    onward: dict[Cell, Cell] = {last: last}
    queue = [last]
    for cell in queue:
        for other in grid.beside(cell):
            if other not in onward:
                onward[other] = cell
                queue.append(other)
    if first not in onward or first == last:
        raise CourseError("course-no-way", first=when.first, last=when.last)
    way = [first]
    while way[-1] != last:
        way.append(onward[way[-1]])
    return way
