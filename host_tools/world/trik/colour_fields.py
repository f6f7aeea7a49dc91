"""What is painted on a field: lines, rectangles, ellipses, curves and what a stylus drew."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from marshrut.simulator.scene.trig import sin_cos_deg
from marshrut.simulator.toml_text import Value

from .amounts import BLACK, Paint, Place, Reader, shown
from .things import AT, Thing, distinct
from .units import Units
from .xml_reading import Node

LEAST_LINE_MM, MOST_LINE_MM = 1.0, 500.0
MOST_POINTS = 1000  # of one line in a world file
CURVE_PIECES = 48
ELLIPSE_CORNERS = 120
MOST_DASHES = 500  # of one line
ROUND_MM = 0.5  # an ellipse whose sides differ by less is a circle

# Strokes and gaps of each style, in widths of the line.
_STYLES = {
    "dash": (4, 2),
    "dot": (1, 2),
    "dashdot": (4, 2, 1, 2),
    "dashdotdot": (4, 2, 1, 2, 1, 2),
}


@dataclass(frozen=True, slots=True)
class Pen:
    colour: str
    width_mm: float
    pattern: tuple[int, ...]


class Painter:
    """Makes tables of a field's painted things; `floor` is what shows through where they do not cover."""

    def __init__(self, reader: Reader, units: Units, floor: Paint) -> None:
        self._reader = reader
        self._units = units
        self._floor = floor

    def line(self, node: Node) -> Iterator[Thing]:
        ends = [self._place(node, "begin"), self._place(node, "end")]
        yield from self._stroke(node, ends, closed=False)

    def curve(self, node: Node) -> Iterator[Thing]:
        """A cubic Bézier curve, as short straight pieces."""
        a, b, c, d = (self._place(node, name) for name in ("begin", "cp1", "cp2", "end"))
        points = []
        for i in range(CURVE_PIECES + 1):
            t = i / CURVE_PIECES
            s = 1 - t
            weights = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            points.append((x, y))
        yield from self._stroke(node, points, closed=False)

    def stylus(self, node: Node) -> Iterator[Thing]:
        """Its many short lines, joined where one goes on from the other. All have the pen of the whole."""
        joined: list[Place] = []
        for piece in node.children:
            if piece.tag != "stylusLine":
                self._reader.notes.add(piece.line, "trik-unknown", tag=shown(piece.tag))
                continue
            begin, end = self._place(piece, "begin"), self._place(piece, "end")
            if joined and (math.dist(begin, joined[-1]) > 0.01 or len(joined) >= MOST_POINTS):
                yield from self._stroke(node, joined, closed=False)
                joined = []
            joined = joined or [begin]
            joined.append(end)
        if joined:
            yield from self._stroke(node, joined, closed=False)

    def rectangle(self, node: Node) -> Iterator[Thing]:
        (x0, y0), (x1, y1) = self._place(node, "begin"), self._place(node, "end")
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
        yield from self._filled(node, corners)
        yield from self._stroke(node, corners, closed=True)

    def ellipse(self, node: Node) -> Iterator[Thing]:
        (x0, y0), (x1, y1) = self._place(node, "begin"), self._place(node, "end")
        middle, wide, high = ((x0 + x1) / 2, (y0 + y1) / 2), abs(x1 - x0), abs(y1 - y0)
        if abs(wide - high) < ROUND_MM and wide >= 0.2:
            yield from self._circle(node, middle, (wide + high) / 4)
            return
        corners = ellipse_corners(middle, wide, high)
        yield from self._filled(node, corners)
        yield from self._stroke(node, corners, closed=True)

    def _circle(self, node: Node, middle: Place, radius: float) -> Iterator[Thing]:
        colour = self._fill(node)
        if colour:
            keys: dict[str, Value] = {"colour": colour, "diameter_mm": round(2 * radius, 2)}
            yield Thing("[[disc]]", node.line, "disc", {AT: middle}, keys, reach=radius)
        pen = self._pen(node)
        if pen is None:
            return
        if pen.pattern:
            yield from self._stroke(node, ellipse_corners(middle, 2 * radius, 2 * radius), closed=True)
            return
        ring: dict[str, Value] = {"colour": pen.colour, "width_mm": pen.width_mm, "radius_mm": round(radius, 2)}
        ring |= {"start_deg": 0, "sweep_deg": 360}
        yield Thing("[[arc]]", node.line, "ring", {AT: middle}, ring, reach=radius + pen.width_mm / 2)

    def _filled(self, node: Node, corners: list[Place]) -> Iterator[Thing]:
        colour = self._fill(node)
        points = distinct(corners)
        if colour and len(points) >= 3:
            yield Thing("[[polygon]]", node.line, "area", {"points_mm": list(points)}, {"colour": colour})

    def _stroke(self, node: Node, points: list[Place], *, closed: bool) -> Iterator[Thing]:
        pen = self._pen(node)
        if pen is None:
            return
        whole = distinct([*points, points[0]] if closed else points)
        if len(whole) < 2:
            self._reader.notes.add(node.line, "trik-no-size", tag=shown(node.tag))
            return
        for part in self._dashed(node, whole, pen) if pen.pattern else [whole]:
            for i in range(0, len(part) - 1, MOST_POINTS - 1):
                line: dict[str, Place | list[Place]] = {"points_mm": part[i : i + MOST_POINTS]}
                keys: dict[str, Value] = {"colour": pen.colour, "width_mm": pen.width_mm}
                yield Thing("[[polyline]]", node.line, "line", line, keys, reach=pen.width_mm / 2)

    def _dashed(self, node: Node, points: list[Place], pen: Pen) -> list[list[Place]]:
        """The line's strokes; longer ones where there would be more than one line may have."""
        pattern = [pen.width_mm * share for share in pen.pattern]
        way = sum(math.dist(a, b) for a, b in pairwise(points))
        count = way / sum(pattern) * len(pattern) / 2
        if count > MOST_DASHES:
            self._reader.notes.add(node.line, "trik-dashes", count=math.ceil(count), used=MOST_DASHES)
            pattern = [length * count / MOST_DASHES for length in pattern]
        return dashes(points, pattern)

    def _pen(self, node: Node) -> Pen | None:
        """None where nothing is stroked."""
        style = node.attributes.get("stroke-style", "solid").strip().lower() or "solid"
        paint = self._reader.paint(node, "stroke")
        if style == "none" or paint.cover == 0:
            return None
        if style != "solid" and style not in _STYLES:
            self._reader.notes.add(node.line, "trik-value", tag=shown(node.tag), name="stroke-style", got=shown(style))
        # A pen of no width draws one pixel.
        width = self._reader.number(node, "stroke-width") * self._units.mm or self._units.pixels(1)
        fitting = round(min(max(abs(width), LEAST_LINE_MM), MOST_LINE_MM), 2)
        if abs(abs(width) - fitting) > 0.01:
            self._reader.notes.add(node.line, "trik-line-width", got=f"{abs(width):.1f}", used=f"{fitting:.0f}")
        return Pen(self._opaque(node, paint), fitting, _STYLES.get(style, ()))

    def _fill(self, node: Node) -> str:
        """The colour it is filled with; nothing where it is not."""
        if node.attributes.get("fill-style", "none").strip().lower() != "solid":
            return ""
        paint = self._reader.paint(node, "fill")
        return self._opaque(node, paint) if paint.cover else ""

    def _opaque(self, node: Node, paint: Paint) -> str:
        if paint.cover < 255:
            self._reader.notes.add(node.line, "trik-see-through", tag=shown(node.tag))
        return paint.over(self._floor if self._floor.cover == 255 else BLACK)

    def _place(self, node: Node, name: str) -> Place:
        return self._units.place(self._reader.place(node, name))


def ellipse_corners(middle: Place, wide: float, high: float) -> list[Place]:
    """An ellipse as corners, counter-clockwise from its right."""
    corners = []
    for i in range(ELLIPSE_CORNERS):
        sine, cosine = sin_cos_deg(360.0 * i / ELLIPSE_CORNERS)
        corners.append((middle[0] + wide / 2 * cosine, middle[1] + high / 2 * sine))
    return corners


def dashes(points: list[Place], pattern: list[float]) -> list[list[Place]]:
    """The strokes of a broken line: `pattern` are the lengths of a stroke, a gap, a stroke and so on."""
    parts: list[list[Place]] = [[points[0]]]
    turn, left, gap_end = 0, pattern[0], points[0]
    for end in points[1:]:
        here = parts[-1][-1] if turn % 2 == 0 else gap_end
        ahead = math.dist(here, end)
        while ahead > left:
            share = left / ahead
            here = here[0] + share * (end[0] - here[0]), here[1] + share * (end[1] - here[1])
            if turn % 2 == 0:
                parts[-1].append(here)
            else:
                parts.append([here])
            ahead -= left
            turn += 1
            left = pattern[turn % len(pattern)]
        left -= ahead
        if turn % 2 == 0:
            parts[-1].append(end)
        gap_end = end
    return [part for part in (distinct(part) for part in parts) if len(part) > 1]
