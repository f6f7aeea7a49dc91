"""Which sheets have nothing on them, so that nobody need print them."""

import math
from collections.abc import Sequence

from marshrut.simulator.scene.areas import room_between_areas
from marshrut.simulator.scene.geometry import end_of, polyline, samples
from marshrut.simulator.scene.model import Mat, Point, Polygon, Robot, Stripe

from .layout import Box, Layout, Tile
from .page import Printed, place_lines

_STEP_MM = 2.0  # a bend of a tight arc lies less than _LEAST_MM outside what is between two points
_LEAST_MM = 0.5  # what reaches into a sheet by less is on its neighbour, which shows more than its own cell


def blank_sheets(mat: Mat, what: Printed, robot: Robot | None, layout: Layout) -> frozenset[Tile]:
    """Sheets in whose cell lies neither paint nor one of the hair lines that `robot` asks for.

    A sheet that paint comes near to may count as painted, never a painted one as blank.
    """
    if what.floor:
        return frozenset()
    tiles = list(layout.tiles())
    inked: set[Tile] = set()
    for surface, (_, box) in zip(mat.surfaces, what.surfaces, strict=True):
        if isinstance(surface, Stripe):
            points = [*(point for _, point in samples(surface.pieces, _STEP_MM)), end_of(surface.pieces[-1])]
            inked |= _under(points, surface.width_mm / 2, tiles, layout)
        else:
            near = _in_box(_smaller(box), tiles, layout)
            inked |= {tile for tile in near if not isinstance(surface, Polygon) or _meet(surface.points, tile.cell)}
    if robot is not None:
        for line, _ in place_lines(what, robot):
            ends = [(float(x), float(y)) for x, y in line]
            points = [*(point for _, point in samples(polyline(ends, False), _STEP_MM)), ends[-1]]
            inked |= _under(points, 0.0, tiles, layout)
    return frozenset(tiles) - inked


def pages_told(tiles: Sequence[Tile], blank: frozenset[Tile]) -> str:
    """The pages with something on them and the plan, which is the last one, as a print dialog takes them: `2-5, 8`."""
    pages = [page for page, tile in enumerate(tiles, 1) if tile not in blank]
    pages.append(len(tiles) + 1)
    begins = [page for page in pages if page - 1 not in pages]
    ends = [page for page in pages if page + 1 not in pages]
    return ", ".join(f"{a}-{b}" if a != b else f"{a}" for a, b in zip(begins, ends, strict=True))


def _under(points: Sequence[Point], half: float, tiles: Sequence[Tile], layout: Layout) -> set[Tile]:
    """The sheets along a way whose points lie close to each other."""
    found: set[Tile] = set()
    reach = max(0.0, half - _LEAST_MM)
    for (ax, ay), (bx, by) in zip(points, [*points[1:], points[-1]], strict=True):
        box = min(ax, bx) - reach, min(ay, by) - reach, max(ax, bx) + reach, max(ay, by) + reach
        found.update(_in_box(box, tiles, layout))
    return found


def _in_box(box: Box, tiles: Sequence[Tile], layout: Layout) -> list[Tile]:
    wide, high = layout.mat_width / layout.columns, layout.mat_height / layout.rows
    left, right = max(math.floor(box[0] / wide), 0), min(math.floor(box[2] / wide), layout.columns - 1)
    low, top = max(math.floor(box[1] / high), 0), min(math.floor(box[3] / high), layout.rows - 1)
    return [
        tiles[(layout.rows - 1 - row) * layout.columns + column]
        for row in range(low, top + 1)
        for column in range(left, right + 1)
    ]


def _meet(points: Sequence[Point], cell: Box) -> bool:
    left, low, right, top = _smaller(cell)
    return room_between_areas(points, [(left, low), (right, low), (right, top), (left, top)]) == 0.0


def _smaller(box: Box) -> Box:
    left, low, right, top = box
    spare = min(_LEAST_MM, (right - left) / 2, (top - low) / 2)
    return left + spare, low + spare, right - spare, top - spare
