"""A closed painted line along which places are measured: `s` in mm, counted on lap after lap, backward below 0."""

import math
from bisect import bisect_right
from collections.abc import Iterator

from ..scene.geometry import distance
from ..scene.model import Piece, Point
from .segment import Segment, cut


class Path:
    """The centre-line of a closed stripe; s = 0 where its first piece begins."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.segments = cut(pieces)
        self.length = self.segments[-1].s0 + self.segments[-1].length
        self._starts = [segment.s0 for segment in self.segments]

    def locate(self, s: float) -> tuple[int, int]:
        """The lap of that place, and the index of its segment."""
        lap = math.floor(s / self.length)
        index = bisect_right(self._starts, s - lap * self.length) - 1
        return lap, max(index, 0)

    def at(self, s: float) -> tuple[Point, Point]:
        """The point at that place, and the unit vector in which the line goes on there."""
        lap, index = self.locate(s)
        segment = self.segments[index]
        return segment.at(s - lap * self.length - segment.s0)

    def window(self, around: float, reach: float) -> Iterator[tuple[int, int]]:
        """Lap and index of each segment with a place not further than `reach` from `around`; each segment once."""
        lap, index = self.locate(around - reach)
        for _ in self.segments:
            if lap * self.length + self.segments[index].s0 > around + reach:
                return
            yield lap, index
            index += 1
            if index == len(self.segments):
                lap, index = lap + 1, 0

    def nearest(self, x: float, y: float, around: float, reach: float) -> tuple[float, float]:
        """The place nearest to a point among the segments of that window, and its distance."""
        best_s, nearest = around, math.inf
        for lap, index in self.window(around, reach):
            segment = self.segments[index]
            along, gap = nearest_on(segment, x, y)
            if gap < nearest:
                best_s, nearest = lap * self.length + segment.s0 + along, gap
        return best_s, nearest

    def nearest_of_all(self, x: float, y: float) -> tuple[float, float]:
        """The place nearest to a point on the first lap, and its distance."""
        return self.nearest(x, y, self.length / 2, self.length / 2)


def nearest_on(segment: Segment, x: float, y: float) -> tuple[float, float]:
    """How far along a segment its point nearest to (x, y) lies, and the distance."""
    along, left = segment.project(x, y)
    if 0.0 <= along <= segment.length:
        return along, abs(left)
    along, (px, py) = (0.0, segment.begin) if along < 0.0 else (segment.length, segment.end)
    return along, distance((x, y), (px, py))
