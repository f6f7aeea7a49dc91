"""The mat as dots: floor, paint, light, walls, objects, and where a robot starts. Scenes are as the trace has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians, sin
from typing import Any

from marshrut.simulator.replay.colours import GLARE, GLARE_ALPHA, WALL, blended, floor_colour
from marshrut.simulator.replay.printed import dots_of, extent_of, palette_of
from marshrut.simulator.replay.scenery import stripe_points
from marshrut.simulator.replay.standing import EDGE, RAMP, ZONE, arrow_of, hatch_of, outline_of, placed, starting_poses
from marshrut.simulator.scene.rasters import CLEAR

from .dots import HIGH, WIDE, Dots, Point

START = "#13795b"
_WALL_MM = 8.0
_PALE = 180  # less than that, in 3 × 255, is hardly seen
_SPARSE = 3  # of a ramp's hatching every third line is enough here


@dataclass(frozen=True)
class Place:
    """Where the mat lies on a sheet: `scale` dots are a mm."""

    scale: float
    left: float
    top: float

    def dot(self, x_mm: float, y_mm: float) -> Point:
        return self.left + x_mm * self.scale, self.top - y_mm * self.scale

    def dots(self, points: Sequence[Sequence[float]]) -> list[Point]:
        return [self.dot(x, y) for x, y in points]


def size_of(mat: Mapping[str, Any], columns: int, rows: int) -> tuple[int, int]:
    """How many cells of those the mat takes: columns, rows."""
    scale = _scale(mat, columns, rows)
    return _cells(mat["width_mm"] * scale / WIDE, columns), _cells(mat["height_mm"] * scale / HIGH, rows)


def place_of(mat: Mapping[str, Any], columns: int, rows: int) -> Place:
    """In the middle of so many cells, as large as they allow."""
    scale = _scale(mat, columns, rows)
    left = (columns * WIDE - mat["width_mm"] * scale) / 2
    bottom = (rows * HIGH - mat["height_mm"] * scale) / 2
    return Place(scale, left, rows * HIGH - bottom)


def _cells(exact: float, most: int) -> int:
    return max(1, min(most, ceil(exact - 0.01)))


def _scale(mat: Mapping[str, Any], columns: int, rows: int) -> float:
    return float(min(columns * WIDE / mat["width_mm"], rows * HIGH / mat["height_mm"]))


def paint_mat(dots: Dots, place: Place, mat: Mapping[str, Any]) -> None:
    """All that stays as it is. All of the sheet is mat: less than a cell is added at its edges."""
    width, height = dots.width, dots.height
    dots.fill([(0, 0), (width, 0), (width, height), (0, height)], floor_colour(mat))
    for surface in mat["surfaces"]:
        if surface["kind"] == "Image":
            _paint_image(dots, place, surface)
        elif surface["kind"] == "Polygon":
            corners = place.dots(surface["points"])
            holes = [place.dots(hole) for hole in surface.get("holes", ())]
            dots.fill(corners, floor_colour(surface), holes)
            dots.line([*corners, corners[0]], floor_colour(surface))  # a narrow bar is seen, too
        else:
            points = place.dots(stripe_points(surface))
            width = surface["width_mm"] * place.scale
            dots.line(points + points[: surface["closed"]], floor_colour(surface), width, smooth=True)
    for light in mat["lights"]:
        for x, y in dots.area(place.dots(light["points"])):
            dots.dot(x, y, blended(dots.colour_at(x, y), GLARE, GLARE_ALPHA))
    for wall in mat["walls"]:
        ends = place.dots([(wall["x0_mm"], wall["y0_mm"]), (wall["x1_mm"], wall["y1_mm"])])
        dots.line(ends, WALL, _WALL_MM * place.scale)
    for ramp in mat.get("ramps", ()):
        for x0, y0, x1, y1 in (*hatch_of(ramp)[::_SPARSE], *arrow_of(ramp)):
            dots.line(place.dots([(x0, y0), (x1, y1)]), RAMP)
    for zone in mat.get("zones", ()):
        corners = place.dots(zone["points"])
        dots.line([*corners, corners[0]], ZONE)


def paint_objects(dots: Dots, place: Place, mat: Mapping[str, Any], moved: Mapping[int, Sequence[int]]) -> None:
    """Where they stand; those that have `moved` by their numbers: x and y in µm, heading in mdeg, 1 where it lies."""
    for number, (item, start) in enumerate(zip(mat.get("objects", ()), starting_poses(mat), strict=True)):
        pose = start
        if number in moved:
            x_um, y_um, heading_mdeg, lying = moved[number]
            pose = x_um / 1000, y_um / 1000, heading_mdeg / 1000, lying == 1
        corners = place.dots(placed(outline_of(item, pose[3]), pose))
        colour = floor_colour(item)
        dots.fill(corners, colour)
        # A white pin would not be seen on a white mat.
        dots.line([*corners, corners[0]], EDGE if _unlike(colour, floor_colour(mat)) < _PALE else colour)


def _unlike(colour: str, other: str) -> int:
    return sum(abs(int(colour[i : i + 2], 16) - int(other[i : i + 2], 16)) for i in (1, 3, 5))


def _paint_image(dots: Dots, place: Place, image: Mapping[str, Any]) -> None:
    """Each dot the colour that most of its part of the picture has; a darker one does with a third, as lines have."""
    left, right, low, high = extent_of(image)
    numbers, palette = dots_of(image), palette_of(image)
    (first_x, first_y), (last_x, last_y) = place.dot(left, high), place.dot(right, low)
    per_dot = 1 / (place.scale * image["mm_per_px"])
    for row in range(max(0, floor(first_y)), min(dots.height, ceil(last_y))):
        top, bottom = floor((row - first_y) * per_dot), ceil((row + 1 - first_y) * per_dot)
        band = numbers[max(0, top) : max(1, bottom)]
        for column in range(max(0, floor(first_x)), min(dots.width, ceil(last_x))):
            begin, end = floor((column - first_x) * per_dot), ceil((column + 1 - first_x) * per_dot)
            part = band[:, max(0, begin) : max(1, end)]
            if part.size:
                number = _shown_number(part, image["reflectance"])
                if number != CLEAR:
                    dots.dot(column, row, palette[number])


def _shown_number(part: Any, lights: Sequence[float]) -> int:
    counts = {int(number): int((part == number).sum()) for number in set(part.ravel().tolist())}
    often = [number for number, count in counts.items() if number != CLEAR and count * 3 >= part.size]
    darkest = min(often, key=lambda number: (lights[number], number), default=None)
    return max(counts, key=lambda number: (counts[number], -number)) if darkest is None else darkest


def mark_start(dots: Dots, place: Place, start: Mapping[str, Any], mat: Mapping[str, Any]) -> None:
    x, y = place.dot(start["x_mm"], start["y_mm"])
    dots.sign(floor(x / WIDE), floor(y / HIGH), "+", START, floor_colour(mat))


def standing(
    points: Sequence[Sequence[float]], x_mm: float, y_mm: float, heading_deg: float, larger: float = 1.0
) -> list[tuple[float, float]]:
    """Points of a robot (x forward, y left) on the mat where it stands there."""
    ahead, aside = larger * cos(radians(heading_deg)), larger * sin(radians(heading_deg))
    return [(x_mm + x * ahead - y * aside, y_mm + x * aside + y * ahead) for x, y in points]
