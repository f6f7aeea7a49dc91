"""Whether a pin that tips over has room to lie down: where it has none, it leans. SI units."""

from collections.abc import Sequence

from ...scene.areas import holds, meets, point_to_piece, room_between_areas
from ...scene.model import Point, Wall
from ..drive import State
from .shapes import Outline, Round
from .standing import Stance, Thing

Corners = list[Point]


class Room:
    """`shapes` are those of the robots."""

    __slots__ = ("_shapes", "_things", "_walls")

    def __init__(self, shapes: Sequence[Outline], things: Sequence[Thing], walls: Sequence[Wall]) -> None:
        self._shapes, self._things = shapes, things
        self._walls = [
            ((wall.x0_mm / 1000, wall.y0_mm / 1000), (wall.x1_mm / 1000, wall.y1_mm / 1000)) for wall in walls
        ]

    def is_free(self, index: int, lying: Stance, robots: Sequence[State], objects: Sequence[Stance]) -> bool:
        """Whether nothing stands where that object would lie. Between there and where it stands there is no gap."""
        shape = self._things[index].form(lying).shape
        assert isinstance(shape, Outline)
        place = _corners(shape, lying)
        if any(meets(place, a, b) for a, b in self._walls):
            return False
        for robot_shape, robot in zip(self._shapes, robots, strict=True):
            if room_between_areas(place, _corners(robot_shape, robot)) == 0.0:
                return False
        for other, stance in enumerate(objects):
            if other == index:
                continue
            form = self._things[other].form(stance).shape
            if isinstance(form, Round):
                if _reaches(place, (stance[0], stance[1]), form.reach):
                    return False
            elif room_between_areas(place, _corners(form, stance)) == 0.0:
                return False
        return True


def _corners(shape: Outline, pose: State | Stance) -> Corners:
    x, y, cosine, sine = pose[0], pose[1], pose[2], pose[3]
    return [(x + cosine * px - sine * py, y + sine * px + cosine * py) for px, py in shape.corners]


def _reaches(area: Corners, middle: Point, radius: float) -> bool:
    return holds(area, middle) or any(point_to_piece(middle, area[i - 1], area[i]) < radius for i in range(len(area)))
