"""The outlines of letters in a TrueType file, in whole units of the font: as they are stored, not as they are rendered.

Reads what Apple's and Microsoft's "TrueType Reference" describe and DejaVu Sans uses: `cmap` format 4, `glyf` with
composite letters that are moved, not turned. DejaVu has every letter of Kazakh; it comes with matplotlib.
"""

import importlib.util
import struct
from functools import cache
from pathlib import Path

Contour = list[tuple[int, int, bool]]  # x, y, and whether the outline passes through the point or only bends to it

_REPEAT, _X_SHORT, _Y_SHORT, _X_SAME, _Y_SAME, _ON = 8, 2, 4, 16, 32, 1
_WORDS, _ARE_XY, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO = 1, 2, 8, 32, 64, 128


@cache
def dejavu() -> "Typeface":
    """DejaVu Sans, found without importing matplotlib, which takes longer than most runs."""
    package = importlib.util.find_spec("matplotlib")
    assert package is not None and package.origin is not None
    path = Path(package.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    return Typeface(path.read_bytes())


class Typeface:
    """A font file's letters. `capital_height` is that of an H, in font units."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        count = struct.unpack_from(">H", data, 4)[0]
        records = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
        self._tables = {tag.decode(): offset for tag, _, offset, _ in records}
        self._long = struct.unpack_from(">h", data, self._tables["head"] + 50)[0] == 1
        self._widths = struct.unpack_from(">H", data, self._tables["hhea"] + 34)[0]
        self._numbers = self._read_cmap()
        self.capital_height = max(y for contour in self.contours("H") for _, y, _ in contour)

    def has(self, letter: str) -> bool:
        return ord(letter) in self._numbers

    def advance(self, letter: str) -> int:
        """How far the next letter stands."""
        number = min(self._numbers[ord(letter)], self._widths - 1)
        return int(struct.unpack_from(">H", self._data, self._tables["hmtx"] + 4 * number)[0])

    def contours(self, letter: str) -> list[Contour]:
        """Its outlines around the filled area one way, around holes the other; x to the right, y up."""
        return self._glyph(self._numbers[ord(letter)])

    def _read_cmap(self) -> dict[int, int]:
        """Numbers of glyphs by code point."""
        data, cmap = self._data, self._tables["cmap"]
        count = struct.unpack_from(">H", data, cmap + 2)[0]
        offsets = [cmap + struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)[2] for i in range(count)]
        table = next(offset for offset in offsets if struct.unpack_from(">H", data, offset)[0] == 4)
        segments = struct.unpack_from(">H", data, table + 6)[0] // 2
        form = f">{segments}H"
        ends, starts, deltas, ranges = (
            struct.unpack_from(form, data, table + at)
            for at in (14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments)
        )
        numbers: dict[int, int] = {}
        for i in range(segments):
            for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
                number = code
                if ranges[i]:
                    place = table + 16 + 6 * segments + 2 * i + ranges[i] + 2 * (code - starts[i])
                    number = struct.unpack_from(">H", data, place)[0]
                if number:
                    numbers[code] = (number + deltas[i]) & 0xFFFF
        return {code: number for code, number in numbers.items() if number}

    def _glyph(self, number: int) -> list[Contour]:
        loca, glyf = self._tables["loca"], self._tables["glyf"]
        if self._long:
            begin, end = struct.unpack_from(">LL", self._data, loca + 4 * number)
        else:
            begin, end = (2 * half for half in struct.unpack_from(">HH", self._data, loca + 2 * number))
        if begin == end:
            return []  # a blank
        contours = struct.unpack_from(">h", self._data, glyf + begin)[0]
        return self._simple(glyf + begin, contours) if contours >= 0 else self._composite(glyf + begin + 10)

    def _simple(self, at: int, count: int) -> list[Contour]:
        data = self._data
        ends = struct.unpack_from(f">{count}H", data, at + 10)
        at += 10 + 2 * count
        at += 2 + struct.unpack_from(">H", data, at)[0]  # the letter's hinting program
        flags: list[int] = []
        while len(flags) <= ends[-1]:
            flag = data[at]
            at += 1
            times = 1
            if flag & _REPEAT:
                times += data[at]
                at += 1
            flags += [flag] * times
        xs, at = self._steps(flags, at, _X_SHORT, _X_SAME)
        ys, at = self._steps(flags, at, _Y_SHORT, _Y_SAME)
        points = [(x, y, bool(flag & _ON)) for x, y, flag in zip(xs, ys, flags, strict=True)]
        starts = [0, *(end + 1 for end in ends[:-1])]
        return [points[start : end + 1] for start, end in zip(starts, ends, strict=True)]

    def _steps(self, flags: list[int], at: int, short: int, same: int) -> tuple[list[int], int]:
        """One coordinate of all points, stored as differences of one byte, two bytes or none."""
        values: list[int] = []
        value = 0
        for flag in flags:
            if flag & short:
                value += self._data[at] if flag & same else -self._data[at]
                at += 1
            elif not flag & same:
                value += struct.unpack_from(">h", self._data, at)[0]
                at += 2
            values.append(value)
        return values, at

    def _composite(self, at: int) -> list[Contour]:
        found: list[Contour] = []
        more = True
        while more:
            flags, number = struct.unpack_from(">HH", self._data, at)
            form = ">hh" if flags & _WORDS else ">bb"
            right, up = struct.unpack_from(form, self._data, at + 4)
            at += 4 + struct.calcsize(form)
            assert flags & _ARE_XY
            a, b, c, d = 1.0, 0.0, 0.0, 1.0
            if flags & _SCALE:
                a = d = struct.unpack_from(">h", self._data, at)[0] / 16384
                at += 2
            elif flags & _XY_SCALE:
                a, d = (value / 16384 for value in struct.unpack_from(">hh", self._data, at))
                at += 4
            elif flags & _TWO_BY_TWO:
                a, b, c, d = (value / 16384 for value in struct.unpack_from(">hhhh", self._data, at))
                at += 8
            for contour in self._glyph(number):
                found.append([(round(a * x + c * y) + right, round(b * x + d * y) + up, on) for x, y, on in contour])
            more = bool(flags & _MORE)
        return found
