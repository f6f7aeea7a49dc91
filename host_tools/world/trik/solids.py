"""What stands on a field: walls, skittles, balls and cubes."""

import math
from collections.abc import Iterator

from marshrut.simulator.toml_text import Value

from .amounts import Place, Reader, shown
from .things import AT, Thing
from .units import Units
from .xml_reading import Node

# What the field's program takes where a save says nothing: pixels or mm, grams.
SKITTLE_PX, BALL_PX, CUBE_MM = 20, 30, 40
SKITTLE_G, BALL_G, CUBE_G = 50, 15, 100
PIN_HEIGHT_MM = 120  # a field is flat; a skittle as kegelring has it
LEAST_MM, MOST_MM = 5.0, 2000.0
LEAST_G, MOST_G = 0.1, 100_000.0

_PHYSICS = ("friction", "restitution", "angularDamping", "linearDamping")


class Stander:
    def __init__(self, reader: Reader, units: Units) -> None:
        self._reader = reader
        self._units = units

    def wall(self, node: Node) -> Iterator[Thing]:
        begin, end = (self._units.place(self._reader.place(node, name)) for name in ("begin", "end"))
        if math.dist(begin, end) < 0.05:
            self._reader.notes.add(node.line, "trik-no-size", tag=node.tag)
            return
        self._tell_physics(node, ("friction", "restitution"))
        yield Thing("[[wall]]", node.line, "wall", {"from_mm": begin, "to_mm": end}, was=node.attributes.get("id", ""))

    def skittle(self, node: Node) -> Iterator[Thing]:
        diameter = self._size(node, "diameter", self._units.pixels(SKITTLE_PX))
        keys: dict[str, Value] = {"diameter_mm": diameter, "height_mm": PIN_HEIGHT_MM}
        keys |= {"mass_g": self._grams(node, SKITTLE_G), "colour": "#f0f0f0"}
        yield self._thing("[[pin]]", "pin", node, keys, diameter)

    def ball(self, node: Node) -> Iterator[Thing]:
        diameter = self._size(node, "diameter", self._units.pixels(BALL_PX))
        keys: dict[str, Value] = {"diameter_mm": diameter, "mass_g": self._grams(node, BALL_G), "colour": "#e07020"}
        yield self._thing("[[ball]]", "ball", node, keys, diameter)

    def cube(self, node: Node) -> Iterator[Thing]:
        edge = self._size(node, "edgeSize", float(CUBE_MM))
        heading = -self._reader.number(node, "rotation") % 360
        keys: dict[str, Value] = {"heading_deg": round(heading, 2), "size_mm": [edge, edge], "height_mm": edge}
        keys |= {"mass_g": self._grams(node, CUBE_G), "colour": "#c09050"}
        yield self._thing("[[box]]", "box", node, keys, edge)

    def _thing(self, head: str, name: str, node: Node, keys: dict[str, Value], size: float) -> Thing:
        self._tell_physics(node, _PHYSICS)
        was = node.attributes.get("id", "")
        return Thing(head, node.line, name, {AT: self._middle(node, size)}, keys, reach=size * 0.75, was=was)

    def _middle(self, node: Node, size: float) -> Place:
        """Where its middle is. `begin` is the upper left corner of the square around it, which turns with it."""
        if "begin" not in node.attributes:
            reader = self._reader
            return self._units.place((reader.number(node, "x"), reader.number(node, "y")))
        x, y = self._units.place(self._reader.place(node, "begin"))
        turned = math.radians(-self._reader.number(node, "rotation"))
        half_x, half_y = size / 2, -size / 2  # from that corner to the middle, y up
        sine, cosine = math.sin(turned), math.cos(turned)
        return x + cosine * half_x - sine * half_y, y + sine * half_x + cosine * half_y

    def _size(self, node: Node, name: str, default: float) -> float:
        given = self._reader.number(node, name) * self._units.mm if name in node.attributes else default
        return self._fitting(node, name, given, LEAST_MM, MOST_MM)

    def _grams(self, node: Node, default: float) -> float:
        given = self._reader.number(node, "mass") * 1000 if "mass" in node.attributes else default
        return self._fitting(node, "mass", given, LEAST_G, MOST_G)

    def _fitting(self, node: Node, name: str, given: float, least: float, most: float) -> float:
        fitting = min(max(given, least), most)
        if fitting != given:
            unit = "g" if name == "mass" else "mm"
            limits = {"got": f"{given:g}", "used": f"{fitting:g}", "unit": unit}
            self._reader.notes.add(node.line, "trik-size", tag=shown(node.tag), name=name, **limits)
        return round(fitting, 2)

    def _tell_physics(self, node: Node, names: tuple[str, ...]) -> None:
        given = [name for name in names if name in node.attributes]
        if given:
            self._reader.notes.add(node.line, "trik-physics", tag=shown(node.tag), names=", ".join(given))
