"""Which part of the floor a picture shows: the mat, and beyond it all that robots and objects came to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .journeys import Journey
from .placing import Box
from .standing import Point, outline_of, placed
from .track import Track

_BODY_MM = 90.0  # shown around the path, for a robot is wider than its path
_RIM_MM = 15.0  # around what stands beyond the mat's edge

Body = tuple[Sequence[Sequence[float]], Track]  # a robot's outline and its states


def view_of(mat: Mapping[str, Any], robots: Sequence[Body], journeys: Sequence[Journey], end_us: int) -> Box:
    """The mat, and beyond it as far as robots drove and objects came; at most the mat's longer side on each side, or
    else the mat would vanish."""
    wide, high = mat["width_mm"], mat["height_mm"]
    boxes = [(0.0, 0.0, float(wide), float(high)), *_reached(mat, robots, journeys, end_us)]
    left, bottom = (min(box[i] for box in boxes) for i in (0, 1))
    right, top = (max(box[i] for box in boxes) for i in (2, 3))
    most = max(wide, high)
    return max(-most, left), max(-most, bottom), min(wide + most, right), min(high + most, top)


def leavings(view: Box, robots: Sequence[Body], journeys: Sequence[Journey]) -> list[Point]:
    """The first place of each stretch that the view does not reach, of robots and objects."""
    ways = [*(_path(track) for _, track in robots), *([pose[:2] for pose in journey.poses] for journey in journeys)]
    found: list[Point] = []
    for way in ways:
        inside = True
        for x, y in way:
            was_inside, inside = inside, view[0] <= x <= view[2] and view[1] <= y <= view[3]
            if was_inside and not inside:
                found.append((x, y))
    return found


def _reached(mat: Mapping[str, Any], robots: Sequence[Body], journeys: Sequence[Journey], end_us: int) -> Iterator[Box]:
    """What has to be seen, as boxes: paths, robots where they began and ended, objects wherever they were."""
    for outline, track in robots:
        if not len(track):
            continue
        yield _around(_path(track), _BODY_MM, mat)
        for x, y, heading in (track.pose(0), track.at(end_us)):
            yield _around(placed([(px, py) for px, py in outline], (x, y, heading, False)), _RIM_MM, mat)
    for item, journey in zip(mat.get("objects", ()), journeys, strict=False):
        for pose in journey.poses:
            yield _around(placed(outline_of(item, pose[3]), pose), _RIM_MM, mat)


def _path(track: Track) -> list[Point]:
    return [(x / 1000, y / 1000) for x, y in zip(track.columns["x_um"], track.columns["y_um"], strict=True)]


def _around(points: Sequence[Point], rim: float, mat: Mapping[str, Any]) -> Box:
    """The box around them; a rim where that lies beyond the mat."""
    xs, ys = zip(*points, strict=True)
    left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
    return (
        left - rim if left < 0 else left,
        bottom - rim if bottom < 0 else bottom,
        right + rim if right > mat["width_mm"] else right,
        top + rim if top > mat["height_mm"] else top,
    )
