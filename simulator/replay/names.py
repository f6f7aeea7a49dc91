"""What objects are called in a picture, so that a report's «pin-3» is found: a number in each, where that tells it."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .colours import floor_colour, ink_on
from .placing import Box
from .sheet import DPI, INK, Sheet, text_size
from .standing import Point, Pose, outline_of, placed

_NUMBER = re.compile(r"[0-9]{1,3}$")
_SIZE, _SMALL = 7.0, 6.0  # points
_RIM_PX = 5.0  # between a number and the object's outline
_AWAY_PX = 4.0
_LONGEST = 16  # characters of a name that is worth its room


def short_names(ids: Sequence[str]) -> list[str]:
    """The number at the end of each name; the whole name where others end in that number, too; "" without a number."""
    numbers = [found[0] if (found := _NUMBER.search(name)) else "" for name in ids]
    often = Counter(int(number) for number in numbers if number)
    return [
        "" if not number else number if often[int(number)] == 1 else name if len(name) <= _LONGEST else ""
        for name, number in zip(ids, numbers, strict=True)
    ]


def name_objects(sheet: Sheet, mat: Mapping[str, Any], poses: Sequence[Pose]) -> None:
    """In the object where that has room, else below or above it; not at all where that would cover another object or
    name."""
    known = list(zip(mat.get("objects", ()), poses, strict=False))
    taken = [_around(sheet, item, pose) for item, pose in known]
    names = short_names([item["id"] for item, _ in known])
    for (item, pose), around, name in zip(known, list(taken), names, strict=True):
        if not name:
            continue
        colour = floor_colour(item)
        room_px = _narrowest(item, pose[3]) * sheet.points_per_mm * DPI / 72
        if math.hypot(*text_size(name, _SIZE, "normal")) + 2 * _RIM_PX <= room_px:
            _write(sheet, name, (pose[0], pose[1]), _SIZE, ink_on(colour), colour)
            continue
        beside = _beside(around, *text_size(name, _SMALL, "normal"), taken)
        if beside is not None:
            taken.append(beside)
            middle = (beside[0] + beside[2]) / 2, (beside[1] + beside[3]) / 2
            _write(sheet, name, sheet.place_mm(*middle), _SMALL, INK, "#ffffff")


def _beside(around: Box, wide: float, high: float, taken: Sequence[Box]) -> Box | None:
    left, bottom, right, top = around
    middle = (left + right) / 2
    for low in (bottom - _AWAY_PX - high, top + _AWAY_PX):
        box = middle - wide / 2, low, middle + wide / 2, low + high
        if not any(_meet(box, other) for other in taken):
            return box
    return None


def _write(sheet: Sheet, name: str, at: Point, size: float, ink: str, halo: str) -> None:
    """Its halo is thin: it keeps off the way of the object, which ends in its middle, and leaves the outline alone."""
    from matplotlib.patheffects import withStroke

    sheet.axes.text(
        *at, name, color=ink, fontsize=size, ha="center", va="center_baseline", zorder=2.8, clip_on=True,
        parse_math=False, path_effects=[withStroke(linewidth=2.0, foreground=halo)],
    )  # fmt: skip


def _narrowest(item: Mapping[str, Any], lying: bool) -> float:
    xs, ys = zip(*outline_of(item, lying), strict=True)
    return min(max(xs) - min(xs), max(ys) - min(ys))


def _around(sheet: Sheet, item: Mapping[str, Any], pose: Pose) -> Box:
    corners = [sheet.pixel(*corner) for corner in placed(outline_of(item, pose[3]), pose)]
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
