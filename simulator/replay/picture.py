"""picture.png: the robot's path on the mat, coloured by speed, and what its parts showed, on one page to be printed.

matplotlib is imported when a picture is drawn and not before: it takes longer to load than most runs take.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..printable import printable
from ..shown_time import shown_seconds, whole_ms
from ..trace import Trace
from .colours import round_up
from .journeys import journeys_of
from .legend import OnPicture, draw_legend, legend_lines
from .looks import band_of, draw_band, height_of
from .marks import Mark, of_kind
from .mat import draw_journeys, draw_mat
from .names import name_objects
from .placing import Room
from .scenery import (
    draw_path,
    draw_rival,
    draw_robots,
    draw_sensor_band,
    draw_touches,
    points_along,
    stripe_points,
    waypoints,
)
from .sheet import DPI, GO, INK, LOST, SOFT, Sheet, blank_sheet, fault_lines, frame, text_size
from .standing import Point
from .touches import touches_of
from .track import Track, each_robot, end_of, last_together_us, top_speed_mm_s, track_of
from .view import leavings, view_of

MOST_LOST = 12  # losses numbered on the mat; a robot that loses the line more often than that is a story of its own
_CLOCK_STEPS_S = (1, 2, 5, 10, 20, 30, 60)
_STRIPE_STEP_MM = 15.0
_CLOCK_APART_PX = 26.0


def write_picture(trace: Trace, marks: Sequence[Mark], path: Path, title: str, labels: Mapping[str, str]) -> None:
    """Draw the run and write it to `path` as PNG: the first robot's, and where others took part, theirs around it.

    `title` is the task's name in the reader's language; `labels` come from `words.picture_labels`.
    """
    own, *rivals = each_robot(trace)
    track, *others = tracks = [track_of(robot) for robot in (own, *rivals)]
    scene = own.header["scene"]
    end_us = last_together_us(tracks)
    fastest = round_up(top_speed_mm_s(track))
    parts = band_of(own)
    lost, touches, journeys = of_kind(marks, "lost"), touches_of(trace), journeys_of(trace)
    names = [printable(program["name"]) for program in trace.header["programs"]] if rivals else []
    moves = any(journey.moved for journey in journeys)
    bodies = [(r.header["scene"]["robot"]["outline"], t) for r, t in zip((own, *rivals), tracks, strict=True)]
    view = view_of(scene["mat"], bodies, journeys, end_us)
    beyond = leavings(view, bodies, journeys)
    legend = legend_lines(OnPicture(len(lost), MOST_LOST, bool(touches), moves, names, bool(beyond)), labels)
    sheet = blank_sheet(view, height_of(parts), len(fault_lines(labels)), len(legend))
    ends = [journey.at(end_us) for journey in journeys]
    things = [pose[:2] for pose in ends] + [(touch.x_mm, touch.y_mm) for touch in touches]
    room = _room(sheet, scene, tracks, things)
    draw_mat(sheet, scene["mat"], ends)
    draw_journeys(sheet, scene["mat"], journeys)
    name_objects(sheet, scene["mat"], ends)
    draw_sensor_band(sheet, scene["robot"], track)
    for number, (rival, other) in enumerate(zip(rivals, others, strict=True), start=1):
        draw_rival(sheet, rival.header["scene"]["robot"], other, number, end_us)
    draw_path(sheet, track, fastest)
    draw_robots(sheet, scene["robot"], track, end_us)
    draw_touches(sheet, touches)
    _draw_beyond(sheet, beyond)
    _draw_here(sheet, of_kind(marks, "here"))
    _draw_lost(sheet, room, lost, labels)
    _draw_ends(sheet, room, track, marks, _end_ms(own, marks), labels)
    _draw_clock(sheet, room, track, labels)
    draw_band(sheet, parts, labels)
    frame(sheet, title, labels, fastest)
    draw_legend(sheet, legend)
    sheet.figure.savefig(path, dpi=DPI, format="png", facecolor="white")


def _room(sheet: Sheet, scene: Mapping[str, Any], tracks: Sequence[Track], things: Sequence[Point]) -> Room:
    corner = sheet.pixel(sheet.view[2], sheet.view[3])
    busy = [sheet.pixel(*track.pose(i)[:2]) for track in tracks for i in waypoints(track)]
    busy += [sheet.pixel(*thing) for thing in things]
    for stripe in scene["mat"]["surfaces"]:
        if stripe["kind"] == "Stripe":
            busy += [sheet.pixel(*point) for point in points_along(_STRIPE_STEP_MM, stripe_points(stripe))]
    reach = max(math.hypot(x, y) for x, y in scene["robot"]["outline"])
    for track in tracks:
        for i in (0, len(track) - 1) if len(track) else ():
            x, y, _heading = track.pose(i)
            spots = [k * reach / 7 for k in range(-7, 8)]
            busy += [sheet.pixel(x + dx, y + dy) for dx in spots for dy in spots]
    return Room((6, 6, corner[0] - 6, corner[1] - 6), busy)


def _draw_beyond(sheet: Sheet, beyond: Sequence[Point]) -> None:
    """An arrowhead on the rim where something goes on outside the picture."""
    for x, y in beyond:
        left, bottom, right, _top = sheet.view
        marker = "<" if x < left else ">" if x > right else "v" if y < bottom else "^"
        sheet.axes.plot(*sheet.nearest(x, y), marker, ms=7, mfc=LOST, mec="white", mew=0.8, zorder=5.2, clip_on=False)


def _draw_here(sheet: Sheet, here: Sequence[Mark]) -> None:
    """Two wide rings around the place that the reader is sent to."""
    for mark in here:
        for size, width in ((26, 2.6), (38, 1.2)):
            sheet.axes.plot(
                mark["x_mm"], mark["y_mm"], "o", ms=size, mfc="none", mec=LOST, mew=width, alpha=0.85, zorder=4.8
            )  # fmt: skip


def _draw_lost(sheet: Sheet, room: Room, lost: Sequence[Mark], labels: Mapping[str, str]) -> None:
    """A red ring at each loss and a numbered flag with its time."""
    for mark in lost:
        x_px, y_px = sheet.pixel(mark["x_mm"], mark["y_mm"])
        room.take((x_px - 13, y_px - 13, x_px + 13, y_px + 13))
        sheet.axes.plot(
            mark["x_mm"], mark["y_mm"], "o", ms=7, mfc="white", mec=LOST, mew=1.8, zorder=5
        )  # fmt: skip
    for number, mark in enumerate(lost[:MOST_LOST], start=1):
        flag = f"{number}  {_seconds(mark['t_ms'], labels)}"
        _flag(sheet, room, flag, mark["x_mm"], mark["y_mm"], LOST, must=True, gap=26)


def _draw_ends(
    sheet: Sheet,
    room: Room,
    track: Track,
    marks: Sequence[Mark],
    end_ms: int,
    labels: Mapping[str, str],
) -> None:
    """Where the run began, where the judge saw the finish, where the robot was in the end."""
    if not len(track):
        return
    x, y, _heading = track.pose(0)
    sheet.axes.plot(x, y, "o", ms=6, mfc=GO, mec="white", mew=1.0, zorder=5)
    _flag(sheet, room, labels["start"], x, y, GO, must=True, gap=34, prefer_deg=240)
    finish = of_kind(marks, "finish")
    for mark in finish:
        sheet.axes.plot(mark["x_mm"], mark["y_mm"], "s", ms=7, mfc=INK, mec="white", mew=1.2, zorder=5.1)
        text = f"{labels['finish']}  {_seconds(mark['t_ms'], labels)}"
        _flag(sheet, room, text, mark["x_mm"], mark["y_mm"], INK, must=True, gap=34, prefer_deg=60)
    if finish and finish[-1]["t_ms"] >= end_ms - 500:
        return  # the run ended with the finish: one flag says both
    x, y, _heading = track.at(end_ms * 1000)  # others may have pushed it since
    sheet.axes.plot(x, y, "X", ms=7, mfc=INK, mec="white", mew=1.0, zorder=5)
    text = f"{labels['end']}  {_seconds(end_ms, labels)}"
    _flag(sheet, room, text, x, y, INK, must=True, gap=34, prefer_deg=60)


def _end_ms(own: Trace, marks: Sequence[Mark]) -> int:
    """By the judge, where there is one: a bout goes on after a program's end."""
    judged = of_kind(marks, "end")
    return int(judged[-1]["t_ms"]) if judged else whole_ms(end_of(own)[0])


def _draw_clock(sheet: Sheet, room: Room, track: Track, labels: Mapping[str, str]) -> None:
    """Dots on the path every few seconds, so that "look at 4.2 s" can be found; a time where there is room."""
    if not len(track):
        return
    whole = track.t_us[-1] / 1e6
    step = next((s for s in _CLOCK_STEPS_S if whole / s <= 14), 120)
    due = step
    taken = [sheet.pixel(*track.pose(i)[:2]) for i in (0, len(track) - 1)]
    for i, t_us in enumerate(track.t_us):
        if t_us < due * 1_000_000:
            continue
        x, y, heading = track.pose(i)
        spot = sheet.pixel(x, y)
        if all(math.dist(spot, other) >= _CLOCK_APART_PX for other in taken):
            taken.append(spot)
            sheet.axes.plot(x, y, "o", ms=2.6, mfc="white", mec=INK, mew=0.8, zorder=4)
            # To the side of the path, not along it.
            _flag(sheet, room, f"{due}", x, y, SOFT, must=False, gap=9, prefer_deg=heading - 90, small=True)
        due += step


def _flag(
    sheet: Sheet,
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

    if (x, y) != (shown := sheet.nearest(x, y)):
        if not must:
            return
        x, y = shown
    size = 6.2 if small else 7.6
    wide, high = text_size(text, size, "normal" if small else "bold")
    pad = 2.0 if small else 7.0
    spot = room.place(*sheet.pixel(x, y), wide + 2 * pad, high + 2 * pad, gap, must=must, prefer_deg=prefer_deg)
    if spot is None:
        return
    at = sheet.place_mm(*spot)
    if small:
        sheet.axes.text(
            *at, text, fontsize=size, color=colour, ha="center", va="center_baseline", zorder=4.2,
            path_effects=[withStroke(linewidth=1.8, foreground="white")],
        )  # fmt: skip
        return
    sheet.axes.plot((x, at[0]), (y, at[1]), color=colour, lw=0.8, zorder=4.5)
    box = {"boxstyle": f"round,pad={pad / size * 72 / DPI * 0.9:.2f}", "fc": "white", "ec": colour, "lw": 0.9}
    sheet.axes.text(
        *at, text, fontsize=size, weight="bold", color=colour, ha="center", va="center", bbox=box, zorder=6
    )  # fmt: skip


def _seconds(t_ms: int, labels: Mapping[str, str]) -> str:
    return labels["seconds"].replace("{value}", f"{shown_seconds(t_ms):.2f}".replace(".", labels["decimal"]))
