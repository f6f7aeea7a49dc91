"""Moves, turns and scales in a drawing, as the six numbers a to f of SVG: x' = ax + cy + e, y' = bx + dy + f."""

import math
import re

from ..model import Point
from ..trig import sin_cos_deg

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")

# CSS: a px is 1/96 inch.
_UNITS = {"": 1.0, "px": 1.0, "mm": 96 / 25.4, "cm": 960 / 25.4, "in": 96.0, "pt": 96 / 72, "pc": 16.0, "q": 24 / 25.4}


def times(m: Matrix, n: Matrix) -> Matrix:
    """What does `n` first and `m` then."""
    a, b, c, d, e, f = m
    return (
        a * n[0] + c * n[1],
        b * n[0] + d * n[1],
        a * n[2] + c * n[3],
        b * n[2] + d * n[3],
        a * n[4] + c * n[5] + e,
        b * n[4] + d * n[5] + f,
    )


def applied(m: Matrix, point: Point) -> Point:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def scale_of(m: Matrix) -> float:
    """By how much it makes lengths longer, in the mean of all directions."""
    return math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))


def transform_of(text: str) -> Matrix | None:
    """An attribute's list of transforms; None where it is none."""
    matrix = IDENTITY
    *calls, rest = text.split(")")
    for call in calls:
        name, bracket, inside = call.partition("(")
        one = _one(name.strip(" \t\r\n,"), [float(number) for number in NUMBER.findall(inside)])
        if not bracket or one is None:
            return None
        matrix = times(matrix, one)
    return None if rest.strip() else matrix


def _one(name: str, values: list[float]) -> Matrix | None:
    count = len(values)
    if name == "matrix" and count == 6:
        a, b, c, d, e, f = values
        return a, b, c, d, e, f
    if name == "translate" and count in (1, 2):
        return 1.0, 0.0, 0.0, 1.0, values[0], values[1] if count == 2 else 0.0
    if name == "scale" and count in (1, 2):
        return values[0], 0.0, 0.0, values[-1], 0.0, 0.0
    if name == "rotate" and count in (1, 3) and abs(values[0]) < 1e6:
        sine, cosine = sin_cos_deg(values[0])
        x, y = values[1:] or (0.0, 0.0)
        return cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y
    if name in ("skewX", "skewY") and count == 1 and abs(values[0]) < 89.0:
        sine, cosine = sin_cos_deg(values[0])
        lean = sine / cosine
        return (1.0, 0.0, lean, 1.0, 0.0, 0.0) if name == "skewX" else (1.0, lean, 0.0, 1.0, 0.0, 0.0)
    return None


def length_of(text: str | None) -> float | None:
    """A length in user units; None where it is none, or a share of something."""
    text = (text or "").strip().lower()
    found = NUMBER.match(text)
    unit = _UNITS.get(text[found.end() :].strip()) if found else None
    if found is None or unit is None:
        return None
    return float(found[0]) * unit


def numbers_of(text: str | None) -> list[float]:
    return [float(number) for number in NUMBER.findall(text or "")]
