"""What a world file paints on its mat: from each of its tables the surfaces, in the order of the file."""

from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .beside import BesideFault, read_beside
from .colours import infrared_of, shares_of
from .drawings import MOST_BYTES as MOST_DRAWING_BYTES
from .drawings import read_drawing
from .geometry import Turtle, arc, polyline
from .lettering import lettering, unknown_letters
from .model import Image, Mat, Piece, Point, Polygon, Stripe, Surface
from .objects import circle
from .on_mat import off_mat
from .painted_shapes import DrawingTable, ImageTable, LightTable, StripeTable, TextTable
from .rasters import MOST_BYTES as MOST_IMAGE_BYTES
from .rasters import read_png
from .shapes import WorldShape
from .spline import spline

# Surfaces, each with the place in the file that paints it.
Painted = list[tuple[KeyPath, Surface]]


def painted(shape: WorldShape) -> Painted:
    """What tables of figures paint."""
    found: Painted = []
    for i, stripe in enumerate(shape.stripe):
        light, rgb = light_of(stripe)
        pieces = tuple(_laid(stripe))
        found.append((("stripe", i), Stripe(stripe.id, stripe.width_mm, light, stripe.closed, pieces, rgb)))
    for i, line in enumerate(shape.polyline):
        light, rgb = light_of(line)
        pieces = tuple(polyline(line.points_mm, line.closed))
        found.append((("polyline", i), Stripe(line.id, line.width_mm, light, line.closed, pieces, rgb)))
    for i, ring in enumerate(shape.arc):
        piece = arc(ring.x_mm, ring.y_mm, ring.radius_mm, ring.start_deg, ring.sweep_deg)
        full = abs(ring.sweep_deg) == 360
        light, rgb = light_of(ring)
        found.append((("arc", i), Stripe(ring.id, ring.width_mm, light, full, (piece,), rgb)))
    for i, disc in enumerate(shape.disc):
        light, rgb = light_of(disc)
        points = circle(disc.x_mm, disc.y_mm, disc.diameter_mm)
        found.append((("disc", i), Polygon(disc.id, light, points, rgb)))
    for i, area in enumerate(shape.polygon):
        light, rgb = light_of(area)
        found.append((("polygon", i), Polygon(area.id, light, area.points_mm, rgb)))
    for i, curve in enumerate(shape.spline):
        light, rgb = light_of(curve)
        pieces = tuple(piece for part in spline(curve.points_mm, curve.closed) for piece in part)
        found.append((("spline", i), Stripe(curve.id, curve.width_mm, light, curve.closed, pieces, rgb)))
    for i, text in enumerate(shape.text):
        found += ((("text", i), surface) for surface in _lettered(text))
    return found


def light_of(table: LightTable) -> tuple[float, tuple[float, ...]]:
    """What line sensors see of it, and its shares of red, green and blue light where it has a colour."""
    rgb = shares_of(table.colour) if table.colour is not None else ()
    if table.reflectance is not None:
        return table.reflectance, rgb
    return infrared_of(rgb), rgb


def text_faults(file: TomlFile, shape: WorldShape) -> list[FileProblem]:
    """Letters that the font has not got, and texts without any."""
    faults = []
    for i, text in enumerate(shape.text):
        place: KeyPath = ("text", i, "text")
        unknown = unknown_letters(text.text)
        if unknown:
            shown = " ".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in unknown)
            faults.append(file.problem(place, "text-letters", key=file.name(place), letters=shown))
        elif not text.text.strip():
            faults.append(file.problem(place, "value-empty", key=file.name(place)))
    return faults


def beside(file: TomlFile, shape: WorldShape, mat: Mat) -> tuple[Painted, list[FileProblem], list[FileProblem]]:
    """What files beside the world file paint; faults in them; and what could not be carried over from drawings."""
    found: Painted = []
    faults: list[FileProblem] = []
    notes: list[FileProblem] = []
    for i, image in enumerate(shape.image):
        try:
            surface = _image(file, image)
        except BesideFault as fault:
            faults.append(_told(file, ("image", i), image, fault))
            continue
        found.append((("image", i), surface))
        size = surface.columns * surface.mm_per_px, surface.rows * surface.mm_per_px
        faults += _beyond(file, ("image", i), image, mat, size)
    for i, drawing in enumerate(shape.drawing):
        place: KeyPath = ("drawing", i)
        try:
            data = read_beside(file.path, drawing.file, MOST_DRAWING_BYTES)
            corner, turns = (drawing.x_mm, drawing.y_mm), drawing.heading_deg // 90
            drawn = read_drawing(data, drawing.id, corner, turns, drawing.mm_per_unit, drawing.width_mm)
            if not drawn.surfaces:
                raise BesideFault("drawing-empty", file=drawing.file)
        except BesideFault as fault:
            faults.append(_told(file, place, drawing, fault))
            continue
        found += ((place, item) for item in drawn.surfaces)
        faults += _beyond(file, place, drawing, mat, (drawn.width, drawn.height))
        for what, count, line in drawn.left:
            notes.append(file.problem(place, "drawing-left", file=drawing.file, what=what, count=count, line=line))
    return found, faults, notes


def _laid(stripe: StripeTable) -> list[Piece]:
    turtle = Turtle(stripe.x_mm, stripe.y_mm, stripe.heading_deg)
    for segment in stripe.segments:
        if segment.straight_mm is not None:
            turtle.straight(segment.straight_mm)
        elif segment.arc_deg is not None and segment.radius_mm is not None:
            turtle.arc(segment.arc_deg, segment.radius_mm)
    return turtle.pieces


def _lettered(text: TextTable) -> list[Polygon]:
    light, rgb = light_of(text)
    areas = lettering(text.text, text.x_mm, text.y_mm, text.height_mm, text.heading_deg, text.align)
    return [Polygon(text.id, light, area.outline, rgb, area.holes) for area in areas]


def _image(file: TomlFile, table: ImageTable) -> Image:
    raster = read_png(read_beside(file.path, table.file, MOST_IMAGE_BYTES), table.heading_deg // 90)
    across = raster.rows if table.heading_deg in (90, 270) else raster.columns
    per_px = table.mm_per_px if table.mm_per_px is not None else (table.width_mm or 0.0) / across
    shares = [shares_of(colour) for colour in raster.colours]
    lights = tuple(infrared_of(share) for share in shares)
    rgb = tuple(value for share in shares for value in share)
    return Image(
        table.id, table.x_mm, table.y_mm, per_px, raster.columns, raster.rows, raster.dots, lights, rgb
    )  # fmt: skip


def _told(file: TomlFile, place: KeyPath, table: ImageTable | DrawingTable, fault: BesideFault) -> FileProblem:
    return file.problem((*place, "file"), fault.message_id, **{"file": table.file, **fault.params})


def _beyond(
    file: TomlFile, place: KeyPath, table: ImageTable | DrawingTable, mat: Mat, size: tuple[float, float]
) -> list[FileProblem]:
    """A picture must lie on the mat; its scale may put its edge a hair beyond."""
    ends: list[Point] = [(table.x_mm, table.y_mm)]
    far = table.x_mm + size[0], table.y_mm + size[1]
    ends.append((min(far[0], mat.width_mm) if far[0] < mat.width_mm + 0.5 else far[0],
                 min(far[1], mat.height_mm) if far[1] < mat.height_mm + 0.5 else far[1]))  # fmt: skip
    return off_mat(file, place, table.id, mat, ends)
