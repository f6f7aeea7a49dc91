"""Pictures of dots for the mat: a PNG file as numbers in a palette, small enough to travel in a trace.

The palette holds up to 255 colours. A picture with more keeps the commonest of each group of like ones (median cut:
P. Heckbert, "Color image quantization for frame buffer display", 1982), by whole numbers, so that every machine gets
the same. What is less than half opaque shows the floor below.
"""

import base64
import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .beside import BesideFault

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.uint32]

MOST_DOTS = 8_000_000  # 2.4 m by 1.2 m at 0.6 mm a dot
MOST_SIDE = 20_000
MOST_BYTES = 32_000_000  # of a file
MOST_PACKED = 4_000_000  # characters in a trace
CLEAR = 255  # the number of a dot that shows what is below
MOST_COLOURS = 255

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_OPAQUE = 128
_CLEAR_COLOUR = 1 << 24
_MANY = 1 << 16  # colours; a picture with more is a photograph, of which five bits a channel are enough
_ROWS = 256  # at once, to spare memory
# What Pillow raises for a file that is not as it should be.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    ArithmeticError,
    LookupError,
    TypeError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Raster:
    """Dots row by row from the top, packed; `colours` are `#rrggbb`, and a dot is a number among them or CLEAR."""

    columns: int
    rows: int
    dots: str
    colours: tuple[str, ...]


def packed(dots: bytes) -> str:
    return base64.b64encode(zlib.compress(dots, 9)).decode()


def unpacked(dots: str, columns: int, rows: int) -> bytes:
    """The dots again, a byte each; ValueError where they are not that many."""
    try:
        plain = zlib.decompressobj().decompress(base64.b64decode(dots, validate=True), columns * rows + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if len(plain) != columns * rows:
        raise ValueError(f"{len(plain)} dots, not {columns} × {rows}")
    return plain


@lru_cache(maxsize=8)  # one process reads the same world for many runs
def read_png(data: bytes, turns: int) -> Raster:
    """The picture turned left by so many quarters; BesideFault where it is none or too large.

    Its size is looked at before any of it is unpacked.
    """
    import numpy as np

    columns, rows = _size(data)
    if columns * rows > MOST_DOTS or max(columns, rows) > MOST_SIDE:
        raise BesideFault("picture-large", columns=columns, rows=rows, most=MOST_DOTS // 1_000_000, side=MOST_SIDE)
    colours = np.rot90(_colours(data), turns)
    found = _palette(colours)
    numbers = np.empty(colours.shape, np.uint8)
    for top in range(0, colours.shape[0], _ROWS):
        numbers[top : top + _ROWS] = found.numbers_of(colours[top : top + _ROWS])
    text = packed(numbers.tobytes())
    if len(text) > MOST_PACKED:
        raise BesideFault("picture-detailed", size=f"{len(text) / 1e6:.1f}", most=MOST_PACKED // 1_000_000)
    return Raster(colours.shape[1], colours.shape[0], text, tuple(f"#{int(c):06x}" for c in found.colours))


def _size(data: bytes) -> tuple[int, int]:
    if len(data) < 33 or not data.startswith(_SIGNATURE) or data[12:16] != b"IHDR":
        raise BesideFault("picture-unreadable")
    columns, rows = struct.unpack(">LL", data[16:24])
    if not columns or not rows:
        raise BesideFault("picture-unreadable")
    return columns, rows


def _colours(data: bytes) -> "Numbers":
    """A number a dot: red · 65536 + green · 256 + blue, or _CLEAR_COLOUR."""
    import numpy as np
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            picture.load()
            if picture.mode.startswith("I"):  # 16 bits of grey
                grey = (np.asarray(picture).astype(np.uint32) >> 8) & 0xFF
                return (grey * 0x010101).astype(np.uint32)
            channels = np.asarray(picture.convert("RGBA"))
    except _BROKEN:
        raise BesideFault("picture-unreadable") from None
    numbers = np.empty(channels.shape[:2], np.uint32)
    for top in range(0, len(channels), _ROWS):
        red, green, blue, opaque = (channels[top : top + _ROWS, :, i].astype(np.uint32) for i in range(4))
        seen = red << 16 | green << 8 | blue
        numbers[top : top + _ROWS] = np.where(opaque < _OPAQUE, _CLEAR_COLOUR, seen)
    return numbers


class _Palette:
    """`keys` are the colours met, in order, and `places` where in `colours` each is found; `coarse`: five bits only."""

    def __init__(self, keys: "Numbers", places: "npt.NDArray[np.uint8]", colours: "Numbers", coarse: bool) -> None:
        self._keys, self._places, self.colours, self._coarse = keys, places, colours, coarse

    def numbers_of(self, colours: "Numbers") -> "npt.NDArray[np.uint8]":
        import numpy as np

        keys = _coarser(colours) if self._coarse else colours
        places = self._places[np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)]
        return np.where(colours == _CLEAR_COLOUR, np.uint8(CLEAR), places)


def _palette(colours: "Numbers") -> _Palette:
    import numpy as np

    keys, counts, coarse = _met(colours)
    if not len(keys):
        return _Palette(np.zeros(1, np.uint32), np.zeros(1, np.uint8), keys, coarse)
    groups = _cut(keys, counts)
    places = np.empty(len(keys), np.uint8)
    chosen = np.empty(len(groups), np.uint32)
    for number, group in enumerate(groups):
        places[group] = number
        chosen[number] = keys[group[np.argmax(counts[group])]]
    return _Palette(keys, places, chosen, coarse)


def _met(colours: "Numbers") -> "tuple[Numbers, npt.NDArray[np.int64], bool]":
    """All colours of a picture in order, and how often each is met."""
    import numpy as np

    for coarse in (False, True):
        keys, counts = np.zeros(0, np.uint32), np.zeros(0, np.int64)
        for top in range(0, len(colours), _ROWS):
            band = colours[top : top + _ROWS]
            band = band[band != _CLEAR_COLOUR]
            more, times = np.unique(_coarser(band) if coarse else band, return_counts=True)
            together = np.concatenate((keys, more))
            keys, places = np.unique(together, return_inverse=True)
            counts = np.bincount(places.ravel(), np.concatenate((counts, times)), len(keys)).astype(np.int64)
            if len(keys) > _MANY:
                break
        else:
            return keys, counts, coarse
    raise AssertionError("five bits a channel make no more than that")


def _coarser(colours: "Numbers") -> "Numbers":
    """The upper five bits of each channel, repeated below: white stays white."""
    import numpy as np

    upper = colours & np.uint32(0xF8F8F8)
    return upper | (upper >> np.uint32(5) & np.uint32(0x070707))


def _cut(keys: "Numbers", counts: "npt.NDArray[np.int64]") -> "list[npt.NDArray[np.intp]]":
    """Groups of like colours, by their places in `keys`: the one with most to gain is halved until there are enough."""
    import numpy as np

    channels = np.stack([keys >> 16 & 0xFF, keys >> 8 & 0xFF, keys & 0xFF]).astype(np.int64)
    groups = [np.arange(len(keys))]
    weights = [_weight(channels[:, groups[0]], counts[groups[0]])]
    while len(groups) < MOST_COLOURS:
        widest = max(range(len(groups)), key=lambda i: weights[i])
        if weights[widest][0] == 0:
            break
        group, axis = groups[widest], weights[widest][1]
        order = group[np.argsort(channels[axis, group], kind="stable")]
        passed = np.cumsum(counts[order])
        half = int(np.searchsorted(passed, passed[-1] // 2)) + 1
        half = min(max(half, 1), len(order) - 1)
        groups[widest : widest + 1] = [order[:half], order[half:]]
        weights[widest : widest + 1] = [
            _weight(channels[:, part], counts[part]) for part in (order[:half], order[half:])
        ]
    return groups


def _weight(channels: "npt.NDArray[np.int64]", counts: "npt.NDArray[np.int64]") -> tuple[int, int]:
    """What a group gains by being halved (the square of its spread for each dot), and across which channel."""
    spreads = [int(channel.max() - channel.min()) for channel in channels]
    axis = max(range(3), key=lambda i: spreads[i])
    return spreads[axis] * spreads[axis] * int(counts.sum()), axis
