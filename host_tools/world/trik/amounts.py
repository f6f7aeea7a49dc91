"""Numbers, places and colours as attributes of a field hold them."""

import math
import re
from dataclasses import dataclass

from .notes import Notes
from .xml_reading import Node

Place = tuple[float, float]

MOST = 1e6  # of any number: 3.5 km in pixels

# Names that the field's own program knows besides #rrggbb; it writes numbers itself, people write these by hand.
_NAMES = {
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "yellow": "ffff00",
    "cyan": "00ffff", "magenta": "ff00ff", "gray": "808080", "grey": "808080", "orange": "ffa500", "purple": "800080",
    "brown": "a52a2a", "pink": "ffc0cb", "lime": "00ff00", "darkgreen": "006400", "darkblue": "00008b",
    "darkred": "8b0000", "lightgray": "d3d3d3", "lightgrey": "d3d3d3",
}  # fmt: skip
_FINE = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour, and how much of it covers: 0 to 255."""

    rgb: tuple[int, int, int]
    cover: int

    def over(self, below: "Paint") -> str:
        """`#rrggbb` of it on another colour that covers all."""
        mixed = [
            (a * self.cover + b * (255 - self.cover) + 127) // 255 for a, b in zip(self.rgb, below.rgb, strict=True)
        ]
        return "#" + "".join(f"{level:02x}" for level in mixed)


WHITE, BLACK = Paint((255, 255, 255), 255), Paint((0, 0, 0), 255)


class Reader:
    """Reads attributes as forgivingly as their own program does: what is no number counts as nothing, and is told."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def number(self, node: Node, name: str, default: float = 0.0) -> float:
        return self._number(node, name, node.attributes[name]) if name in node.attributes else default

    def place(self, node: Node, name: str) -> Place:
        """`x:y`; (0, 0) where it is not there."""
        x, y = self.numbers(node, name, 2)
        return x, y

    def numbers(self, node: Node, name: str, count: int) -> list[float]:
        """So many numbers with colons between; zeros where there are more or fewer."""
        text = node.attributes.get(name, "")
        parts = text.split(":")
        if len(parts) != count:
            if text:
                self._wrong(node, name, text)
            return [0.0] * count
        return [self._number(node, name, part) for part in parts]

    def paint(self, node: Node, name: str) -> Paint:
        """#rgb, #rrggbb, #aarrggbb or a name; black, as there, where it is nothing of these."""
        text = node.attributes.get(name, "")
        digits = _NAMES.get(text.strip().lower()) or text.strip().removeprefix("#")
        if text and re.fullmatch(r"[0-9a-fA-F]+", digits):
            if len(digits) == 3:
                digits = "".join(digit * 2 for digit in digits)
            if len(digits) in (6, 8):
                cover = int(digits[:-6] or "ff", 16)
                red, green, blue = (int(digits[i : i + 2], 16) for i in range(len(digits) - 6, len(digits), 2))
                return Paint((red, green, blue), cover)
        if text:
            self._wrong(node, name, text)
        return BLACK

    def _number(self, node: Node, name: str, text: str) -> float:
        if _FINE.fullmatch(text):
            number = float(text)
            if math.isfinite(number) and abs(number) <= MOST:
                return number
        if text.strip():
            self._wrong(node, name, text)
        return 0.0

    def _wrong(self, node: Node, name: str, text: str) -> None:
        self.notes.add(node.line, "trik-value", tag=shown(node.tag), name=name, got=shown(text))


def shown(text: str) -> str:
    """A text from the field as a report shows it: short, in one line."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return plain if len(plain) <= 40 else plain[:39] + "…"
