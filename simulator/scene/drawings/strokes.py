"""Drawn lines as stripes: their dashes, and what their ends and corners have more than a stripe's. Lengths in mm."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..beside import BesideFault
from ..biarcs import pieces_along
from ..geometry import arc, distance, end_of, point_at, start_of
from ..model import Arc, Line, Piece, Point
from ..objects import circle
from ..rings import LEAST_AREA_MM2, Ring, snapped
from ..trig import sin_cos_deg
from .outlines import Subpath

MOST_DASHES = 5_000  # of a line
_LEAST_CORNER = 0.02  # sine of the turn; what turns less has no corner to be seen
_LEAST_WIDTH_MM = 1.0  # of a line whose corners and round ends can be told from others


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; `dashes` are painted and left out by turns, `offset` of them passed before the first."""

    width: float
    cap: str = "butt"
    join: str = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Laid:
    """One stripe's pieces, and the areas that belong to its ends and corners."""

    pieces: tuple[Piece, ...]
    closed: bool
    areas: tuple[Ring, ...]


def laid(subpath: Subpath, pen: Pen) -> Iterator[Laid]:
    """The stripes of an outline on the mat."""
    pieces = [piece for step in subpath.steps for piece in _pieces(step)]
    if not pieces:
        return
    runs = [(dash, False) for dash in _dashes(pieces, pen)] if pen.dashes else [(pieces, subpath.closed)]
    for walked, closed in runs:
        run = walked if closed or pen.cap != "square" else _lengthened(walked, pen.width / 2)
        areas = list(_corners(run, closed, pen)) if pen.join.startswith("miter") else []
        if pen.cap == "round" and not closed and pen.width >= _LEAST_WIDTH_MM:
            areas += [snapped(circle(*point, pen.width)) for point in (start_of(run[0]), end_of(run[-1]))]
        yield Laid(tuple(run), closed, tuple(areas))


def _pieces(step: tuple[Point, ...]) -> list[Piece]:
    if len(step) == 4:
        return pieces_along((step[0], step[1], step[2], step[3]), 0.05)
    return [Line(*step[0], *step[1], distance(step[0], step[1]))]


def _dashes(pieces: Sequence[Piece], pen: Pen) -> list[list[Piece]]:
    """The painted parts, each cut out of the pieces that it lies on."""
    pattern = pen.dashes * 2 if len(pen.dashes) % 2 else pen.dashes
    period = 0.0
    for length in pattern:
        period += length
    number, left = 0, pen.offset % period
    while left >= pattern[number]:
        left -= pattern[number]
        number = (number + 1) % len(pattern)
    left = pattern[number] - left
    found: list[list[Piece]] = [[]] if number % 2 == 0 else []
    for piece in pieces:
        at = 0.0
        while at < piece.length:
            until = min(piece.length, at + left)
            if number % 2 == 0 and until - at > 1e-6:
                found[-1].append(_part(piece, at, until))
            left -= until - at
            at = until
            while left <= 1e-9:
                number = (number + 1) % len(pattern)
                left += pattern[number]
                if number % 2 == 0:
                    found.append([])
                    if len(found) > MOST_DASHES:
                        raise BesideFault("drawing-detailed", most=MOST_DASHES)
    return [run for run in found if run]


def _part(piece: Piece, begin: float, end: float) -> Piece:
    if isinstance(piece, Arc):
        per_mm = piece.sweep_deg / piece.length
        return arc(piece.cx, piece.cy, piece.radius, piece.start_deg + begin * per_mm, (end - begin) * per_mm)
    return Line(*point_at(piece, begin), *point_at(piece, end), end - begin)


def _lengthened(pieces: list[Piece], by: float) -> list[Piece]:
    """With a straight piece at either end."""
    (x0, y0), (dx0, dy0) = start_of(pieces[0]), _directions(pieces[0])[0]
    (x1, y1), (dx1, dy1) = end_of(pieces[-1]), _directions(pieces[-1])[1]
    return [
        Line(x0 - by * dx0, y0 - by * dy0, x0, y0, by), *pieces, Line(x1, y1, x1 + by * dx1, y1 + by * dy1, by)
    ]  # fmt: skip


def _corners(pieces: Sequence[Piece], closed: bool, pen: Pen) -> Iterator[Ring]:
    """A stripe is round where two pieces meet at an angle: what a pointed corner has more."""
    half = pen.width / 2
    if pen.width < _LEAST_WIDTH_MM:
        return
    befores = pieces if closed else pieces[:-1]
    afters = [*pieces[1:], pieces[0]] if closed else pieces[1:]
    for before, after in zip(befores, afters, strict=True):
        (ax, ay), (bx, by) = _directions(before)[1], _directions(after)[0]
        turn, ahead = ax * by - ay * bx, ax * bx + ay * by
        # The corner's point is half the width / cos(turn / 2) away, and SVG cuts off what is too long.
        square = (1.0 + ahead) / 2.0
        if abs(turn) < _LEAST_CORNER or square * pen.miter_limit * pen.miter_limit < 1.0:
            continue
        x, y = start_of(after)
        side = -half if turn > 0.0 else half  # outside of the turn
        p, q = (x - side * ay, y + side * ax), (x - side * by, y + side * bx)
        out = side / (2.0 * square)
        tip = x - out * (ay + by), y + out * (ax + bx)
        ring = snapped(((x, y), p, tip, q))
        if len(ring) > 3 and half * half * math.sqrt(1.0 - square) > LEAST_AREA_MM2:
            yield ring


def _directions(piece: Piece) -> tuple[Point, Point]:
    """In which direction a piece is walked where it begins, and where it ends."""
    if isinstance(piece, Line):
        way = (piece.x1 - piece.x0) / piece.length, (piece.y1 - piece.y0) / piece.length
        return way, way
    side = 1.0 if piece.sweep_deg > 0 else -1.0
    ways = []
    for angle in (piece.start_deg, piece.start_deg + piece.sweep_deg):
        sine, cosine = sin_cos_deg(angle)
        ways.append((-sine * side, cosine * side))
    return ways[0], ways[1]
