"""What lies on top under a footprint where more than one edge of paint is in it: row by row, by where edges cross it.

The disc is cut into rows along x, thinner at its bottom and top. There are further cuts at every height where a flat
edge begins, ends or leaves the disc, so no row has such an edge on one side of its middle only. Along the middle of a
row each piece between two crossings has one paint on top. So paints that abut leave no gap, whatever lies below, and
thin ones are as wide as they are: shares are true to 1.5 % of the disc. Only + − × ÷, roots, comparisons: the same on
every machine. Lengths in mm.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from ..scene.model import Point
from ..scene.rasters import CLEAR
from ..scene.trig import PI, sin_cos_deg
from .footprint import edge_share

_ROWS = 10  # of a disc, at least
_CUTS = tuple(sin_cos_deg(180.0 * i / _ROWS - 90.0)[0] for i in range(1, _ROWS))
# Where there would be more, paint is so finely cut up that even rows are as good.
_MOST_ROWS, _ROWS_OF_MANY = 80, 40
_THINNEST = 1e-9  # of a disc's radius: no row and no piece of one is thinner


class Layer(Protocol):
    """One painted surface in a closer look."""

    def levels(self, x: float, y: float) -> Iterable[float]:
        """Heights at which a disc around (x, y) is cut: where what crosses a row changes all at once."""

    def bounds(self, y: float, left: float, right: float) -> list[float]:
        """Where paint begins and ends along the row at that height, from left to right, an even number of places.

        It is true between `left` and `right`. Of a picture, where one dot may go over into another.
        """

    @property
    def number(self) -> Callable[[float, float], int] | None:
        """Of a picture only: the number of the dot at (x, y), CLEAR where there is none."""


# Shares of a disc by the place of a layer and the number of its dot, which is 0 of what has one colour.
Shares = dict[tuple[int, int], float]


def shares_on_top(layers: Sequence[Layer], x: float, y: float, radius: float) -> Shares:
    """The share of the disc around (x, y) in which each paint is on top; the last layer is topmost.

    What is missing to 1 shows what is below them all.
    """
    low, high = y - radius, y + radius
    cuts = [y + radius * cut for cut in _CUTS]
    for layer in layers:
        cuts += [level for level in layer.levels(x, y) if low < level < high]
    if len(cuts) > _MOST_ROWS:
        cuts = [low + 2.0 * radius * i / _ROWS_OF_MANY for i in range(1, _ROWS_OF_MANY)]
    cuts.sort()
    cuts.append(high)
    dots = [layer.number for layer in layers]
    found: Shares = {}
    thinnest = _THINNEST * radius
    whole = radius * radius * PI
    last = low
    below = 0.0  # the share of the disc below the row
    for cut in cuts:
        if cut - last < thinnest:
            continue
        upto = edge_share((cut - y) / radius)
        length = (upto - below) * whole / (cut - last)  # of the row, on average
        if length > 0.0:
            left, right, middle = x - length / 2, x + length / 2, (last + cut) / 2
            rows = [layer.bounds(middle, left, right) for layer in layers]
            _share_out(found, rows, dots, left, right, middle, (upto - below) / length)
        last, below = cut, upto
    return found


def _share_out(
    found: Shares,
    rows: Sequence[list[float]],
    dots: Sequence[Callable[[float, float], int] | None],
    left: float,
    right: float,
    y: float,
    per_mm: float,
) -> None:
    """Add what is on top along the row at height y from `left` to `right`, given the bounds in it of each layer."""
    places = [left, right]
    for row in rows:
        for place in row:
            if left < place < right:
                places.append(place)
    places.sort()
    topmost = len(rows) - 1
    begin = left
    for stop in places:
        if stop <= begin:
            continue
        middle = (begin + stop) / 2
        for index in range(topmost, -1, -1):
            number_at = dots[index]
            if number_at is None:
                if bisect_right(rows[index], middle) % 2 == 0:
                    continue
                number = 0
            else:
                number = number_at(middle, y)
                if number == CLEAR:
                    continue
            key = index, number
            found[key] = found.get(key, 0.0) + (stop - begin) * per_mm
            break
        begin = stop


def joined(spans: list[Point]) -> list[float]:
    """The bounds of what at least one of the spans covers."""
    bounds: list[float] = []
    for begin, stop in sorted(spans):
        if bounds and begin <= bounds[-1]:
            if stop > bounds[-1]:
                bounds[-1] = stop
        else:
            bounds += (begin, stop)
    return bounds


def edge_levels(x0: float, y0: float, ex: float, ey: float, x: float, y: float, radius: float) -> Iterator[float]:
    """Of a flat edge from (x0, y0) by (ex, ey): its ends and where it leaves the disc around (x, y)."""
    if abs(ey) > abs(ex):
        return
    yield y0
    yield y0 + ey
    square = ex * ex + ey * ey
    if square <= 0.0:
        return
    dx, dy = x - x0, y - y0
    middle = (dx * ex + dy * ey) / square
    off = dy * ex - dx * ey
    inward = radius * radius - off * off / square
    if inward > 0.0:
        half = math.sqrt(inward / square)
        yield y0 + (middle - half) * ey
        yield y0 + (middle + half) * ey


def circle_levels(cx: float, cy: float, radius: float, x: float, y: float, disc: float) -> Iterator[float]:
    """Of a circle: its lowest and highest place, and where it leaves the disc of radius `disc` around (x, y)."""
    yield cy - radius
    yield cy + radius
    dx, dy = cx - x, cy - y
    square = dx * dx + dy * dy
    if square <= 0.0:
        return
    along = (square + disc * disc - radius * radius) / (2.0 * square)
    beside = disc * disc / square - along * along
    if beside > 0.0:
        beside = math.sqrt(beside)
        yield y + along * dy + beside * dx
        yield y + along * dy - beside * dx


def circle_span(cx: float, cy: float, radius: float, y: float) -> Point | None:
    """Where a row at that height is in a circle."""
    square = radius * radius - (y - cy) * (y - cy)
    if square <= 0.0:
        return None
    half = math.sqrt(square)
    return cx - half, cx + half
