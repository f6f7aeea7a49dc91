"""The mat as dots: floor, paint, light, walls, and where a robot starts. Scenes are as the trace has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians, sin
from typing import Any

from marshrut.simulator.replay.colours import GLARE, GLARE_ALPHA, WALL, floor_colour
from marshrut.simulator.replay.scenery import stripe_points

from .dots import HIGH, WIDE, Dots, Point

START = "#13795b"
_WALL_MM = 8.0


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
    """All of the sheet is mat: less than a cell is added at its edges."""
    width, height = dots.width, dots.height
    dots.fill([(0, 0), (width, 0), (width, height), (0, height)], floor_colour(mat))
    for surface in mat["surfaces"]:
        if surface["kind"] == "Polygon":
            corners = place.dots(surface["points"])
            dots.fill(corners, floor_colour(surface))
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


def mark_start(dots: Dots, place: Place, start: Mapping[str, Any], mat: Mapping[str, Any]) -> None:
    x, y = place.dot(start["x_mm"], start["y_mm"])
    dots.sign(floor(x / WIDE), floor(y / HIGH), "+", START, floor_colour(mat))


def standing(
    points: Sequence[Sequence[float]], x_mm: float, y_mm: float, heading_deg: float, larger: float = 1.0
) -> list[tuple[float, float]]:
    """Points of a robot (x forward, y left) on the mat where it stands there."""
    ahead, aside = larger * cos(radians(heading_deg)), larger * sin(radians(heading_deg))
    return [(x_mm + x * ahead - y * aside, y_mm + x * aside + y * ahead) for x, y in points]


def blended(under: str, over: str, alpha: float) -> str:
    channels = ((int(under[i : i + 2], 16), int(over[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * alpha):02x}" for a, b in channels)
