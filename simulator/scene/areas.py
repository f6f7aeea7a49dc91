"""Areas and straight pieces: whether they meet, and how far they are apart. Corners in order, either way round; mm."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .model import Object, Point, Start, Wall
from .trig import sin_cos_deg

Pose = tuple[float, float, float, float]  # x, y in mm, cosine, sine


def placed(outline: tuple[Point, ...], at: Start | Object) -> list[Point]:
    """On the mat, where what has that outline stands."""
    sine, cosine = sin_cos_deg(at.heading_deg)
    return [(at.x_mm + cosine * x - sine * y, at.y_mm + sine * x + cosine * y) for x, y in outline]


def meets(area: Sequence[Point], a: Point, b: Point) -> bool:
    """Whether the piece from a to b crosses, touches or lies in the area."""
    return any(pieces_meet(p, q, a, b) for p, q in pairwise((*area, area[0]))) or holds(area, a)


def first_met(area: Sequence[Point], pose: Pose, walls: Iterable[Wall]) -> Wall | None:
    """The first of these walls that crosses, touches or lies in an area of a robot that stands there."""
    x, y, cosine, sine = pose
    for wall in walls:
        dx0, dy0, dx1, dy1 = wall.x0_mm - x, wall.y0_mm - y, wall.x1_mm - x, wall.y1_mm - y
        start = cosine * dx0 + sine * dy0, cosine * dy0 - sine * dx0
        end = cosine * dx1 + sine * dy1, cosine * dy1 - sine * dx1
        if meets(area, start, end):
            return wall
    return None


def holds(area: Sequence[Point], point: Point) -> bool:
    """Whether the point lies in the area, by the number of edges to its right."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in pairwise((*area, area[0])):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def room_between(area: Sequence[Point], a: Point, b: Point) -> float:
    """The way from the area to the nearest point of the piece; 0 where they meet."""
    if meets(area, a, b):
        return 0.0
    corners = min(point_to_piece(corner, a, b) for corner in area)
    return min(corners, *(point_to_piece(end, p, q) for end in (a, b) for p, q in pairwise((*area, area[0]))))


def room_between_areas(one: Sequence[Point], other: Sequence[Point]) -> float:
    """The way from one area to the other; 0 where they meet or one lies in the other."""
    if holds(other, one[0]):
        return 0.0
    return min(room_between(one, a, b) for a, b in pairwise((*other, other[0])))


def areas_meet(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether they touch or overlap; sooner answered than how far they are apart."""
    if holds(other, one[0]) or holds(one, other[0]):
        return True
    edges = list(pairwise((*one, one[0])))
    return any(pieces_meet(p, q, a, b) for a, b in pairwise((*other, other[0])) for p, q in edges)


def is_flat(area: Sequence[Point]) -> bool:
    """Whether its corners lie in one row, so that it covers nothing."""
    first = area[0]
    far = max(area, key=lambda corner: (corner[0] - first[0]) ** 2 + (corner[1] - first[1]) ** 2)
    return all(abs(_side(first, far, corner)) < 1e-6 for corner in area)


def first_crossing(area: Sequence[Point]) -> tuple[int, int] | None:
    """Two edges that meet although they are no neighbours, by their first corners; None where there are none."""
    count = len(area)
    edges = list(pairwise((*area, area[0])))
    for i in range(count):
        for j in range(i + 2, count):
            if (j + 1) % count != i and pieces_meet(*edges[i], *edges[j]):
                return i, j
    return None


def point_to_edge(point: Point, area: Sequence[Point]) -> float:
    """The way from a point to the nearest place of the area's edge, whether the point lies in it or not."""
    return min(point_to_piece(point, a, b) for a, b in pairwise((*area, area[0])))


def point_to_piece(point: Point, a: Point, b: Point) -> float:
    x, y = nearest_on_piece(point, a, b)
    dx, dy = x - point[0], y - point[1]
    return math.sqrt(dx * dx + dy * dy)


def nearest_on_piece(point: Point, a: Point, b: Point) -> Point:
    ex, ey = b[0] - a[0], b[1] - a[1]
    squared = ex * ex + ey * ey
    if squared == 0.0:
        return a
    part = ((point[0] - a[0]) * ex + (point[1] - a[1]) * ey) / squared
    part = 0.0 if part < 0.0 else min(part, 1.0)
    return a[0] + part * ex, a[1] + part * ey


def pieces_meet(p: Point, q: Point, a: Point, b: Point) -> bool:
    """Whether two pieces share a point. The boxes around them first: what lies in one row would pass the other test."""
    if (
        max(p[0], q[0]) < min(a[0], b[0])
        or max(a[0], b[0]) < min(p[0], q[0])
        or max(p[1], q[1]) < min(a[1], b[1])
        or max(a[1], b[1]) < min(p[1], q[1])
    ):
        return False
    return _side(p, q, a) * _side(p, q, b) <= 0.0 and _side(a, b, p) * _side(a, b, q) <= 0.0


def _side(p: Point, q: Point, point: Point) -> float:
    """Positive to the left of the way from p to q, negative to its right."""
    return (q[0] - p[0]) * (point[1] - p[1]) - (q[1] - p[1]) * (point[0] - p[0])
