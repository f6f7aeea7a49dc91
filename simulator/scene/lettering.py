"""Text as painted areas: letters of DejaVu Sans, their curves cut into straight edges. Lengths in mm."""

import math
from collections.abc import Iterator
from itertools import pairwise

from .model import Point
from .rings import Area, areas_of, snapped
from .trig import sin_cos_deg
from .typeface import Contour, dejavu

TOLERANCE_MM = 0.05  # between a letter's curve and its edges

_SHIFT = {"left": 0.0, "centre": 0.5, "right": 1.0}


def unknown_letters(text: str) -> list[str]:
    """Letters that the font has not got, each once."""
    face = dejavu()
    return [letter for letter in dict.fromkeys(text) if not face.has(letter)]


def lettering(text: str, x_mm: float, y_mm: float, height_mm: float, heading_deg: float, align: str) -> list[Area]:
    """The letters of a line whose left end, centre or right end stands on that point; `height_mm` is a capital's.

    All letters must be known.
    """
    face = dejavu()
    scale = height_mm / face.capital_height
    width = 0
    for letter in text:
        width += face.advance(letter)
    at = -_SHIFT[align] * width
    sine, cosine = sin_cos_deg(heading_deg)
    areas: list[Area] = []
    for letter in text:
        rings = []
        for contour in face.contours(letter):
            points = ((scale * (at + x), scale * y) for x, y in _edges(contour, TOLERANCE_MM / scale))
            rings.append(snapped((x_mm + cosine * x - sine * y, y_mm + sine * x + cosine * y) for x, y in points))
        areas += areas_of(rings, even_odd=False)
        at += face.advance(letter)
    return areas


def _edges(contour: Contour, tolerance: float) -> Iterator[Point]:
    """The corners of an outline, in font units; a bend between two points of it is a parabola."""
    points = _with_middles(contour)
    first = next(i for i, (_, _, on) in enumerate(points) if on)
    points = points[first:] + points[: first + 1]
    bend: Point | None = None
    for (x0, y0, _), (x1, y1, on) in pairwise(points):
        if not on:
            bend = (x1, y1)
            begin = (x0, y0)
        elif bend is None:
            yield x1, y1
        else:
            yield from _parabola(begin, bend, (x1, y1), tolerance)
            bend = None


def _with_middles(contour: Contour) -> list[tuple[float, float, bool]]:
    """Between two points that an outline only bends to, the one in their middle lies on it."""
    points: list[tuple[float, float, bool]] = []
    x0, y0, was_on = contour[-1]
    for x, y, on in contour:
        if not on and not was_on:
            points.append(((x0 + x) / 2, (y0 + y) / 2, True))
        points.append((x, y, on))
        x0, y0, was_on = x, y, on
    return points


def _parabola(a: Point, b: Point, c: Point, tolerance: float) -> Iterator[Point]:
    dx, dy = a[0] - 2.0 * b[0] + c[0], a[1] - 2.0 * b[1] + c[1]
    # Halfway between two of n points it lies |a - 2b + c| / 4n² from the edge.
    count = max(1, math.ceil(math.sqrt(math.sqrt(dx * dx + dy * dy) / (4.0 * tolerance))))
    for i in range(1, count + 1):
        part = i / count
        rest = 1.0 - part
        p, q, r = rest * rest, 2.0 * rest * part, part * part
        yield p * a[0] + q * b[0] + r * c[0], p * a[1] + q * b[1] + r * c[1]
