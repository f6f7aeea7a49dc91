"""A field as the text of a world file."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from marshrut.simulator.toml_text import Value, table

from .field import Field
from .names import Names, slug
from .notes import Notes
from .pictures import Picture
from .robot import Start
from .things import Thing
from .titles import titles_of
from .units import Units

MOST_MM = 20_000  # of a mat
LEAST_MM = 600
MARGIN_MM = 200  # of mat around what is on it
MOST_POINTS = 30_000
STEP_MM = 10  # a mat's sides are multiples of it
ROBOT_MM = 250  # around the axle, for the robot

# The world file's groups, in its order, each with the most it may have and the group whose names must differ.
ORDER: dict[str, tuple[int, str]] = {
    "[[image]]": (20, "painted"),
    "[[drawing]]": (20, "painted"),
    "painted": (5000, "painted"),
    "[[wall]]": (1000, "wall"),
    "[[pin]]": (100, "object"),
    "[[ball]]": (100, "object"),
    "[[box]]": (100, "object"),
    "[[zone]]": (1000, "zone"),
}
PAINTED = ("[[polyline]]", "[[polygon]]", "[[disc]]", "[[arc]]")
PICTURES = ("[[image]]", "[[drawing]]")

HEADER = """\
# Imported from a field of TRIK Studio, {name}: marshrut world import
# Lengths in mm, angles in degrees, counter-clockwise positive; x to the right, y up, from the mat's lower left corner.
# What comes later in the file is painted over what comes earlier. One unit of the field is {unit} mm.

"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing under the name it has in the world file."""

    thing: Thing
    name: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What is to be written, and how far the field was moved so that its lower left corner became (0, 0)."""

    placed: tuple[Placed, ...]
    unseen: tuple[Picture, ...]
    start: Start
    to_x: float
    to_y: float
    width_mm: float
    height_mm: float


def laid_out(field: Field, notes: Notes) -> Layout:
    """Everything that fits on one mat, named."""
    seen = [picture.thing for picture in field.pictures if not picture.unseen]
    things = [*seen, *field.things]
    left, low, right, high = _frame(things, field.start)
    inside, points = [], 0
    for thing in things:
        points += len(thing.points())
        if points > MOST_POINTS:
            notes.add(thing.line, "trik-too-many", name=thing.name, most=MOST_POINTS)
            continue
        x0, y0, x1, y1 = thing.bounds()
        if x0 >= left and y0 >= low and x1 <= right and y1 <= high:
            inside.append(thing)
        elif thing.head == "[[zone]]" and x1 > left and y1 > low and x0 < right and y0 < high:
            inside.append(_cut(thing, (left, low, right, high)))
        else:
            notes.add(thing.line, "trik-too-far", name=thing.name, most=MOST_MM // 1000)
    width, height = right - left, high - low
    if any(thing.head == "[[wall]]" for thing in inside):
        notes.add(0, "trik-walls-thin")
    unseen = tuple(picture for picture in field.pictures if picture.unseen)
    return Layout(tuple(_named(inside, notes)), unseen, field.start, -left, -low, width, height)


def _cut(zone: Thing, frame: tuple[float, float, float, float]) -> Thing:
    """A region may go on where there is no mat; of a rectangle the part on the mat is enough."""
    points = zone.places.get("points_mm")
    if isinstance(points, list) and len(points) == 4:
        left, low, right, high = frame
        zone.places["points_mm"] = [(min(max(x, left), right), min(max(y, low), high)) for x, y in points]
    return zone


def _frame(things: Sequence[Thing], start: Start) -> tuple[float, float, float, float]:
    """The mat around everything, or where that would be too large, the part of it around the start."""
    (x, y), room = start.place, ROBOT_MM - MARGIN_MM
    boxes = [thing.bounds() for thing in things] + [(x - room, y - room, x + room, y + room)]
    spans = []
    for axis, here in ((0, x), (1, y)):
        least = min(box[axis] for box in boxes) - MARGIN_MM
        most = max(box[axis + 2] for box in boxes) + MARGIN_MM
        if most - least > MOST_MM:
            least, most = max(least, here - MOST_MM / 2), min(most, here + MOST_MM / 2)
            least = math.ceil(least / STEP_MM) * STEP_MM
        lacking = max(0.0, LEAST_MM - (most - least))
        least = math.floor((least - lacking / 2) / STEP_MM) * STEP_MM
        spans.append((least, least + min(MOST_MM, math.ceil((most + lacking / 2 - least) / STEP_MM) * STEP_MM)))
    return spans[0][0], spans[1][0], spans[0][1], spans[1][1]


def _named(things: Sequence[Thing], notes: Notes) -> list[Placed]:
    """In the world file's order, as many of each group as it may have."""
    names = Names()
    placed: list[Placed] = []
    for group, (most, space) in ORDER.items():
        members = [thing for thing in things if _group(thing) == group]
        for thing in members[most:]:
            notes.add(thing.line, "trik-too-many", name=thing.name, most=most)
        for thing in members[:most]:
            own = slug(thing.was) or (thing.name if thing.head in PICTURES else "")
            wish = own or slug(thing.name) or thing.head.strip("[]")
            placed.append(Placed(thing, names.given(space, wish, numbered=not own)))
    return placed


def _group(thing: Thing) -> str:
    return "painted" if thing.head in PAINTED else thing.head


def world_text(layout: Layout, identifier: str, title: str, floor: str, units: Units) -> tuple[str, list[int]]:
    """The text, and for each thing in it the line where its table begins."""
    text = HEADER.format(name=_commented(title), unit=f"{units.mm:g}")
    text += table("", {"id": identifier}) + table("[title]", dict(titles_of(title)))
    text += table("[mat]", {"width_mm": layout.width_mm, "height_mm": layout.height_mm, "colour": floor})
    x, y = layout.start.place
    place = {"x_mm": round(x + layout.to_x, 2), "y_mm": round(y + layout.to_y, 2)}
    start: dict[str, Value] = {"id": "start", **place, "heading_deg": layout.start.heading_deg}
    text += table("[[start]]", start, "The middle of the axle.")
    for picture in layout.unseen:
        text += _as_comment(picture, layout)
    lines = []
    for placed in layout.placed:
        thing = placed.thing
        lines.append(text.count("\n") + 1 + len(thing.comment.splitlines()))
        text += table(thing.head, thing.table(placed.name, layout.to_x, layout.to_y), thing.comment)
    return text.rstrip("\n") + "\n", lines


def _as_comment(picture: Picture, layout: Layout) -> str:
    """A background that robots of the field do not see: whoever wants it on the mat takes away the signs before it."""
    keys = picture.thing.table(picture.thing.name, layout.to_x, layout.to_y)
    rows = table(picture.thing.head, keys).rstrip("\n").splitlines()
    told = "# A background, which robots do not see in the field. Without the signs before its lines it is painted:\n"
    return told + "".join(f"# {row}\n" for row in rows) + "\n"


def _commented(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
