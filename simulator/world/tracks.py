"""The middle lines of stripes, piece by piece, made for distances. Lengths in mm."""

import math
from collections.abc import Iterator
from itertools import pairwise

from ..scene.model import Arc, Line, Piece, Point
from ..scene.trig import sin_cos_deg
from .closer_look import circle_levels, circle_span, edge_levels


class LineTrack:
    """A straight piece; `end_direction` is where it is walked to, `start_direction` where from."""

    __slots__ = ("end_direction", "length", "start_direction", "tx", "ty", "x0", "y0")

    def __init__(self, piece: Line) -> None:
        self.x0, self.y0 = piece.x0, piece.y0
        self.tx = (piece.x1 - piece.x0) / piece.length
        self.ty = (piece.y1 - piece.y0) / piece.length
        self.length = piece.length
        self.start_direction = self.end_direction = self.tx, self.ty

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

    def levels(self, half: float, x: float, y: float, radius: float) -> Iterator[float]:
        """Where a closer look cuts the disc for the piece, which is `half` wide to each side and cut at its ends."""
        ex, ey = self.tx * self.length, self.ty * self.length
        sx, sy = -self.ty * half, self.tx * half
        for side in (-1.0, 1.0):
            yield from edge_levels(self.x0 + side * sx, self.y0 + side * sy, ex, ey, x, y, radius)
        for part in (0.0, 1.0):
            x0, y0 = self.x0 + part * ex, self.y0 + part * ey
            yield from edge_levels(x0 - sx, y0 - sy, 2 * sx, 2 * sy, x, y, radius)

    def spans(self, half: float, y: float) -> list[Point]:
        """Where a row at that height is on it."""
        dy = y - self.y0
        along = _between(self.tx, dy * self.ty, 0.0, self.length)
        aside = _between(-self.ty, dy * self.tx, -half, half)
        begin, stop = max(along[0], aside[0]), min(along[1], aside[1])
        return [(self.x0 + begin, self.x0 + stop)] if begin < stop else []


class ArcTrack:
    """A piece of a circle; a point is beside it when the centre sees it near enough to the direction of its middle."""

    __slots__ = (
        "cx", "cy", "end_direction", "half_cosine", "mx", "my", "radius", "start_direction", "x0", "x1", "y0", "y1",
    )  # fmt: skip

    def __init__(self, piece: Arc) -> None:
        self.cx, self.cy, self.radius = piece.cx, piece.cy, piece.radius
        self.my, self.mx = sin_cos_deg(piece.start_deg + piece.sweep_deg / 2)
        self.half_cosine = sin_cos_deg(piece.sweep_deg / 2)[1]
        (self.x0, self.y0), self.start_direction = end(piece, 0.0)
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

    def levels(self, half: float, x: float, y: float, radius: float) -> Iterator[float]:
        """Where a closer look cuts the disc for the piece, which is `half` wide to each side and cut at its ends."""
        outer, inner = self.radius + half, max(self.radius - half, 0.0)
        yield from circle_levels(self.cx, self.cy, outer, x, y, radius)
        if inner:
            yield from circle_levels(self.cx, self.cy, inner, x, y, radius)
        for px, py in ((self.x0, self.y0), (self.x1, self.y1)):
            ox, oy = (px - self.cx) / self.radius, (py - self.cy) / self.radius
            x0, y0 = self.cx + inner * ox, self.cy + inner * oy
            yield from edge_levels(x0, y0, (outer - inner) * ox, (outer - inner) * oy, x, y, radius)

    def spans(self, half: float, y: float) -> list[Point]:
        """Where a row at that height is on it."""
        dy = y - self.cy
        outer = circle_span(0.0, 0.0, self.radius + half, dy)
        if outer is None:
            return []
        places = list(outer)
        if self.radius > half:
            places += circle_span(0.0, 0.0, self.radius - half, dy) or ()
        for px, py in ((self.x0 - self.cx, self.y0 - self.cy), (self.x1 - self.cx, self.y1 - self.cy)):
            if py and dy / py > 0.0:  # where the row meets the way from the centre to an end
                places.append(px * (dy / py))
        places.sort()
        return [
            (self.cx + begin, self.cx + stop)
            for begin, stop in pairwise(places)
            if self._on((begin + stop) / 2, dy, half)
        ]

    def _on(self, dx: float, dy: float, half: float) -> bool:
        out = math.sqrt(dx * dx + dy * dy)
        return abs(out - self.radius) <= half and dx * self.mx + dy * self.my >= out * self.half_cosine


def _between(per_mm: float, at: float, low: float, high: float) -> Point:
    """Where at + per_mm · x is between low and high."""
    if per_mm == 0.0:
        return (-math.inf, math.inf) if low < at < high else (0.0, 0.0)
    first, last = (low - at) / per_mm, (high - at) / per_mm
    return (first, last) if first < last else (last, first)


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
