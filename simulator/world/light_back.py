"""What comes back of the light that a laser ranger sends into its cone: how much, from how far, and among what other.

Rays of a fan share out the cone, each as strong as the cone is high there. What a ray meets throws its share of the
light back as matt things do, less the more aslant it is met, as far as it is high enough to fill the cone, and weaker
with the square of the way. The floor is not seen. A ranger that tells one distance tells the mean over all that comes
back, which for two things at once is a place between them; ways are counted along its axis, as it has been trimmed
before a flat wall.

Only + − × ÷ and `sqrt`: sine and cosine come from `scene.trig`.
"""

import math
from collections.abc import Sequence
from functools import cache

from ..devices.ports import LightBack
from ..scene.areas import holds
from ..scene.model import Light, Point, Wall
from ..scene.trig import sin_cos_deg
from .around import WALL_LIGHT, Around, Disc
from .ranging import View, eye_of, in_cone, met, turned
from .walls import Piece, Pose

RAYS = 25

Ray = tuple[
    float, float, float, float
]  # a unit vector, ahead and to the left; its weight; what it spreads to up and down
Lit = tuple[Piece, float, float]  # a wall in the cone, its height, and the share of light that it throws back


def light_back(
    walls: Sequence[Wall], around: Around, lights: Sequence[Light], pose: Pose, view: View
) -> LightBack | None:
    """None where nothing in the cone throws light back."""
    eye, edge = eye_of(pose, view), turned(view.cone_deg / 2)
    pieces: list[Lit] = []
    for side, share in (*((wall, WALL_LIGHT) for wall in walls), *zip(around.sides, around.lights, strict=True)):
        if side.height_mm >= view.z_mm and (piece := in_cone(side, eye, edge, view.most_mm)) is not None:
            pieces.append((piece, side.height_mm, share))
    rounds = [(_seen_from(eye, disc), disc) for disc in around.discs if disc.height_mm >= view.z_mm]
    rounds = [(at, disc) for at, disc in rounds if at[0] * edge[0] + disc.radius_mm >= abs(at[1]) * edge[1]]
    if not pieces and not rounds:
        return None
    signal = ways = ambient = seen = 0.0
    for ray in fan(view.cone_deg):
        found = _first(pieces, rounds, ray, view.z_mm)
        if found is None or found[0] > view.most_mm:
            continue
        way, facing, height, share = found
        weight = ray[2] * facing * _filled(way * ray[3], view.z_mm, height)
        back = weight * share * 1e6 / (way * way if way > 1.0 else 1.0)
        signal += back
        ways += back * way * ray[0]
        if lights:
            seen += weight
            ambient += weight * _daylight(lights, eye, ray, way)
    return LightBack(ways / signal, signal, ambient / seen if seen else 0.0) if signal > 0.0 else None


@cache
def fan(cone_deg: float) -> tuple[Ray, ...]:
    """The rays of a round cone; their weights add up to 1."""
    sine, cosine = sin_cos_deg(cone_deg / 2)
    rays = []
    for i in range(RAYS):
        part = (2 * i + 1) / RAYS - 1.0
        aside, ahead = sin_cos_deg(cone_deg / 2 * part)
        high = math.sqrt(1.0 - part * part)
        rays.append((ahead, aside, high, high * sine / cosine))
    total = 0.0
    for ray in rays:
        total += ray[2]
    return tuple((ahead, aside, high / total, up) for ahead, aside, high, up in rays)


def _filled(half_mm: float, z_mm: float, height_mm: float) -> float:
    """The share that a thing on the floor fills of what a ray spreads to: from `half_mm` below the sensor to as much
    above it."""
    above = height_mm - z_mm
    if half_mm <= 0.0:
        return 1.0
    return ((above if above < half_mm else half_mm) + (z_mm if z_mm < half_mm else half_mm)) / (2 * half_mm)


def _seen_from(eye: Pose, disc: Disc) -> Point:
    x, y, cosine, sine = eye
    dx, dy = disc.x_mm - x, disc.y_mm - y
    return cosine * dx + sine * dy, cosine * dy - sine * dx


def _first(
    pieces: Sequence[Lit], rounds: Sequence[tuple[Point, Disc]], ray: Ray, z_mm: float
) -> tuple[float, float, float, float] | None:
    """The first thing on a ray: the way, how much it faces the ray (a cosine), its height, and what it throws back."""
    found: tuple[float, float, float, float] | None = None
    ahead, aside = ray[0], ray[1]
    for piece, height, share in pieces:
        at = met(piece, (ahead, aside))
        if at is not None and (found is None or at[0] < found[0]):
            found = *at, height, share
    for (x, y), disc in rounds:
        along = x * ahead + y * aside
        off = y * ahead - x * aside
        radius = disc.radius_mm
        if disc.ball:
            above = z_mm - radius
            squared = radius * radius - above * above - off * off
        else:
            squared = radius * radius - off * off
        if squared <= 0.0 or along <= 0.0:
            continue
        inward = math.sqrt(squared)
        way = along - inward
        if found is None or way < found[0]:
            found = max(way, 0.0), inward / radius, disc.height_mm, disc.light
    return found


def _daylight(lights: Sequence[Light], eye: Pose, ray: Ray, way: float) -> float:
    """The ambient light where that ray ends, in parts of what a light of share 1 is."""
    x, y, cosine, sine = eye
    ahead, aside = ray[0] * way, ray[1] * way
    spot = x + cosine * ahead - sine * aside, y + sine * ahead + cosine * aside
    total = 0.0
    for light in lights:
        if holds(light.points, spot):
            total += light.share
    return total
