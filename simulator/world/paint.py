"""What reflectance sensors make of the painted mat: exact distances to lines and areas, no picture in between.

A sensor sees a disc of the floor. How much of the disc a stripe covers depends only on how far the disc's centre is
from the stripe's middle, so that is a table made once for each width. Sensors mostly stand in a row: where the whole
row is beside the same piece, as it mostly is, the distances of all of them come from that of one. Lengths in mm.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..scene.model import Mat
from .footprint import INTERVALS
from .on_top import light_on
from .squares import BESIDE_ARC, BESIDE_LINE, JOINT, MIXED, PLAIN, SQUARE_MM, Square, columns_of, squares_of


class Spot(NamedTuple):
    """Where a sensor looks, from the middle of the axle, and the straight line from light to its reading."""

    x_mm: float
    y_mm: float
    footprint_mm: float
    at_black: float
    per_light: float


# Readings under a pose: x, y, cosine, sine.
Look = Callable[[float, float, float, float], list[float]]


@dataclass(frozen=True, slots=True)
class _Row:
    """Spots that are equally far ahead and see discs of one size."""

    ahead: float
    places: tuple[tuple[int, float, float, float], ...]  # which spot, how far left, and its line
    squares: list[Square]  # for one spot
    wide_squares: list[Square]  # for all spots of the row at once, by the place of its middle


def look_at(mat: Mat, spots: Sequence[Spot]) -> Look:
    """A function of the robot's pose that tells what each sensor reads, without noise.

    Beyond the mat the floor is taken to be as light as the mat.
    """
    rows = tuple((row.ahead, row.places, row.squares, row.wide_squares) for row in _rows(mat, spots))
    blank = [0.0] * len(spots)
    columns = columns_of(mat)
    width, height, beyond = mat.width_mm, mat.height_mm, mat.reflectance
    # Nearer to the edge than this a spot may be beyond it.
    edge = max((abs(spot.x_mm) + abs(spot.y_mm) for spot in spots), default=0.0)
    right, top = width - edge, height - edge
    per_square = 1.0 / SQUARE_MM
    sqrt = math.sqrt

    def look(x: float, y: float, cosine: float, sine: float) -> list[float]:
        readings = blank.copy()
        inside = edge < x < right and edge < y < top
        for ahead, places, squares, wide_squares in rows:
            row_x = x + cosine * ahead
            row_y = y + sine * ahead
            if inside:
                square = wide_squares[int(row_y * per_square) * columns + int(row_x * per_square)]
                kind = square[0]
                if kind == BESIDE_LINE:
                    _, nx, ny, n0, steps, lights = square
                    middle = (nx * row_x + ny * row_y - n0) * steps
                    aside_steps = (ny * cosine - nx * sine) * steps
                    for index, aside, black, per_light in places:
                        at = middle + aside_steps * aside
                        if at < 0.0:
                            at = -at
                        if at < INTERVALS:
                            step = int(at)
                            light = lights[step]
                            light += (at - step) * (lights[step + 1] - light)
                        else:
                            light = lights[INTERVALS]
                        readings[index] = black + light * per_light
                    continue
                if kind == BESIDE_ARC:
                    _, cx, cy, radius, steps, lights = square
                    cx = row_x - cx
                    cy = row_y - cy
                    for index, aside, black, per_light in places:
                        px = cx - sine * aside
                        py = cy + cosine * aside
                        at = (sqrt(px * px + py * py) - radius) * steps
                        if at < 0.0:
                            at = -at
                        if at < INTERVALS:
                            step = int(at)
                            light = lights[step]
                            light += (at - step) * (lights[step + 1] - light)
                        else:
                            light = lights[INTERVALS]
                        readings[index] = black + light * per_light
                    continue
                if kind == PLAIN:
                    light = square[1]
                    for index, _, black, per_light in places:
                        readings[index] = black + light * per_light
                    continue
            for index, aside, black, per_light in places:
                px = row_x - sine * aside
                py = row_y + cosine * aside
                if not inside and not (0.0 <= px < width and 0.0 <= py < height):
                    readings[index] = black + beyond * per_light
                    continue
                square = squares[int(py * per_square) * columns + int(px * per_square)]
                kind = square[0]
                if kind == JOINT:
                    _, tx, ty, t0, before, after = square
                    square = before if tx * px + ty * py < t0 else after
                    kind = square[0]
                if kind == PLAIN:
                    light = square[1]
                elif kind >= MIXED:
                    light = light_on(square[1], square[2], px, py)
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
                readings[index] = black + light * per_light
        return readings

    return look


def _rows(mat: Mat, spots: Sequence[Spot]) -> list[_Row]:
    groups: dict[tuple[float, float], list[tuple[int, float, float, float]]] = {}
    for index, spot in enumerate(spots):
        group = groups.setdefault((spot.x_mm, spot.footprint_mm), [])
        group.append((index, spot.y_mm, spot.at_black, spot.per_light))
    maps: dict[tuple[float, float], list[Square]] = {}

    def squares(footprint: float, around: float) -> list[Square]:
        if (footprint, around) not in maps:
            maps[footprint, around] = squares_of(mat, footprint / 2, around)
        return maps[footprint, around]

    rows = []
    for (ahead, footprint), places in groups.items():
        around = max(abs(aside) for _, aside, _, _ in places)
        rows.append(_Row(ahead, tuple(places), squares(footprint, 0.0), squares(footprint, around)))
    return rows
