"""How far it is to the nearest thing in a cone: what a distance sensor would measure if it were perfect.

Only + − × ÷ and `sqrt`: sine and cosine come from `scene.trig`.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..scene.areas import nearest_on_piece
from ..scene.model import Point, Wall
from ..scene.trig import sin_cos_deg
from .around import Disc
from .walls import Piece, Pose

ALWAYS_DEG = 90.0  # a wall that throws something back however steeply it is looked at
FAN_DEG = 1.0  # between two rays
_NEARLY = 1e-9
_TOUCHING = 1e-6  # mm

# A piece as rays meet it: its first end, the way from there to the other, what that way turns about the eye, its length
Front = tuple[float, float, float, float, float, float]

turned = lru_cache(maxsize=256)(sin_cos_deg)  # a robot has few sensors


class View(NamedTuple):
    """Where a sensor sits on the robot (x forward, y left, mm) and looks to (degrees), and what it can see.

    `cone_deg` is the full angle, below 180; a wall that a ray meets at more than `steepest_deg` from its normal throws
    the ray aside, as a smooth wall does with sound.
    """

    x_mm: float
    y_mm: float
    z_mm: float
    heading_deg: float
    cone_deg: float
    most_mm: float
    steepest_deg: float = ALWAYS_DEG


def distance_mm(walls: Iterable[Wall], pose: Pose, view: View, discs: Sequence[Disc] = ()) -> float | None:
    """None where nothing answers within `most_mm`."""
    eye = eye_of(pose, view)
    edge = turned(view.cone_deg / 2)
    seen = pieces_in_cone(walls, eye, edge, view)
    fronts = [front_of(piece) for piece in seen]
    if view.steepest_deg >= ALWAYS_DEG:
        distances = [_length(nearest_on_piece((0.0, 0.0), *piece)) for piece in seen]
    else:
        least = turned(view.steepest_deg)[1] - _NEARLY
        distances = [way for ray in _rays(seen, view) if (way := _heard(fronts, ray, least)) is not None]
    nearest = min(distances, default=view.most_mm + 1.0)
    if discs:
        nearest = min(nearest, _nearest_disc(discs, eye, edge, view, fronts))
    return nearest if nearest <= view.most_mm else None


def may_see(pose: Pose, view: View, x_mm: float, y_mm: float, reach_mm: float) -> bool:
    """Whether anything within that reach of a point on the mat may lie in the cone."""
    x, y, cosine, sine = eye_of(pose, view)
    dx, dy = x_mm - x, y_mm - y
    ahead, aside = cosine * dx + sine * dy, abs(cosine * dy - sine * dx)
    if not -reach_mm <= ahead <= view.most_mm + reach_mm:
        return False
    edge_sine, edge_cosine = turned(view.cone_deg / 2)
    return aside * edge_cosine - ahead * edge_sine <= reach_mm + _TOUCHING


def pieces_in_cone(walls: Iterable[Wall], eye: Pose, edge: Point, view: View) -> list[Piece]:
    """Of each wall that is high enough the part in the cone, as the sensor sees it: x ahead, y to the left."""
    most_mm, z_mm = view.most_mm, view.z_mm
    return [
        piece for wall in walls if wall.height_mm >= z_mm and (piece := in_cone(wall, eye, edge, most_mm)) is not None
    ]


def _nearest_disc(discs: Iterable[Disc], eye: Pose, edge: Point, view: View, walls: Sequence[Front]) -> float:
    """The way to the nearest round thing that is heard: its nearest point lies in the cone, and no wall before it."""
    x, y, cosine, sine = eye
    edge_sine, edge_cosine = edge
    z_mm = view.z_mm
    nearest = view.most_mm + 1.0
    for disc_x, disc_y, radius, height, ball, _, heard_mm in discs:
        dx, dy = disc_x - x, disc_y - y
        ahead, aside = cosine * dx + sine * dy, cosine * dy - sine * dx
        if ahead * edge_sine < abs(aside) * edge_cosine or height < z_mm:
            continue
        way = _length((ahead, aside))
        if ball:
            above = z_mm - radius
            way = math.sqrt(way * way + above * above)
        way -= radius
        if heard_mm >= way < nearest and not (walls and _hidden(walls, (ahead, aside), way)):
            nearest = way if way > 0.0 else 0.0
    return nearest


def _hidden(walls: Sequence[Front], to: Point, way_mm: float) -> bool:
    """Whether a wall crosses the straight way to a point, nearer than that."""
    length = _length(to)
    if length == 0.0:
        return False
    ray = to[0] / length, to[1] / length
    return any((at := met(front, ray)) is not None and at[0] < way_mm for front in walls)


def eye_of(pose: Pose, view: View) -> Pose:
    """Where the sensor is on the mat, and the cosine and sine of where it looks."""
    x, y, cosine, sine = pose
    turned_sine, turned_cosine = turned(view.heading_deg)
    return (
        x + cosine * view.x_mm - sine * view.y_mm,
        y + sine * view.x_mm + cosine * view.y_mm,
        cosine * turned_cosine - sine * turned_sine,
        sine * turned_cosine + cosine * turned_sine,
    )


def in_cone(wall: Wall, eye: Pose, edge: Point, most_mm: float) -> Piece | None:
    """The part of a wall in the cone, as the sensor sees it: the first coordinate ahead, the second to the left."""
    x, y, cosine, sine = eye
    dx0, dy0, dx1, dy1 = wall.x0_mm - x, wall.y0_mm - y, wall.x1_mm - x, wall.y1_mm - y
    start = cosine * dx0 + sine * dy0, cosine * dy0 - sine * dx0
    end = cosine * dx1 + sine * dy1, cosine * dy1 - sine * dx1
    if max(start[0], end[0]) < 0.0 or min(start[0], end[0]) > most_mm:
        return None
    # Inside the cone is left of its right edge and right of its left one.
    edge_sine, edge_cosine = edge
    piece = _cut(start, end, edge_sine, edge_cosine)
    return None if piece is None else _cut(*piece, edge_sine, -edge_cosine)


def _cut(a: Point, b: Point, ahead: float, left: float) -> Piece | None:
    """The part of a piece on the side of a line through the sensor to which (ahead, left) points."""
    in_a, in_b = a[0] * ahead + a[1] * left, b[0] * ahead + b[1] * left
    if in_a < 0.0 and in_b < 0.0:
        return None
    if in_a >= 0.0 and in_b >= 0.0:
        return a, b
    part = in_a / (in_a - in_b)
    cut = a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
    return (cut, b) if in_a < 0.0 else (a, cut)


def _rays(seen: Sequence[Piece], view: View) -> list[Point]:
    """A fan over the cone, and a ray to the nearest point of each wall and to where it is as steep as is heard. One of
    the latter is the shortest that is heard where no other wall may hide a part."""
    rays = list(_fan(view.cone_deg)) if len(seen) > 1 else []
    sine, cosine = turned(view.steepest_deg)
    for a, b in seen:
        towards = [nearest_on_piece((0.0, 0.0), a, b)]
        ex, ey = b[0] - a[0], b[1] - a[1]
        for way in (1.0, -1.0):  # the normal, turned by the steepest angle both ways
            ray = way * cosine * -ey - sine * ex, way * cosine * ex - sine * ey
            towards += [ray, (-ray[0], -ray[1])]
        for x, y in towards:
            length = _length((x, y))
            if x > 0.0 and length > 0.0 and abs(y) * _tail(view.cone_deg) <= x * (1.0 + _NEARLY):
                rays.append((x / length, y / length))
    return rays


@cache
def _tail(cone_deg: float) -> float:
    """How far ahead the cone's edge is for 1 to the side."""
    sine, cosine = turned(cone_deg / 2)
    return cosine / sine


@cache
def _fan(cone_deg: float) -> tuple[Point, ...]:
    count = math.ceil(cone_deg / FAN_DEG)
    turns = (sin_cos_deg(cone_deg * (i / count - 0.5)) for i in range(count + 1))
    return tuple((cosine, sine) for sine, cosine in turns)


def _heard(seen: Sequence[Front], ray: Point, least_cosine: float) -> float | None:
    """The way along a ray to the first wall that it meets; None where that throws it aside."""
    nearest = math.inf
    heard = False
    rx, ry = ray
    for x0, y0, ex, ey, turn, length in seen:
        # As `met` does: here is where a sonar spends its time.
        across = ex * ry - ey * rx
        if across == 0.0:
            continue
        way = turn / across
        if way < 0.0 or way > nearest + _TOUCHING or not -_NEARLY <= (y0 * rx - x0 * ry) / across <= 1.0 + _NEARLY:
            continue
        if way < nearest - _TOUCHING:
            heard = False
        if way < nearest:
            nearest = way
        heard = heard or abs(across) / length >= least_cosine  # at a corner of two either may throw it back
    return nearest if heard else None


def front_of(piece: Piece) -> Front:
    (x0, y0), (x1, y1) = piece
    ex, ey = x1 - x0, y1 - y0
    return x0, y0, ex, ey, ex * y0 - ey * x0, _length((ex, ey))


def met(front: Front, ray: Point) -> tuple[float, float] | None:
    """The way along a ray to a wall, and the cosine of the angle between the ray and its normal."""
    x0, y0, ex, ey, turn, length = front
    rx, ry = ray
    across = ex * ry - ey * rx
    if across == 0.0:
        return None
    way = turn / across
    if way < 0.0 or not -_NEARLY <= (y0 * rx - x0 * ry) / across <= 1.0 + _NEARLY:
        return None
    return way, abs(across) / length


def _length(point: Point) -> float:
    return math.sqrt(point[0] * point[0] + point[1] * point[1])
