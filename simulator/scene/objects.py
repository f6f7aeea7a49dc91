"""What stands on the mat or shapes it: objects, zones and ramps, from the tables of a world file."""

from collections.abc import Sequence

from .areas import areas_meet, meets, pieces_meet, placed, point_to_piece, room_between
from .colours import infrared_of, shares_of
from .geometry import distance
from .model import Object, Point, Ramp, Wall, Zone
from .shapes import BallTable, BoxTable, BumpTable, PinTable, PostTable, RampTable, WorldShape, ZoneTable
from .trig import arc_tangent_deg, direction_deg, sin_cos_deg

TOUCH_MM = 0.5  # a thing that is no deeper in a wall or another touches it
CIRCLE_CORNERS = 180  # such a circle of 1 m is true within 0.08 mm

ObjectTable = PostTable | PinTable | BallTable | BoxTable


def objects_of(shape: WorldShape) -> tuple[Object, ...]:
    """All objects: posts, pins, balls and boxes, in the file's order of each."""
    tables: tuple[ObjectTable, ...] = (*shape.post, *shape.pin, *shape.ball, *shape.box)
    return tuple(_object(table) for table in tables)


def zones_of(tables: Sequence[ZoneTable]) -> tuple[Zone, ...]:
    return tuple(Zone(table.id, _zone_points(table)) for table in tables)


def ramps_of(ramps: Sequence[RampTable], bumps: Sequence[BumpTable]) -> tuple[Ramp, ...]:
    """A bump is two ramps, back to back; they are called after it, with `-up` and `-down`."""
    found = [Ramp(table.id, table.points_mm, table.uphill_deg, table.slope_deg) for table in ramps]
    for bump in bumps:
        found += _sides_of(bump)
    return tuple(found)


def in_wall(item: Object, wall: Wall) -> bool:
    """Whether the thing stands in the wall; what only touches it does not."""
    a, b = (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)
    if item.kind != "box":
        return point_to_piece((item.x_mm, item.y_mm), a, b) < item.length_mm / 2 - TOUCH_MM
    return meets(_sides(item, TOUCH_MM), a, b)


def overlap(one: Object, other: Object) -> bool:
    """Whether one thing stands in another; what only touches it does not."""
    far = (one.length_mm + one.width_mm + other.length_mm + other.width_mm) / 2  # no corner reaches farther
    if abs(one.x_mm - other.x_mm) >= far or abs(one.y_mm - other.y_mm) >= far:
        return False
    if one.kind == "box" == other.kind:
        return areas_meet(_sides(one, TOUCH_MM / 2), _sides(other, TOUCH_MM / 2))
    if other.kind == "box":
        one, other = other, one
    if one.kind == "box":
        middle = other.x_mm, other.y_mm
        return room_between(_sides(one), middle, middle) < other.length_mm / 2 - TOUCH_MM
    apart = distance((one.x_mm, one.y_mm), (other.x_mm, other.y_mm))
    return apart < (one.length_mm + other.length_mm) / 2 - TOUCH_MM


def behind_wall(item: Object, place: Point, wall: Wall) -> bool:
    """Whether a wall stands between the thing and that place."""
    return pieces_meet((item.x_mm, item.y_mm), place, (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm))


def circle(x_mm: float, y_mm: float, diameter_mm: float) -> tuple[Point, ...]:
    """A circle as corners, counter-clockwise from its right."""
    points = []
    for i in range(CIRCLE_CORNERS):
        sine, cosine = sin_cos_deg(360.0 * i / CIRCLE_CORNERS)
        points.append((x_mm + diameter_mm / 2 * cosine, y_mm + diameter_mm / 2 * sine))
    return tuple(points)


def _sides(box: Object, less_mm: float = 0.0) -> list[Point]:
    """Its corners on the mat, each side that much farther in."""
    x, y = box.length_mm / 2 - less_mm, box.width_mm / 2 - less_mm
    return placed(((-x, -y), (x, -y), (x, y), (-x, y)), box)


def _object(table: ObjectTable) -> Object:
    rgb = shares_of(table.colour)
    kind = {PostTable: "post", PinTable: "pin", BallTable: "ball", BoxTable: "box"}[type(table)]
    heading = 0.0
    if isinstance(table, BoxTable):
        heading, (length, width) = table.heading_deg, table.size_mm
    else:
        length = width = table.diameter_mm
    height = length if isinstance(table, BallTable) else table.height_mm
    mass, friction = (0.0, 0.0) if isinstance(table, PostTable) else (table.mass_g, table.friction)
    light = infrared_of(rgb)
    return Object(table.id, kind, table.x_mm, table.y_mm, heading, length, width, height, mass, friction, light, rgb)


def _zone_points(table: ZoneTable) -> tuple[Point, ...]:
    if table.points_mm is not None:
        return table.points_mm
    assert table.x_mm is not None and table.y_mm is not None and table.diameter_mm is not None
    return circle(table.x_mm, table.y_mm, table.diameter_mm)


def _sides_of(bump: BumpTable) -> tuple[Ramp, Ramp]:
    (x0, y0), (x1, y1) = bump.from_mm, bump.to_mm
    long = distance(bump.from_mm, bump.to_mm)
    # Across its crest, to the left of the way from one end to the other.
    nx, ny = -(y1 - y0) / long * bump.length_mm / 2, (x1 - x0) / long * bump.length_mm / 2
    left = ((x0, y0), (x1, y1), (x1 + nx, y1 + ny), (x0 + nx, y0 + ny))
    right = ((x0, y0), (x1, y1), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny))
    slope = arc_tangent_deg(2 * bump.height_mm / bump.length_mm)
    across = direction_deg(nx, ny)
    return Ramp(f"{bump.id}-up", right, across, slope), Ramp(f"{bump.id}-down", left, across + 180.0, slope)
