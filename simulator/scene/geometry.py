"""Paths on the mat: how pieces follow one another, and where a path comes too close to itself. Lengths in mm."""

import math
from collections.abc import Iterator, Sequence

from .model import Arc, Line, Piece, Point
from .trig import PI, sin_cos_deg

JOIN_TOLERANCE_MM = 0.5
JOIN_TOLERANCE_DEG = 0.5


class Turtle:
    """Lays pieces one after the other, each going on where and as the one before it ended."""

    def __init__(self, x: float, y: float, heading_deg: float) -> None:
        self.x = x
        self.y = y
        self.heading_deg = heading_deg
        self.pieces: list[Piece] = []

    def straight(self, length: float) -> None:
        sine, cosine = sin_cos_deg(self.heading_deg)
        x, y = self.x + length * cosine, self.y + length * sine
        self.pieces.append(Line(self.x, self.y, x, y, length))
        self.x, self.y = x, y

    def arc(self, sweep_deg: float, radius: float) -> None:
        """Turn left by `sweep_deg`, or right where it is negative, around a centre `radius` away."""
        side = 90.0 if sweep_deg > 0 else -90.0
        piece = _arc_beside(self.x, self.y, self.heading_deg + side, sweep_deg, radius)
        self.pieces.append(piece)
        self.heading_deg += sweep_deg
        self.x, self.y = end_of(piece)


def _arc_beside(x: float, y: float, towards_deg: float, sweep_deg: float, radius: float) -> Arc:
    sine, cosine = sin_cos_deg(towards_deg)
    return arc(x + radius * cosine, y + radius * sine, radius, towards_deg + 180.0, sweep_deg)


def arc(cx: float, cy: float, radius: float, start_deg: float, sweep_deg: float) -> Arc:
    return Arc(cx, cy, radius, start_deg % 360.0, sweep_deg, radius * abs(sweep_deg) * (PI / 180))


def polyline(points: Sequence[Point], closed: bool) -> list[Piece]:
    """Straight lines from each point to the next, and back to the first where closed."""
    ends = [*points[1:], points[0]] if closed else points[1:]
    return [
        Line(x0, y0, x1, y1, distance((x0, y0), (x1, y1))) for (x0, y0), (x1, y1) in zip(points, ends, strict=False)
    ]


def distance(a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    return math.sqrt(dx * dx + dy * dy)


def point_at(piece: Piece, along: float) -> Point:
    """The point of a piece that lies `along` mm from its beginning."""
    part = along / piece.length
    if isinstance(piece, Line):
        return piece.x0 + part * (piece.x1 - piece.x0), piece.y0 + part * (piece.y1 - piece.y0)
    sine, cosine = sin_cos_deg(piece.start_deg + part * piece.sweep_deg)
    return piece.cx + piece.radius * cosine, piece.cy + piece.radius * sine


def start_of(piece: Piece) -> Point:
    return point_at(piece, 0.0)


def end_of(piece: Piece) -> Point:
    return point_at(piece, piece.length)


def bounds(piece: Piece) -> tuple[float, float, float, float]:
    """The least x, least y, greatest x and greatest y of a piece."""
    points = [start_of(piece), end_of(piece)]
    if isinstance(piece, Arc):
        low, high = sorted((piece.start_deg, piece.start_deg + piece.sweep_deg))
        quarter = -((-low) // 90)
        while quarter * 90 <= high:
            sine, cosine = sin_cos_deg(quarter * 90)
            points.append((piece.cx + piece.radius * cosine, piece.cy + piece.radius * sine))
            quarter += 1
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def samples(pieces: Sequence[Piece], spacing: float) -> Iterator[tuple[float, Point]]:
    """Points along a path at most `spacing` apart, each with how far along the path it lies."""
    walked = 0.0
    for piece in pieces:
        count = int(piece.length / spacing) + 1
        for index in range(count):
            along = piece.length * index / count
            yield walked + along, point_at(piece, along)
        walked += piece.length


def closest_approach(
    pieces: Sequence[Piece], closed: bool, apart: float, spacing: float = 5.0, enough: float = -1.0
) -> tuple[float, Point] | None:
    """How near two places of a path come that are more than `apart` along it from each other, and where.

    None where the path is too short to have such places. Two that come as near as `enough` are told without a look for
    nearer ones. True to `spacing`² / 8 / distance: 0.02 mm at 150 mm.
    """
    places = list(samples(pieces, spacing))
    total = places[-1][0] + distance(places[-1][1], end_of(pieces[-1]))
    nearest: float | None = None
    where = places[0][1]
    for index, (along, point) in enumerate(places):
        other = index + 1
        while other < len(places):
            between = places[other][0] - along
            if closed and total - between <= apart:
                break
            if between <= apart:
                other += max(1, int((apart - between) / spacing))
                continue
            gap = distance(point, places[other][1])
            if nearest is None or gap < nearest:
                nearest, where = gap, point
                if gap <= enough:
                    return nearest, where
            # A path cannot come nearer faster than it is walked, so places that are too far to matter are passed over.
            other += max(1, int((gap - nearest) / spacing))
    return None if nearest is None else (nearest, where)
