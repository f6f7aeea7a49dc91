"""A page of the PDF with a part of the mat at its true size. The axes' unit is the mm of the mat."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from marshrut.simulator.replay.colours import WALL, floor_colour
from marshrut.simulator.replay.mat import draw_surface
from marshrut.simulator.replay.printed import dots_of, extent_of, pixels_of
from marshrut.simulator.replay.standing import outline_of, placed, starting_poses
from marshrut.simulator.scene import mat_to_json
from marshrut.simulator.scene.colours import shares_of
from marshrut.simulator.scene.geometry import bounds
from marshrut.simulator.scene.model import Image, Mat, Polygon, Robot, Surface

from .layout import Box, Layout, Tile

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

POINTS_PER_MM = 72 / 25.4
MM_PER_INCH = 25.4
PAPER_WHITE = 0.8  # what is as light as that is left to the paper, of a mat that is grey or white
INK_BLACK = 0.1  # what is as dark as that is meant to be black
_PLACE = "#8c8c8c"  # where things are put; thin enough for no sensor to see
_PLACE_MM = 0.15


@dataclass(frozen=True)
class Printed:
    """A mat, ready to be printed page by page: each surface with the box around it."""

    mat: Mapping[str, Any]
    surfaces: tuple[tuple[Mapping[str, Any], Box], ...]

    @property
    def floor(self) -> str:
        """The mat's own colour, or "" where paper does for it."""
        coloured = bool(self.mat["rgb"]) and len({round(share, 2) for share in self.mat["rgb"]}) > 1
        return floor_colour(self.mat) if coloured or self.mat["reflectance"] < PAPER_WHITE else ""


def printed(mat: Mat) -> Printed:
    plain = mat_to_json(mat)
    boxes = [_box(surface) for surface in mat.surfaces]
    return Printed(plain, tuple(zip(map(_inked, plain["surfaces"]), boxes, strict=True)))


def blank_page(width: float, height: float, origin: tuple[float, float]) -> "tuple[Figure, Axes]":
    """A page of that size whose axes fill it; `origin` is its lower left corner in the axes' unit, the mm."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(origin[0], origin[0] + width)
    axes.set_ylim(origin[1], origin[1] + height)
    axes.set_autoscale_on(False)
    axes.axis("off")
    return figure, axes


def draw_part(axes: "Axes", what: Printed, layout: Layout, tile: Tile) -> None:
    """What lies in the sheet's window."""
    from matplotlib.patches import Rectangle

    left, low, right, top = _common(layout.window(tile), (0.0, 0.0, what.mat["width_mm"], what.mat["height_mm"]))
    window = Rectangle((left, low), right - left, top - low, fc=what.floor or "none", lw=0, zorder=1)
    axes.add_patch(window)
    for order, (surface, box) in enumerate(what.surfaces):
        seen = _common(box, (left, low, right, top))
        if seen[0] >= seen[2] or seen[1] >= seen[3]:
            continue
        zorder = 1.1 + order * 1e-6
        if surface["kind"] == "Image":
            _draw_image(axes, surface, seen, window, zorder)
        else:
            draw_surface(axes, surface, POINTS_PER_MM, window, zorder)


def draw_places(axes: "Axes", what: Printed, robot: Robot, layout: Layout, tile: Tile) -> None:
    """Hair lines where objects, walls and ramps are put, and where robots start."""
    from matplotlib.patches import Rectangle

    left, low, right, top = layout.window(tile)
    window = Rectangle((left, low), right - left, top - low, fc="none", lw=0)
    axes.add_patch(window)
    for points, wall in place_lines(what, robot):
        xs, ys = zip(*points, strict=True)
        width = (2 if wall else 1) * _PLACE_MM * POINTS_PER_MM
        (line,) = axes.plot(xs, ys, color=WALL if wall else _PLACE, lw=width, solid_capstyle="butt", zorder=2)
        line.set_clip_path(window)


def place_lines(what: Printed, robot: Robot) -> Iterator[tuple[Sequence[Sequence[float]], bool]]:
    """The hair lines, each by its points, and whether it is a wall."""
    mat = what.mat
    for item, pose in zip(mat["objects"], starting_poses(mat), strict=True):
        outline = placed(outline_of(item, False), pose)
        yield [*outline, outline[0]], False
    for ramp in mat["ramps"]:
        yield [*ramp["points"], ramp["points"][0]], False
    for wall in mat["walls"]:
        yield [(wall["x0_mm"], wall["y0_mm"]), (wall["x1_mm"], wall["y1_mm"])], True
    front = max(x for x, _ in robot.outline)
    for start in mat["starts"]:
        pose = start["x_mm"], start["y_mm"], start["heading_deg"], False
        yield placed([(-10.0, 0.0), (front, 0.0)], pose), False
        yield placed([(0.0, -10.0), (0.0, 10.0)], pose), False
        yield placed([(front - 10.0, -5.0), (front, 0.0), (front - 10.0, 5.0)], pose), False


def _inked(surface: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is as dark as ink without a colour is printed in black: a printer would make dots of a dark grey."""
    if surface["kind"] != "Image" and not surface["rgb"] and surface["reflectance"] <= INK_BLACK:
        return {**surface, "rgb": shares_of("#000000")}
    return surface


def _draw_image(axes: "Axes", image: Mapping[str, Any], seen: Box, window: "Patch", zorder: float) -> None:
    """Only the dots that are seen: else each sheet would hold the whole picture."""
    left, _, _, top = extent_of(image)
    per_px = image["mm_per_px"]
    first, last = math.floor((seen[0] - left) / per_px), math.ceil((seen[2] - left) / per_px)
    upper, lower = math.floor((top - seen[3]) / per_px), math.ceil((top - seen[1]) / per_px)
    first, upper = max(first, 0), max(upper, 0)
    last, lower = min(last, image["columns"]), min(lower, image["rows"])
    if first >= last or upper >= lower:
        return
    pixels = pixels_of(image, dots_of(image)[upper:lower, first:last])
    extent = left + first * per_px, left + last * per_px, top - lower * per_px, top - upper * per_px
    shown = axes.imshow(pixels, extent=extent, aspect="auto", interpolation="none", zorder=zorder)
    shown.set_clip_path(window)


def _box(surface: Surface) -> Box:
    if isinstance(surface, Image):
        wide, high = surface.columns * surface.mm_per_px, surface.rows * surface.mm_per_px
        return surface.x_mm, surface.y_mm, surface.x_mm + wide, surface.y_mm + high
    if isinstance(surface, Polygon):
        xs, ys = [x for x, _ in surface.points], [y for _, y in surface.points]
        return min(xs), min(ys), max(xs), max(ys)
    boxes = [bounds(piece) for piece in surface.pieces]
    half = surface.width_mm / 2
    return (
        min(box[0] for box in boxes) - half, min(box[1] for box in boxes) - half,
        max(box[2] for box in boxes) + half, max(box[3] for box in boxes) + half,
    )  # fmt: skip


def _common(a: Box, b: Box) -> Box:
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])
