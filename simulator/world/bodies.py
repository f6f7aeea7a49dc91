"""Other robots in the same world, as one robot senses them. Those of a virtual board stand in its way as walls do,
since each board has a time of its own; those of one run push one another (`arena`)."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from ..scene.areas import Pose
from ..scene.model import Point, Wall

HEIGHT_MM = 80.0  # what looks higher looks over a robot of this kind


class Body:
    """A robot's outline on the mat: its axle's middle, how far it reaches from there, its sides; mm."""

    __slots__ = ("_name", "_outline", "_pose", "_sides", "reach_mm", "x_mm", "y_mm")

    def __init__(self, name: str, outline: tuple[Point, ...], pose: Pose) -> None:
        self._name, self._outline, self._pose = name, outline, pose
        self._sides: tuple[Wall, ...] = ()  # made when somebody looks that way
        self.x_mm, self.y_mm = pose[0], pose[1]
        self.reach_mm = reach_of(outline)

    @property
    def sides(self) -> tuple[Wall, ...]:
        if not self._sides:
            x, y, cosine, sine = self._pose
            corners = [
                (x + cosine * ahead - sine * left, y + sine * ahead + cosine * left) for ahead, left in self._outline
            ]
            self._sides = tuple(
                Wall(self._name, *corner, *following, HEIGHT_MM)
                for corner, following in zip(corners, (*corners[1:], corners[0]), strict=True)
            )
        return self._sides


Bodies = Callable[[], Sequence[Body]]


def alone() -> Sequence[Body]:
    """Nobody else is there."""
    return ()


@lru_cache(maxsize=64)  # a run has few robots
def reach_of(outline: tuple[Point, ...]) -> float:
    """How far the outline goes from the axle's middle, in its own unit."""
    return max(math.sqrt(ahead * ahead + left * left) for ahead, left in outline)
