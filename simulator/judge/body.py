"""The robot's outline on the mat: whether any part of it is over a line, how far its front has come. Lengths in mm."""

import math

from ..scene.model import Point
from ..scene.trig import sin_cos_deg
from .segment import Segment


class Body:
    """An outline around the middle of the axle. `inner` is the largest circle around it inside the outline, `outer` the
    smallest outside: between a line nearer than the one and a line farther than the other, nothing has to be turned."""

    def __init__(self, outline: tuple[Point, ...]) -> None:
        self.outline = outline
        self.outer = max(math.sqrt(x * x + y * y) for x, y in outline)
        edges = zip(outline, outline[1:] + outline[:1], strict=True)
        self.inner = min(_distance_to_edge(a, b) for a, b in edges) if inside(outline, (0.0, 0.0)) else 0.0

    def on_mat(self, x: float, y: float, heading_mdeg: int) -> tuple[Point, ...]:
        """The outline's corners on the mat."""
        sine, cosine = sin_cos_deg(heading_mdeg / 1000)
        return tuple((x + cosine * cx - sine * cy, y + sine * cx + cosine * cy) for cx, cy in self.outline)


def over(corners: tuple[Point, ...], segment: Segment) -> bool:
    """Whether any point of the segment lies under the polygon or on its edge."""
    if inside(corners, segment.begin):
        return True
    before = corners[-1]
    for corner in corners:
        if segment.meets(before, corner):
            return True
        before = corner
    return False


def inside(corners: tuple[Point, ...], point: Point) -> bool:
    """Whether a point lies in the polygon: a ray from it to the right crosses the edges an odd number of times."""
    x, y = point
    odd = False
    x0, y0 = corners[-1]
    for x1, y1 in corners:
        if (y0 > y) != (y1 > y) and (x1 - x0) * (y - y0) / (y1 - y0) + x0 > x:
            odd = not odd
        x0, y0 = x1, y1
    return odd


def front_beyond(corners: tuple[Point, ...], gate: tuple[Point, Point]) -> float:
    """How far the front-most corner has come beyond a line across the path; below 0 when it has not reached it."""
    (gx, gy), (tx, ty) = gate
    return max((x - gx) * tx + (y - gy) * ty for x, y in corners)


def _distance_to_edge(a: Point, b: Point) -> float:
    """From the origin to the edge between two corners."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    k = -(a[0] * dx + a[1] * dy) / (dx * dx + dy * dy)
    k = min(max(k, 0.0), 1.0)
    x, y = a[0] + k * dx, a[1] + k * dy
    return math.sqrt(x * x + y * y)
