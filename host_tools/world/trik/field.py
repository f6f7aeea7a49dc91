"""A field read whole: everything on it as things of ours, where the robot starts, its rules as they are written."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from .amounts import WHITE, Paint, Reader, shown
from .colour_fields import Painter
from .container import Contents
from .notes import Notes
from .pictures import Gallery, Picture
from .problem import FieldProblem
from .regions import Zoner
from .robot import Start, start_of
from .solids import Stander
from .things import Thing
from .units import Units, units_of
from .xml_reading import Node, parse

MOST_COMMENT = 2000  # signs
MOST_THINGS = 10_000


@dataclass(slots=True)
class Field:
    units: Units
    floor: Paint
    start: Start
    constraints: Node | None
    templates: list[Node]
    things: list[Thing] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def read_field(contents: Contents, where: str, notes: Notes) -> Field:
    """FieldProblem where the XML cannot be read or has no world in it."""
    root = parse(contents.world, where)
    world = next(root.every("world"), None)
    if world is None:
        raise FieldProblem("field-no-world", where)
    reader = Reader(notes)
    settings = root.child("settings")
    units = units_of(settings, reader)
    floor = _floor(settings, reader)
    blobs = [node for data in contents.blobs for node in _beside(data, where, "blobs", notes)]
    found = Field(
        units, floor, start_of(root, reader, units), root.child("constraints"),
        [node for data in contents.templates for node in _beside(data, where, "templates", notes)],
    )  # fmt: skip
    _Walk(reader, found, Gallery(reader, units, [*blobs, *root.every("blobs"), *world.every("images")])).world(world)
    return found


def _floor(settings: Node | None, reader: Reader) -> Paint:
    if settings is None or not settings.attributes.get("backgroundColor"):
        return WHITE
    paint = reader.paint(settings, "backgroundColor")
    return Paint(paint.rgb, 255)


def _beside(data: bytes, where: str, part: str, notes: Notes) -> Iterator[Node]:
    """The root of a part beside the field; where that is damaged, the field is imported without it."""
    try:
        yield parse(data, where)
    except FieldProblem as problem:
        notes.add(0, "trik-part-broken", part=part, why=problem.code)


class _Walk:
    """Goes through the world's groups in the order of the file."""

    def __init__(self, reader: Reader, found: Field, gallery: Gallery) -> None:
        self._notes = reader.notes
        self._found = found
        self._gallery = gallery
        self._reader = reader
        stander, painter = Stander(reader, found.units), Painter(reader, found.units, found.floor)
        self._makers = {
            "wall": stander.wall,
            "skittle": stander.skittle,
            "ball": stander.ball,
            "cube": stander.cube,
            "line": painter.line,
            "cubicBezier": painter.curve,
            "stylus": painter.stylus,
            "rectangle": painter.rectangle,
            "ellipse": painter.ellipse,
        }

    def world(self, world: Node) -> None:
        painted = {node.attributes.get("id", ""): node for tag in ("rectangle", "ellipse") for node in world.every(tag)}
        zoner = Zoner(self._reader, self._found.units, painted)
        self._makers = {**self._makers, "region": zoner.region}
        for node in world.children:
            if node.tag == "background":
                self._found.pictures += self._gallery.picture(node)
            elif node.tag in _GROUPS:
                self._each(node.children)
            elif node.tag == "trace":
                self._trace(node)
            elif node.tag not in _NOT_HERE:
                self._each([node])

    def _each(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            room = MOST_THINGS - len(self._found.things)
            if node.tag in self._makers and room > 0:
                self._found.things += islice(self._makers[node.tag](node), room)
            elif node.tag in self._makers:
                self._notes.add(node.line, "trik-too-many", name=node.tag, most=MOST_THINGS)
            elif node.tag == "image":
                self._found.pictures += self._gallery.picture(node)
            elif node.tag == "comment":
                self._comment(node)
            else:
                self._notes.add(node.line, "trik-unknown", tag=shown(node.tag))

    def _comment(self, node: Node) -> None:
        """Its words; what they look like there is left out."""
        text = re.sub(r"<(style|head)\b.*?</\1>|<[^>]*>", " ", node.attributes.get("text", ""), flags=re.S | re.I)
        plain = " ".join(html.unescape(text).split())[:MOST_COMMENT]
        if plain:
            self._found.comments.append("".join(sign if sign.isprintable() else " " for sign in plain))

    def _trace(self, node: Node) -> None:
        if node.children:
            self._notes.add(node.line, "trik-trace", count=len(node.children))


_GROUPS = ("walls", "skittles", "balls", "cubes", "colorFields", "images", "regions", "comments")
_NOT_HERE = ("robot", "wheels", "sensors", "startPosition")
