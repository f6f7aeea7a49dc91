"""Rounds the corners of a polygon: whole degrees, whole radii, and a line that comes back to where it began.

No function of the C library: directions come from dividing, so that a seed gives the same line on every machine.
"""

import math
from dataclasses import dataclass

from ..scene.trig import direction_deg, sin_cos_deg
from .draws import Draws

Point = tuple[float, float]

LEAST_TURN_DEG = 8  # a corner that turns less is left out before
MOST_TURN_DEG = 135


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight way of the polygon, and the corner at its end: `turn_deg` to the left, rounded with `radius_mm`."""

    heading_deg: int
    length_mm: float
    turn_deg: int
    radius_mm: int

    @property
    def tangent_mm(self) -> float:
        """How much of the edges on both sides the rounding takes."""
        return self.radius_mm * half_tangent(self.turn_deg)


def rounded(points: list[Point], least_mm: int, most_mm: int, draws: Draws) -> list[Edge] | None:
    """The polygon as edges with rounded corners, none tighter than `least_mm`; None where that cannot be."""
    edges = _edges(points)
    if edges is None:
        return None
    turns = [_turn(edges[i][0], edges[(i + 1) % len(edges)][0]) for i in range(len(edges))]
    if abs(sum(turns)) != 360 or any(not LEAST_TURN_DEG <= abs(turn) <= MOST_TURN_DEG for turn in turns):
        return None
    radii = _radii([length for _, length in edges], turns, least_mm, most_mm, draws)
    if radii is None:
        return None
    return [Edge(*edge, turn, radius) for edge, turn, radius in zip(edges, turns, radii, strict=True)]


def half_tangent(turn_deg: int) -> float:
    """The tangent of half an angle, of either sign."""
    sine, cosine = sin_cos_deg(abs(turn_deg))
    return sine / (1.0 + cosine)


def _edges(points: list[Point]) -> list[tuple[int, float]] | None:
    """Heading and length of each edge. Two of the lengths are made such that the whole closes."""
    edges = []
    for i, (x, y) in enumerate(points):
        nx, ny = points[(i + 1) % len(points)]
        length = math.sqrt((nx - x) * (nx - x) + (ny - y) * (ny - y))
        edges.append((round(direction_deg(nx - x, ny - y)) % 360, float(round(length))))
    gap_x = gap_y = 0.0
    for heading, length in edges:
        sine, cosine = sin_cos_deg(heading)
        gap_x, gap_y = gap_x + length * cosine, gap_y + length * sine
    first, second = _most_across(edges)
    (sa, ca), (sb, cb) = sin_cos_deg(edges[first][0]), sin_cos_deg(edges[second][0])
    across = ca * sb - sa * cb
    if abs(across) < 0.5:
        return None
    for i, change in ((first, (sb * gap_x - cb * gap_y) / across), (second, (ca * gap_y - sa * gap_x) / across)):
        edges[i] = edges[i][0], edges[i][1] - change
    return edges if all(length > 0 for _, length in edges) else None


def _most_across(edges: list[tuple[int, float]]) -> tuple[int, int]:
    """The longest edge, and the longest of those that lie well across it."""
    first = max(range(len(edges)), key=lambda i: edges[i][1])
    return first, max(range(len(edges)), key=lambda i: edges[i][1] * _across(edges[first][0], edges[i][0]))


def _across(one_deg: int, other_deg: int) -> float:
    sine, _ = sin_cos_deg(other_deg - one_deg)
    return sine * sine


def _turn(before_deg: int, after_deg: int) -> int:
    """The way from one heading to another, -180 to 179."""
    return (after_deg - before_deg + 180) % 360 - 180


def _radii(lengths: list[float], turns: list[int], least: int, most: int, draws: Draws) -> list[int] | None:
    """A radius for each corner, between the least and what the edges leave for it; corner i ends edge i."""
    count = len(turns)
    needed = [least * half_tangent(turn) for turn in turns]
    if any(needed[i - 1] + needed[i] > lengths[i] for i in range(count)):
        return None
    radii = [least] * count
    for i in draws.shuffled(range(count)):
        room = min(lengths[i] - needed[i - 1], lengths[(i + 1) % count] - needed[(i + 1) % count])
        widest = min(most, int(room / half_tangent(turns[i])))
        # The smaller of two draws in half of the cases: wide bends and tight ones beside each other.
        radius = draws.between(least, max(least, widest))
        radii[i] = max(radius, draws.between(least, max(least, widest))) if draws.happens(50) else radius
        needed[i] = radii[i] * half_tangent(turns[i])
    return radii
