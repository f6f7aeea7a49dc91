"""The robot and its path, drawn in mm on a sheet."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .colours import ROBOTS, SPEED_STOPS, blended
from .sensing import sensing_marks
from .sheet import INK, SENSED, Sheet
from .touches import Touch
from .track import Pose, Track

_ARC_STEP_DEG = 3.0
_PATH_STEP_MM = 2.0
_TOUCHES_APART_PX = 11.0
_HALF_WHEEL_MM = 7.0  # robot files do not tell how wide a tyre is


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


def points_along(step: float, points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points along a line of points, at most so many mm apart."""
    for (x0, y0), (x1, y1) in pairwise(points):
        count = int(math.hypot(x1 - x0, y1 - y0) / step) + 1
        for i in range(count):
            yield x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count


def draw_sensor_band(sheet: Sheet, robot: Mapping[str, Any], track: Track) -> None:
    """The floor that the sensor bar has passed over, in one faint tint however often it passed."""
    from matplotlib.collections import PolyCollection

    sensors = robot["reflectance"]
    if len(sensors) < 2 or not len(track):
        return
    first, last = sensors[0], sensors[-1]
    bars = []
    for i in waypoints(track):
        pose = track.pose(i)
        bars.append((_at(pose, first["x_mm"], first["y_mm"]), _at(pose, last["x_mm"], last["y_mm"])))
    quads = [(a, b, d, c) for (a, b), (c, d) in pairwise(bars)]
    # Opaque under the stripe's colour would hide it; a tint that does not add up has to lie under the stripe.
    sheet.axes.add_collection(PolyCollection(quads, facecolor=SENSED, edgecolor=SENSED, lw=0.3, zorder=1.05))


def draw_path(sheet: Sheet, track: Track, fastest: float) -> None:
    from matplotlib.collections import LineCollection
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    kept = waypoints(track)
    points = [(track.columns["x_um"][i] / 1000, track.columns["y_um"][i] / 1000) for i in kept]
    if len(points) < 2:
        return
    speeds = [abs(track.columns["v_um_s"][i]) / 1000 for i in kept]
    sheet.axes.plot(*zip(*points, strict=True), color="white", lw=3.4, solid_capstyle="round", zorder=3)
    lines = LineCollection(
        list(pairwise(points)),
        array=[(a + b) / 2 for a, b in pairwise(speeds)],
        cmap=LinearSegmentedColormap.from_list("speed", SPEED_STOPS),
        norm=Normalize(0, fastest or 1),
        lw=2.0,
        capstyle="round",
        zorder=3.1,
    )
    sheet.axes.add_collection(lines)


def draw_robots(sheet: Sheet, robot: Mapping[str, Any], track: Track, end_us: int) -> None:
    if not len(track):
        return
    _draw_robot(sheet, robot, track.at(end_us), fill="#ffffff", alpha=0.55, zorder=2.6)
    _draw_robot(sheet, robot, track.pose(0), fill="#bfe3d4", alpha=0.75, zorder=2.5)


def draw_rival(sheet: Sheet, robot: Mapping[str, Any], track: Track, number: int, end_us: int) -> None:
    """Another robot in a tint of its own: its path, and with its number where it began and where it was in the end."""
    if not len(track):
        return
    colour = ROBOTS[number % len(ROBOTS)]
    points = [track.pose(i)[:2] for i in waypoints(track)]
    if len(points) > 1:
        xs, ys = zip(*points, strict=True)
        sheet.axes.plot(xs, ys, color="white", lw=3.0, solid_capstyle="round", zorder=2.8)
        sheet.axes.plot(xs, ys, color=colour, lw=1.7, solid_capstyle="round", zorder=2.81)
    first, last = track.pose(0), track.at(end_us)
    _draw_robot(sheet, robot, last, fill=blended("#ffffff", colour, 0.55), alpha=0.85, zorder=2.58)
    _draw_robot(sheet, robot, first, fill=blended("#ffffff", colour, 0.2), alpha=0.75, zorder=2.48)
    for pose in (first, last):
        _draw_number(sheet, robot, pose, number)


def _draw_number(sheet: Sheet, robot: Mapping[str, Any], pose: Pose, number: int) -> None:
    from matplotlib.patheffects import withStroke

    xs, ys = zip(*robot["outline"], strict=True)
    middle = _at(pose, (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    sheet.axes.text(
        *middle, str(number + 1), fontsize=8.5, weight="bold", color=INK, ha="center", va="center_baseline",
        zorder=4.6, clip_on=True, path_effects=[withStroke(linewidth=2.4, foreground="white")],
    )  # fmt: skip


def draw_touches(sheet: Sheet, touches: Sequence[Touch]) -> None:
    """A small star where a robot began to touch something; one for many that would cover each other."""
    from matplotlib.patheffects import withStroke

    shown: list[Touch] = []
    for touch in touches:
        spot = sheet.pixel(touch.x_mm, touch.y_mm)
        if all(math.dist(spot, sheet.pixel(other.x_mm, other.y_mm)) >= _TOUCHES_APART_PX for other in shown):
            shown.append(touch)
    if shown:
        sheet.axes.plot(
            [touch.x_mm for touch in shown], [touch.y_mm for touch in shown],
            ls="", marker=(6, 2, 0), ms=6, mec=INK, mew=1.1, zorder=3.6,
            path_effects=[withStroke(linewidth=2.6, foreground="white")],
        )  # fmt: skip


def _draw_robot(sheet: Sheet, robot: Mapping[str, Any], pose: Pose, fill: str, alpha: float, zorder: float) -> None:
    """Outline, wheels and sensors to scale."""
    from matplotlib.patches import Circle, Polygon
    from matplotlib.patheffects import withStroke

    outline = [_at(pose, x, y) for x, y in robot["outline"]]
    sheet.axes.add_patch(Polygon(outline, closed=True, facecolor=fill, alpha=alpha, lw=0, zorder=zorder))
    rim = Polygon(outline, closed=True, fill=False, edgecolor=INK, lw=0.9, zorder=zorder + 0.01)
    rim.set_path_effects([withStroke(linewidth=1.9, foreground="white", alpha=0.7)])  # to be seen on a black floor
    sheet.axes.add_patch(rim)
    for motor in (robot["left"], robot["right"]):
        radius, half = motor["wheel_diameter_mm"] / 2, _HALF_WHEEL_MM
        x, y = motor["wheel_x_mm"], motor["wheel_y_mm"]
        corners = [(x - radius, y - half), (x + radius, y - half), (x + radius, y + half), (x - radius, y + half)]
        wheel = [_at(pose, *corner) for corner in corners]
        sheet.axes.add_patch(Polygon(wheel, closed=True, facecolor=INK, lw=0, zorder=zorder + 0.02))
    for sensor in robot["reflectance"]:
        spot = _at(pose, sensor["x_mm"], sensor["y_mm"])
        sheet.axes.add_patch(Circle(spot, sensor["footprint_mm"] / 2, color=INK, lw=0, zorder=zorder + 0.02))
    for mark in sensing_marks(robot):
        points = [_at(pose, x, y) for x, y in mark.points]
        if mark.closed:
            sheet.axes.add_patch(Polygon(points, closed=True, facecolor=mark.colour, lw=0, zorder=zorder + 0.03))
        else:
            xs, ys = zip(*points, strict=True)
            sheet.axes.plot(xs, ys, color=mark.colour, lw=2, solid_capstyle="round", zorder=zorder + 0.03)


def waypoints(track: Track) -> list[int]:
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


def _at(pose: Pose, ahead: float, aside: float) -> tuple[float, float]:
    """Where on the mat a point of the robot is (x forward, y left, mm)."""
    cos, sin = math.cos(math.radians(pose[2])), math.sin(math.radians(pose[2]))
    return pose[0] + ahead * cos - aside * sin, pose[1] + ahead * sin + aside * cos
