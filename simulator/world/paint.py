"""What reflectance sensors make of the painted mat: exact distances to lines and areas, no picture in between.

A sensor sees a disc of the floor. How much of the disc a stripe covers depends only on how far the disc's centre is
from the stripe's middle, so it is a table made once for each width. The mat is cut into squares; each knows what is
near it. Most are plain, beside one piece, or where one piece goes over into the next; there a look takes a dozen
operations. Lengths in mm.
"""

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from ..scene.model import Mat, Stripe, Surface
from .coats import AreaCoat, Coat, StripeCoat
from .footprint import INTERVALS, stripe_profile
from .tracks import ArcTrack, Track

SQUARE_MM = 20.0
HALVINGS = 4  # the mat is cut into blocks of this many halvings first, so that what is plain is passed over quickly
PLAIN, BESIDE_LINE, BESIDE_ARC, JOINT, MIXED = range(5)

# (PLAIN, light), (BESIDE_LINE, nx, ny, n0, steps a mm, lights by distance),
# (BESIDE_ARC, cx, cy, radius, steps a mm, lights by distance), (JOINT, tx, ty, t0, square before, square after),
# or (MIXED, light below, coats on it)
Square = tuple[Any, ...]


class Spot(NamedTuple):
    """Where a sensor looks, from the middle of the axle, and the straight line from light to what it reads."""

    x_mm: float
    y_mm: float
    footprint_mm: float
    at_black: float
    per_light: float


# Readings under a pose: x, y, cosine, sine.
Look = Callable[[float, float, float, float], list[float]]


def look_at(mat: Mat, spots: Sequence[Spot]) -> Look:
    """A function of the robot's pose that tells what each sensor reads, without noise.

    Beyond the mat the floor is taken to be as light as the mat.
    """
    columns = _columns(mat)
    maps: dict[float, list[Square]] = {}
    for spot in spots:
        if spot.footprint_mm not in maps:
            maps[spot.footprint_mm] = _map(mat, spot.footprint_mm / 2)
    places = tuple((s.x_mm, s.y_mm, maps[s.footprint_mm], s.at_black, s.per_light) for s in spots)
    width, height, beyond = mat.width_mm, mat.height_mm, mat.reflectance
    per_square = 1.0 / SQUARE_MM
    sqrt = math.sqrt

    def look(x: float, y: float, cosine: float, sine: float) -> list[float]:
        readings: list[float] = []
        for ahead, aside, squares, black, per_light in places:
            px = x + cosine * ahead - sine * aside
            py = y + sine * ahead + cosine * aside
            if 0.0 <= px < width and 0.0 <= py < height:
                square = squares[int(py * per_square) * columns + int(px * per_square)]
                kind = square[0]
                if kind == JOINT:
                    _, tx, ty, t0, before, after = square
                    square = before if tx * px + ty * py < t0 else after
                    kind = square[0]
                if kind == PLAIN:
                    light = square[1]
                elif kind == MIXED:
                    light = square[1]
                    for coat in square[2]:
                        light += coat.share(px, py) * (coat.reflectance - light)
                else:
                    if kind == BESIDE_LINE:
                        _, nx, ny, n0, steps, lights = square
                        at = (nx * px + ny * py - n0) * steps
                    else:
                        _, cx, cy, radius, steps, lights = square
                        px -= cx
                        py -= cy
                        at = (sqrt(px * px + py * py) - radius) * steps
                    if at < 0.0:
                        at = -at
                    if at < INTERVALS:
                        step = int(at)
                        light = lights[step]
                        light += (at - step) * (lights[step + 1] - light)
                    else:
                        light = lights[INTERVALS]
            else:
                light = beyond
            readings.append(black + light * per_light)
        return readings

    return look


def _columns(mat: Mat) -> int:
    return int(mat.width_mm / SQUARE_MM) + 1


def _map(mat: Mat, radius: float) -> list[Square]:
    """The mat's squares for one size of footprint, row by row from the lower left."""
    columns, rows = _columns(mat), int(mat.height_mm / SQUARE_MM) + 1
    squares: list[Square] = [(PLAIN, mat.reflectance)] * (columns * rows)

    def fill(column: int, row: int, size: int, light: float, coats: Sequence[Coat]) -> None:
        if column >= columns or row >= rows:
            return
        light, near = _near(light, coats, column + size / 2, row + size / 2, size)
        if not near or size == 1:
            square = _square(light, near, column + 0.5, row + 0.5)
            for y in range(row, min(row + size, rows)):
                for x in range(column, min(column + size, columns)):
                    squares[y * columns + x] = square
            return
        half = size // 2
        for x, y in ((0, 0), (half, 0), (0, half), (half, half)):
            fill(column + x, row + y, half, light, near)

    coats = [_coat(surface, radius) for surface in mat.surfaces]
    block = 1 << HALVINGS
    for row in range(0, rows, block):
        for column in range(0, columns, block):
            fill(column, row, block, mat.reflectance, coats)
    return squares


def _coat(surface: Surface, radius: float) -> Coat:
    return StripeCoat(surface, radius) if isinstance(surface, Stripe) else AreaCoat(surface, radius)


def _near(light: float, coats: Sequence[Coat], column: float, row: float, size: int) -> tuple[float, list[Coat]]:
    """The light on which everything else lies within some squares, and the coats that show there in part."""
    x, y = column * SQUARE_MM, row * SQUARE_MM
    half_diagonal = size * SQUARE_MM * 0.7072
    near: list[Coat] = []
    for coat in coats:
        if coat.covers_all(x, y, half_diagonal):
            light = coat.reflectance
            near = []
        elif coat.touches(x, y, half_diagonal):
            near.append(coat.only_near(x, y, half_diagonal))
    return light, near


def _square(light: float, near: Sequence[Coat], column: float, row: float) -> Square:
    """The quickest way to tell the light in one square, given what is near it."""
    if not near:
        return PLAIN, light
    first = near[0]
    if len(near) == 1 and isinstance(first, StripeCoat) and not first.caps and len(first.tracks) <= 2:
        x, y = column * SQUARE_MM, row * SQUARE_MM
        lights = _lights(light, first.reflectance, first.width, first.radius)
        quick = [_beside(track, first.steps, lights) for track in first.tracks]
        if len(quick) == 1:
            square = quick[0]
        else:
            before, after = first.tracks
            tx, ty = before.end_direction
            square = JOINT, tx, ty, tx * after.x0 + ty * after.y0, *quick
        if _tells_true(square, first, x, y):
            return square
    return MIXED, light, tuple(near)


@cache
def _lights(below: float, paint: float, width: float, radius: float) -> tuple[float, ...]:
    """The light seen over a stripe, by the distance from its middle, in the steps of its profile."""
    return tuple(below + share * (paint - below) for share in stripe_profile(width, radius))


def _beside(track: Track, steps: float, lights: tuple[float, ...]) -> Square:
    if isinstance(track, ArcTrack):
        return BESIDE_ARC, track.cx, track.cy, track.radius, steps, lights
    return BESIDE_LINE, -track.ty, track.tx, track.tx * track.y0 - track.ty * track.x0, steps, lights


def _tells_true(square: Square, coat: StripeCoat, x: float, y: float) -> bool:
    """Whether the quick way agrees with the stripe all over the square around (x, y).

    It does not where a piece's own continuation, a straight line or a whole circle, comes near; or at a corner.
    """
    half = SQUARE_MM / 2
    for dx in (-half, 0.0, half):
        for dy in (-half, 0.0, half):
            px, py = x + dx, y + dy
            quick = square
            if quick[0] == JOINT:
                quick = square[4] if square[1] * px + square[2] * py < square[3] else square[5]
            if quick[0] == BESIDE_LINE:
                away = abs(quick[1] * px + quick[2] * py - quick[3])
            else:
                ex, ey = px - quick[1], py - quick[2]
                away = abs(math.sqrt(ex * ex + ey * ey) - quick[3])
            true = coat.distance(px, py)
            if abs(away - true) > 1e-3 and min(away, true) < coat.reach:
                return False
    return True
