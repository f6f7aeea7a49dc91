"""Other robots in the same world, as one robot meets and senses them.

They stand in its way as walls do, and nobody is pushed: the simplest honest rule until there is contact with forces.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..scene.areas import Pose, first_met
from ..scene.model import Point, Wall

HEIGHT_MM = 80.0  # what looks higher looks over a robot of this kind


@dataclass(frozen=True, slots=True)
class Body:
    """A robot's outline on the mat: its axle's middle, how far it reaches from there, its sides; mm."""

    x_mm: float
    y_mm: float
    reach_mm: float
    sides: tuple[Wall, ...]


Bodies = Callable[[], Sequence[Body]]


def alone() -> Sequence[Body]:
    """Nobody else is there."""
    return ()


def body_at(name: str, outline: Sequence[Point], pose: Pose) -> Body:
    x, y, cosine, sine = pose
    corners = [(x + cosine * ahead - sine * left, y + sine * ahead + cosine * left) for ahead, left in outline]
    sides = tuple(
        Wall(name, *corner, *following, HEIGHT_MM)
        for corner, following in zip(corners, (*corners[1:], corners[0]), strict=True)
    )
    return Body(x, y, reach_of(outline), sides)


def reach_of(outline: Sequence[Point]) -> float:
    return max(math.sqrt(ahead * ahead + left * left) for ahead, left in outline)


def in_the_way(outline: Sequence[Point], before: Pose, ahead: Pose, bodies: Sequence[Body]) -> Wall | None:
    """The side of another that a robot would step into. Two that overlap already may step apart."""
    reach = reach_of(outline) if bodies else 0.0
    for body in bodies:
        far = _distance(ahead, body)
        if far > reach + body.reach_mm:
            continue
        side = first_met(outline, ahead, body.sides)
        if side is not None and (far <= _distance(before, body) or first_met(outline, before, body.sides) is None):
            return side
    return None


def _distance(pose: Pose, body: Body) -> float:
    dx, dy = pose[0] - body.x_mm, pose[1] - body.y_mm
    return math.sqrt(dx * dx + dy * dy)
