"""World files: a mat with what is painted on it, and where a robot may start."""

from pathlib import Path

from ..toml_file import TomlFile, raise_first
from .colours import infrared_of, shares_of
from .errors import SceneError
from .fault_text import fault_of_table
from .geometry import Turtle, arc, polyline
from .model import Light, Mat, Piece, Polygon, Start, Stripe, Wall, WorldFile
from .shapes import LightTable, StripeTable, WorldShape
from .world_checks import Painted, form_faults, meaning_faults


def load_world(path: Path | str) -> WorldFile:
    """Read a world file; SceneError says what is wrong with it, and in which line."""
    file = TomlFile(Path(path), SceneError)
    shape = file.parse(WorldShape)
    raise_first(form_faults(file, shape))
    painted = _painted(file, shape)
    starts = tuple(Start(start.id, start.x_mm, start.y_mm, start.heading_deg) for start in shape.start)
    surfaces = tuple(surface for _, surface in painted)
    walls = tuple(Wall(wall.id, *wall.from_mm, *wall.to_mm, wall.height_mm) for wall in shape.wall)
    lights = tuple(Light(light.id, light.share, light.points_mm) for light in shape.light)
    light, rgb = _light(shape.mat)
    mat = Mat(shape.mat.width_mm, shape.mat.height_mm, light, surfaces, starts, walls, rgb, lights)
    raise_first(meaning_faults(file, shape, mat, painted))
    title = (("en", shape.title.en), ("ru", shape.title.ru), ("kk", shape.title.kk))
    return WorldFile(shape.id, title, mat, tuple(fault_of_table(table) for table in shape.fault))


def _painted(file: TomlFile, shape: WorldShape) -> Painted:
    """What is painted, in the order of the file: what comes later in it lies on top."""
    painted: Painted = []
    for i, stripe in enumerate(shape.stripe):
        light, rgb = _light(stripe)
        pieces = tuple(_laid(stripe))
        painted.append((("stripe", i), Stripe(stripe.id, stripe.width_mm, light, stripe.closed, pieces, rgb)))
    for i, line in enumerate(shape.polyline):
        light, rgb = _light(line)
        pieces = tuple(polyline(line.points_mm, line.closed))
        painted.append((("polyline", i), Stripe(line.id, line.width_mm, light, line.closed, pieces, rgb)))
    for i, ring in enumerate(shape.arc):
        piece = arc(ring.x_mm, ring.y_mm, ring.radius_mm, ring.start_deg, ring.sweep_deg)
        full = abs(ring.sweep_deg) == 360
        light, rgb = _light(ring)
        painted.append((("arc", i), Stripe(ring.id, ring.width_mm, light, full, (piece,), rgb)))
    for i, area in enumerate(shape.polygon):
        light, rgb = _light(area)
        painted.append((("polygon", i), Polygon(area.id, light, area.points_mm, rgb)))
    painted.sort(key=lambda item: file.line(item[0]))
    return painted


def _light(table: LightTable) -> tuple[float, tuple[float, ...]]:
    """What line sensors see of it, and its shares of red, green and blue light where it has a colour."""
    rgb = shares_of(table.colour) if table.colour is not None else ()
    if table.reflectance is not None:
        return table.reflectance, rgb
    return infrared_of(rgb), rgb


def _laid(stripe: StripeTable) -> list[Piece]:
    turtle = Turtle(stripe.x_mm, stripe.y_mm, stripe.heading_deg)
    for segment in stripe.segments:
        if segment.straight_mm is not None:
            turtle.straight(segment.straight_mm)
        elif segment.arc_deg is not None and segment.radius_mm is not None:
            turtle.arc(segment.arc_deg, segment.radius_mm)
    return turtle.pieces
