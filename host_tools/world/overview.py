"""The picture of a mat as its author looks at it: axes, a bar for the scale, starts, and names."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from marshrut.simulator.messages import say
from marshrut.simulator.replay.colours import GLARE
from marshrut.simulator.replay.mat import draw_mat
from marshrut.simulator.replay.placing import Room
from marshrut.simulator.replay.sheet import DPI, GO, INK, SOFT, Sheet, blank_sheet, text_size
from marshrut.simulator.replay.standing import ZONE
from marshrut.simulator.scene import mat_to_json
from marshrut.simulator.scene.areas import holds, point_to_edge
from marshrut.simulator.scene.geometry import point_at, polyline, samples
from marshrut.simulator.scene.model import Image, Light, Mat, Point, Polygon, Robot, Start, Stripe, WorldFile

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_BAR_SHARE = 0.25  # of the mat's width, at most
_NAME_PT = 6.4
_GAP_PX = 8  # between a thing and its name
_RIM_PX = 7  # around a name in an area
_SUN_PX = 20
_MOST_NAMES, _MOST_ZONES = 60, 200
SUN = "#8a5a00"
_STEPS = (10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1)  # mm


def write_overview(world: WorldFile, robot: Robot, lang: str, path: Path) -> None:
    """As PNG or SVG, by the name of the file."""
    import matplotlib

    mat = world.mat
    sheet = blank_sheet((0.0, 0.0, mat.width_mm, mat.height_mm))
    draw_mat(sheet, mat_to_json(mat))
    right, top = sheet.pixel(mat.width_mm, mat.height_mm)
    room = Room((4, 4, right - 4, top - 4), _busy(sheet, mat, robot))
    scale = sheet.points_per_mm * DPI / 72
    for start in mat.starts:
        _draw_start(sheet, room, robot, start)
    for light in mat.lights:
        _draw_light(sheet, room, light)
    for zone in mat.zones[:_MOST_ZONES]:
        _write_inside(sheet, room, zone.id, zone.points, ZONE)
    for name, at, half_mm, colour in [*_names(world)][:_MOST_NAMES]:
        _write_name(sheet, room, name, at, half_mm * scale + _GAP_PX, colour)
    _frame(sheet, world, lang)
    kind = path.suffix[1:].lower()
    metadata = {"Date": None} if kind == "svg" else None
    with matplotlib.rc_context({"svg.hashsalt": "marshrut", "svg.fonttype": "path"}):
        sheet.figure.savefig(path, dpi=DPI, format=kind, metadata=metadata, facecolor="white")


def scale_bar(most_mm: float) -> int:
    """The longest round length that is not longer than that."""
    return next((step for step in _STEPS if step <= most_mm), _STEPS[-1])


def _frame(sheet: Sheet, world: WorldFile, lang: str) -> None:
    axes, figure = sheet.axes, sheet.figure
    height = figure.get_figheight()
    place = axes.get_position()
    size = {"width": f"{world.mat.width_mm:g}", "height": f"{world.mat.height_mm:g}"}
    _say(figure, place.x0, 1 - 0.2 / height, dict(world.title)[lang], 12.5, INK, "bold")
    _say(figure, place.x0, 1 - 0.45 / height, say(lang, "world-draw-size", **size), 8.6, SOFT, "normal")
    axes.set_xlabel(say(lang, "picture-x"), fontsize=7.6, color=SOFT, labelpad=2)
    axes.set_ylabel(say(lang, "picture-y"), fontsize=7.6, color=SOFT, labelpad=2)
    axes.tick_params(labelsize=7, colors=SOFT, length=2.5, width=0.6)
    for spine in axes.spines.values():
        spine.set(color="#9aa1ac", linewidth=0.6)
    length = scale_bar(_BAR_SHARE * world.mat.width_mm)
    across = place.width * length / world.mat.width_mm
    bar = figure.add_axes((place.x0, 0.1 / height, across, 0.2 / height), xlim=(0, 1), ylim=(0, 2))
    bar.axis("off")
    bar.plot([0, 0, 0, 1, 1, 1], [0, 1, 0.5, 0.5, 1, 0], color=INK, lw=1.1, clip_on=False)
    bar.text(0.5, 0.9, say(lang, "draw-mm", mm=length), ha="center", va="bottom", fontsize=7, color=INK)


def _say(figure: "Figure", x: float, y: float, text: str, size: float, colour: str, weight: str) -> None:
    """A line of text; `$` is a dollar and not the start of a formula."""
    figure.text(x, y, text, fontsize=size, color=colour, weight=weight, va="center", parse_math=False)


def _draw_start(sheet: Sheet, room: Room, robot: Robot, start: Start) -> None:
    """The robot's outline, an arrow where it looks, and the start's name."""
    from matplotlib.patches import Polygon as Patch

    turn = math.radians(start.heading_deg)
    ahead, aside = math.cos(turn), math.sin(turn)

    def at(x: float, y: float) -> Point:
        return start.x_mm + ahead * x - aside * y, start.y_mm + aside * x + ahead * y

    outline = [at(x, y) for x, y in robot.outline]
    sheet.axes.add_patch(Patch(outline, closed=True, fill=False, ec=GO, lw=1.0, ls=(0, (3, 2)), zorder=3))
    front = max(x for x, _ in robot.outline)
    arrow = [at(0.3 * front, -0.35 * front), at(0.95 * front, 0.0), at(0.3 * front, 0.35 * front)]
    sheet.axes.add_patch(Patch(arrow, closed=True, fc=GO, lw=0, alpha=0.85, zorder=3))
    sheet.axes.plot(start.x_mm, start.y_mm, "o", ms=2.5, color=GO, zorder=3.1)
    half = max(abs(y) for _, y in robot.outline) * sheet.points_per_mm * DPI / 72
    _write_name(sheet, room, start.id, (start.x_mm, start.y_mm), half + _GAP_PX, GO, bold=True, must=True)


def _write_name(
    sheet: Sheet, room: Room, name: str, at: Point, gap: float, colour: str, *, bold: bool = False, must: bool = False
) -> None:
    """Near the place, where it covers no other name; one that `must` be there, in any case."""
    weight = "bold" if bold else "normal"
    size = 7.6 if bold else _NAME_PT
    wide, high = text_size(name, size, weight)
    spot = room.place(*sheet.pixel(*at), wide + 4, high + 4, gap, must=must)
    if spot is not None:
        _put_name(sheet, name, spot, size, colour, weight)


def _put_name(sheet: Sheet, name: str, spot: Point, size: float, colour: str, weight: str) -> None:
    from matplotlib.patheffects import withStroke

    sheet.axes.text(
        *sheet.place_mm(*spot), name, fontsize=size, color=colour, weight=weight, ha="center", va="center", zorder=6,
        path_effects=[withStroke(linewidth=2, foreground="white")], parse_math=False,
    )  # fmt: skip


def _draw_light(sheet: Sheet, room: Room, light: Light) -> None:
    """A small sun where the light falls, and its name."""
    at = _spot_in(light.points)
    sheet.axes.plot(*at, marker=(8, 2, 0), ms=13, mec=SUN, mew=1.2, ls="", zorder=3)
    sheet.axes.plot(*at, "o", ms=6, mfc=GLARE, mec=SUN, mew=1.0, zorder=3.1)
    x, y = sheet.pixel(*at)
    room.take((x - _SUN_PX, y - _SUN_PX, x + _SUN_PX, y + _SUN_PX))
    _write_name(sheet, room, light.id, at, _SUN_PX + 2, SUN, must=True)


def _spot_in(area: Sequence[Point]) -> Point:
    """A place well inside, the middle where it can be."""
    xs, ys = zip(*area, strict=True)
    middle = sum(xs) / len(area), sum(ys) / len(area)
    if holds(area, middle):
        return middle
    spots = [
        (min(xs) + (max(xs) - min(xs)) * i / 16, min(ys) + (max(ys) - min(ys)) * j / 16)
        for i in range(1, 16) for j in range(1, 16)
    ]  # fmt: skip
    inside = [spot for spot in spots if holds(area, spot)]
    return max(inside, key=lambda spot: point_to_edge(spot, area), default=middle)


def _write_inside(sheet: Sheet, room: Room, name: str, area: Sequence[Point], colour: str) -> None:
    """In the area where that has room, low and to the left if it can be; else near its corner, in any case."""
    wide, high = (length + 2 * _RIM_PX for length in text_size(name, _NAME_PT, "normal"))
    corners = [sheet.pixel(*corner) for corner in area]
    left, bottom = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, top = (max(corner[axis] for corner in corners) for axis in (0, 1))
    middles = [
        (left + wide / 2 + (right - left - wide) * i / 12, bottom + high / 2 + (top - bottom - high) * j / 12)
        for j in range(13) for i in range(13)
    ]  # fmt: skip
    whole = [(x, y) for x, y in middles if _box_in(corners, x, y, wide, high)]
    spot = room.place_at(whole, wide, high)
    if spot is None:
        _write_name(sheet, room, name, area[0], _GAP_PX, colour, must=True)
    else:
        _put_name(sheet, name, spot, _NAME_PT, colour, "normal")


def _box_in(area: Sequence[Point], x: float, y: float, wide: float, high: float) -> bool:
    halves = (-0.49, 0.0, 0.49)
    return all(holds(area, (x + wide * across, y + high * along)) for across in halves for along in halves)


def _names(world: WorldFile) -> Iterator[tuple[str, Point, float, str]]:
    """What else has a name, where, how far it reaches from there, and the name's colour; of several surfaces of one
    name the first."""
    mat = world.mat
    seen: set[str] = set()
    for surface in mat.surfaces:
        if surface.id in seen:
            continue
        seen.add(surface.id)
        if isinstance(surface, Stripe):
            middle = surface.pieces[len(surface.pieces) // 2]
            yield surface.id, point_at(middle, middle.length / 2), surface.width_mm / 2, INK
        elif isinstance(surface, Image):
            yield surface.id, (surface.x_mm, surface.y_mm), 0.0, INK
        else:
            yield surface.id, _foot(surface), 0.0, INK
    for wall in mat.walls:
        yield wall.id, ((wall.x0_mm + wall.x1_mm) / 2, (wall.y0_mm + wall.y1_mm) / 2), 0.0, SOFT
    for item in mat.objects:
        yield item.id, (item.x_mm, item.y_mm), max(item.length_mm, item.width_mm) / 2, INK
    ramps = len(mat.ramps) - 2 * len(world.bumps)
    names = [*(ramp.id for ramp in mat.ramps[:ramps]), *world.bumps]
    for name, ramp in zip(names, [*mat.ramps[:ramps], *mat.ramps[ramps::2]], strict=True):
        yield name, ramp.points[0], 0.0, SOFT


def _foot(area: Polygon) -> Point:
    """The middle of its lower edge."""
    xs, ys = [x for x, _ in area.points], [y for _, y in area.points]
    return (min(xs) + max(xs)) / 2, min(ys)


def _busy(sheet: Sheet, mat: Mat, robot: Robot) -> list[tuple[float, float]]:
    """Pixels that names had better not cover."""
    places: list[Point] = []
    for surface in mat.surfaces:
        if isinstance(surface, Stripe):
            places += [point for _, point in samples(surface.pieces, 15.0)]
        elif isinstance(surface, Polygon):
            places += [point for _, point in samples(polyline(surface.points, closed=True), 15.0)]
    for zone in mat.zones:
        places += [point for _, point in samples(polyline(zone.points, closed=True), 15.0)]
    for wall in mat.walls:
        ends = (wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm)
        places += [point for _, point in samples(polyline(ends, closed=False), 15.0)]
    for item in mat.objects:
        places += _around((item.x_mm, item.y_mm), max(item.length_mm, item.width_mm) / 2)
    for start in mat.starts:
        places += _around((start.x_mm, start.y_mm), max(abs(value) for point in robot.outline for value in point))
    return [sheet.pixel(x, y) for x, y in places]


def _around(middle: Point, half: float) -> list[Point]:
    steps = [k * half / 5 for k in range(-5, 6)]
    return [(middle[0] + dx, middle[1] + dy) for dx in steps for dy in steps]
