"""Ultrasonic bursts under way, and which of them reach another ranger: rangers of one kind cannot tell whose they hear.

A ranger hears another's burst by itself, where each looks at the other within DIRECT_DEG (the beam of such transducers,
full angle at half the pressure: 55°, Pro-Wave 400ST160 and 400SR160), and off a wall, an object or a robot, where the
spot that throws it over lies in both cones. Way and angles are those of a mirror; of a round thing the spot is where it
faces the middle between both. Robots of one run hear each other; boards that share a field have times of their own, and
do not.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..scene.areas import Pose
from ..scene.model import Point, Wall
from .around import Disc
from .ranging import turned

DIRECT_DEG = 55.0
LONGEST_US = 60_000  # no burst is heard any more after that
KEPT_US = 2 * LONGEST_US  # who listens has begun to less than LONGEST_US ago


class Burst(NamedTuple):
    """`sent_us` is the time from which ranges are reckoned, `step_us` that of the step in which its ranger stood so."""

    robot: int
    part: str
    sent_us: int
    step_us: int
    eye: Pose
    z_mm: float


class Air:
    """The bursts of all rangers of a run, in the order in which they were sent; `told` is called with each new one."""

    def __init__(self, told: Callable[[], None] = lambda: None) -> None:
        self._told = told
        self._bursts: deque[Burst] = deque()
        self.count = 0

    def send(self, robot: int, part: str, sent_us: int, step_us: int, eye: Pose, z_mm: float) -> None:
        bursts = self._bursts
        while bursts and bursts[0].sent_us <= sent_us - KEPT_US:
            bursts.popleft()
        bursts.append(Burst(robot, part, sent_us, step_us, eye, z_mm))
        self.count += 1
        self._told()

    def since(self, number: int, after_us: int) -> list[Burst]:
        """Those from that number on that may still be heard after that time."""
        bursts = self._bursts
        newest = (bursts[at] for at in range(-min(self.count - number, len(bursts)), 0))
        return [one for one in newest if one.sent_us > after_us - LONGEST_US]


class Ear(NamedTuple):
    """Where a ranger is on the mat and looks to, its cone and how steep a wall may be."""

    eye: Pose
    z_mm: float
    cone_deg: float
    steepest_deg: float


def ways_to(burst: Burst, ear: Ear, sides: Iterable[Wall], discs: Iterable[Disc]) -> list[float]:
    """The lengths of all ways on which a burst comes to an ear."""
    sides = [side for side in sides if side.height_mm >= burst.z_mm and side.height_mm >= ear.z_mm]
    ways = []
    here, there = burst.eye[:2], ear.eye[:2]
    wide = turned(DIRECT_DEG / 2)
    if _looks_at(burst.eye, there, wide) and _looks_at(ear.eye, here, wide) and _is_free(here, there, sides):
        ways.append(_between(here, there))
    narrow = turned(ear.cone_deg / 2)
    steepest = turned(ear.steepest_deg)[1]
    for number, side in enumerate(sides):
        spot = _mirror_spot(side, here, there, steepest)
        if spot is not None and _looks_at(burst.eye, spot, narrow) and _looks_at(ear.eye, spot, narrow):
            others = sides[:number] + sides[number + 1 :]
            if _is_free(here, spot, others) and _is_free(spot, there, others):
                ways.append(_between(here, spot) + _between(spot, there))
    for disc in discs:
        if disc.height_mm < burst.z_mm or disc.height_mm < ear.z_mm:
            continue
        spot = _facing_spot(disc, here, there)
        if _looks_at(burst.eye, spot, narrow) and _looks_at(ear.eye, spot, narrow):
            way = _between(here, spot) + _between(spot, there)
            if way / 2 <= disc.heard_mm and _is_free(here, spot, sides) and _is_free(spot, there, sides):
                ways.append(way)
    return ways


def _looks_at(eye: Pose, point: Point, edge: Point) -> bool:
    x, y, cosine, sine = eye
    dx, dy = point[0] - x, point[1] - y
    return (cosine * dx + sine * dy) * edge[0] >= abs(cosine * dy - sine * dx) * edge[1]


def _mirror_spot(side: Wall, a: Point, b: Point, steepest: float) -> Point | None:
    """Where a wall throws what comes from a over to b."""
    ex, ey = side.x1_mm - side.x0_mm, side.y1_mm - side.y0_mm
    length = math.sqrt(ex * ex + ey * ey)
    if length == 0.0:
        return None
    tx, ty = ex / length, ey / length
    off_a = (a[1] - side.y0_mm) * tx - (a[0] - side.x0_mm) * ty
    off_b = (b[1] - side.y0_mm) * tx - (b[0] - side.x0_mm) * ty
    if off_a * off_b <= 0.0:
        return None
    along_a = (a[0] - side.x0_mm) * tx + (a[1] - side.y0_mm) * ty
    along_b = (b[0] - side.x0_mm) * tx + (b[1] - side.y0_mm) * ty
    along = along_a + (along_b - along_a) * off_a / (off_a + off_b)
    if not 0.0 <= along <= length:
        return None
    spot = side.x0_mm + along * tx, side.y0_mm + along * ty
    return spot if abs(off_a) >= steepest * _between(a, spot) else None


def _facing_spot(disc: Disc, a: Point, b: Point) -> Point:
    dx, dy = (a[0] + b[0]) / 2 - disc.x_mm, (a[1] + b[1]) / 2 - disc.y_mm
    length = math.sqrt(dx * dx + dy * dy)
    if length == 0.0:
        return disc.x_mm, disc.y_mm
    return disc.x_mm + dx * disc.radius_mm / length, disc.y_mm + dy * disc.radius_mm / length


def _is_free(a: Point, b: Point, sides: Sequence[Wall]) -> bool:
    """Whether no wall crosses the straight way between two points."""
    return not any(_crosses(a, b, (side.x0_mm, side.y0_mm), (side.x1_mm, side.y1_mm)) for side in sides)


def _crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0.0 and _turn(c, d, a) * _turn(c, d, b) < 0.0


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _between(a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    return math.sqrt(dx * dx + dy * dy)
