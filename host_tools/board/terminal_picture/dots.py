"""A sheet of coloured dots, and the terminal cells that show it: two dots wide and four high, of two colours each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, hypot

Point = tuple[float, float]  # in dots, x to the right, y down
Colour = str  # "#rrggbb"; "" for nothing, the terminal's own ground

WIDE, HIGH = 2, 4  # dots of a cell
_NEAR = 2.0  # dots
_MOST_COLOURS = 250  # a dot is a byte; further colours look like the nearest of these
_BRAILLE = 0x2800
_BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)  # of a cell's dots, row by row


@dataclass(frozen=True)
class Cell:
    sign: str
    ink: Colour
    ground: Colour


EMPTY = Cell(" ", "", "")


class Dots:
    """`columns` and `rows` count cells. What is painted later covers what was painted before."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.width, self.height = columns * WIDE, rows * HIGH
        self._dots = bytearray(self.width * self.height)
        self._colours: list[Colour] = [""]
        self._numbers: dict[Colour, int] = {"": 0}
        self._touched: set[int] = set()
        self._signs: dict[tuple[int, int], Cell] = {}
        self._cells: dict[bytes, Cell] = {}

    def copy(self) -> "Dots":
        """The same dots, to be painted over; what is painted is `touched`."""
        other = Dots(0, 0)
        other.columns, other.rows, other.width, other.height = self.columns, self.rows, self.width, self.height
        other._dots = bytearray(self._dots)
        other._colours, other._numbers = self._colours, self._numbers
        other._cells = self._cells
        return other

    def touched(self) -> set[tuple[int, int]]:
        """(column, row) of each cell that has been painted on."""
        return {(number % self.columns, number // self.columns) for number in self._touched}

    def dot(self, x: int, y: int, colour: Colour) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self._dots[y * self.width + x] = self._number(colour)
            self._touched.add(y // HIGH * self.columns + x // WIDE)

    def colour_at(self, x: int, y: int) -> Colour:
        return self._colours[self._dots[y * self.width + x]]

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """At least the dot in its middle."""
        self.dot(floor(x), floor(y), colour)
        for row in range(floor(y - radius), ceil(y + radius) + 1):
            for column in range(floor(x - radius), ceil(x + radius) + 1):
                if hypot(column + 0.5 - x, row + 0.5 - y) <= radius:
                    self.dot(column, row, colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float = 1.0, *, smooth: bool = False) -> None:
        """Through the points, never thinner than a dot; a `smooth` one may cut a corner."""
        if width > 1.5:
            for x, y in _along(points, 0.5):
                self.disc(x, y, width / 2, colour)
            return
        # One dot a column or row: short pieces would make corners of two.
        for x, y in _along(_thinned(points) if smooth else points, 1.0):
            self.dot(floor(x), floor(y), colour)

    def sign(self, column: int, row: int, sign: str, ink: Colour, ground: Colour) -> None:
        """A letter or an arrow instead of a cell's dots."""
        if 0 <= column < self.columns and 0 <= row < self.rows:
            self._signs[column, row] = Cell(sign, ink, ground)
            self._touched.add(row * self.columns + column)

    def area(self, corners: Sequence[Point], holes: Sequence[Sequence[Point]] = ()) -> Iterable[tuple[int, int]]:
        """The dots whose middle lies inside, and in no hole."""
        ys = [y for _, y in corners]
        for row in range(max(0, floor(min(ys))), min(self.height - 1, ceil(max(ys))) + 1):
            crossings = sorted(x for ring in (corners, *holes) for x in _crossings(ring, row + 0.5))
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                first, last = max(0, ceil(left - 0.5)), min(self.width - 1, floor(right - 0.5))
                yield from ((column, row) for column in range(first, last + 1))

    def fill(self, corners: Sequence[Point], colour: Colour, holes: Sequence[Sequence[Point]] = ()) -> None:
        for x, y in self.area(corners, holes):
            self.dot(x, y, colour)

    def cell(self, column: int, row: int) -> Cell:
        if (column, row) in self._signs:
            return self._signs[column, row]
        start = row * HIGH * self.width + column * WIDE
        key = b"".join(self._dots[start + i * self.width : start + i * self.width + WIDE] for i in range(HIGH))
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = self._encoded(key)
        return found

    def _encoded(self, key: bytes) -> Cell:
        """The ground is what most dots have, the ink what else was painted last; nothing cannot be an ink."""
        numbers = sorted(set(key))
        if len(numbers) == 1:
            return Cell(" ", "", self._colours[numbers[0]])
        ground = 0 if 0 in numbers else max(numbers, key=lambda number: (key.count(number), -number))
        ink = max(number for number in numbers if number != ground)
        bits = sum(bit for bit, number in zip(_BITS, key, strict=True) if number == ink)
        return Cell(chr(_BRAILLE + bits), self._colours[ink], self._colours[ground])

    def _number(self, colour: Colour) -> int:
        number = self._numbers.get(colour)
        if number is None and len(self._colours) > _MOST_COLOURS:
            number = self._numbers[colour] = min(range(1, len(self._colours)), key=lambda i: self._unlike(i, colour))
        elif number is None:
            number = self._numbers[colour] = len(self._colours)
            self._colours.append(colour)
        return number

    def _unlike(self, number: int, colour: Colour) -> int:
        other = self._colours[number]
        return sum(abs(int(colour[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (1, 3, 5))


def _thinned(points: Sequence[Point]) -> list[Point]:
    """Without those that are near the one before; the last one stays."""
    kept: list[Point] = []
    for point in points:
        if not kept or max(abs(point[0] - kept[-1][0]), abs(point[1] - kept[-1][1])) >= _NEAR:
            kept.append(point)
    if len(kept) > 1 and kept[-1] != points[-1]:
        kept[-1] = points[-1]
    return kept


def _along(points: Sequence[Point], step: float) -> Iterable[Point]:
    """Points along a line, so far from each other in x or in y, whichever changes more."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = max(1, ceil(max(abs(x1 - x0), abs(y1 - y0)) / step))
        for i in range(count + 1):
            yield x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count


def _crossings(corners: Sequence[Point], y: float) -> Iterable[float]:
    """Where the outline crosses that height."""
    for (x0, y0), (x1, y1) in zip(corners, [*corners[1:], corners[0]], strict=True):
        if (y0 <= y) != (y1 <= y):
            yield x0 + (y - y0) / (y1 - y0) * (x1 - x0)
