"""Pictures on a field: PNG in base64, or SVG as text, among the blobs or in the picture's own node."""

import base64
import binascii
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from marshrut.simulator.toml_text import Value
from PIL import Image

from .amounts import Reader, shown
from .problem import FieldProblem
from .things import AT, Thing
from .units import Units
from .xml_reading import Node, parse

MOST_DECODED = 20_000_000  # dots of a picture that is opened at all
MOST_DOTS = 4_000_000  # dots of a picture on a mat; a larger one is made smaller
DOTS_PER_MM = 2.0  # finer dots are nothing to a line sensor, nor to a printed mat
MOST_PICTURES = 20
STRETCHED = 0.01  # sides whose shares differ by less are not


@dataclass(slots=True)
class Picture:
    """A picture of the field, ready to be put beside the world file; `file` is its name there."""

    file: str
    content: bytes
    thing: Thing
    unseen: bool  # robots do not see it: it is only the field's background


class Gallery:
    """Finds the blobs by their ids, once for a field."""

    def __init__(self, reader: Reader, units: Units, blobs: Iterable[Node]) -> None:
        self._reader = reader
        self._units = units
        self._blobs: dict[str, Node] = {}
        self._count = 0
        for root in blobs:
            for node in root.every("image"):
                self._blobs.setdefault(node.attributes.get("imageId", ""), node)

    def picture(self, node: Node) -> Iterator[Picture]:
        """A node `image` or `background`; nothing where it has no place, which is how an empty one is saved."""
        old = "backgroundRect" in node.attributes or node.tag == "background"
        rect = "backgroundRect" if old else "rect"
        if not node.attributes.get(rect):
            if node.attributes.get("imageId") or node.text.strip():
                self._reader.notes.add(node.line, "trik-no-size", tag=node.tag)
            return
        x, y, wide, high = self._reader.numbers(node, rect, 4)
        if wide == 0 or high == 0:
            if (x, y, wide, high) != (0, 0, 0, 0):
                self._reader.notes.add(node.line, "trik-no-size", tag=node.tag)
            return
        to_x, to_y = (0.0, 0.0) if old else self._reader.place(node, "position")
        left, right = sorted((x + to_x, x + to_x + wide))
        top, bottom = sorted((y + to_y, y + to_y + high))
        corner = self._units.place((left, bottom))  # the lower left one, y up
        width, height = (right - left) * self._units.mm, (bottom - top) * self._units.mm
        self._count += 1
        if self._count > MOST_PICTURES:
            self._reader.notes.add(node.line, "trik-too-many", name=node.tag, most=MOST_PICTURES)
            return
        content = self._content(node, width, height)
        if content is None:
            return
        name, data = f"picture-{self._count}", content
        drawing = data.lstrip()[:1] == b"<"
        keys: dict[str, Value] = {"file": f"{name}.{'svg' if drawing else 'png'}", "width_mm": round(width, 2)}
        upper = corner[0] + width, corner[1] + height
        thing = Thing("[[drawing]]" if drawing else "[[image]]", node.line, name, {AT: corner}, keys)
        thing.far = upper
        unseen = old or node.attributes.get("isBackground") == "true"
        if unseen:
            self._reader.notes.add(node.line, "trik-picture-unseen", file=str(keys["file"]))
        yield Picture(str(keys["file"]), data, thing, unseen)

    def _content(self, node: Node, width_mm: float, height_mm: float) -> bytes | None:
        """PNG or SVG; the sides are those of its place on the field."""
        notes = self._reader.notes
        name = node.attributes.get("imageId", "")
        blob = self._blobs.get(name) if name else None
        source = node if blob is None and node.text.strip() else blob
        if source is None or source.attributes.get("external") == "true" or not source.text.strip():
            path = (source or node).attributes.get("path", "")
            notes.add(node.line, "trik-picture-elsewhere", path=shown(path or name))
            return None
        if source.attributes.get("path", "").lower().endswith("svg") or source.text.lstrip()[:1] == "<":
            content = source.text.strip().encode("utf-8", "replace")
            self._tell_stretched(node, content, width_mm / height_mm)
            return content
        try:
            data = base64.b64decode("".join(source.text.split()), validate=False)
            return self._as_png(node, data, width_mm, height_mm)
        except (binascii.Error, ValueError, OSError, SyntaxError, Image.DecompressionBombError, MemoryError):
            notes.add(node.line, "trik-picture-broken", path=shown(source.attributes.get("path", name)))
            return None

    def _as_png(self, node: Node, data: bytes, width_mm: float, height_mm: float) -> bytes | None:
        """The picture again as PNG: with square dots, so many wide as high as it is stretched to on the field."""
        with Image.open(io.BytesIO(data), formats=["PNG"]) as picture:
            width, height = picture.size
            if width * height > MOST_DECODED:
                self._reader.notes.add(node.line, "trik-picture-large", width=width, height=height)
                return None
            picture.load()
            size = _square_dots(width, height, width_mm, height_mm)
            if size[0] * size[1] < width * height:
                self._reader.notes.add(node.line, "trik-picture-coarser", width=size[0], height=size[1])
            plain = picture if picture.mode in ("RGB", "RGBA") else picture.convert("RGBA")
            if size != (width, height):
                plain = plain.resize(size, Image.Resampling.BOX)
            stream = io.BytesIO()
            plain.save(stream, "PNG")
            return stream.getvalue()

    def _tell_stretched(self, node: Node, content: bytes, wanted: float) -> None:
        """A drawing keeps its own proportions here."""
        try:
            box = parse(content, "").attributes.get("viewBox", "").replace(",", " ").split()
            _, _, wide, high = (float(number) for number in box)
            stretched = abs(wide / high / wanted - 1) > STRETCHED
        except (FieldProblem, ValueError, ZeroDivisionError):
            return
        if stretched:
            self._reader.notes.add(node.line, "trik-stretched")


def _square_dots(width: int, height: int, width_mm: float, height_mm: float) -> tuple[int, int]:
    """How many dots a picture has that fits its place: no fewer than before along either side where it is stretched,
    and no more than DOTS_PER_MM and MOST_DOTS allow."""
    if abs(width / height * height_mm / width_mm - 1) > STRETCHED:
        if width / height < width_mm / height_mm:
            width = max(1, round(height * width_mm / height_mm))
        else:
            height = max(1, round(width * height_mm / width_mm))
    share = min(1.0, DOTS_PER_MM * width_mm / width, (MOST_DOTS / (width * height)) ** 0.5)
    return max(1, round(width * share)), max(1, round(height * share))
