"""Where two bodies may meet within a step: points, directions and gaps, in metres.

A place to meet is (x, y, nx, ny, gap, key): a point on the mat, the direction from the second body to the first there,
how far apart they are (negative where they overlap), and a name for this place that stays while they touch.
"""

import math
from collections.abc import Iterator, Sequence

from ...scene.model import Point, Wall
from .shapes import Outline, Round, Shape

Pose = tuple[float, float, float, float]  # x, y in m, cosine, sine
Place = tuple[float, float, float, float, float, int]
AROUND = 0.02  # the sine of how far a corner may be beside a wall's end and still be met by it, not by the wall
CORNER = 128  # in the key of a place at a corner
NOWHERE_M = 1e9
SIDE = 1 << 20  # keys of the second way round begin here


def places(a: Shape, pose_a: Pose, b: Shape, pose_b: Pose, margin: float) -> list[Place]:
    """All places where the two may meet within that margin."""
    if isinstance(a, Outline):
        if isinstance(b, Outline):
            found = [_world(pose_a, place) for place in _corners_at(a, pose_a, b, pose_b, margin, 0, True)]
            others = (_world(pose_b, place) for place in _corners_at(b, pose_b, a, pose_a, margin, SIDE, False))
            return found + [(x, y, -nx, -ny, gap, key) for x, y, nx, ny, gap, key in others]
        at = _local(pose_a, pose_b[0], pose_b[1])
        return [_world(pose_a, place) for place in _point_at(a, at, b.reach, margin, 0, True)]
    if isinstance(b, Outline):
        return [(x, y, -nx, -ny, gap, key) for x, y, nx, ny, gap, key in places(b, pose_b, a, pose_a, margin)]
    return _rounds(a, pose_a, b, pose_b, margin)


def places_at_wall(shape: Shape, pose: Pose, wall: "Piece", margin: float) -> list[Place]:
    """All places where a body may meet a wall within that margin."""
    if isinstance(shape, Round):
        return _round_at_piece(shape.reach, pose, wall, margin)
    found = []
    x, y, cosine, sine = pose
    for key, (cx, cy) in enumerate(shape.corners):
        if not shape.outward[key]:
            continue
        px, py = x + cosine * cx - sine * cy, y + sine * cx + cosine * cy
        dx, dy = px - wall.x0, py - wall.y0
        along = dx * wall.tx + dy * wall.ty
        if 0.0 <= along <= wall.length:
            across = dy * wall.tx - dx * wall.ty
            if -margin < across < margin:
                side = 1.0 if across >= 0.0 else -1.0
                if wall.parts(x, y, along, across):
                    side = -side  # the corner has been pressed through: the way out is back
                found.append((px, py, -wall.ty * side, wall.tx * side, across * side, key))
    for end, (ex, ey, beside) in enumerate(wall.ends):
        for place in _point_at(shape, _local(pose, ex, ey), 0.0, margin, SIDE * (end + 1), True):
            px, py, nx, ny, gap, key = _world(pose, place)
            if key & CORNER == 0 or all(nx * bx + ny * by <= AROUND for bx, by in beside):
                found.append((px, py, nx, ny, gap, key))
    return found


class Piece:
    """A wall, made for contact. `ends` are its end points, each with the directions of all walls that go on there: a
    body slides over the seam of two walls, and meets only an end that sticks out."""

    __slots__ = ("ends", "id", "length", "tx", "ty", "x0", "x1", "y0", "y1")

    def __init__(self, wall: Wall, walls: Sequence[Wall]) -> None:
        self.id = wall.id
        self.x0, self.y0, self.x1, self.y1 = (
            value / 1000 for value in (wall.x0_mm, wall.y0_mm, wall.x1_mm, wall.y1_mm)
        )
        dx, dy = self.x1 - self.x0, self.y1 - self.y0
        self.length = math.sqrt(dx * dx + dy * dy)
        self.tx, self.ty = dx / self.length, dy / self.length
        ends = ((wall.x0_mm, wall.y0_mm), (wall.x1_mm, wall.y1_mm))
        self.ends = [(x / 1000, y / 1000, list(_directions((x, y), walls))) for x, y in ends]

    def parts(self, x: float, y: float, along: float, across: float) -> bool:
        """Whether it lies between a body's middle and a point given by where it is along and across the wall."""
        dx, dy = x - self.x0, y - self.y0
        middle = dy * self.tx - dx * self.ty
        if middle * across >= 0.0:
            return False
        crossing = dx * self.tx + dy * self.ty
        crossing += (along - crossing) * middle / (middle - across)
        return 0.0 <= crossing <= self.length

    def distance(self, x: float, y: float) -> float:
        """From a point to its nearest one."""
        dx, dy = x - self.x0, y - self.y0
        along = dx * self.tx + dy * self.ty
        along = 0.0 if along < 0.0 else min(along, self.length)
        dx, dy = dx - along * self.tx, dy - along * self.ty
        return math.sqrt(dx * dx + dy * dy)


def _directions(point: Point, walls: Sequence[Wall]) -> Iterator[Point]:
    """Unit vectors along each wall that begins, ends or passes there, away from the point."""
    x, y = point
    for wall in walls:
        dx, dy = wall.x1_mm - wall.x0_mm, wall.y1_mm - wall.y0_mm
        length = math.sqrt(dx * dx + dy * dy)
        dx, dy = dx / length, dy / length
        along = (x - wall.x0_mm) * dx + (y - wall.y0_mm) * dy
        if abs((y - wall.y0_mm) * dx - (x - wall.x0_mm) * dy) > 0.5 or not -0.5 <= along <= length + 0.5:
            continue
        if along < length - 0.5:
            yield dx, dy
        if along > 0.5:
            yield -dx, -dy


def _corners_at(
    outline: Outline, pose: Pose, other: Outline, other_pose: Pose, margin: float, first: int, pointed: bool
) -> list[Place]:
    """Corners of the other at this outline, in this outline's frame."""
    found: list[Place] = []
    px, py, pc, ps = pose
    dx, dy = other_pose[0] - px, other_pose[1] - py
    # The other's middle and its axes, in this frame.
    x, y = pc * dx + ps * dy, pc * dy - ps * dx
    cosine = pc * other_pose[2] + ps * other_pose[3]
    sine = pc * other_pose[3] - ps * other_pose[2]
    far = outline.reach + margin
    far *= far
    for number, (cx, cy) in enumerate(other.corners):
        at_x, at_y = x + cosine * cx - sine * cy, y + sine * cx + cosine * cy
        if at_x * at_x + at_y * at_y <= far and other.outward[number]:
            found += _point_at(outline, (at_x, at_y), 0.0, margin, first + 256 * number, pointed)
    return found


def _point_at(outline: Outline, at: Point, radius: float, margin: float, first: int, pointed: bool) -> list[Place]:
    """A point, or a circle around it, at an outline: beside its faces, before its corners, or inside; in its frame.

    The direction is that from the point to the outline. `pointed`: its corners count, too.
    """
    x, y = at
    most = margin + radius
    edges = outline.edges
    outs = []
    for x0, y0, _, _, nx, ny, _ in edges:
        out = (x - x0) * nx + (y - y0) * ny
        if out > most and outline.convex:
            return []
        outs.append(out)
    found: list[Place] = []
    for number, out in enumerate(outs):
        if out <= 0.0 or out > most:
            continue
        x0, y0, tx, ty, nx, ny, length = edges[number]
        along = (x - x0) * tx + (y - y0) * ty
        if 0.0 <= along <= length:
            found.append((x - nx * out, y - ny * out, -nx, -ny, out - radius, first + number))
        elif along < 0.0 and pointed and outline.outward[number]:
            before_x, before_y, tx, ty, _, _, length = edges[number - 1]
            if (x - before_x) * tx + (y - before_y) * ty >= length:
                dx, dy = x0 - x, y0 - y
                away = math.sqrt(dx * dx + dy * dy)
                if 1e-9 < away <= most:
                    found.append((x0, y0, dx / away, dy / away, away - radius, first + CORNER + number))
    if not found and (max(outs) <= 0.0 if outline.convex else _holds(outline, x, y)):
        found += _inside(outline, at, outs, radius, first)
    return found


def _inside(outline: Outline, at: Point, outs: Sequence[float], radius: float, first: int) -> list[Place]:
    """A point in an outline: the way out is by the nearest face."""
    x, y = at
    depth, deepest = -NOWHERE_M, -1
    for number, out in enumerate(outs):
        x0, y0, tx, ty, _, _, length = outline.edges[number]
        if depth < out <= 0.0 and 0.0 <= (x - x0) * tx + (y - y0) * ty <= length:
            depth, deepest = out, number
    if deepest < 0:
        return []
    _, _, _, _, nx, ny, _ = outline.edges[deepest]
    return [(x - nx * depth, y - ny * depth, -nx, -ny, depth - radius, first + deepest)]


def _holds(outline: Outline, x: float, y: float) -> bool:
    """Whether the point lies inside, by the number of edges to its right."""
    inside = False
    corners = outline.corners
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            inside = not inside
    return inside


def _rounds(a: Round, pose_a: Pose, b: Round, pose_b: Pose, margin: float) -> list[Place]:
    dx, dy = pose_a[0] - pose_b[0], pose_a[1] - pose_b[1]
    away = math.sqrt(dx * dx + dy * dy)
    gap = away - a.reach - b.reach
    if gap > margin:
        return []
    nx, ny = (dx / away, dy / away) if away > 1e-9 else (1.0, 0.0)
    return [(pose_b[0] + nx * b.reach, pose_b[1] + ny * b.reach, nx, ny, gap, 0)]


def _round_at_piece(radius: float, pose: Pose, wall: Piece, margin: float) -> list[Place]:
    dx, dy = pose[0] - wall.x0, pose[1] - wall.y0
    along = dx * wall.tx + dy * wall.ty
    along = 0.0 if along < 0.0 else min(along, wall.length)
    px, py = wall.x0 + along * wall.tx, wall.y0 + along * wall.ty
    dx, dy = pose[0] - px, pose[1] - py
    away = math.sqrt(dx * dx + dy * dy)
    if away - radius > margin or away <= 1e-9:
        return []
    return [(px, py, dx / away, dy / away, away - radius, 0)]


def _local(pose: Pose, x: float, y: float) -> Point:
    px, py, cosine, sine = pose
    dx, dy = x - px, y - py
    return cosine * dx + sine * dy, cosine * dy - sine * dx


def _world(pose: Pose, place: Place) -> Place:
    x, y, cosine, sine = pose
    px, py, nx, ny, gap, key = place
    return (
        x + cosine * px - sine * py,
        y + sine * px + cosine * py,
        cosine * nx - sine * ny,
        sine * nx + cosine * ny,
        gap,
        key,
    )
