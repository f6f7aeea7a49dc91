"""The middle lines of stripes, piece by piece, made for distances. Lengths in mm."""

import math

from ..scene.model import Arc, Line, Piece, Point
from ..scene.trig import sin_cos_deg


class LineTrack:
    """A straight piece; `end_direction` is where it is walked to."""

    __slots__ = ("end_direction", "length", "tx", "ty", "x0", "y0")

    def __init__(self, piece: Line) -> None:
        self.x0, self.y0 = piece.x0, piece.y0
        self.tx = (piece.x1 - piece.x0) / piece.length
        self.ty = (piece.y1 - piece.y0) / piece.length
        self.length = piece.length
        self.end_direction = self.tx, self.ty

    def distance(self, x: float, y: float) -> float:
        dx, dy = x - self.x0, y - self.y0
        along = dx * self.tx + dy * self.ty
        if along < 0.0:
            return math.sqrt(dx * dx + dy * dy)
        if along > self.length:
            dx -= self.tx * self.length
            dy -= self.ty * self.length
            return math.sqrt(dx * dx + dy * dy)
        return abs(dy * self.tx - dx * self.ty)

    def passes(self, x: float, y: float, by: float) -> bool:
        """Whether it goes on for that length to both sides of where it is nearest to (x, y)."""
        return by <= (x - self.x0) * self.tx + (y - self.y0) * self.ty <= self.length - by


class ArcTrack:
    """A piece of a circle; a point is beside it when the centre sees it near enough to the direction of its middle."""

    __slots__ = ("cx", "cy", "end_direction", "half_cosine", "mx", "my", "radius", "x0", "x1", "y0", "y1")

    def __init__(self, piece: Arc) -> None:
        self.cx, self.cy, self.radius = piece.cx, piece.cy, piece.radius
        self.my, self.mx = sin_cos_deg(piece.start_deg + piece.sweep_deg / 2)
        self.half_cosine = sin_cos_deg(piece.sweep_deg / 2)[1]
        (self.x0, self.y0), _ = end(piece, 0.0)
        (self.x1, self.y1), self.end_direction = end(piece, 1.0)

    def distance(self, x: float, y: float) -> float:
        dx, dy = x - self.cx, y - self.cy
        out = math.sqrt(dx * dx + dy * dy)
        if dx * self.mx + dy * self.my >= out * self.half_cosine:
            return abs(out - self.radius)
        dx, dy = x - self.x0, y - self.y0
        first = dx * dx + dy * dy
        dx, dy = x - self.x1, y - self.y1
        last = dx * dx + dy * dy
        return math.sqrt(first if first < last else last)


Track = LineTrack | ArcTrack


def track(piece: Piece) -> Track:
    return LineTrack(piece) if isinstance(piece, Line) else ArcTrack(piece)


def end(piece: Piece, part: float) -> tuple[Point, Point]:
    """A piece's point at its beginning (0) or end (1), and the direction in which it is walked there."""
    if isinstance(piece, Line):
        direction = (piece.x1 - piece.x0) / piece.length, (piece.y1 - piece.y0) / piece.length
        return (piece.x1, piece.y1) if part else (piece.x0, piece.y0), direction
    sine, cosine = sin_cos_deg(piece.start_deg + part * piece.sweep_deg)
    side = 1.0 if piece.sweep_deg > 0 else -1.0
    at = piece.cx + piece.radius * cosine, piece.cy + piece.radius * sine
    return at, (-sine * side, cosine * side)
