"""Closed outlines and the areas that they bound: which of them is a hole in which. Lengths in mm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .areas import holds
from .model import Point

GRID_A_MM = 1000
LEAST_AREA_MM2 = 1e-4  # what is smaller nobody sees; an outline that goes back the way it came has none at all

Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """An outline and the holes in it."""

    outline: Ring
    holes: tuple[Ring, ...]


def on_grid(value: float) -> float:
    """To the nearest point of the grid: what differs between processors or libraries in the last digits is gone."""
    return round(value * GRID_A_MM) / GRID_A_MM


def snapped(points: Iterable[Point]) -> Ring:
    """A ring on the grid, without points that fall on the one before."""
    kept: list[Point] = []
    for x, y in points:
        point = on_grid(x), on_grid(y)
        if not kept or point != kept[-1]:
            kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return tuple(kept)


def areas_of(rings: Iterable[Ring], even_odd: bool) -> list[Area]:
    """The areas that rings bound together, by either of the two rules of fonts and drawings.

    By the one a point is inside where an odd number of rings go round it (`even_odd`), by the other where they do not
    go round it as often one way as the other. Rings may lie in each other; where two cross, both count as outlines.
    """
    found = [_Turned(ring) for ring in rings if len(ring) > 2]
    found = sorted((ring for ring in found if abs(ring.area) > LEAST_AREA_MM2), key=lambda ring: -abs(ring.area))
    outlines: list[tuple[_Turned, list[Ring]]] = []
    for i, ring in enumerate(found):
        around = [other for other in found[:i] if other.contains(ring)]
        outside = 0
        for other in around:
            outside += 1 if even_odd or other.area > 0.0 else -1
        inside = outside + (1 if even_odd or ring.area > 0.0 else -1)
        was, is_now = _filled(outside, even_odd), _filled(inside, even_odd)
        if is_now and not was:
            outlines.append((ring, []))
        elif was and not is_now:
            holes = next((holes for outline, holes in reversed(outlines) if outline in around), None)
            if holes is not None:
                holes.append(ring.points)
    return [Area(outline.points, tuple(holes)) for outline, holes in outlines]


def _filled(winding: int, even_odd: bool) -> bool:
    return winding % 2 == 1 if even_odd else winding != 0


class _Turned:
    """A ring with its area, positive where it goes round counter-clockwise, and the box around it."""

    __slots__ = ("area", "high", "left", "low", "points", "right")

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = tuple(points)
        doubled = 0.0
        for (x0, y0), (x1, y1) in pairwise((*points, points[0])):
            doubled += x0 * y1 - x1 * y0
        self.area = doubled / 2.0
        self.left, self.right = min(x for x, _ in points), max(x for x, _ in points)
        self.low, self.high = min(y for _, y in points), max(y for _, y in points)

    def contains(self, other: "_Turned") -> bool:
        """Whether the other one, which is not larger, lies in it: of rings that do not cross, any point can tell."""
        if other.left < self.left or other.right > self.right or other.low < self.low or other.high > self.high:
            return False
        return holds(self.points, other.points[0])
