"""The sheet of A4 with a robot's top view, its scale, and the table of its pins."""

from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from marshrut.simulator.messages import say
from marshrut.simulator.scene.model import Robot

from .top_view import INK, SOFT, draw_robot, extent_of
from .wiring import wirings

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MM_IN = 25.4
WIDTH_MM, HEIGHT_MM, EDGE_MM = 297.0, 210.0, 10.0
VIEW_MM = 172.0, 172.0  # what the top view has of it
BODY_MM = 168.0  # what a robot has of its height, at most
SCALES = (2, 1, 1 / 2, 1 / 5, 1 / 10, 1 / 20)
DPI = 150
_TABLE_MM = 2 * EDGE_MM + VIEW_MM[0]
_TITLE_PT, _TEXT_PT, _SMALL_PT = 15, 9.5, 7.5
_MOST_ROWS = 34
_PIN_MM, _BETWEEN_MM = 18.0, 3.0  # a column of pins at least, and what is left free after the longest name
_MOST_LETTERS, _LETTER_MM = 42, 2.0  # of what is on a pin, beside a column of that width


def write_drawing(robot: Robot, lang: str, path: Path) -> None:
    """As PNG or SVG, by the name of the file."""
    import matplotlib

    kind = path.suffix[1:].lower()
    metadata = {"Date": None} if kind == "svg" else None
    with matplotlib.rc_context({"svg.hashsalt": "marshrut", "svg.fonttype": "path", "font.family": "DejaVu Sans"}):
        _figure(robot, lang).savefig(path, dpi=DPI, format=kind, metadata=metadata, facecolor="white")


def _figure(robot: Robot, lang: str) -> "Figure":
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_MM / MM_IN, HEIGHT_MM / MM_IN))
    span = extent_of(robot)
    scale = next(
        (s for s in SCALES if (span.left - span.right) * s < VIEW_MM[0] and (span.ahead - span.behind) * s < BODY_MM),
        SCALES[-1],
    )
    wide, high = VIEW_MM[0] / scale, VIEW_MM[1] / scale
    middle = -(span.left + span.right) / 2, (span.ahead + span.behind) / 2
    axes = figure.add_axes(
        (EDGE_MM / WIDTH_MM, EDGE_MM / HEIGHT_MM, VIEW_MM[0] / WIDTH_MM, VIEW_MM[1] / HEIGHT_MM),
        xlim=(middle[0] - wide / 2, middle[0] + wide / 2), ylim=(middle[1] - high / 2, middle[1] + high / 2),
        aspect="equal",
    )  # fmt: skip
    axes.axis("off")
    grip = say(lang, "draw-gripper", servo=robot.gripper.servo) if robot.gripper is not None else ""
    draw_robot(axes, robot, _SMALL_PT, _SMALL_PT * 1.4 * MM_IN / 72 / scale, grip)
    _draw_arrow(axes, 1 / scale, lang)
    _draw_ruler(figure, scale, lang)
    x, y = EDGE_MM / WIDTH_MM, 1 - EDGE_MM / HEIGHT_MM
    figure.text(x, y, robot.id, fontsize=_TITLE_PT, weight="bold", color=INK, va="top")
    shown = f"{scale:g}:1" if scale >= 1 else f"1:{1 / scale:g}"
    figure.text(
        x, y - 8 / HEIGHT_MM, say(lang, "draw-scale", scale=shown, board=robot.board), fontsize=_TEXT_PT, color=SOFT,
        va="top",
    )  # fmt: skip
    _draw_table(figure, robot, lang)
    return figure


def _draw_ruler(figure: "Figure", scale: float, lang: str) -> None:
    """A bar of a round length, below the table."""
    length = next(step for step in (20, 50, 100, 200, 500, 1000) if step * scale >= 25)
    axes = figure.add_axes((_TABLE_MM / WIDTH_MM, EDGE_MM / HEIGHT_MM, 84 / WIDTH_MM, 10 / HEIGHT_MM), xlim=(0, 84))
    axes.set_ylim(0, 10)
    axes.axis("off")
    end = length * scale
    axes.plot([0, 0, 0, end, end, end], [0, 2, 1, 1, 2, 0], color=INK, lw=1.2, clip_on=False)
    axes.text(end / 2, 2.5, say(lang, "draw-mm", mm=length), ha="center", va="bottom", fontsize=_TEXT_PT, color=INK)


def _draw_arrow(axes: "Axes", mm: float, lang: str) -> None:
    """To where ahead is; `mm` of the robot are one of the paper."""
    x, y = axes.get_xlim()[1] - 12 * mm, axes.get_ylim()[1] - 20 * mm
    axes.annotate("", (x, y + 14 * mm), (x, y), arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.4})
    axes.text(x, y - mm, say(lang, "draw-ahead"), ha="center", va="top", fontsize=_TEXT_PT, color=INK)


def _draw_table(figure: "Figure", robot: Robot, lang: str) -> None:
    """Pins and what is on them; in smaller letters where there are many."""
    rows = wirings(robot, lang)
    size = _TEXT_PT if len(rows) <= _MOST_ROWS else _TEXT_PT * _MOST_ROWS / len(rows)
    step = (HEIGHT_MM - 3.5 * EDGE_MM) / max(_MOST_ROWS, len(rows) + 1)
    left = _TABLE_MM / WIDTH_MM
    widest = max(_width_mm(row.pin, size) for row in rows)
    more_mm = max(0.0, widest + _BETWEEN_MM - _PIN_MM)
    second = left + (_PIN_MM + more_mm) / WIDTH_MM
    most = _MOST_LETTERS - ceil(more_mm / _LETTER_MM)
    y = 1 - EDGE_MM / HEIGHT_MM
    for x, head in ((left, "draw-pin"), (second, "draw-device")):
        figure.text(x, y, say(lang, head), fontsize=size, weight="bold", color=INK, va="top")
    for i, row in enumerate(rows, start=1):
        below = y - i * step / HEIGHT_MM
        figure.text(left, below, row.pin, fontsize=size, color=INK, va="top")
        figure.text(second, below, _short(row.device, most), fontsize=size, color=INK, va="top")


def _width_mm(text: str, size: float) -> float:
    """How wide a text of that size is on the paper."""
    from matplotlib.textpath import TextPath

    return float(TextPath((0, 0), text, size=size).get_extents().x1) * MM_IN / 72


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
