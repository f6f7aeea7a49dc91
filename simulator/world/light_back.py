"""What comes back of the light that a laser ranger sends into its cone: how much, from how far, and among what other.

Rays of a fan share out the cone, each as strong as the cone is high there. What a ray meets throws its share of the
light back as matt things do, less the more aslant it is met, and weaker with the square of the way; what passes over it
goes on to what is behind. The floor is not seen. A ranger that tells one distance tells the mean over all that comes
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
from .ranging import Front, View, eye_of, front_of, in_cone, met, turned
from .walls import Pose

RAYS = 25
NEAREST_MM = 1.0  # the light of what is nearer is as strong as from there

Ray = tuple[
    float, float, float, float
]  # a unit vector, ahead and to the left; its weight; what it spreads to up and down
Lit = tuple[Front, float, float]  # a wall in the cone, its height, and the share of light that it throws back
Hit = tuple[float, float, float, float]  # the way to it, how much it faces the ray (a cosine), its height, its share


def light_back(
    walls: Sequence[Wall], around: Around, lights: Sequence[Light], pose: Pose, view: View
) -> LightBack | None:
    """None where nothing in the cone throws light back."""
    eye, edge = eye_of(pose, view), turned(view.cone_deg / 2)
    pieces: list[Lit] = []
    for side, share in (*((wall, WALL_LIGHT) for wall in walls), *zip(around.sides, around.lights, strict=True)):
        if side.height_mm >= view.z_mm and (piece := in_cone(side, eye, edge, view.most_mm)) is not None:
            pieces.append((front_of(piece), side.height_mm, share))
    rounds = [(_seen_from(eye, disc), disc) for disc in around.discs if disc.height_mm >= view.z_mm]
    rounds = [(at, disc) for at, disc in rounds if at[0] * edge[0] + disc.radius_mm >= abs(at[1]) * edge[1]]
    if not pieces and not rounds:
        return None
    signal = ways = ambient = seen = 0.0
    for ray in fan(view.cone_deg):
        up = ray[3]
        below = -up  # all that the ray spreads to below that has met something; as a rise per way
        for way, facing, height, share in _hits(pieces, rounds, ray, view):
            low, high = max(below, -view.z_mm / way), min(up, (height - view.z_mm) / way)
            if high <= low:
                continue
            weight = ray[2] * facing * (high - low) / (2 * up)
            back = weight * share * 1e6 / (way * way)
            signal += back
            ways += back * way * ray[0]
            if lights:
                seen += weight
                ambient += weight * _daylight(lights, eye, ray, way)
            if high >= up:
                break
            below = high
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


def _seen_from(eye: Pose, disc: Disc) -> Point:
    x, y, cosine, sine = eye
    dx, dy = disc.x_mm - x, disc.y_mm - y
    return cosine * dx + sine * dy, cosine * dy - sine * dx


def _hits(pieces: Sequence[Lit], rounds: Sequence[tuple[Point, Disc]], ray: Ray, view: View) -> list[Hit]:
    """All that a ray would meet if the rest were not there, the nearest first."""
    hits: list[Hit] = []
    ahead, aside = ray[0], ray[1]
    for front, height, share in pieces:
        at = met(front, (ahead, aside))
        if at is not None and at[0] <= view.most_mm:
            hits.append((max(at[0], NEAREST_MM), at[1], height, share))
    for (x, y), disc in rounds:
        along = x * ahead + y * aside
        off = y * ahead - x * aside
        radius = disc.radius_mm
        if disc.ball:
            above = view.z_mm - radius
            squared = radius * radius - above * above - off * off
        else:
            squared = radius * radius - off * off
        if squared <= 0.0 or along <= 0.0:
            continue
        inward = math.sqrt(squared)
        way = along - inward
        if way <= view.most_mm:
            hits.append((max(way, NEAREST_MM), inward / radius, disc.height_mm, disc.light))
    if len(hits) > 1:
        hits.sort()
    return hits


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
