"""Short pieces of a path's centre-line, onto which a point is projected exactly and cheaply. Lengths in mm.

An arc is cut so short that the angle of a point on it follows from a cross and a dot product by a few terms of the
arctangent's series (error below 10⁻¹⁰ rad): no libm, hence the same bits on every processor.
"""

import math

from ..scene.geometry import distance
from ..scene.model import Arc, Line, Piece, Point
from ..scene.trig import PI, sin_cos_deg

LONGEST_LINE_MM = 200.0
WIDEST_ARC_DEG = 22.5


class StraightSegment:
    """A straight stretch from `begin` to `end`; its first point lies `s0` along the path."""

    __slots__ = ("begin", "end", "length", "s0", "ux", "uy", "x0", "y0")

    def __init__(self, s0: float, length: float, begin: Point, end: Point) -> None:
        self.s0 = s0
        self.length = length
        self.begin = begin
        self.end = end
        self.x0, self.y0 = begin
        span = distance(begin, end)
        self.ux = (end[0] - begin[0]) / span
        self.uy = (end[1] - begin[1]) / span

    def project(self, x: float, y: float) -> tuple[float, float]:
        """How far along the segment the point lies (below 0 or above `length`: outside it), and how far to its left."""
        dx = x - self.x0
        dy = y - self.y0
        return dx * self.ux + dy * self.uy, self.ux * dy - self.uy * dx

    def at(self, along: float) -> tuple[Point, Point]:
        """The point at `along` and the unit vector in which the path goes on there."""
        return (self.x0 + along * self.ux, self.y0 + along * self.uy), (self.ux, self.uy)

    def meets(self, a: Point, b: Point) -> bool:
        """Whether the straight line between two points crosses or touches the segment."""
        return (
            _side(self.begin, self.end, a) * _side(self.begin, self.end, b) <= 0.0
            and _side(a, b, self.begin) * _side(a, b, self.end) <= 0.0
        )


class ArcSegment:
    """A stretch of a circle, at most 22.5° wide; `turn` is +1 where the path turns left, −1 where it turns right."""

    __slots__ = ("begin", "cx", "cy", "end", "half", "length", "mx", "my", "radius", "s0", "tan_half", "turn")

    def __init__(self, s0: float, length: float, piece: Arc, mid_deg: float, width_deg: float) -> None:
        self.s0 = s0
        self.length = length
        self.half = length / 2
        self.cx = piece.cx
        self.cy = piece.cy
        self.radius = piece.radius
        self.turn = 1.0 if piece.sweep_deg > 0 else -1.0
        self.my, self.mx = sin_cos_deg(mid_deg)
        sine, cosine = sin_cos_deg(width_deg / 2)
        self.tan_half = sine / cosine
        self.begin = self.at(0.0)[0]
        self.end = self.at(length)[0]

    def project(self, x: float, y: float) -> tuple[float, float]:
        """As for a straight segment; beyond its ends only the direction in which the point lies is meant."""
        vx = x - self.cx
        vy = y - self.cy
        dot = self.mx * vx + self.my * vy
        cross = (self.mx * vy - self.my * vx) * self.turn
        left = (self.radius - math.sqrt(vx * vx + vy * vy)) * self.turn
        if dot <= 0.0 or cross > dot * self.tan_half or cross < -dot * self.tan_half:
            return (self.length + cross if cross > 0.0 else cross - self.radius), left
        t = cross / dot
        tt = t * t
        angle = t * (1 - tt * (1 / 3 - tt * (1 / 5 - tt * (1 / 7 - tt * (1 / 9 - tt * (1 / 11))))))
        return self.half + self.radius * angle, left

    def at(self, along: float) -> tuple[Point, Point]:
        sine, cosine = sin_cos_deg((along - self.half) / self.radius * (180 / PI) * self.turn)
        ox = self.mx * cosine - self.my * sine
        oy = self.my * cosine + self.mx * sine
        point = self.cx + self.radius * ox, self.cy + self.radius * oy
        return point, (-oy * self.turn, ox * self.turn)

    def meets(self, a: Point, b: Point) -> bool:
        dx, dy = b[0] - a[0], b[1] - a[1]
        ax, ay = a[0] - self.cx, a[1] - self.cy
        # Where the straight line stands on the circle: |a + k (b − a) − centre| = radius, 0 <= k <= 1.
        square = dx * dx + dy * dy
        half_b = ax * dx + ay * dy
        root = half_b * half_b - square * (ax * ax + ay * ay - self.radius * self.radius)
        if root < 0.0 or square == 0.0:
            return False
        root = math.sqrt(root)
        return any(
            0.0 <= k <= 1.0 and self._faces(ax + k * dx, ay + k * dy)
            for k in ((-half_b - root) / square, (-half_b + root) / square)
        )

    def _faces(self, vx: float, vy: float) -> bool:
        """Whether a point, seen from the centre, lies in the directions that the arc covers."""
        dot = self.mx * vx + self.my * vy
        cross = self.mx * vy - self.my * vx
        return dot > 0.0 and -dot * self.tan_half <= cross <= dot * self.tan_half


Segment = StraightSegment | ArcSegment


def cut(pieces: tuple[Piece, ...]) -> list[Segment]:
    """The pieces as short segments, in order."""
    segments: list[Segment] = []
    s0 = 0.0
    for piece in pieces:
        segments += _cut_line(piece, s0) if isinstance(piece, Line) else _cut_arc(piece, s0)
        s0 += piece.length
    return segments


def _cut_line(piece: Line, s0: float) -> list[Segment]:
    count = int(piece.length / LONGEST_LINE_MM) + 1
    dx, dy = (piece.x1 - piece.x0) / count, (piece.y1 - piece.y0) / count
    ends = [(piece.x0 + i * dx, piece.y0 + i * dy) for i in range(count)] + [(piece.x1, piece.y1)]
    length = piece.length / count
    return [StraightSegment(s0 + i * length, length, ends[i], ends[i + 1]) for i in range(count)]


def _cut_arc(piece: Arc, s0: float) -> list[Segment]:
    count = int(abs(piece.sweep_deg) / WIDEST_ARC_DEG) + 1
    width = piece.sweep_deg / count
    length = piece.length / count
    return [
        ArcSegment(s0 + i * length, length, piece, piece.start_deg + (i + 0.5) * width, abs(width))
        for i in range(count)
    ]


def _side(a: Point, b: Point, p: Point) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
