"""picture.png: the robot's path on the mat, coloured by speed, on one page that can be printed.

Drawn in mm on axes whose scale is fixed before anything is drawn, so that stripes and the robot have their true size.
matplotlib is imported when a picture is drawn and not before: it takes longer to load than most runs take.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..trace import Trace
from .colours import SPEED_STOPS, floor_grey, round_up
from .marks import Mark, of_kind
from .placing import Box, Room
from .track import Track, end_of, track_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 200
WIDTH_IN = 8.0
_MAX_MAT_IN = 8.4  # so that title, mat and legend fit on an A4 page
_LEFT_IN, _RIGHT_IN, _TOP_IN, _BOTTOM_IN = 0.66, 0.98, 0.66, 0.64

_INK, _SOFT, _LOST, _GO = "#1d2330", "#5d6675", "#c3202f", "#13795b"
_MOST_LOST = 12  # losses numbered on the mat; a robot that loses the line more often than that is a story of its own
_CLOCK_STEPS_S = (1, 2, 5, 10, 20, 30, 60)
_ARC_STEP_DEG = 3.0
_PATH_STEP_MM = 2.0
_STRIPE_STEP_MM = 15.0
_CLOCK_APART_PX = 26.0


@dataclass(frozen=True)
class _Page:
    """The sheet: its axes, and how many points (1/72 inch) a mm of the mat is."""

    figure: "Figure"
    axes: "Axes"
    points_per_mm: float
    view: Box

    def pixel(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Pixels from the lower left corner of the axes."""
        scale = self.points_per_mm * DPI / 72
        return (x_mm - self.view[0]) * scale, (y_mm - self.view[1]) * scale

    def place_mm(self, x_px: float, y_px: float) -> tuple[float, float]:
        scale = self.points_per_mm * DPI / 72
        return self.view[0] + x_px / scale, self.view[1] + y_px / scale


def write_picture(trace: Trace, marks: Sequence[Mark], path: Path, title: str, labels: Mapping[str, str]) -> None:
    """Draw the run and write it to `path` as PNG.

    `title` is the task's name in the reader's language; `labels` come from `words.picture_labels`.
    """
    track = track_of(trace)
    scene = trace.header["scene"]
    fastest = round_up(max((abs(v) for v in track.columns["v_um_s"]), default=0) / 1000)
    page = _blank_page(_view(scene["mat"], track))
    room = _room(page, scene, track)
    _draw_mat(page, scene["mat"])
    _draw_sensor_band(page, scene["robot"], track)
    _draw_path(page, track, fastest)
    _draw_robots(page, scene["robot"], track)
    _draw_lost(page, room, of_kind(marks, "lost"), labels)
    _draw_ends(page, room, track, marks, end_of(trace), labels)
    _draw_clock(page, room, track, labels)
    _frame(page, title, labels, fastest, len(of_kind(marks, "lost")))
    page.figure.savefig(path, dpi=DPI, format="png", facecolor="white")


def _view(mat: Mapping[str, Any], track: Track) -> Box:
    """The mat, and beyond it as far as the robot drove (at most a third of the mat, else the mat would vanish)."""
    wide, high = mat["width_mm"], mat["height_mm"]
    xs = [x / 1000 for x in track.columns["x_um"]] or [0.0]
    ys = [y / 1000 for y in track.columns["y_um"]] or [0.0]
    beyond, body = max(wide, high) / 3, 90.0
    left = max(-beyond, min(0.0, min(xs) - body))
    bottom = max(-beyond, min(0.0, min(ys) - body))
    right = min(wide + beyond, max(wide, max(xs) + body))
    top = min(high + beyond, max(high, max(ys) + body))
    return left, bottom, right, top


def _blank_page(view: Box) -> _Page:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    wide, high = view[2] - view[0], view[3] - view[1]
    inch_per_mm = min((WIDTH_IN - _LEFT_IN - _RIGHT_IN) / wide, _MAX_MAT_IN / high)
    mat_wide, mat_high = wide * inch_per_mm, high * inch_per_mm
    height = mat_high + _TOP_IN + _BOTTOM_IN
    figure = Figure(figsize=(WIDTH_IN, height), dpi=DPI)
    FigureCanvasAgg(figure)
    left = _LEFT_IN + (WIDTH_IN - _LEFT_IN - _RIGHT_IN - mat_wide) / 2
    axes = figure.add_axes((left / WIDTH_IN, _BOTTOM_IN / height, mat_wide / WIDTH_IN, mat_high / height))
    axes.set_xlim(view[0], view[2])
    axes.set_ylim(view[1], view[3])
    axes.set_autoscale_on(False)
    axes.set_facecolor("#e4e1da")
    return _Page(figure, axes, inch_per_mm * 72, view)


def _room(page: _Page, scene: Mapping[str, Any], track: Track) -> Room:
    corner = page.pixel(page.view[2], page.view[3])
    busy = [page.pixel(*_pose(track, i)[:2]) for i in _waypoints(track)]
    for stripe in scene["mat"]["surfaces"]:
        if stripe["kind"] == "Stripe":
            busy += [page.pixel(*point) for point in _every(_STRIPE_STEP_MM, stripe_points(stripe))]
    reach = max(math.hypot(x, y) for x, y in scene["robot"]["outline"])
    for i in (0, len(track) - 1) if len(track) else ():
        x, y, _heading = _pose(track, i)
        spots = [k * reach / 7 for k in range(-7, 8)]
        busy += [page.pixel(x + dx, y + dy) for dx in spots for dy in spots]
    return Room((6, 6, corner[0] - 6, corner[1] - 6), busy)


def stripe_points(stripe: Mapping[str, Any]) -> list[tuple[float, float]]:
    """A stripe's centre line as points, mm."""
    points: list[tuple[float, float]] = []
    for piece in stripe["pieces"]:
        if piece["kind"] == "Line":
            points += [(piece["x0"], piece["y0"]), (piece["x1"], piece["y1"])]
            continue
        steps = max(1, math.ceil(abs(piece["sweep_deg"]) / _ARC_STEP_DEG))
        for i in range(steps + 1):
            angle = math.radians(piece["start_deg"] + piece["sweep_deg"] * i / steps)
            x = piece["cx"] + piece["radius"] * math.cos(angle)
            points.append((x, piece["cy"] + piece["radius"] * math.sin(angle)))
    return points


def _every(step: float, points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points along a line of points, at most so many mm apart."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = int(math.hypot(x1 - x0, y1 - y0) / step) + 1
        for i in range(count):
            yield x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count


def _draw_mat(page: _Page, mat: Mapping[str, Any]) -> None:
    from matplotlib.patches import Polygon, Rectangle

    axes = page.axes
    sheet = Rectangle(
        (0, 0), mat["width_mm"], mat["height_mm"], facecolor=floor_grey(mat["reflectance"]), lw=0, zorder=1
    )
    axes.add_patch(sheet)
    for order, surface in enumerate(mat["surfaces"]):
        grey, zorder = floor_grey(surface["reflectance"]), 1.1 + order * 1e-3
        if surface["kind"] == "Polygon":
            area = Polygon(surface["points"], closed=True, facecolor=grey, lw=0, zorder=zorder)
            axes.add_patch(area)
            area.set_clip_path(sheet)
            continue
        points = stripe_points(surface)
        if surface["closed"]:
            # Over the first piece again, so that the seam has a joint like every other.
            points += points[:2]
        width = surface["width_mm"] * page.points_per_mm
        xs, ys = zip(*points, strict=True)
        (line,) = axes.plot(xs, ys, color=grey, lw=width, solid_capstyle="butt", solid_joinstyle="round", zorder=zorder)
        line.set_clip_path(sheet)


def _draw_sensor_band(page: _Page, robot: Mapping[str, Any], track: Track) -> None:
    """The floor that the sensor bar has passed over, in one faint tint however often it passed."""
    from matplotlib.collections import PolyCollection

    sensors = robot["reflectance"]
    if len(sensors) < 2 or not len(track):
        return
    first, last = sensors[0], sensors[-1]
    bars = []
    for i in _waypoints(track):
        pose = _pose(track, i)
        bars.append((_at(pose, first["x_mm"], first["y_mm"]), _at(pose, last["x_mm"], last["y_mm"])))
    quads = [(a, b, d, c) for (a, b), (c, d) in pairwise(bars)]
    # Opaque under the stripe's colour would hide it; a tint that does not add up has to lie under the stripe.
    page.axes.add_collection(PolyCollection(quads, facecolor="#dcebf5", edgecolor="#dcebf5", lw=0.3, zorder=1.05))


def _draw_path(page: _Page, track: Track, fastest: float) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    kept = _waypoints(track)
    points = [(track.columns["x_um"][i] / 1000, track.columns["y_um"][i] / 1000) for i in kept]
    if len(points) < 2:
        return
    speeds = [abs(track.columns["v_um_s"][i]) / 1000 for i in kept]
    page.axes.plot(*zip(*points, strict=True), color="white", lw=3.4, solid_capstyle="round", zorder=3)
    lines = LineCollection(
        list(pairwise(points)),
        array=[(a + b) / 2 for a, b in pairwise(speeds)],
        cmap=LinearSegmentedColormap.from_list("speed", SPEED_STOPS),
        norm=Normalize(0, fastest),
        lw=2.0,
        capstyle="round",
        zorder=3.1,
    )
    page.axes.add_collection(lines)


def _draw_robots(page: _Page, robot: Mapping[str, Any], track: Track) -> None:
    if not len(track):
        return
    _draw_robot(page, robot, _pose(track, len(track) - 1), fill="#ffffff", alpha=0.55, zorder=2.6)
    _draw_robot(page, robot, _pose(track, 0), fill="#bfe3d4", alpha=0.75, zorder=2.5)


def _draw_robot(
    page: _Page, robot: Mapping[str, Any], pose: tuple[float, float, float], fill: str, alpha: float, zorder: float
) -> None:
    """Outline, wheels and sensors to scale."""
    from matplotlib.patches import Circle, Polygon

    outline = [_at(pose, x, y) for x, y in robot["outline"]]
    page.axes.add_patch(Polygon(outline, closed=True, facecolor=fill, alpha=alpha, lw=0, zorder=zorder))
    page.axes.add_patch(Polygon(outline, closed=True, fill=False, edgecolor=_INK, lw=0.9, zorder=zorder + 0.01))
    for motor in (robot["left"], robot["right"]):
        radius, half = motor["wheel_diameter_mm"] / 2, 7.0
        x, y = motor["wheel_x_mm"], motor["wheel_y_mm"]
        corners = [(x - radius, y - half), (x + radius, y - half), (x + radius, y + half), (x - radius, y + half)]
        wheel = [_at(pose, *corner) for corner in corners]
        page.axes.add_patch(Polygon(wheel, closed=True, facecolor=_INK, lw=0, zorder=zorder + 0.02))
    for sensor in robot["reflectance"]:
        spot = _at(pose, sensor["x_mm"], sensor["y_mm"])
        page.axes.add_patch(Circle(spot, sensor["footprint_mm"] / 2, color=_INK, lw=0, zorder=zorder + 0.02))


def _draw_lost(page: _Page, room: Room, lost: Sequence[Mark], labels: Mapping[str, str]) -> None:
    """A red ring at each loss and a numbered flag with its time."""
    for mark in lost:
        x_px, y_px = page.pixel(mark["x_mm"], mark["y_mm"])
        room.take((x_px - 13, y_px - 13, x_px + 13, y_px + 13))
        page.axes.plot(
            mark["x_mm"], mark["y_mm"], "o", ms=7, mfc="white", mec=_LOST, mew=1.8, zorder=5, clip_on=False
        )  # fmt: skip
    for number, mark in enumerate(lost[:_MOST_LOST], start=1):
        flag = f"{number}  {_seconds(mark['t_ms'], labels)}"
        _flag(page, room, flag, mark["x_mm"], mark["y_mm"], _LOST, must=True, gap=26)


def _draw_ends(
    page: _Page,
    room: Room,
    track: Track,
    marks: Sequence[Mark],
    end: tuple[int, str, int, str],
    labels: Mapping[str, str],
) -> None:
    """Where the run began, where the judge saw the finish, where the robot was in the end."""
    if not len(track):
        return
    x, y, _heading = _pose(track, 0)
    page.axes.plot(x, y, "o", ms=6, mfc=_GO, mec="white", mew=1.0, zorder=5)
    _flag(page, room, labels["start"], x, y, _GO, must=True, gap=34, prefer_deg=240)
    finish = of_kind(marks, "finish")
    for mark in finish:
        page.axes.plot(mark["x_mm"], mark["y_mm"], "s", ms=7, mfc=_INK, mec="white", mew=1.2, zorder=5.1)
        text = f"{labels['finish']}  {_seconds(mark['t_ms'], labels)}"
        _flag(page, room, text, mark["x_mm"], mark["y_mm"], _INK, must=True, gap=34, prefer_deg=60)
    if finish and finish[-1]["t_ms"] >= end[0] // 1000 - 500:
        return  # the run ended with the finish: one flag says both
    x, y, _heading = _pose(track, len(track) - 1)
    page.axes.plot(x, y, "X", ms=7, mfc=_INK, mec="white", mew=1.0, zorder=5)
    text = f"{labels['end']}  {_seconds(end[0] // 1000, labels)}"
    _flag(page, room, text, x, y, _INK, must=True, gap=34, prefer_deg=60)


def _draw_clock(page: _Page, room: Room, track: Track, labels: Mapping[str, str]) -> None:
    """Dots on the path every few seconds, so that "look at 4.2 s" can be found; a time where there is room."""
    if not len(track):
        return
    whole = track.t_us[-1] / 1e6
    step = next((s for s in _CLOCK_STEPS_S if whole / s <= 14), 120)
    due = step
    taken = [page.pixel(*_pose(track, i)[:2]) for i in (0, len(track) - 1)]
    for i, t_us in enumerate(track.t_us):
        if t_us < due * 1_000_000:
            continue
        x, y, heading = _pose(track, i)
        spot = page.pixel(x, y)
        if all(math.dist(spot, other) >= _CLOCK_APART_PX for other in taken):
            taken.append(spot)
            page.axes.plot(x, y, "o", ms=2.6, mfc="white", mec=_INK, mew=0.8, zorder=4)
            # To the side of the path, not along it.
            _flag(page, room, f"{due}", x, y, _SOFT, must=False, gap=9, prefer_deg=heading - 90, small=True)
        due += step


def _flag(
    page: _Page,
    room: Room,
    text: str,
    x: float,
    y: float,
    colour: str,
    *,
    must: bool,
    gap: float,
    prefer_deg: float = 60,
    small: bool = False,
) -> None:
    """A label near (x, y) mm with a thin line to it, where it covers no other."""
    from matplotlib.patheffects import withStroke

    size = 6.2 if small else 7.6
    wide, high = _text_size(page, text, size, "normal" if small else "bold")
    pad = 2.0 if small else 7.0
    spot = room.place(*page.pixel(x, y), wide + 2 * pad, high + 2 * pad, gap, must=must, prefer_deg=prefer_deg)
    if spot is None:
        return
    at = page.place_mm(*spot)
    if small:
        page.axes.text(
            *at, text, fontsize=size, color=colour, ha="center", va="center_baseline", zorder=4.2,
            path_effects=[withStroke(linewidth=1.8, foreground="white")],
        )  # fmt: skip
        return
    page.axes.plot((x, at[0]), (y, at[1]), color=colour, lw=0.8, zorder=4.5)
    box = {"boxstyle": f"round,pad={pad / size * 72 / DPI * 0.9:.2f}", "fc": "white", "ec": colour, "lw": 0.9}
    page.axes.text(
        *at, text, fontsize=size, weight="bold", color=colour, ha="center", va="center", bbox=box, zorder=6
    )  # fmt: skip


def _text_size(page: _Page, text: str, size: float, weight: str) -> tuple[float, float]:
    """Width and height of a line of text, px."""
    from matplotlib.font_manager import FontProperties

    renderer = page.figure.canvas.get_renderer()  # type: ignore[attr-defined]
    wide, high, _ = renderer.get_text_width_height_descent(text, FontProperties(size=size, weight=weight), ismath=False)
    return wide, high


def _frame(page: _Page, title: str, labels: Mapping[str, str], fastest: float, losses: int) -> None:
    """Title, caption, axes, colour bar and legend."""
    figure, axes = page.figure, page.axes
    height = figure.get_figheight()
    left = axes.get_position().x0
    _say(figure, left, 1 - 0.2 / height, title, 12.5, _INK, "bold")
    _say(figure, left, 1 - 0.45 / height, labels.get("caption", ""), 8.6, _SOFT, "normal")
    axes.set_xlabel(labels["x"], fontsize=7.6, color=_SOFT, labelpad=2)
    axes.set_ylabel(labels["y"], fontsize=7.6, color=_SOFT, labelpad=2)
    axes.tick_params(labelsize=7, colors=_SOFT, length=2.5, width=0.6)
    for spine in axes.spines.values():
        spine.set(color="#9aa1ac", linewidth=0.6)
    _draw_colour_bar(page, labels, fastest)
    _draw_legend(page, labels, losses)


def _draw_colour_bar(page: _Page, labels: Mapping[str, str], fastest: float) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    place = page.axes.get_position()
    tall = min(place.height, 3.2 / page.figure.get_figheight())
    bar_axes = page.figure.add_axes((place.x1 + 0.16 / WIDTH_IN, place.y0, 0.13 / WIDTH_IN, tall))
    colours = LinearSegmentedColormap.from_list("speed", SPEED_STOPS)
    bar = page.figure.colorbar(ScalarMappable(Normalize(0, fastest), colours), cax=bar_axes)
    bar.outline.set_linewidth(0)
    bar.ax.tick_params(labelsize=7, colors=_SOFT, length=2, width=0.6)
    bar.set_label(labels["speed"], fontsize=7.6, color=_SOFT, labelpad=3)


def _draw_legend(page: _Page, labels: Mapping[str, str], losses: int) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    def point(marker: str, size: float, face: str, edge: str, width: float) -> Line2D:
        return Line2D([], [], ls="", marker=marker, ms=size, mfc=face, mec=edge, mew=width)

    rows: list[tuple[Any, str]] = [(point("o", 6, _GO, "white", 1.0), labels["start"])]
    if losses:
        hidden = losses - _MOST_LOST
        more = f" ({labels['more'].replace('{count}', str(hidden))})" if hidden > 0 else ""
        rows.append((point("o", 6, "white", _LOST, 1.6), labels["lost"] + more))
    rows.append((point("o", 2.6, "white", _INK, 0.8), labels["clock"]))
    rows.append((Patch(facecolor="#dcebf5", lw=0), labels["sensors"]))
    handles, texts = zip(*rows, strict=True)
    legend = page.figure.legend(
        handles, texts, loc="lower left", ncols=len(rows), frameon=False, fontsize=7.4, labelcolor=_SOFT,
        bbox_to_anchor=(page.axes.get_position().x0, 0.07 / page.figure.get_figheight()), borderpad=0, borderaxespad=0,
        columnspacing=1.8, handletextpad=0.5, handlelength=1.3,
    )  # fmt: skip
    legend.set_zorder(5)


def _say(figure: "Figure", x: float, y: float, text: str, size: float, colour: str, weight: str) -> None:
    """A line of text; `$` is a dollar and not the start of a formula."""
    figure.text(x, y, text, fontsize=size, color=colour, weight=weight, va="center", parse_math=False)


def _seconds(t_ms: int, labels: Mapping[str, str]) -> str:
    return labels["seconds"].replace("{value}", f"{t_ms / 1000:.2f}".replace(".", labels["decimal"]))


def _waypoints(track: Track) -> list[int]:
    """Indexes of the states worth drawing: a new one for every few mm, and the last."""
    kept: list[int] = []
    xs, ys = track.columns["x_um"], track.columns["y_um"]
    headings = track.columns["heading_mdeg"]
    for i in range(len(track)):
        if kept:
            j = kept[-1]
            near = math.hypot(xs[i] - xs[j], ys[i] - ys[j]) < _PATH_STEP_MM * 1000
            if near and abs(headings[i] - headings[j]) < 3_000 and i < len(track) - 1:
                continue
        kept.append(i)
    return kept


def _pose(track: Track, i: int) -> tuple[float, float, float]:
    """x mm, y mm, heading in degrees."""
    return track.columns["x_um"][i] / 1000, track.columns["y_um"][i] / 1000, track.columns["heading_mdeg"][i] / 1000


def _at(pose: tuple[float, float, float], ahead: float, aside: float) -> tuple[float, float]:
    """Where on the mat a point of the robot is (x forward, y left, mm)."""
    cos, sin = math.cos(math.radians(pose[2])), math.sin(math.radians(pose[2]))
    return pose[0] + ahead * cos - aside * sin, pose[1] + ahead * sin + aside * cos
