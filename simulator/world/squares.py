"""The mat cut into squares, each with the quickest way to tell how light the floor is there. Lengths in mm.

Most squares are plain, beside one piece of one stripe, or where a piece goes over into the next.
"""

import math
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from ..scene.model import Image, Mat, Polygon, Stripe, Surface
from .coats import AreaCoat, Coat, StripeCoat
from .footprint import stripe_profile
from .on_top import Shown
from .printed import PictureCoat
from .tracks import ArcTrack, LineTrack, Track

SQUARE_MM = 20.0
HALVINGS = 4  # the mat is cut into blocks of this many halvings first, so that what is plain is passed over quickly
PLAIN, BESIDE_LINE, BESIDE_ARC, JOINT, MIXED = range(5)

# (PLAIN, light), (BESIDE_LINE, nx, ny, n0, steps a mm, lights by distance),
# (BESIDE_ARC, cx, cy, radius, steps a mm, lights by distance), (JOINT, tx, ty, t0, square before, square after),
# or (MIXED, light below, coats and pictures on it)
Square = tuple[Any, ...]


def columns_of(mat: Mat) -> int:
    return int(mat.width_mm / SQUARE_MM) + 1


@lru_cache(maxsize=16)  # one process judges many runs on the same mat
def squares_of(mat: Mat, radius: float, around: float = 0.0) -> list[Square]:
    """The mat's squares for discs of one radius, row by row from the lower left; not to be changed.

    Each holds for discs whose centre is in the square or up to `around` outside it; with room around it, a square where
    two pieces meet counts as mixed.
    """
    columns, rows = columns_of(mat), int(mat.height_mm / SQUARE_MM) + 1
    squares: list[Square] = [(PLAIN, mat.reflectance)] * (columns * rows)

    def fill(column: int, row: int, size: int, light: float, coats: Sequence[Shown]) -> None:
        if column >= columns or row >= rows:
            return
        x, y = (column + size / 2) * SQUARE_MM, (row + size / 2) * SQUARE_MM
        light, near = _near(light, coats, x, y, size * SQUARE_MM * math.sqrt(0.5) + around)
        if not near or size == 1:
            pieces = 1 if around else 2
            square = _square(light, near, x, y, SQUARE_MM / 2 + around, pieces)
            for line in range(row, min(row + size, rows)):
                for place in range(column, min(column + size, columns)):
                    squares[line * columns + place] = square
            return
        half = size // 2
        for right, up in ((0, 0), (half, 0), (0, half), (half, half)):
            fill(column + right, row + up, half, light, near)

    coats = [_shown(surface, radius) for surface in mat.surfaces]
    block = 1 << HALVINGS
    for row in range(0, rows, block):
        for column in range(0, columns, block):
            fill(column, row, block, mat.reflectance, coats)
    return squares


def coat_of(surface: Stripe | Polygon, radius: float) -> Coat:
    """A surface of one colour as discs of that radius see it."""
    return StripeCoat(surface, radius) if isinstance(surface, Stripe) else AreaCoat(surface, radius)


def _shown(surface: Surface, radius: float) -> Shown:
    return (
        PictureCoat(surface, radius, [surface.reflectance]) if isinstance(surface, Image) else coat_of(surface, radius)
    )


def _near(light: float, coats: Sequence[Shown], x: float, y: float, within: float) -> tuple[float, list[Shown]]:
    """The light on which everything else lies within that distance, and the coats that show there in part."""
    near: list[Shown] = []
    for coat in coats:
        if isinstance(coat, PictureCoat):
            even = coat.even(x, y, within)
            if even is not None:
                light, near = even, []
            elif coat.touches(x, y, within):
                near.append(coat)
        elif coat.covers_all(x, y, within):
            light = coat.reflectance
            near = []
        elif coat.touches(x, y, within):
            near.append(coat.only_near(x, y, within))
    return light, near


def _square(light: float, near: Sequence[Shown], x: float, y: float, half: float, pieces: int) -> Square:
    """The quickest way to tell the light up to `half` right, left, above and below of (x, y), given what is near.

    Only for up to so many pieces of one stripe there is a quick one.
    """
    if not near:
        return PLAIN, light
    first = near[0]
    if len(near) == 1 and isinstance(first, StripeCoat) and len(first.tracks) <= pieces and first.even:
        lights = _lights(light, first.reflectance, first.width, first.radius)
        quick = [_beside(track, first.steps, lights) for track in first.tracks]
        if len(quick) == 1:
            square = quick[0]
        else:
            before, after = first.tracks
            tx, ty = before.end_direction
            square = JOINT, tx, ty, tx * after.x0 + ty * after.y0, *quick
        if _tells_true(square, first, x, y, half):
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


def _tells_true(square: Square, coat: StripeCoat, x: float, y: float, half: float) -> bool:
    """Whether the quick way agrees with the stripe all over the square around (x, y).

    It does not where a piece's own continuation, a straight line or a whole circle, comes near; or at a corner.
    """
    first = coat.tracks[0]
    if len(coat.tracks) == 1 and isinstance(first, LineTrack) and first.passes(x, y, 2 * half):
        return True
    # Where they differ they do so over the stripe's whole width and more, so points less than that apart will tell.
    parts = math.ceil(half / (1.3 * coat.reach))
    offsets = [half * i / parts for i in range(-parts, parts + 1)]
    for dx in offsets:
        for dy in offsets:
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
