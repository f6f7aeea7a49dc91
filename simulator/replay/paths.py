"""Painted lines and areas as matplotlib's paths, arcs as curves: true at any scale. Lengths in mm."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.path import Path

_CURVE_DEG = 45.0  # of an arc in one cubic, which is then true to 4 millionths of its radius

Points = Sequence[Sequence[float]]


def stripe_path(stripe: Mapping[str, Any]) -> "Path":
    """The middle of a painted line, to be stroked with its width."""
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    for piece in stripe["pieces"]:
        if piece["kind"] == "Line":
            begin, rest = (piece["x0"], piece["y0"]), [(piece["x1"], piece["y1"])]
            kinds = [Path.LINETO]
        else:
            begin, *rest = _arc_points(piece)
            kinds = [Path.CURVE4] * len(rest)
        if not points:
            points.append(begin)
            codes.append(Path.MOVETO)
        points += rest
        codes += kinds
    if stripe["closed"]:
        points.append(points[0])
        codes.append(Path.CLOSEPOLY)
    return _whole(Path(points, codes))


def area_path(outlines: Sequence[Points]) -> "Path":
    """An area by its outline and those of its holes; these go round the other way, and so are holes by either rule."""
    from matplotlib.path import Path

    points: list[Sequence[float]] = []
    codes: list[Any] = []
    for number, outline in enumerate(outlines):
        ring = list(outline) if (_area(outline) > 0.0) == (number == 0) else list(reversed(outline))
        points += [*ring, ring[0]]
        codes += [Path.MOVETO, *([Path.LINETO] * (len(ring) - 1)), Path.CLOSEPOLY]
    return _whole(Path(points, codes))


def _whole(path: "Path") -> "Path":
    path.should_simplify = False  # or it leaves out corners that a screen would not show
    return path


def _area(points: Points) -> float:
    shifted = [*points[1:], points[0]]
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(points, shifted, strict=True))


def _arc_points(piece: Mapping[str, Any]) -> list[tuple[float, float]]:
    """Its beginning, and three points for each cubic along it."""
    count = max(1, math.ceil(abs(piece["sweep_deg"]) / _CURVE_DEG - 1e-9))
    part = math.radians(piece["sweep_deg"] / count)
    reach = 4 / 3 * math.tan(part / 4)
    cx, cy, radius = piece["cx"], piece["cy"], piece["radius"]
    points: list[tuple[float, float]] = []
    for i in range(count):
        turns = [math.radians(piece["start_deg"]) + part * k for k in (i, i + 1)]
        (c0, s0), (c1, s1) = ((math.cos(turn), math.sin(turn)) for turn in turns)
        circle = ((c0, s0), (c0 - reach * s0, s0 + reach * c0), (c1 + reach * s1, s1 - reach * c1), (c1, s1))
        points += [(cx + radius * x, cy + radius * y) for x, y in circle[bool(points) :]]
    return points
