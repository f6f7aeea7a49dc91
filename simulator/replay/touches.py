"""Where robots' bodies have touched walls, objects and each other: from a trace's events and where all stood then."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from ..scene.areas import nearest_on_piece
from ..trace import Trace
from .journeys import Journey, journeys_of, number_of
from .standing import Point, outline_of, placed
from .track import Track, each_robot, track_of

TOUCHED = frozenset({"wall", "robot", "object"})  # kinds of events; an event's name is that of what was touched


@dataclass(frozen=True)
class Touch:
    """A robot, by its number from 0, begins to touch something. The place is where the two were nearest, mm."""

    t_us: int
    robot: int
    kind: str
    name: str
    x_mm: float
    y_mm: float


def touches_of(trace: Trace) -> list[Touch]:
    """In the order of the events. Two robots that meet at once are told once, as a touch of the first by number."""
    touched = {(t_us, robot, name) for t_us, robot, kind, _, name in trace.events if kind in TOUCHED}
    if not touched:
        return []
    robots = [(each.header["scene"]["robot"]["outline"], track_of(each)) for each in each_robot(trace)]
    journeys = journeys_of(trace)
    found: list[Touch] = []
    for t_us, robot, kind, _, name in trace.events:
        if kind not in TOUCHED or not 0 <= robot < len(robots) or not len(robots[robot][1]):
            continue
        if kind == "robot" and any(
            name == _name(other) and (t_us, other, _name(robot)) in touched for other in range(robot)
        ):
            continue
        body = _body(*robots[robot], t_us)
        x_mm, y_mm = _nearest(body, _touched(trace, robots, journeys, kind, name, t_us))
        found.append(Touch(t_us, robot, kind, name, x_mm, y_mm))
    return found


def _touched(
    trace: Trace,
    robots: Sequence[tuple[Sequence[Sequence[float]], Track]],
    journeys: Sequence[Journey],
    kind: str,
    name: str,
    t_us: int,
) -> list[Point]:
    """The outline of what was touched; empty where the trace does not know it."""
    mat = trace.header["scene"]["mat"]
    if kind == "wall":
        return [
            (wall[f"x{end}_mm"], wall[f"y{end}_mm"]) for wall in mat["walls"] if wall["id"] == name for end in (0, 1)
        ]
    if kind == "object":
        number = number_of(mat, name)
        if number is None:
            return []
        pose = journeys[number].at(t_us)
        return placed(outline_of(mat["objects"][number], pose[3]), pose)
    other = next((i for i in range(len(robots)) if name == _name(i)), None)
    return _body(*robots[other], t_us) if other is not None and len(robots[other][1]) else []


def _name(robot: int) -> str:
    return f"robot-{robot + 1}"


def _body(outline: Sequence[Sequence[float]], track: Track, t_us: int) -> list[Point]:
    x, y, heading = track.at(t_us)
    return placed([(px, py) for px, py in outline], (x, y, heading, False))


def _nearest(body: Sequence[Point], other: Sequence[Point]) -> Point:
    """The middle between the nearest points of two outlines, found from the corners of each."""
    pairs = [
        (corner, nearest_on_piece(corner, *side))
        for corners, sides in ((body, other), (other, body))
        for side in pairwise((*sides, sides[0]) if sides else ())
        for corner in corners
    ]
    if not pairs:
        middle = len(body)
        return sum(x for x, _ in body) / middle, sum(y for _, y in body) / middle
    (x0, y0), (x1, y1) = min(pairs, key=lambda pair: dist(*pair))
    return (x0 + x1) / 2, (y0 + y1) / 2
