"""Other robots in the same world, as one robot senses them. Those of a virtual board stand in its way as walls do,
since each board has a time of its own; those of one run push one another (`arena`)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..scene.areas import Pose
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
