"""The last page: the whole mat made small with the sheets on it, and how to put them together."""

import textwrap
from typing import TYPE_CHECKING

from marshrut.simulator.messages import Param, say
from marshrut.simulator.replay.mat import draw_surface

from .blank import pages_told
from .layout import PAPERS, WHOLE, Layout, Tile
from .marks import INK, draw_ruler
from .page import POINTS_PER_MM, Printed, blank_page

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_EDGE_MM, _LINE_MM = 15.0, 5.0
_MOST_HIGH_MM = 150.0
_MOST_IN_LINE = 92  # characters
_TITLE_PT, _TEXT_PT = 14.0, 9.0
_GRID = "#c3202f"


def plan_page(what: Printed, layout: Layout, blank: frozenset[Tile], title: str, lang: str) -> "Figure":
    width, height = PAPERS["a4"]
    figure, axes = blank_page(width, height, (0.0, 0.0))
    mat = what.mat
    scale = min((width - 2 * _EDGE_MM) / mat["width_mm"], _MOST_HIGH_MM / mat["height_mm"])
    y = height - _EDGE_MM
    axes.text(_EDGE_MM, y, title, fontsize=_TITLE_PT, weight="bold", color=INK, va="top", parse_math=False)
    y -= 2 * _LINE_MM
    for text in _lines(layout, blank, lang):
        for line in textwrap.wrap(text, _MOST_IN_LINE, subsequent_indent="    "):
            axes.text(_EDGE_MM, y, line, fontsize=_TEXT_PT, color=INK, va="top", parse_math=False)
            y -= _LINE_MM
    y -= _LINE_MM
    _draw_small(figure, what, layout, blank, scale, (_EDGE_MM, y - mat["height_mm"] * scale))
    draw_ruler(axes, _EDGE_MM, _EDGE_MM, 100, lang)
    return figure


def _lines(layout: Layout, blank: frozenset[Tile], lang: str) -> list[str]:
    size = {"width": f"{layout.mat_width:g}", "height": f"{layout.mat_height:g}"}
    if layout.paper == WHOLE:
        return [say(lang, "print-plan-whole", **size), say(lang, "print-plan-scale"), say(lang, "print-plan-cut")]
    paper: dict[str, Param] = {"paper": layout.paper.upper(), "across": int(layout.width > layout.height)}
    count: dict[str, Param] = {"sheets": layout.rows * layout.columns, "rows": layout.rows, "columns": layout.columns}
    overlap = {"overlap": f"{layout.overlap:g}"}
    pages = pages_told(list(layout.tiles()), blank)
    return [
        say(lang, "print-plan-sheets", **size, **count, **paper),
        say(lang, "print-plan-scale"),
        say(lang, "print-plan-ticks"),
        say(lang, "print-plan-lay", **overlap),
        *([say(lang, "print-plan-blank", count=len(blank), pages=pages)] if blank else []),
    ]


def _draw_small(
    figure: "Figure",
    what: Printed,
    layout: Layout,
    blank: frozenset[Tile],
    scale: float,
    corner: tuple[float, float],
) -> None:
    """In axes of their own, whose unit is the mm of the mat."""
    from matplotlib.patches import Rectangle

    mat = what.mat
    page = PAPERS["a4"]
    wide, high = mat["width_mm"], mat["height_mm"]
    place = corner[0] / page[0], corner[1] / page[1], wide * scale / page[0], high * scale / page[1]
    axes = figure.add_axes(place, xlim=(0, wide), ylim=(0, high))
    axes.set_autoscale_on(False)
    axes.axis("off")
    paper = Rectangle((0, 0), wide, high, fc=what.floor or "#ffffff", lw=0, zorder=1)
    axes.add_patch(paper)
    for order, (surface, _) in enumerate(what.surfaces):
        draw_surface(axes, surface, POINTS_PER_MM * scale, paper, 1.1 + order * 1e-6)
    axes.add_patch(Rectangle((0, 0), wide, high, fill=False, ec=INK, lw=0.6, zorder=3, clip_on=False))
    if layout.paper != WHOLE:
        _draw_sheets(axes, layout, blank, scale)


def _draw_sheets(axes: "Axes", layout: Layout, blank: frozenset[Tile], scale: float) -> None:
    from matplotlib.patches import Rectangle
    from matplotlib.patheffects import withStroke

    for tile in layout.tiles():
        left, low, right, top = tile.cell
        axes.add_patch(Rectangle((left, low), right - left, top - low, fill=False, ec=_GRID, lw=0.5, zorder=3))
        if tile in blank:
            for ys in ((low, top), (top, low)):
                axes.plot((left, right), ys, color=_GRID, lw=0.3, zorder=3)
        size = min(11.0, 0.3 * min(right - left, top - low) * scale * POINTS_PER_MM)
        axes.text(
            (left + right) / 2, (low + top) / 2, f"{tile.row}–{tile.column}", fontsize=size, color=_GRID,
            ha="center", va="center", zorder=4, path_effects=[withStroke(linewidth=2, foreground="white")],
        )  # fmt: skip
