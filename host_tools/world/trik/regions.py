"""Regions, which rules speak of: zones here."""

from collections.abc import Iterator, Mapping

from marshrut.simulator.toml_text import Value

from .amounts import Place, Reader, shown
from .colour_fields import ROUND_MM, ellipse_corners
from .things import AT, Thing, distinct
from .units import Units
from .xml_reading import Node

DEFAULT_PX = 200.0  # of each side that a save does not say


class Zoner:
    """`painted` are the field's painted nodes by their ids: a region may be bound to one."""

    def __init__(self, reader: Reader, units: Units, painted: Mapping[str, Node]) -> None:
        self._reader = reader
        self._units = units
        self._painted = painted

    def region(self, node: Node) -> Iterator[Thing]:
        kind = node.attributes.get("type", "ellipse").strip().lower()
        outline = self._outline(node, kind)
        if outline is None:
            return
        (x0, y0), (x1, y1), round_ = outline
        wide, high, middle = abs(x1 - x0), abs(y1 - y0), ((x0 + x1) / 2, (y0 + y1) / 2)
        if wide < 0.1 or high < 0.1:
            self._reader.notes.add(node.line, "trik-no-size", tag=node.tag)
            return
        places: dict[str, Place | list[Place]] = {"points_mm": [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]}
        keys: dict[str, Value] = {}
        reach = 0.0
        if round_ and abs(wide - high) < ROUND_MM:
            places, keys, reach = {AT: middle}, {"diameter_mm": round(wide, 2)}, wide / 2
        elif round_:
            places = {"points_mm": distinct(ellipse_corners(middle, wide, high))}
        was = node.attributes.get("id", "")
        yield Thing("[[zone]]", node.line, was or "zone", places, keys, reach, _comment(node), was)

    def _outline(self, node: Node, kind: str) -> tuple[Place, Place, bool] | None:
        """Two opposite corners, and whether it is round."""
        if kind == "bound":
            return self._bound(node)
        if kind not in ("ellipse", "rectangle"):
            self._reader.notes.add(node.line, "trik-value", tag=node.tag, name="type", got=shown(kind))
            return None
        reader = self._reader
        x, y = reader.number(node, "x"), reader.number(node, "y")
        default = self._units.pixels(DEFAULT_PX) / self._units.mm
        right, low = x + reader.number(node, "width", default), y + reader.number(node, "height", default)
        return self._units.place((x, y)), self._units.place((right, low)), kind == "ellipse"

    def _bound(self, node: Node) -> tuple[Place, Place, bool] | None:
        item = self._painted.get(node.attributes.get("boundItem", ""))
        if item is None or item.tag not in ("rectangle", "ellipse"):
            self._reader.notes.add(node.line, "trik-bound", got=shown(node.attributes.get("boundItem", "")))
            return None
        if self._reader.number(node, "stroke"):
            self._reader.notes.add(node.line, "trik-bound-stroke")
        begin, end = (self._units.place(self._reader.place(item, name)) for name in ("begin", "end"))
        return begin, end, item.tag == "ellipse"


def _comment(node: Node) -> str:
    """What the field shows of it, for whoever reads the world file."""
    shown_there = node.attributes.get("visible", "true") == "true"
    words = [shown(node.attributes.get("text", "")), shown(node.attributes.get("color", "")) if shown_there else ""]
    return " ".join(word for word in words if word)
