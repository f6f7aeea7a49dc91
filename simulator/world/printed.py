"""A printed picture as a sensor's footprint meets it: the mean over a disc of its dots. Lengths in mm.

The mean is worked out at the knots of a fine grid, block by block as a robot comes there, and between knots on the
straight lines from one to the next. At a knot it is exact up and down (the disc's share in each row of dots) and, along
a row, that of the chord through its middle. Sums are of whole numbers, which they hold exactly: the same on every
machine.
"""

import math
from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..scene.model import Image
from ..scene.rasters import CLEAR, unpacked
from .footprint import disc_share

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Sums = npt.NDArray[np.float64]

KNOTS = 64  # of a block, along each side
_A_RADIUS = 4  # knots in a disc's radius, at least
_A_CLOSE_RADIUS = 12  # places between dots in a disc's radius where a closer look is taken, at most
_FINE = 1 << 20  # steps of a share
_STRIPS_A_RADIUS = 8
_LEAST_SHARE = 1e-9  # of a disc in a row; below it the row's chord is as good as a point

# What is covered, then each channel: at (KNOTS + 1) × (KNOTS + 1) knots, row by row from below.
Block = tuple["array[float]", ...]


class PictureCoat:
    """A picture seen by discs of one radius. It has a colour at each place, not one as other coats have.

    `channels` are shares by the number of a dot's colour: one list for line sensors, three for a colour sensor.
    """

    def __init__(self, picture: Image, radius: float, channels: Sequence[Sequence[float]]) -> None:
        self.radius = radius
        self._channels = tuple(tuple(channel) for channel in channels)
        self._left, self._low = picture.x_mm, picture.y_mm
        self._per_px = picture.mm_per_px
        self._width, self._height = picture.columns * picture.mm_per_px, picture.rows * picture.mm_per_px
        self._picture = picture
        self._dots = _dots_of(picture)
        rough = radius / _A_RADIUS
        many, parts = max(1, int(rough / self._per_px)), max(1, math.ceil(self._per_px / rough))
        # A knot every so many dots, or so many knots a dot.
        self._parts, self._knot_px = (1, many) if many > 1 else (parts, 1)
        self._knot_mm = self._per_px * self._knot_px / self._parts
        self._per_knot = 1.0 / self._knot_mm
        self._phases = [self._weights(phase) for phase in range(self._parts)]
        self._blocks: dict[tuple[int, int], Block] = {}

    def touches(self, x: float, y: float, within: float) -> bool:
        """Whether any of its dots that is not clear may lie under a disc whose centre is `within` of (x, y)."""
        dots = self._around(x, y, within + self.radius)
        return bool(dots.size) and bool((dots != CLEAR).any())

    def even(self, x: float, y: float, within: float) -> float | None:
        """The first channel's share where all that such discs see is one colour of it; else None."""
        reach = within + self.radius
        inside_x = self._left + reach <= x <= self._left + self._width - reach
        if not (inside_x and self._low + reach <= y <= self._low + self._height - reach):
            return None
        dots = self._around(x, y, reach)
        number = int(dots[0, 0])
        return self._channels[0][number] if number != CLEAR and bool((dots == number).all()) else None

    def seen(self, x: float, y: float) -> list[float]:
        """How much of a disc around (x, y) it covers, and what that gives of each channel; anywhere on the mat."""
        return self._at(x, y) if self._near_box(x, y) else [0.0] * (len(self._channels) + 1)

    def lights(self, number: int) -> list[float]:
        """A dot's share of each channel, by the number of its colour."""
        return [channel[number] for channel in self._channels]

    def levels(self, x: float, y: float) -> list[float]:
        """This and the next two are for a closer look, by rows of dots or of many: see `closer_look.Layer`."""
        return self._between_dots(y - self.radius - self._low, y + self.radius - self._low, self._low)

    def bounds(self, y: float, left: float, right: float) -> list[float]:
        return self._between_dots(left - self._left, right - self._left, self._left)

    def number(self, x: float, y: float) -> int:
        column, row = math.floor((x - self._left) / self._per_px), math.floor((y - self._low) / self._per_px)
        rows, columns = self._dots.shape
        return int(self._dots[row, column]) if 0 <= row < rows and 0 <= column < columns else CLEAR

    def _between_dots(self, first: float, last: float, origin: float) -> list[float]:
        """Places between dots, at least a part of the radius from each other."""
        step = self._per_px * max(1, int(self.radius / _A_CLOSE_RADIUS / self._per_px))
        return [origin + i * step for i in range(math.ceil(first / step), math.floor(last / step) + 1)]

    def _near_box(self, x: float, y: float) -> bool:
        across, up = x - self._left, y - self._low
        return (
            -self.radius < across < self._width + self.radius and -self.radius < up < self._height + self.radius
        )  # fmt: skip

    def _at(self, x: float, y: float) -> list[float]:
        """How much of the disc is covered, and what that gives of each channel."""
        across, up = (x - self._left) * self._per_knot, (y - self._low) * self._per_knot
        column, row = math.floor(across), math.floor(up)
        place = column // KNOTS, row // KNOTS
        block = self._blocks.get(place)
        if block is None:
            block = self._blocks[place] = self._block(*place)
        across -= column
        up -= row
        at = (row - place[1] * KNOTS) * (KNOTS + 1) + column - place[0] * KNOTS
        above = at + KNOTS + 1
        means = []
        for values in block:
            low = values[at] + across * (values[at + 1] - values[at])
            high = values[above] + across * (values[above + 1] - values[above])
            means.append(low + up * (high - low))
        return means

    def _around(self, x: float, y: float, reach: float) -> "npt.NDArray[np.uint8]":
        """The dots in a square around (x, y), as far as there are any."""
        rows, columns = self._dots.shape
        left, right = self._column(x - reach, columns), self._column(x + reach, columns)
        low, high = self._row(y - reach, rows), self._row(y + reach, rows)
        return self._dots[low : high + 1, left : right + 1]

    def _column(self, x: float, columns: int) -> int:
        return min(max(math.floor((x - self._left) / self._per_px), 0), columns)

    def _row(self, y: float, rows: int) -> int:
        return min(max(math.floor((y - self._low) / self._per_px), 0), rows)

    def _weights(self, phase: int) -> list[tuple[int, float, float]]:
        """For knots that lie `phase` parts above the lower edge of a dot: the rows of dots that the disc meets.

        Each as the row's distance from the knot's, half its chord in dots, and its share of the disc; high dots are cut
        into strips.
        """
        radius = self.radius / self._per_px  # in dots
        at = phase / self._parts
        strips = max(1, math.ceil(_STRIPS_A_RADIUS / radius))
        found = []
        for row in range(math.floor(at - radius), math.ceil(at + radius)):
            for strip in range(strips):
                low = (row + strip / strips - at) / radius
                high = (row + (strip + 1) / strips - at) / radius
                low, high = max(low, -1.0), min(high, 1.0)
                share = disc_share(high) - disc_share(low) if high > low else 0.0
                if share > _LEAST_SHARE:
                    middle = (low + high) / 2
                    found.append((row, radius * math.sqrt(1.0 - middle * middle), share))
        return found

    def _block(self, block_column: int, block_row: int) -> Block:
        import numpy as np

        lines = np.arange(KNOTS + 1) + block_row * KNOTS
        rows, phases = lines * self._knot_px // self._parts, lines % self._parts
        centres = (np.arange(KNOTS + 1) + block_column * KNOTS) * (self._knot_px / self._parts)  # of columns, in dots
        reach = self.radius / self._per_px + 1.0
        left, right = math.floor(centres[0] - reach), math.ceil(centres[-1] + reach) + 1
        low, high = int(rows[0]) - math.ceil(reach), int(rows[-1]) + math.ceil(reach) + 1
        sums = self._sums(left, low, right, high)
        means = np.zeros((len(sums), KNOTS + 1, KNOTS + 1))
        for phase, weights in enumerate(self._phases):
            here = np.flatnonzero(phases == phase)
            first, count = int(rows[here[0]]) - low, len(here)
            part = np.zeros((len(sums), count, KNOTS + 1))
            for offset, half, share in weights:
                begin = first + offset
                seen = sums[:, begin : begin + (count - 1) * self._knot_px + 1 : self._knot_px]
                passed = self._upto(seen, centres + (half - left)) - self._upto(seen, centres - (half + left))
                part += passed * (share / (2.0 * half * _FINE))
            means[:, here] = part
        return tuple(array("f", channel.astype(np.float32).tobytes()) for channel in means)

    def _upto(self, sums: "Sums", places: "Sums") -> "Sums":
        """The sums of each row up to places between dots, which are as far apart as knots."""
        import numpy as np

        whole = np.floor(places)
        if self._parts == 1:  # then they all lie alike between their dots
            begin, part, step = int(whole[0]), float(places[0] - whole[0]), self._knot_px
            end = begin + (len(places) - 1) * step + 1
            before, after = sums[:, :, begin:end:step], sums[:, :, begin + 1 : end + 1 : step]
            mixed: Sums = before + part * (after - before)
            return mixed
        index = whole.astype(np.int64)
        before = sums.take(index, axis=2)
        between: Sums = (places - whole) * (sums.take(index + 1, axis=2) - before)
        return before + between

    def _sums(self, left: int, low: int, right: int, high: int) -> "Sums":
        """By channel and row: what has been covered and given up to each dot of those, counted from the left one."""
        import numpy as np

        rows, columns = self._dots.shape
        numbers = np.full((high - low, right - left), CLEAR, np.uint8)
        first, last, bottom, top = max(left, 0), min(right, columns), max(low, 0), min(high, rows)
        if first < last and bottom < top:
            numbers[bottom - low : top - low, first - left : last - left] = self._dots[bottom:top, first:last]
        sums = np.zeros((len(self._channels) + 1, high - low, right - left + 1))
        for channel, table in zip(sums, _tables_of(self._channels), strict=True):
            np.cumsum(table[numbers], axis=1, out=channel[:, 1:])
        return sums


@lru_cache(maxsize=64)
def _tables_of(channels: tuple[tuple[float, ...], ...]) -> "list[Sums]":
    """By the number of a dot: whether it covers, and its share of each channel, in fine steps."""
    import numpy as np

    tables = [np.full(256, float(_FINE))]
    tables[0][CLEAR] = 0
    for channel in channels:
        table = np.zeros(256)
        table[: len(channel)] = [round(share * _FINE) for share in channel]
        tables.append(table)
    return tables


@lru_cache(maxsize=8)  # for each size of a footprint the same dots
def _dots_of(picture: Image) -> "npt.NDArray[np.uint8]":
    """Dots by row and column, the lowest row first."""
    import numpy as np

    plain = unpacked(picture.dots, picture.columns, picture.rows)
    return np.frombuffer(plain, np.uint8).reshape(picture.rows, picture.columns)[::-1]
