"""The outlines of a drawing's shapes: straight pieces and cubic curves, put where they lie on the mat."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..biarcs import Cubic, point_on
from ..model import Point
from ..rings import Ring, on_grid, snapped
from ..trig import sin_cos_deg
from .transforms import NUMBER, Matrix, applied, length_of, numbers_of
from .tree import Element

Step = tuple[Point, Point] | Cubic

TOLERANCE_MM = 0.02  # between a curve and the edges of a filled area
MOST_NUMBERS = 60_000  # in all paths of a drawing
FARTHEST_MM = 1e6
_PART_DEG = 30.0  # of an ellipse in one cubic, which is then true to 4 millionths of its radius


class Unreadable(ValueError):
    """An element's numbers make no outline."""


@dataclass(frozen=True, slots=True)
class Subpath:
    """Steps that go on where the one before ended; `closed`: the last one ends where the first began."""

    steps: tuple[Step, ...]
    closed: bool

    @property
    def begin(self) -> Point:
        return self.steps[0][0]

    @property
    def end(self) -> Point:
        return self.steps[-1][-1]

    def ring(self) -> Ring:
        """The outline as corners, closed whether it is or not."""
        points: list[Point] = [self.begin]
        for step in self.steps:
            points += _corners(step) if len(step) == 4 else step[1:]
        return snapped(points)


def count_of_numbers(element: Element) -> int:
    """How many numbers and commands the element's data has, about."""
    data = element.attributes.get("d", "") + element.attributes.get("points", "")
    return sum(1 for _ in NUMBER.finditer(data)) + sum(map(str.isalpha, data))


def subpaths_of(element: Element) -> tuple[list[Subpath], bool]:
    """A shape's outlines in its own units, and whether all of it could be read; Unreadable where nothing could."""
    attributes = element.attributes
    if element.tag == "path":
        return _path(attributes.get("d", ""))
    if element.tag in ("polyline", "polygon"):
        values = numbers_of(attributes.get("points"))
        points = list(zip(values[::2], values[1::2], strict=False))
        closed = element.tag == "polygon"
        found = _through([*points, points[0]] if closed and points else points, closed)
        return found, len(values) % 2 == 0
    sizes = {key: _length(attributes, key) for key in ("x", "y", "width", "height", "cx", "cy", "r")}
    if element.tag == "line":
        ends = [(_length(attributes, f"x{i}"), _length(attributes, f"y{i}")) for i in (1, 2)]
        return _through(ends, False), True
    if element.tag == "rect":
        return [_rectangle(attributes, sizes)] if sizes["width"] > 0 and sizes["height"] > 0 else [], True
    radii = (sizes["r"], sizes["r"])
    if element.tag == "ellipse":
        radii = (_length(attributes, "rx"), _length(attributes, "ry"))
    if radii[0] <= 0 or radii[1] <= 0:
        return [], True
    return [Subpath(tuple(_turn((sizes["cx"], sizes["cy"]), radii, 0.0, 360.0)), True)], True


def placed(subpath: Subpath, matrix: Matrix) -> Subpath | None:
    """The outline on the mat, its points on the grid; None where nothing of it is left."""
    steps: list[Step] = []
    for step in subpath.steps:
        points = [applied(matrix, point) for point in step]
        if not all(abs(value) <= FARTHEST_MM for point in points for value in point):
            raise Unreadable
        moved = [(on_grid(x), on_grid(y)) for x, y in points]
        if len(moved) == 4 and moved[0] == moved[3] == moved[1] == moved[2]:
            continue
        if len(moved) == 2 and moved[0] == moved[1]:
            continue
        steps.append((moved[0], moved[1]) if len(moved) == 2 else (moved[0], moved[1], moved[2], moved[3]))
    if steps and subpath.closed and steps[-1][-1] != steps[0][0]:
        steps.append((steps[-1][-1], steps[0][0]))
    return Subpath(tuple(steps), subpath.closed) if steps else None


def _length(attributes: dict[str, str], key: str) -> float:
    if key not in attributes:
        return 0.0
    value = length_of(attributes[key])
    if value is None:
        raise Unreadable
    return value


def _through(points: list[Point], closed: bool) -> list[Subpath]:
    steps = tuple(pairwise(points))
    return [Subpath(steps, closed)] if steps else []


def _rectangle(attributes: dict[str, str], sizes: dict[str, float]) -> Subpath:
    x, y, width, height = (sizes[key] for key in ("x", "y", "width", "height"))
    given = [length_of(attributes.get(key)) for key in ("rx", "ry")]
    rx = next((value for value in given if value is not None), 0.0)
    ry = next((value for value in reversed(given) if value is not None), 0.0)
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, low = x + width, y + height
    if not rx or not ry:
        corners = [(x, y), (right, y), (right, low), (x, low)]
        return Subpath(tuple(pairwise([*corners, corners[0]])), True)
    steps: list[Step] = []
    middles = ((right - rx, y + ry), (right - rx, low - ry), (x + rx, low - ry), (x + rx, y + ry))
    for i, middle in enumerate(middles):
        bend = list(_turn(middle, (rx, ry), 90.0 * i - 90.0, 90.0))
        if steps:
            steps.append((steps[-1][-1], bend[0][0]))
        steps += bend
    return Subpath((*steps, (steps[-1][-1], steps[0][0])), True)


def _turn(middle: Point, radii: tuple[float, float], start_deg: float, sweep_deg: float) -> Iterator[Cubic]:
    """A part of an ellipse that lies along the axes, as cubics."""
    count = max(1, math.ceil(abs(sweep_deg) / _PART_DEG - 1e-6))
    part = sweep_deg / count
    sine, cosine = sin_cos_deg(part / 4)
    reach = 4 / 3 * sine / cosine
    for i in range(count):
        s0, c0 = sin_cos_deg(start_deg + i * part)
        s1, c1 = sin_cos_deg(start_deg + (i + 1) * part)
        circle = ((c0, s0), (c0 - reach * s0, s0 + reach * c0), (c1 + reach * s1, s1 - reach * c1), (c1, s1))
        a, b, c, d = ((middle[0] + radii[0] * x, middle[1] + radii[1] * y) for x, y in circle)
        yield a, b, c, d


def _path(data: str) -> tuple[list[Subpath], bool]:
    """What is right up to the first fault is drawn, as SVG asks for it."""
    from svgelements import Path

    path: Any = Path()
    whole = True
    try:
        path.parse(data)
    except (ValueError, TypeError, AttributeError, ArithmeticError, LookupError):
        whole = False
    found: list[Subpath] = []
    steps: list[Step] = []
    start: Point | None = None
    for segment in path:
        kind = type(segment).__name__
        if kind in ("Move", "Close"):
            if steps:
                last = steps[-1][-1]
                if kind == "Close" and start is not None and last != start:
                    steps.append((last, start))
                found.append(Subpath(tuple(steps), kind == "Close"))
            steps = []
            start = _point(segment.end) if kind == "Move" else start
            continue
        if segment.start is None:
            whole = False  # a path that does not begin with a move
            break
        steps += _steps(segment, kind)
    if steps:
        found.append(Subpath(tuple(steps), False))
    return found, whole


def _steps(segment: Any, kind: str) -> Iterable[Step]:
    a, d = _point(segment.start), _point(segment.end)
    if kind == "CubicBezier":
        return [(a, _point(segment.control1), _point(segment.control2), d)]
    if kind == "QuadraticBezier":
        x, y = _point(segment.control)
        return [(a, (a[0] + (x - a[0]) * 2 / 3, a[1] + (y - a[1]) * 2 / 3),
                 (d[0] + (x - d[0]) * 2 / 3, d[1] + (y - d[1]) * 2 / 3), d)]  # fmt: skip
    if kind == "Arc" and abs(segment.sweep) > 1e-9:
        count = max(1, math.ceil(abs(math.degrees(segment.sweep)) / _PART_DEG - 1e-6))
        curves = [tuple(map(_point, (c.start, c.control1, c.control2, c.end))) for c in segment.as_cubic_curves(count)]
        return [(p, q, r, s) for p, q, r, s in curves]
    return [(a, d)]


def _point(point: Any) -> Point:
    if point is None:
        raise Unreadable
    return float(point.x), float(point.y)


def _corners(curve: Cubic) -> list[Point]:
    """Points on the curve after its first: the edges between them are nowhere farther from it than the tolerance."""
    a, b, c, d = curve
    bends = ((p[0] - 2 * q[0] + r[0], p[1] - 2 * q[1] + r[1]) for p, q, r in ((a, b, c), (b, c, d)))
    most = max(math.sqrt(x * x + y * y) for x, y in bends)
    count = max(1, math.ceil(math.sqrt(0.75 * most / TOLERANCE_MM)))  # 1/8 of the second derivative, at most 6 · most
    return [*(point_on(curve, i / count) for i in range(1, count)), d]
