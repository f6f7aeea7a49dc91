"""What stands around a robot at one time, as its sensors meet it: objects where they are now, and other robots."""

from collections.abc import Sequence
from typing import NamedTuple

from ..scene.model import Mat, Object, Point, Wall
from .arena.arena import ArenaState
from .arena.standing import Stance
from .bodies import Body
from .echoes import heard_mm
from .traction import GRAVITY

WALL_LIGHT = 0.88  # share of infrared light that a wall throws back: as ST's white target does (DocID029104)
BODY_LIGHT = 0.5  # and a robot, partly white plastic and partly dark; our estimate
# What closes a switch with a lever: Omron SS-5GL, operating force 0.49 N at most. What rubs less on the floor than that
# is pushed away by the switch's own spring.
PRESS_N = 0.49


class Disc(NamedTuple):
    """Something round, upright: a post, a standing pin, or a ball."""

    x_mm: float
    y_mm: float
    radius_mm: float
    height_mm: float
    ball: bool
    light: float  # share of infrared light that it throws back
    heard_mm: float  # sound comes back from so far


class Around(NamedTuple):
    """Beside the walls. `lights` are those of the sides; `firm` things press a bumper."""

    sides: tuple[Wall, ...]
    lights: tuple[float, ...]
    discs: tuple[Disc, ...]
    firm_sides: tuple[Wall, ...]
    firm_discs: tuple[Disc, ...]


NOTHING = Around((), (), (), (), ())


class Vicinity:
    """Makes what stands around one robot, anew only where something has moved."""

    def __init__(self, mat: Mat) -> None:
        self._items = mat.objects
        self._heard = [heard_mm(item) for item in mat.objects]
        self._stances: tuple[Stance, ...] = ()  # those of which `_things` are
        self._things = NOTHING
        self._bodies: Sequence[Body] = ()
        self._around = NOTHING

    def at(self, together: ArenaState | None, bodies: Sequence[Body]) -> Around:
        """When all stand like that; `bodies` are those of other robots."""
        stances = together.objects if together is not None else ()
        if stances is not self._stances:
            self._stances, self._bodies = stances, ()
            self._things = self._things_at(stances)
        if not bodies:
            return self._things
        if bodies is not self._bodies:
            self._bodies = bodies
            things, sides = self._things, tuple(side for body in bodies for side in body.sides)
            self._around = things._replace(
                sides=things.sides + sides,
                lights=things.lights + len(sides) * (BODY_LIGHT,),
                firm_sides=things.firm_sides + sides,
            )
        return self._around

    def _things_at(self, stances: Sequence[Stance]) -> Around:
        sides: list[Wall] = []
        lights: list[float] = []
        discs: list[Disc] = []
        firm_sides: list[Wall] = []
        firm_discs: list[Disc] = []
        for item, heard, stance in zip(self._items, self._heard, stances, strict=True):
            firm = item.kind == "post" or item.mass_g / 1000 * GRAVITY * item.friction >= PRESS_N
            x, y = stance[0] * 1000, stance[1] * 1000
            if item.kind == "box" or stance[12]:
                walls = _sides_of(item, (x, y), stance)
                sides += walls
                lights += len(walls) * [item.reflectance]
                firm_sides += walls if firm else ()
            else:
                ball = item.kind == "ball"
                disc = Disc(x, y, item.length_mm / 2, item.height_mm, ball, item.reflectance, heard)
                discs.append(disc)
                firm_discs += (disc,) if firm else ()
        return Around(tuple(sides), tuple(lights), tuple(discs), tuple(firm_sides), tuple(firm_discs))


def _sides_of(item: Object, middle: Point, stance: Stance) -> list[Wall]:
    """The four sides of a box, or of a pin that lies along its heading."""
    lies = stance[12]
    ahead, aside = (item.height_mm if lies else item.length_mm) / 2, item.width_mm / 2
    top = item.width_mm if lies else item.height_mm
    cosine, sine = stance[2], stance[3]
    corners = [
        (middle[0] + cosine * x - sine * y, middle[1] + sine * x + cosine * y)
        for x, y in ((ahead, -aside), (ahead, aside), (-ahead, aside), (-ahead, -aside))
    ]
    return [
        Wall(item.id, *corner, *following, top)
        for corner, following in zip(corners, (*corners[1:], corners[0]), strict=True)
    ]
