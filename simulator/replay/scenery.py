"""The mat, the robot and its path, drawn in mm on a sheet."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .colours import GLARE, GLARE_ALPHA, SPEED_STOPS, WALL, floor_colour
from .sensing import sensing_marks
from .sheet import INK, SENSED, Sheet
from .track import Pose, Track

_ARC_STEP_DEG = 3.0
_PATH_STEP_MM = 2.0
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


def draw_mat(sheet: Sheet, mat: Mapping[str, Any]) -> None:
    from matplotlib.patches import Polygon, Rectangle

    axes = sheet.axes
    paper = Rectangle((0, 0), mat["width_mm"], mat["height_mm"], facecolor=floor_colour(mat), lw=0, zorder=1)
    axes.add_patch(paper)
    for order, surface in enumerate(mat["surfaces"]):
        colour, zorder = floor_colour(surface), 1.1 + order * 1e-3
        if surface["kind"] == "Polygon":
            area = Polygon(surface["points"], closed=True, facecolor=colour, lw=0, zorder=zorder)
            axes.add_patch(area)
            area.set_clip_path(paper)
            continue
        points = stripe_points(surface)
        if surface["closed"]:
            # Over the first piece again, so that the seam has a joint like every other.
            points += points[:2]
        width = surface["width_mm"] * sheet.points_per_mm
        xs, ys = zip(*points, strict=True)
        (line,) = axes.plot(
            xs, ys, color=colour, lw=width, solid_capstyle="butt", solid_joinstyle="round", zorder=zorder
        )
        line.set_clip_path(paper)
    for light in mat["lights"]:
        area = Polygon(light["points"], closed=True, facecolor=GLARE, alpha=GLARE_ALPHA, lw=0, zorder=2.3)
        axes.add_patch(area)
        area.set_clip_path(paper)
    for wall in mat["walls"]:
        axes.plot(
            (wall["x0_mm"], wall["x1_mm"]), (wall["y0_mm"], wall["y1_mm"]),
            color=WALL, lw=3, solid_capstyle="round", zorder=2.4,
        )  # fmt: skip


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


def draw_robots(sheet: Sheet, robot: Mapping[str, Any], track: Track) -> None:
    if not len(track):
        return
    _draw_robot(sheet, robot, track.pose(len(track) - 1), fill="#ffffff", alpha=0.55, zorder=2.6)
    _draw_robot(sheet, robot, track.pose(0), fill="#bfe3d4", alpha=0.75, zorder=2.5)


def _draw_robot(sheet: Sheet, robot: Mapping[str, Any], pose: Pose, fill: str, alpha: float, zorder: float) -> None:
    """Outline, wheels and sensors to scale."""
    from matplotlib.patches import Circle, Polygon

    outline = [_at(pose, x, y) for x, y in robot["outline"]]
    sheet.axes.add_patch(Polygon(outline, closed=True, facecolor=fill, alpha=alpha, lw=0, zorder=zorder))
    sheet.axes.add_patch(Polygon(outline, closed=True, fill=False, edgecolor=INK, lw=0.9, zorder=zorder + 0.01))
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
