"""How light the floor is where a sensor looks: exact distances to painted lines and areas, no picture in between.

A sensor sees a disc of the floor. How much of the disc a stripe covers depends only on how far the disc's centre is
from the stripe's middle, so it is a table made once for each width. The mat is cut into squares; each knows the few
pieces near it, and most are plain, or beside one single piece whose distance takes a dozen operations. Lengths in mm.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

from ..scene.model import Mat, Reflectance, Stripe, Surface
from .coats import AreaCoat, Coat, StripeCoat
from .footprint import INTERVALS, stripe_profile

SQUARE_MM = 40.0
PLAIN, BESIDE_LINE, BESIDE_ARC, MIXED = range(4)

# (PLAIN, light), (BESIDE_LINE, nx, ny, n0, steps a mm, lights by distance),
# (BESIDE_ARC, cx, cy, radius, steps a mm, lights by distance), or (MIXED, light below, coats on it)
Square = tuple[Any, ...]
Look = Callable[[float, float, float, float], list[float]]


def look_at(mat: Mat, sensors: Sequence[Reflectance]) -> Look:
    """A function of the robot's pose (x, y, cosine, sine) that tells how light the floor is under each sensor, 0 to 1.

    Beyond the mat the floor is taken to be as light as the mat.
    """
    columns = int(mat.width_mm / SQUARE_MM) + 1
    maps: dict[float, list[Square]] = {}
    for sensor in sensors:
        if sensor.footprint_mm not in maps:
            maps[sensor.footprint_mm] = _map(mat, sensor.footprint_mm / 2, columns)
    places = tuple((sensor.x_mm, sensor.y_mm, maps[sensor.footprint_mm]) for sensor in sensors)
    width, height, beyond = mat.width_mm, mat.height_mm, mat.reflectance
    per_square = 1.0 / SQUARE_MM
    sqrt = math.sqrt

    def look(x: float, y: float, cosine: float, sine: float) -> list[float]:
        seen: list[float] = []
        for ahead, aside, squares in places:
            px = x + cosine * ahead - sine * aside
            py = y + sine * ahead + cosine * aside
            if not (0.0 <= px < width and 0.0 <= py < height):
                seen.append(beyond)
                continue
            square = squares[int(py * per_square) * columns + int(px * per_square)]
            kind = square[0]
            if kind == PLAIN:
                seen.append(square[1])
                continue
            if kind == BESIDE_LINE:
                _, nx, ny, n0, steps, lights = square
                at = (nx * px + ny * py - n0) * steps
            elif kind == BESIDE_ARC:
                _, cx, cy, radius, steps, lights = square
                px -= cx
                py -= cy
                at = (sqrt(px * px + py * py) - radius) * steps
            else:
                light = square[1]
                for coat in square[2]:
                    light += coat.share(px, py) * (coat.reflectance - light)
                seen.append(light)
                continue
            if at < 0.0:
                at = -at
            if at >= INTERVALS:
                seen.append(lights[INTERVALS])
            else:
                step = int(at)
                light = lights[step]
                seen.append(light + (at - step) * (lights[step + 1] - light))
        return seen

    return look


def _map(mat: Mat, radius: float, columns: int) -> list[Square]:
    """The mat's squares for one size of footprint, row by row from the lower left."""
    coats = [_coat(surface, radius) for surface in mat.surfaces]
    rows = int(mat.height_mm / SQUARE_MM) + 1
    return [_square(mat.reflectance, coats, column, row) for row in range(rows) for column in range(columns)]


def _coat(surface: Surface, radius: float) -> Coat:
    return StripeCoat(surface, radius) if isinstance(surface, Stripe) else AreaCoat(surface, radius)


def _square(light: float, coats: Sequence[Coat], column: int, row: int) -> Square:
    """What a sensor over this square may see."""
    x, y = (column + 0.5) * SQUARE_MM, (row + 0.5) * SQUARE_MM
    half_diagonal = SQUARE_MM * 0.7072
    near: list[Coat] = []
    for coat in coats:
        if coat.covers_all(x, y, half_diagonal):
            light = coat.reflectance
            near = []
        elif coat.touches(x, y, half_diagonal):
            near.append(coat)
    if not near:
        return PLAIN, light
    if len(near) == 1 and isinstance(near[0], StripeCoat):
        stripe = near[0]
        shares = stripe_profile(stripe.width, stripe.radius)
        lights = tuple(light + share * (stripe.reflectance - light) for share in shares)
        steps = INTERVALS / (stripe.width / 2 + stripe.radius)
        line = stripe.single_line(x, y, half_diagonal)
        if line:
            return BESIDE_LINE, *line, steps, lights
        arc = stripe.single_arc(x, y, half_diagonal)
        if arc:
            return BESIDE_ARC, *arc, steps, lights
        near = [stripe.only_near(x, y, half_diagonal)]
    else:
        near = [coat.only_near(x, y, half_diagonal) for coat in near]
    return MIXED, light, tuple(near)
