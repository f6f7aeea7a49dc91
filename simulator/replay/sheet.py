"""The sheet that a picture is drawn on: its size, the mat's scale, title, axes and colour bar.

The scale is fixed before anything is drawn, so that stripes and the robot have their true size.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .colours import SPEED_STOPS
from .placing import Box

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.figure import Figure

DPI = 200
WIDTH_IN = 8.0
INK, SOFT, LOST, GO, SENSED = "#1d2330", "#5d6675", "#c3202f", "#13795b", "#dcebf5"

_MAX_MAT_IN = 8.4  # so that title, mat and legend fit on an A4 page
LINE_IN = 0.17  # from a line of the caption or the legend to the next
_BAND_FOOT_PX = 58  # where a band between mat and a legend of one line ends, px from below
_MOST_IN_LINE = 95  # characters
_LEFT_IN, _RIGHT_IN, _TOP_IN, _BOTTOM_IN = 0.66, 0.98, 0.66, 0.64


@dataclass(frozen=True)
class Sheet:
    """The sheet: its axes, and how many points (1/72 inch) a mm of the mat is; where a band under the mat ends, px from
    below."""

    figure: "Figure"
    axes: "Axes"
    points_per_mm: float
    view: Box
    foot_px: int

    def pixel(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Pixels from the lower left corner of the axes."""
        scale = self.points_per_mm * DPI / 72
        return (x_mm - self.view[0]) * scale, (y_mm - self.view[1]) * scale

    def place_mm(self, x_px: float, y_px: float) -> tuple[float, float]:
        scale = self.points_per_mm * DPI / 72
        return self.view[0] + x_px / scale, self.view[1] + y_px / scale

    def nearest(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """The place itself, or for one that is not shown, the nearest one that is."""
        left, bottom, right, top = self.view
        return min(max(x_mm, left), right), min(max(y_mm, bottom), top)


def blank_sheet(view: Box, band_px: int = 0, more_lines: int = 0, legend_lines: int = 1) -> Sheet:
    """A sheet for that part of the floor.

    There is room for a band of so many px between mat and legend, and for so many more lines under the caption.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    wide, high = view[2] - view[0], view[3] - view[1]
    inch_per_mm = min((WIDTH_IN - _LEFT_IN - _RIGHT_IN) / wide, _MAX_MAT_IN / high)
    mat_wide, mat_high = wide * inch_per_mm, high * inch_per_mm
    more_legend = (legend_lines - 1) * LINE_IN
    bottom = _BOTTOM_IN + more_legend + band_px / DPI
    height = mat_high + _TOP_IN + more_lines * LINE_IN + bottom
    figure = Figure(figsize=(WIDTH_IN, height), dpi=DPI)
    FigureCanvasAgg(figure)
    left = _LEFT_IN + (WIDTH_IN - _LEFT_IN - _RIGHT_IN - mat_wide) / 2
    axes = figure.add_axes((left / WIDTH_IN, bottom / height, mat_wide / WIDTH_IN, mat_high / height))
    axes.set_xlim(view[0], view[2])
    axes.set_ylim(view[1], view[3])
    axes.set_autoscale_on(False)
    axes.set_facecolor("#e4e1da")
    return Sheet(figure, axes, inch_per_mm * 72, view, _BAND_FOOT_PX + round(more_legend * DPI))


def fault_lines(labels: Mapping[str, str]) -> list[str]:
    """What is broken, in lines that go across the sheet."""
    return textwrap.wrap(labels.get("faults", ""), _MOST_IN_LINE)


def text_size(text: str, size: float, weight: str) -> tuple[float, float]:
    """Width and height of a line of text, px."""
    from matplotlib.font_manager import FontProperties

    font = FontProperties(size=size, weight=weight)
    wide, high, _ = _measuring().get_text_width_height_descent(text, font, ismath=False)
    return wide, high


@lru_cache(maxsize=1)
def _measuring() -> "RendererAgg":
    from matplotlib.backends.backend_agg import RendererAgg

    return RendererAgg(1, 1, DPI)


def frame(sheet: Sheet, title: str, labels: Mapping[str, str], fastest: float) -> None:
    """Title, caption, axes and colour bar."""
    figure, axes = sheet.figure, sheet.axes
    height = figure.get_figheight()
    left = axes.get_position().x0
    _say(figure, left, 1 - 0.2 / height, title, 12.5, INK, "bold")
    _say(figure, left, 1 - 0.45 / height, labels.get("caption", ""), 8.6, SOFT, "normal")
    for number, line in enumerate(fault_lines(labels), start=1):
        _say(figure, left, 1 - (0.45 + number * LINE_IN) / height, line, 8.6, LOST, "normal")
    axes.set_xlabel(labels["x"], fontsize=7.6, color=SOFT, labelpad=2)
    axes.set_ylabel(labels["y"], fontsize=7.6, color=SOFT, labelpad=2)
    axes.tick_params(labelsize=7, colors=SOFT, length=2.5, width=0.6)
    for spine in axes.spines.values():
        spine.set(color="#9aa1ac", linewidth=0.6)
    if fastest:  # a robot that stood still has drawn no colour
        _draw_colour_bar(sheet, labels, fastest)


def _draw_colour_bar(sheet: Sheet, labels: Mapping[str, str], fastest: float) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import LinearSegmentedColormap, Normalize

    place = sheet.axes.get_position()
    tall = min(place.height, 3.2 / sheet.figure.get_figheight())
    bar_axes = sheet.figure.add_axes((place.x1 + 0.16 / WIDTH_IN, place.y0, 0.13 / WIDTH_IN, tall))
    colours = LinearSegmentedColormap.from_list("speed", SPEED_STOPS)
    bar = sheet.figure.colorbar(ScalarMappable(Normalize(0, fastest), colours), cax=bar_axes)
    bar.outline.set_linewidth(0)
    bar.ax.tick_params(labelsize=7, colors=SOFT, length=2, width=0.6)
    bar.set_label(labels["speed"], fontsize=7.6, color=SOFT, labelpad=3)


def _say(figure: "Figure", x: float, y: float, text: str, size: float, colour: str, weight: str) -> None:
    """A line of text; `$` is a dollar and not the start of a formula."""
    figure.text(x, y, text, fontsize=size, color=colour, weight=weight, va="center", parse_math=False)
