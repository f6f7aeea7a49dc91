"""Smooth curves as straight pieces and arcs that go over into each other without a corner. Lengths in mm.

A cubic curve, by its four points in Bézier's form, is halved until two arcs that begin and end as the half does lie
near enough to it (a biarc). So sensors, judge and drawings, which know lines and arcs, know curves too. Only + − × ÷
and roots are used: every processor gets the same pieces.
"""

import math
from collections.abc import Callable
from itertools import pairwise

from .areas import point_to_piece
from .geometry import arc, distance, end_of, start_of
from .model import Arc, Line, Piece, Point
from .trig import direction_deg, sin_cos_deg

TOLERANCE_MM = 0.1  # between a curve and its arcs
MOST_RADIUS_MM = 100_000.0  # 50 mm of a flatter arc are straight to 0.003 mm
MOST_HALVINGS = 8
LEAST_PIECE_MM = 1e-6
_SAMPLES = 12

Cubic = tuple[Point, Point, Point, Point]


def pieces_along(curve: Cubic, tolerance: float = TOLERANCE_MM) -> list[Piece]:
    """Lines and arcs from the curve's first point to its last; none where all of it is one point."""
    return _pieces(curve, tolerance, MOST_HALVINGS)


def point_on(curve: Cubic, part: float) -> Point:
    """The curve's point at that part of its parameter, 0 to 1."""
    rest = 1.0 - part
    a, b, c, d = rest * rest * rest, 3.0 * rest * rest * part, 3.0 * rest * part * part, part * part * part
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


def _pieces(curve: Cubic, tolerance: float, halvings: int) -> list[Piece]:
    begin, end = _direction_at(curve), _direction_at(curve[::-1])
    if begin is None or end is None:
        return []
    pair = _biarc(curve[0], begin, curve[3], (-end[0], -end[1]))
    if halvings and not (pair and _lies_near(curve, pair, tolerance)):
        first, second = _halves(curve)
        return _pieces(first, tolerance, halvings - 1) + _pieces(second, tolerance, halvings - 1)
    return pair or _straight(curve[0], curve[3])


def _direction_at(curve: Cubic) -> Point | None:
    """In which direction the curve leaves its first point: towards the first of the others that is elsewhere."""
    for point in curve[1:]:
        length = distance(curve[0], point)
        if length > LEAST_PIECE_MM:
            return (point[0] - curve[0][0]) / length, (point[1] - curve[0][1]) / length
    return None


def _halves(curve: Cubic) -> tuple[Cubic, Cubic]:
    a, b, c, d = curve
    ab, bc, cd = _middle(a, b), _middle(b, c), _middle(c, d)
    abc, bcd = _middle(ab, bc), _middle(bc, cd)
    middle = _middle(abc, bcd)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _middle(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0


def _biarc(p: Point, t: Point, q: Point, u: Point) -> list[Piece]:
    """From p in direction t to q in direction u, the tangents to where the arcs meet all of one length; [] where that
    length would be endless."""
    vx, vy = q[0] - p[0], q[1] - p[1]
    along = vx * (t[0] + u[0]) + vy * (t[1] + u[1])
    square = vx * vx + vy * vy
    bend = 2.0 * (1.0 - t[0] * u[0] - t[1] * u[1])
    root = math.sqrt(along * along + bend * square) if bend > 0.0 else abs(along)
    if along + root < 1e-9:
        return []
    reach = square / (along + root)  # the positive root of bend · reach² + 2 · along · reach = square
    x = (p[0] + q[0] + reach * (t[0] - u[0])) / 2.0
    y = (p[1] + q[1] + reach * (t[1] - u[1])) / 2.0
    # The second arc leaves the meeting point as its mirror image across its chord comes to its end.
    cx, cy = q[0] - x, q[1] - y
    chord = cx * cx + cy * cy
    if chord < LEAST_PIECE_MM * LEAST_PIECE_MM:
        return _bent(p, t, q)
    twice = 2.0 * (u[0] * cx + u[1] * cy) / chord
    return _bent(p, t, (x, y)) + _bent((x, y), (twice * cx - u[0], twice * cy - u[1]), q)


def _bent(p: Point, t: Point, q: Point) -> list[Piece]:
    """The arc from p, which it leaves in direction t, to q; a straight line where it is as good as one."""
    cx, cy = q[0] - p[0], q[1] - p[1]
    square = cx * cx + cy * cy
    if square < LEAST_PIECE_MM * LEAST_PIECE_MM:
        return []
    across, ahead = t[0] * cy - t[1] * cx, t[0] * cx + t[1] * cy
    if abs(across) * 2.0 * MOST_RADIUS_MM <= square:
        return _straight(p, q)
    radius = square / (2.0 * abs(across))
    side = 1.0 if across > 0.0 else -1.0
    half = direction_deg(ahead, across)
    half -= 360.0 if half > 180.0 else 0.0
    x, y = p[0] - side * t[1] * radius, p[1] + side * t[0] * radius
    return [arc(x, y, radius, direction_deg(p[0] - x, p[1] - y), 2.0 * half)]


def _straight(p: Point, q: Point) -> list[Piece]:
    length = distance(p, q)
    return [Line(*p, *q, length)] if length > LEAST_PIECE_MM else []


def _lies_near(curve: Cubic, pieces: list[Piece], tolerance: float) -> bool:
    """Whether the curve is nowhere farther from the pieces than that, and they make no way round that it does not."""
    if any(isinstance(piece, Arc) and abs(piece.sweep_deg) > 180.0 for piece in pieces):
        return False
    points = [point_on(curve, i / _SAMPLES) for i in range(_SAMPLES + 1)]
    walked = laid = 0.0
    for a, b in pairwise(points):
        walked += distance(a, b)
    for piece in pieces:
        laid += piece.length
    if laid > 1.1 * walked + tolerance:
        return False
    ranges = [_away_from(piece) for piece in pieces]
    return all(min(away(point) for away in ranges) <= tolerance for point in points)


def _away_from(piece: Piece) -> Callable[[Point], float]:
    """How far points are from a piece that turns by half a circle at most."""
    begin, end = start_of(piece), end_of(piece)
    if isinstance(piece, Line):
        return lambda point: point_to_piece(point, begin, end)
    middle_y, middle_x = sin_cos_deg(piece.start_deg + piece.sweep_deg / 2)
    least = sin_cos_deg(piece.sweep_deg / 2)[1]

    def away(point: Point) -> float:
        x, y = point[0] - piece.cx, point[1] - piece.cy
        out = math.sqrt(x * x + y * y)
        if x * middle_x + y * middle_y >= out * least:
            return abs(out - piece.radius)
        return min(distance(point, begin), distance(point, end))

    return away
