"""The mat with all that is on it, drawn in mm on a sheet."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .colours import GLARE, GLARE_ALPHA, WALL, floor_colour
from .journeys import Journey
from .paths import area_path, stripe_path
from .printed import dots_of, extent_of, pixels_of
from .sheet import Sheet
from .standing import BALL_SHINE, EDGE, RAMP, ZONE, Pose, arrow_of, hatch_of, outline_of, placed, starting_poses

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

MAT_EDGE = "#8a919c"


def draw_mat(sheet: Sheet, mat: Mapping[str, Any], poses: Sequence[Pose] | None = None) -> None:
    """The mat with all that is on it; objects where `poses` say, or else where they stand before the run."""
    from matplotlib.patches import Polygon, Rectangle

    axes = sheet.axes
    paper = Rectangle((0, 0), mat["width_mm"], mat["height_mm"], facecolor=floor_colour(mat), lw=0, zorder=1)
    axes.add_patch(paper)
    if sheet.view != (0.0, 0.0, mat["width_mm"], mat["height_mm"]):  # floor is seen around it: tell where it ends
        edge = Rectangle((0, 0), mat["width_mm"], mat["height_mm"], fill=False, ec=MAT_EDGE, lw=0.8, zorder=2.2)
        axes.add_patch(edge)
    for order, surface in enumerate(mat["surfaces"]):
        draw_surface(axes, surface, sheet.points_per_mm, paper, 1.1 + order * 1e-6)
    for light in mat["lights"]:
        area = Polygon(light["points"], closed=True, facecolor=GLARE, alpha=GLARE_ALPHA, lw=0, zorder=2.3)
        axes.add_patch(area)
        area.set_clip_path(paper)
    _draw_ramps_and_zones(sheet, mat)
    for wall in mat["walls"]:
        axes.plot(
            (wall["x0_mm"], wall["x1_mm"]), (wall["y0_mm"], wall["y1_mm"]),
            color=WALL, lw=3, solid_capstyle="round", zorder=2.4,
        )  # fmt: skip
    draw_objects(sheet, mat, starting_poses(mat) if poses is None else poses)


def draw_surface(axes: "Axes", surface: Mapping[str, Any], points_per_mm: float, paper: "Patch", zorder: float) -> None:
    """One painted surface, as far as it lies on the paper."""
    from matplotlib.patches import PathPatch

    if surface["kind"] == "Image":
        left, right, low, high = extent_of(surface)
        pixels = pixels_of(surface, dots_of(surface))
        # Where dots are larger than pixels they stay square.
        shown = axes.imshow(pixels, extent=(left, right, low, high), aspect="auto", zorder=zorder)
        shown.set_clip_path(paper)
        return
    colour = floor_colour(surface)
    if surface["kind"] == "Polygon":
        outlines = [surface["points"], *surface.get("holes", ())]
        patch = PathPatch(area_path(outlines), facecolor=colour, lw=0, zorder=zorder)
    else:
        width = surface["width_mm"] * points_per_mm
        patch = PathPatch(stripe_path(surface), fill=False, edgecolor=colour, lw=width, zorder=zorder)
        patch.set_capstyle("butt")
        patch.set_joinstyle("round")
    patch.set_snap(False)  # or edges along the axes move to whole pixels, and lines and areas no longer meet
    axes.add_patch(patch)
    patch.set_clip_path(paper)


def draw_objects(sheet: Sheet, mat: Mapping[str, Any], poses: Sequence[Pose]) -> None:
    """Pins, posts, balls and boxes from above, in the scene's order."""
    from matplotlib.patches import Circle, Polygon

    axes = sheet.axes
    for item, pose in zip(mat.get("objects", ()), poses, strict=False):
        corners = placed(outline_of(item, pose[3]), pose)
        axes.add_patch(Polygon(corners, closed=True, facecolor=floor_colour(item), ec=EDGE, lw=0.9, zorder=2.45))
        if item["kind"] == "post":  # it stands fast: a ring in it, as of a bolt
            axes.add_patch(Circle(pose[:2], item["length_mm"] / 4, fill=False, ec=EDGE, lw=0.9, zorder=2.46))
        if item["kind"] == "ball":
            shine = pose[0] - item["length_mm"] / 6, pose[1] + item["length_mm"] / 6
            axes.add_patch(Circle(shine, item["length_mm"] / 9, facecolor=BALL_SHINE, ec=EDGE, lw=0.3, zorder=2.46))


def draw_journeys(sheet: Sheet, mat: Mapping[str, Any], journeys: Sequence[Journey]) -> None:
    """Of each object that was moved, where it stood before and the way of its middle."""
    from matplotlib.patches import Polygon

    for item, journey in zip(mat.get("objects", ()), journeys, strict=False):
        if not journey.moved:
            continue
        before = journey.poses[0]
        corners = placed(outline_of(item, before[3]), before)
        ghost = Polygon(corners, closed=True, facecolor=floor_colour(item), alpha=0.25, lw=0, zorder=2.42)
        sheet.axes.add_patch(ghost)
        sheet.axes.add_patch(Polygon(corners, closed=True, fill=False, ec=EDGE, lw=0.6, ls=(0, (2, 1.5)), zorder=2.42))
        xs, ys, *_ = zip(*journey.poses, strict=True)
        sheet.axes.plot(xs, ys, color="white", lw=2.0, alpha=0.7, zorder=2.7)
        sheet.axes.plot(xs, ys, color=EDGE, lw=0.9, ls=(0, (4, 2)), zorder=2.71)


def _draw_ramps_and_zones(sheet: Sheet, mat: Mapping[str, Any]) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.patches import Polygon

    axes = sheet.axes
    for ramp in mat.get("ramps", ()):
        axes.add_patch(Polygon(ramp["points"], closed=True, fill=False, ec=RAMP, lw=0.8, zorder=2.31))
        hatch = [((x0, y0), (x1, y1)) for x0, y0, x1, y1 in hatch_of(ramp)]
        axes.add_collection(LineCollection(hatch, colors=RAMP, lw=0.5, alpha=0.6, zorder=2.31))
        arrow = [((x0, y0), (x1, y1)) for x0, y0, x1, y1 in arrow_of(ramp)]
        axes.add_collection(LineCollection(arrow, colors=RAMP, lw=1.2, zorder=2.32))
    for zone in mat.get("zones", ()):
        axes.add_patch(
            Polygon(zone["points"], closed=True, fill=False, ec=ZONE, lw=0.7, ls=(0, (4, 3)), zorder=2.33)
        )  # fmt: skip
