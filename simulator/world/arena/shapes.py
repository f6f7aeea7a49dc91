"""Shapes of bodies as contact sees them, in their own frame and in metres."""

import math
from collections.abc import Sequence

from ...scene.model import Point


class Outline:
    """A polygon, counter-clockwise; it may have corners that point inward."""

    __slots__ = ("convex", "corners", "edges", "outward", "reach")

    def __init__(self, points_mm: Sequence[Point]) -> None:
        corners = [(x / 1000, y / 1000) for x, y in points_mm]
        if _doubled_area(corners) < 0.0:
            corners.reverse()
        self.corners = corners
        self.reach = max(math.sqrt(x * x + y * y) for x, y in corners)
        # x0, y0, the unit vector along the edge, the one out of the body, its length
        self.edges = [_edge(a, b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True) if a != b]
        self.corners = [(edge[0], edge[1]) for edge in self.edges]
        count = len(self.edges)
        # whether the corner before each edge points outward
        self.outward = [_cross(self.edges[i - 1], self.edges[i]) > 1e-9 for i in range(count)]
        self.convex = all(_cross(self.edges[i - 1], self.edges[i]) >= -1e-9 for i in range(count))


class Round:
    """A circle around its own middle."""

    __slots__ = ("reach",)

    def __init__(self, radius_mm: float) -> None:
        self.reach = radius_mm / 1000


Shape = Outline | Round
Edge = tuple[float, float, float, float, float, float, float]


def rectangle(length_mm: float, width_mm: float) -> Outline:
    """Around its own middle, `length_mm` along its heading."""
    ahead, aside = length_mm / 2, width_mm / 2
    return Outline(((ahead, -aside), (ahead, aside), (-ahead, aside), (-ahead, -aside)))


def _edge(a: Point, b: Point) -> Edge:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.sqrt(dx * dx + dy * dy)
    tx, ty = dx / length, dy / length
    return a[0], a[1], tx, ty, ty, -tx, length


def _cross(before: Edge, after: Edge) -> float:
    return before[2] * after[3] - before[3] * after[2]


def _doubled_area(corners: Sequence[Point]) -> float:
    total = 0.0
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        total += x0 * y1 - x1 * y0
    return total
