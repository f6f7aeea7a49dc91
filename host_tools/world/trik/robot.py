"""Where a field's robot starts, and what it has that ours has otherwise."""

from dataclasses import dataclass

from marshrut.simulator.near_names import latin_twin
from marshrut.simulator.scene.trig import sin_cos_deg

from .amounts import Place, Reader, shown
from .units import Units
from .xml_reading import Node

SIDE_PX = 50.0  # of the robot's square
AXLE_PX = 15.0  # its wheels stand so far behind its middle
FAR_PX = 1.0  # two places nearer than this are the same

# Kinds of devices whose place says something of the robot: by the ends of their types.
_SENSORS = ("sensor", "camera", "lidar", "gyroscope", "accelerometer", "compass")
_BUILT_IN = ("encodersensor", "gyroscopesensor", "accelerometersensor")


@dataclass(frozen=True, slots=True)
class Start:
    """The middle of the axle, in mm, y up, and the heading counter-clockwise."""

    place: Place
    heading_deg: float
    line: int


def start_of(root: Node, reader: Reader, units: Units) -> Start:
    """The start marker if there is one, else the robot's own place; the field's origin where a save says neither."""
    world = root if root.tag == "world" else next(root.every("world"), None)
    nodes = [node for node in world.children if node.tag == "robot"] if world else []
    listed = [node for robots in root.every("robots") for node in robots.children if node.tag == "robot"]
    _tell_kits(listed, reader)
    placed = [node for node in (*nodes, *listed) if _has_place(node)]
    if not placed:
        reader.notes.add(0, "trik-no-robot")
        return _axle((SIDE_PX / 2, SIDE_PX / 2), 0.0, 0, units, pixels=True)
    node = placed[0]
    _tell_physics(node, reader)
    marker = node.child("startPosition")
    middle, turned = _own_place(node, reader, units)
    if marker is None:
        return _axle(middle, turned, node.line, units)
    there = reader.number(marker, "x"), reader.number(marker, "y")
    far = FAR_PX * units.pixels(1) / units.mm
    if "position" in node.attributes and max(abs(there[0] - middle[0]), abs(there[1] - middle[1])) > far:
        reader.notes.add(marker.line, "trik-two-places")
    return _axle(there, reader.number(marker, "direction"), marker.line, units)


def _own_place(node: Node, reader: Reader, units: Units) -> tuple[Place, float]:
    """The robot's middle, in the field's units; `position` is its upper left corner as if it were not turned."""
    x, y = reader.place(node, "position") if "position" in node.attributes else (0.0, 0.0)
    half = units.pixels(SIDE_PX) / units.mm / 2
    return (x + half, y + half), reader.number(node, "direction")


def _axle(middle: Place, turned: float, line: int, units: Units, *, pixels: bool = False) -> Start:
    x, y = (units.pixels(middle[0]), -units.pixels(middle[1])) if pixels else units.place(middle)
    heading = -turned % 360
    sine, cosine = sin_cos_deg(heading)
    back = units.pixels(AXLE_PX)
    return Start((x - back * cosine, y - back * sine), round(heading, 2), line)


def _has_place(node: Node) -> bool:
    return "position" in node.attributes or node.child("startPosition") is not None


def _tell_kits(listed: list[Node], reader: Reader) -> None:
    """Robots of other kits than the first, and the sensors of the one that counts."""
    for other in listed[1:]:
        reader.notes.add(other.line, "trik-other-robot", name=shown(other.attributes.get("id", "")))
    for robot in listed[:1]:
        for node in robot.every("sensor"):
            kind = node.attributes.get("type", "").rpartition("::")[2]
            if kind.lower().endswith(_SENSORS) and not kind.lower().endswith(_BUILT_IN):
                port, place = port_of(node.attributes.get("port", "")), shown(node.attributes.get("position", ""))
                reader.notes.add(node.line, "trik-sensor", kind=shown(kind), port=shown(port), place=place)


def _tell_physics(node: Node, reader: Reader) -> None:
    names = [
        name
        for name in ("width", "height", "mass", "friction", "restitution", "angularDamping", "linearDamping")
        if name in node.attributes
    ]
    if names:
        reader.notes.add(node.line, "trik-robot-physics", names=", ".join(names))


def port_of(text: str) -> str:
    """A port's name, of `name###direction###aliases###variable`; Cyrillic letters that look Latin become Latin."""
    name = text.split("###")[0].strip()
    return latin_twin(name) or name
