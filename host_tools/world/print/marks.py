"""What a sheet has besides the mat: marks to put sheets together by, a ruler, and what the sheet is called."""

from typing import TYPE_CHECKING

from marshrut.simulator.messages import say

from .layout import Layout, Tile
from .page import POINTS_PER_MM

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#000000"
RULERS_MM = (100, 50, 20, 10)
_CROSS_MM, _RING_MM = 4.0, 1.5  # half a cross, and the radius of the ring around its middle
_HAIR_MM, _HALO_MM = 0.1, 0.3
_TICK_MM = 3.0
_TEXT_PT, _SMALL_PT = 8.0, 6.0


def draw_marks(axes: "Axes", layout: Layout, tile: Tile) -> None:
    """A cross in each corner of the cell, which the neighbours have too; and ticks beside the mat to cut by."""
    left, low, right, top = tile.cell
    seen = layout.window(tile)
    if layout.overlap:
        for x in (left, right):
            for y in (low, top):
                _draw_cross(axes, x, y)
    if not layout.margin:
        return
    reach = min(_TICK_MM, layout.margin - 0.5)
    for x in (left, right):
        _line(axes, (x, x), (seen[3] + 0.5, seen[3] + 0.5 + reach))
        _line(axes, (x, x), (seen[1] - 0.5, seen[1] - 0.5 - reach))
    for y in (low, top):
        _line(axes, (seen[0] - 0.5, seen[0] - 0.5 - reach), (y, y))
        _line(axes, (seen[2] + 0.5, seen[2] + 0.5 + reach), (y, y))


def draw_strip(axes: "Axes", layout: Layout, tile: Tile, title: str, lang: str) -> None:
    """The ruler at the left of the strip, what the sheet is called beside it."""
    if not layout.strip:
        return
    x0, y0 = layout.origin(tile)
    room = layout.width - 2 * layout.margin
    length = next((length for length in RULERS_MM if length + 12 <= room), 0)
    if length:
        draw_ruler(axes, x0 + layout.margin, y0 + layout.margin, length, lang)
    at = x0 + layout.margin + length + (14 if length else 0)
    wide = layout.width - layout.margin - (at - x0)
    name = title if layout.paper == "whole" else f"{tile.row}–{tile.column}"
    lines = [(name, _TEXT_PT, "bold")]
    if layout.paper != "whole":
        place = {"row": tile.row, "rows": layout.rows, "column": tile.column, "columns": layout.columns}
        lines.append((f"{title} · {say(lang, 'print-sheet', **place)}", _SMALL_PT, "normal"))
    lines.append((say(lang, "print-true"), _SMALL_PT, "normal"))
    for number, (text, size, weight) in enumerate(lines):
        _write(axes, at, y0 + layout.margin + 7.5 - 3.2 * number, _fitted(text, size, wide), size, weight)


def draw_ruler(axes: "Axes", x: float, y: float, length: int, lang: str) -> None:
    """Its first and last stroke are that many mm apart; the place is its lower left end."""
    _line(axes, (x, x + length), (y, y))
    for at in range(0, length + 1, 5):
        high = 5.0 if at in (0, length) else 3.0 if at % 10 == 0 else 1.5
        _line(axes, (x + at, x + at), (y, y + high))
    _write(axes, x + length + 1.5, y + 2.0, say(lang, "draw-mm", mm=length), _SMALL_PT, "normal")


def _draw_cross(axes: "Axes", x: float, y: float) -> None:
    from matplotlib.patches import Circle

    for width, colour, zorder in ((_HALO_MM, "#ffffff", 3.0), (_HAIR_MM, INK, 3.1)):
        _line(axes, (x - _CROSS_MM, x + _CROSS_MM), (y, y), width, colour, zorder)
        _line(axes, (x, x), (y - _CROSS_MM, y + _CROSS_MM), width, colour, zorder)
        axes.add_patch(Circle((x, y), _RING_MM, fill=False, ec=colour, lw=width * POINTS_PER_MM, zorder=zorder))


def _line(
    axes: "Axes",
    xs: tuple[float, float],
    ys: tuple[float, float],
    width_mm: float = _HAIR_MM,
    colour: str = INK,
    zorder: float = 3.0,
) -> None:
    axes.plot(xs, ys, color=colour, lw=width_mm * POINTS_PER_MM, solid_capstyle="butt", zorder=zorder, clip_on=False)


def _write(axes: "Axes", x: float, y: float, text: str, size: float, weight: str) -> None:
    axes.text(x, y, text, fontsize=size, weight=weight, color=INK, va="center", zorder=4, parse_math=False)


def _fitted(text: str, size: float, wide_mm: float) -> str:
    """As much of it as there is room for; a letter is about 0.6 of its height wide."""
    most = int(wide_mm * POINTS_PER_MM / (0.6 * size))
    return text if len(text) <= most else text[: max(0, most - 1)] + "…"
