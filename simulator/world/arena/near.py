"""Who may meet whom in a step: pairs of bodies that are near, and all places at which they are. SI units."""

from collections.abc import Collection, Mapping, Sequence

from ...scene.model import Wall
from ..bodies import Bodies
from ..bodies import Body as Stranger
from ..drive import State
from .gripping import Hold
from .meeting import Obstacle
from .shapes import Outline
from .standing import Stance, Thing
from .touching import Piece, Place, Pose, places, places_at_wall

LOOK_M = 0.12  # farther than that nobody looks
CELL_M = 0.2
FEW = 16  # as many objects are looked through sooner than sorted into squares
FAST = -1  # the number of what stands fast
STRANGER = -(1 << 20)

Key = tuple[int, int, int]  # which two, and where on them
# Bodies are numbered: robots, then objects. The two of a contact, the place, and what the second is to a robot
Touch = tuple[Key, int, int, Place, Obstacle | None]


class Neighbours:
    """Finds who is near; `shapes` are those of the robots, and `others` tells bodies that are not moved here."""

    def __init__(
        self, shapes: Sequence[Outline], things: Sequence[Thing], walls: Sequence[Wall], others: Bodies
    ) -> None:
        self._shapes = shapes
        self._things = things
        self._walls = [Piece(wall, walls) for wall in walls]
        self._by_cell: dict[tuple[int, int], list[tuple[int, Piece]]] = {}
        self._widest = 2 * max((thing.reach for thing in things), default=0.0)
        self._reach = max([shape.reach for shape in shapes] + [thing.reach for thing in things])
        self._others = others

    def look(
        self,
        robots: Sequence[State],
        objects: Sequence[Stance],
        restless: Sequence[int],
        holds: Sequence[Hold],
        margin: float,
        far: float,
    ) -> tuple[list[Touch], float]:
        """All places nearer than the margin, and the least gap between a robot and anything else, as far as is
        looked (`far`, at most LOOK_M). `restless` are the objects that move by themselves; what a robot `holds` is a
        part of that robot."""
        found: list[Touch] = []
        nearest = far
        held = {hold.object: hold.robot for hold in holds}
        for number, robot in enumerate(robots):
            for what, second, obstacle, seen in self._around(number, robot[:4], robots, objects, held, far):
                for place in seen:
                    gap = place[4]
                    if gap < nearest:
                        nearest = gap
                    if gap <= margin:
                        found.append(((number, what, place[5]), number, second, place, obstacle))
        count = len(self._shapes)
        pushed = [touch[2] - count for touch in found if touch[2] >= count]
        if not (holds or restless or pushed):
            return found, nearest
        crowd = Crowd(objects, self._widest + max(far, 2 * margin))
        for number, index, *_ in holds:
            around = self._around_object(index, objects, crowd, (), held, far)
            around += self._other_robots(number, index, objects, robots, far)
            for what, second, seen in (*around, *self._others_hold(index, objects, held, far)):
                for place in seen:
                    nearest = min(nearest, place[4])
                    if place[4] <= margin:
                        found.append(((count + index, what, place[5]), number, second, place, None))
                        pushed.append(second - count)
        # What rests may be pushed into what stands beside it, and that into the next: in this very step. Its corners
        # may go twice as far as whoever hits it.
        moving = list(dict.fromkeys([*restless, *(index for index in pushed if index >= 0 and index not in held)]))
        by_itself, met, done = set(restless), set(moving), set[int]()
        for index in moving:
            near = margin if index in by_itself else 2 * margin
            for what, second, seen in self._around_object(index, objects, crowd, done, held, near):
                for place in seen:
                    if place[4] <= near:
                        found.append(((count + index, what, place[5]), count + index, second, place, None))
                        if second >= count and second - count not in met:
                            met.add(second - count)
                            moving.append(second - count)
            done.add(index)
        return found, nearest

    def _around(
        self,
        number: int,
        pose: Pose,
        robots: Sequence[State],
        objects: Sequence[Stance],
        held: Mapping[int, int],
        look: float,
    ) -> list[tuple[int, int, Obstacle, list[Place]]]:
        """What is near a robot: what it is, its number, what it is to the robot, and the places."""
        shape, count = self._shapes[number], len(self._shapes)
        x, y = pose[0], pose[1]
        found: list[tuple[int, int, Obstacle, list[Place]]] = []
        if self._walls:
            for index, wall in self._walls_near(x, y):
                if seen := places_at_wall(shape, pose, wall, look):
                    found.append((~index, FAST, ("wall", wall.id), seen))
        for other in range(number + 1, count):
            there = robots[other][:4]
            if _within(x, y, there, shape.reach + self._shapes[other].reach + look):
                seen = places(shape, pose, self._shapes[other], there, look)
                found.append((other, other, ("robot", f"robot-{other + 1}"), seen))
        for which, stranger in enumerate(self._others()):
            here = stranger.x_mm / 1000, stranger.y_mm / 1000
            if _within(x, y, here, shape.reach + stranger.reach_mm / 1000 + look):
                seen = places(shape, pose, _outline_of(stranger), (0.0, 0.0, 1.0, 0.0), look)
                found.append((STRANGER - which, FAST, ("robot", stranger.sides[0].id), seen))
        for index, stance in enumerate(objects):
            thing = self._things[index]
            dx, dy = stance[0] - x, stance[1] - y
            far = shape.reach + thing.reach + look
            if dx * dx + dy * dy < far * far and index not in held:
                seen = places(shape, pose, thing.form(stance).shape, stance[:4], look)
                found.append((count + index, FAST if thing.fixed else count + index, ("object", thing.id), seen))
        return found

    def _around_object(
        self,
        index: int,
        objects: Sequence[Stance],
        crowd: "Crowd",
        done: Collection[int],
        held: Mapping[int, int],
        margin: float,
    ) -> list[tuple[int, int, list[Place]]]:
        """The same for an object: walls and other objects that nobody holds and that are not `done`."""
        thing, stance, count = self._things[index], objects[index], len(self._shapes)
        pose, shape = stance[:4], thing.form(stance).shape
        found = []
        if self._walls:
            for number, wall in self._walls_near(pose[0], pose[1]):
                found.append((~number, FAST, places_at_wall(shape, pose, wall, margin)))
        for other in crowd.near(pose[0], pose[1]):
            if other == index or other in held or other in done:
                continue
            second, stand = self._things[other], objects[other]
            if _within(pose[0], pose[1], stand, thing.reach + second.reach + margin):
                seen = places(shape, pose, second.form(stand).shape, stand[:4], margin)
                found.append((count + other, FAST if second.fixed else count + other, seen))
        return found

    def _other_robots(
        self, number: int, index: int, objects: Sequence[Stance], robots: Sequence[State], look: float
    ) -> list[tuple[int, int, list[Place]]]:
        """The robots near to what one of them holds."""
        thing, stance = self._things[index], objects[index]
        pose, shape = stance[:4], thing.form(stance).shape
        return [
            (other, other, places(shape, pose, self._shapes[other], robot[:4], look))
            for other, robot in enumerate(robots)
            if other != number and _within(pose[0], pose[1], robot, thing.reach + self._shapes[other].reach + look)
        ]

    def _others_hold(
        self, index: int, objects: Sequence[Stance], held: Mapping[int, int], look: float
    ) -> list[tuple[int, int, list[Place]]]:
        """What other robots hold that is near to what one of them holds; each two once, as their robots' contact."""
        thing, stance, count = self._things[index], objects[index], len(self._shapes)
        pose, shape = stance[:4], thing.form(stance).shape
        found = []
        for other, robot in held.items():
            if other > index:
                second, stand = self._things[other], objects[other]
                if _within(pose[0], pose[1], stand, thing.reach + second.reach + look):
                    seen = places(shape, pose, second.form(stand).shape, stand[:4], look)
                    found.append((count + other, robot, seen))
        return found

    def _walls_near(self, x: float, y: float) -> list[tuple[int, Piece]]:
        """Looked up once a cell, since bodies pass few of them."""
        cell = int(x // CELL_M), int(y // CELL_M)
        found = self._by_cell.get(cell)
        if found is None:
            middle_x, middle_y = (cell[0] + 0.5) * CELL_M, (cell[1] + 0.5) * CELL_M
            far = self._reach + LOOK_M + 0.75 * CELL_M
            walls = enumerate(self._walls)
            found = [(index, wall) for index, wall in walls if wall.distance(middle_x, middle_y) <= far]
            self._by_cell[cell] = found
        return found


class Crowd:
    """Which objects may have their middles within `far` metres of a place: those in its square and the eight around."""

    __slots__ = ("_all", "_far", "_squares")

    def __init__(self, objects: Sequence[Stance], far: float) -> None:
        self._all, self._far = range(len(objects)), far
        self._squares: dict[tuple[int, int], list[int]] = {}
        if len(objects) > FEW:
            for index, stance in enumerate(objects):
                self._squares.setdefault((int(stance[0] // far), int(stance[1] // far)), []).append(index)

    def near(self, x: float, y: float) -> Sequence[int]:
        """In their order, so that what contact reckons does not depend on the squares."""
        if not self._squares:
            return self._all
        column, row = int(x // self._far), int(y // self._far)
        squares = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return sorted(index for square in squares for index in self._squares.get(square, ()))


def _within(x: float, y: float, there: Sequence[float], far: float) -> bool:
    dx, dy = there[0] - x, there[1] - y
    return dx * dx + dy * dy < far * far


def _outline_of(stranger: Stranger) -> Outline:
    return Outline([(side.x0_mm, side.y0_mm) for side in stranger.sides])
