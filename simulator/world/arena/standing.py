"""Objects on the mat: what they are to contact, how the floor holds and tilts them; SI units.

Friction is Coulomb's, for sliding and for turning apart from each other. A pin that is pushed tilts over the far edge
of its foot: the push at its height and the floor's friction against the weight. What pushes it with a whole side holds
it upright, and no weight or friction alone tilts it. A pin that has fallen lies, and slides.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...scene.model import Object
from ...scene.trig import PI, direction_deg, sin_cos, sin_cos_deg
from ..traction import GRAVITY
from .shapes import Round, Shape, rectangle
from .solving import Body, Ground

# x, y (m), cosine, sine, heading (rad), vx, vy (m/s), turn rate (rad/s), tilt (rad), its rate, the way it tilts (a unit
# vector), whether it lies
Stance = tuple[float, float, float, float, float, float, float, float, float, float, float, float, bool]
Felt = tuple[float, float, float]  # an impulse along x and y, N·s, and the height at which it acts, m
ROLLING_MASS = 1.4  # a rolling ball resists like so many times its mass: its rotation goes with it
STILL_M_S = 1e-6
STILL_RAD_S = 1e-5


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which an object may stand or lie."""

    shape: Shape
    inertia: float  # kg·m², about the vertical
    narrowest: float  # m, across
    arm: float  # m: mean distance of its foot from its middle, where friction acts against turning


class Thing:
    """The facts of one object."""

    __slots__ = (
        "_lying",
        "_standing",
        "ball",
        "edge_inertia",
        "fixed",
        "friction",
        "half",
        "id",
        "mass",
        "pin",
        "radius",
        "reach",
        "weight",
    )

    def __init__(self, item: Object) -> None:
        self.id = item.id
        self.fixed = item.kind == "post"
        self.pin = item.kind == "pin"
        self.ball = item.kind == "ball"
        mass = item.mass_g / 1000 or 1.0
        self.weight = mass * GRAVITY
        self.mass = mass * ROLLING_MASS if self.ball else mass
        self.friction = item.friction
        length, width, height = item.length_mm / 1000, item.width_mm / 1000, item.height_mm / 1000
        radius = self.radius = length / 2
        self.half = height / 2
        if item.kind == "box":
            square = (length * length + width * width) / 12
            # A square's mean distance from its middle is 0.383 of its side.
            arm = 0.383 * math.sqrt(length * width)
            self._standing = Form(rectangle(item.length_mm, item.width_mm), mass * square, min(length, width), arm)
        else:
            self._standing = Form(Round(item.length_mm / 2), mass * radius * radius / 2, length, radius * 2 / 3)
        self.reach = max(
            self._standing.shape.reach, math.sqrt(radius * radius + self.half * self.half) if self.pin else 0.0
        )
        across = mass * (3 * radius * radius + height * height) / 12
        self._lying = Form(rectangle(item.height_mm, item.length_mm), across, min(length, height), height / 4)
        self.edge_inertia = across + mass * (radius * radius + self.half * self.half)

    def tilted_j(self, tilt: float, rate: float) -> float:
        """The energy of a standing pin that tilts: of its motion, and what its middle is lifted by."""
        sine, cosine = sin_cos(tilt)
        return 0.5 * self.edge_inertia * rate * rate + self.weight * (self.radius * sine + self.half * (cosine - 1.0))

    def form(self, stance: Stance) -> Form:
        return self._lying if stance[12] else self._standing

    def ground(self, stance: Stance, body: Body, step_s: float) -> Ground:
        """What the floor's friction may do to it in a step."""
        most = self.friction * self.weight * step_s
        return Ground(body, most, most * self.form(stance).arm)

    def at_start(self, item: Object) -> Stance:
        sine, cosine = sin_cos_deg(item.heading_deg)
        heading = item.heading_deg * (PI / 180)
        return item.x_mm / 1000, item.y_mm / 1000, cosine, sine, heading, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, False


def moves(stance: Stance) -> bool:
    return stance[5] != 0.0 or stance[6] != 0.0 or stance[7] != 0.0 or stance[8] != 0.0


def moved(stance: Stance, body: Body, step_s: float) -> Stance:
    """Where it is after a step with its body's speeds."""
    x, y, cosine, sine, heading, _, _, _, *rest = stance
    vx, vy, spin = body.vx, body.vy, body.spin
    if abs(vx) < STILL_M_S and abs(vy) < STILL_M_S and abs(spin) < STILL_RAD_S:
        vx = vy = spin = 0.0
    turn = spin * step_s
    turn_sine, turn_cosine = sin_cos(turn)
    cosine, sine = cosine * turn_cosine - sine * turn_sine, sine * turn_cosine + cosine * turn_sine
    length = 1.5 - 0.5 * (cosine * cosine + sine * sine)
    return (
        x + vx * step_s + body.shift_x, y + vy * step_s + body.shift_y, cosine * length, sine * length, heading + turn,
        vx, vy, spin, *rest,
    )  # type: ignore[return-value]  # fmt: skip


def tilted(
    thing: Thing, stance: Stance, pushes: Sequence[Felt], floor: tuple[float, float],
    step_s: float,
) -> Stance:  # fmt: skip
    """A standing pin after a step. `floor`: the impulse of the floor's friction."""
    x, y, cosine, sine, heading, vx, vy, spin, tilt, rate, way_x, way_y, lying = stance
    if not thing.pin or lying:
        return stance
    if tilt == 0.0:
        px, py = sum_of(push[0] for push in pushes), sum_of(push[1] for push in pushes)
        strength = math.sqrt(px * px + py * py)
        if strength == 0.0:
            return stance
        way_x, way_y = px / strength, py / strength
    # About the middle: a push above it and the floor's friction below it tilt it the same way.
    turning = -(floor[0] * way_x + floor[1] * way_y) * thing.half
    for px, py, height in pushes:
        turning += (px * way_x + py * way_y) * (height - thing.half)
    tilt_sine, tilt_cosine = sin_cos(tilt)
    righting = thing.weight * (thing.radius * tilt_cosine - thing.half * tilt_sine)
    had = thing.tilted_j(tilt, rate)
    rate += (turning - righting * step_s) / thing.edge_inertia
    tilt += rate * step_s
    if tilt <= 0.0:
        return x, y, cosine, sine, heading, vx, vy, spin, 0.0, 0.0, 1.0, 0.0, False
    # What it takes to tilt, its foot takes of its speed.
    gained, moving = thing.tilted_j(tilt, rate) - had, 0.5 * thing.mass * (vx * vx + vy * vy)
    if gained > 0.0:
        if gained > moving:
            return leaning(stance)
        slower = math.sqrt(1.0 - gained / moving)
        vx, vy = vx * slower, vy * slower
    tilt_sine, tilt_cosine = sin_cos(tilt)
    if thing.half * tilt_sine <= thing.radius * tilt_cosine:
        return x, y, cosine, sine, heading, vx, vy, spin, tilt, rate, way_x, way_y, False
    # It has passed its balance: it falls over the edge of its foot and lies.
    far = thing.radius + thing.half
    heading = direction_deg(way_x, way_y) * (PI / 180)
    return x + far * way_x, y + far * way_y, way_x, way_y, heading, vx, vy, 0.0, 0.0, 0.0, 1.0, 0.0, True


def leaning(stance: Stance) -> Stance:
    """A pin that would fall and has no room to: it leans as it did before this step."""
    return (*stance[:9], 0.0, *stance[10:])


def sum_of(values: Iterable[float]) -> float:
    """Added in order; the built-in's rounding depends on Python's version."""
    total = 0.0
    for value in values:
        total += value
    return total
