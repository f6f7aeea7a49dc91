"""What a robot's displays, lamps and servos looked like last and its buzzers played, in a band under the mat."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..appearance import DISPLAY_WIDTH, angle_of, display_pages, lamps_of
from ..trace import Trace
from .parts import ShownPart, shown_parts
from .sheet import DPI, INK, SOFT, WIDTH_IN, Sheet

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOT_PX, BEZEL_PX = 4, 10  # of a display: a dot, and the dark glass around all dots
GLASS, LIT = (11, 18, 32), (172, 221, 255)
_SEEN = frozenset({"ssd1306", "ws2812", "sg90", "buzzer"})
_LEFT_PX, _GAP_PX, _CAPTION_PX = 132, 44, 60
_LAMP_PX, _LAMPS_A_ROW, _MANY_LAMPS = 30, 16, 64
_DIAL_PX = 150


@dataclass(frozen=True)
class Block:
    """A part and its place in the band, px from the band's upper left corner; `text` is what it showed last."""

    part: ShownPart
    text: str
    x: int
    y: int
    width: int
    height: int


def band_of(trace: Trace) -> list[Block]:
    """The parts that showed anything, side by side, in rows as wide as the sheet."""
    blocks: list[Block] = []
    x, y, tallest = _LEFT_PX, 0, 0
    for part in shown_parts(trace, _SEEN):
        text = part.last_not_dark()
        if not text:
            continue
        width, height = _size(part)
        if x > _LEFT_PX and x + width > WIDTH_IN * DPI - _GAP_PX:
            x, y, tallest = _LEFT_PX, y + tallest + _CAPTION_PX + _GAP_PX // 2, 0
        blocks.append(Block(part, text, x, y + _CAPTION_PX, width, height))
        x += width + _GAP_PX
        tallest = max(tallest, height)
    return blocks


def height_of(blocks: Sequence[Block]) -> int:
    """Of the whole band with the room above it, px."""
    return max((block.y + block.height for block in blocks), default=0) + (_GAP_PX // 2 if blocks else 0)


def draw_band(sheet: Sheet, blocks: Sequence[Block], labels: Mapping[str, str]) -> None:
    """Draw it into the room that the sheet has for it."""
    if not blocks:
        return
    height = height_of(blocks) - _GAP_PX // 2
    top_px = sheet.foot_px + height
    figure_px = sheet.figure.get_figheight() * DPI
    axes = sheet.figure.add_axes((0, (top_px - height) / figure_px, 1, height / figure_px))
    axes.set_xlim(0, WIDTH_IN * DPI)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    for block in blocks:
        _draw_caption(axes, block, labels)
        if block.part.chip == "ssd1306":
            _draw_display(sheet, axes, block, top_px)
        elif block.part.chip == "ws2812":
            _draw_lamps(axes, block)
        elif block.part.chip == "buzzer":
            _say_tones(axes, block, labels)
        else:
            _draw_dial(axes, block, labels["decimal"])


def _size(part: ShownPart) -> tuple[int, int]:
    if part.chip == "ssd1306":
        return DISPLAY_WIDTH * DOT_PX + 2 * BEZEL_PX, int(part.figures["height"]) * DOT_PX + 2 * BEZEL_PX
    if part.chip == "ws2812":
        pitch, a_row, rows = _lamp_grid(part)
        return max(pitch * a_row, _DIAL_PX), pitch * rows
    if part.chip == "buzzer":
        return 2 * _DIAL_PX, _DIAL_PX // 4
    return _DIAL_PX, _DIAL_PX // 2 + 40


def _lamp_grid(part: ShownPart) -> tuple[int, int, int]:
    """Pitch in px, lamps in a row, rows."""
    count = int(part.figures["count"])
    pitch, a_row = (_LAMP_PX, _LAMPS_A_ROW) if count <= _MANY_LAMPS else (_LAMP_PX // 2, 2 * _LAMPS_A_ROW)
    return pitch, min(a_row, count), -(-count // a_row)


def _draw_caption(axes: "Axes", block: Block, labels: Mapping[str, str]) -> None:
    """What it is, its name, and until when it showed this where it is dark in the end."""
    kind = labels[f"chip-{block.part.chip}"]
    dark_since_us = block.part.dark_since_us() if block.part.chip != "buzzer" else None
    axes.text(
        block.x, block.y - 16, block.part.id, fontsize=7.6, weight="bold", color=INK, va="center", parse_math=False
    )  # fmt: skip
    axes.text(block.x, block.y - 42, kind, fontsize=7, color=SOFT, va="center")
    if dark_since_us is not None:
        shown = f"{dark_since_us / 1_000_000:.2f}".replace(".", labels["decimal"])
        axes.text(
            block.x + block.width, block.y - 16, labels["until"].replace("{value}", shown), fontsize=7, color=SOFT,
            va="center", ha="right" if block.part.chip == "ssd1306" else "left",
        )  # fmt: skip


def _draw_display(sheet: Sheet, axes: "Axes", block: Block, top_px: int) -> None:
    """Dot for dot: nothing is scaled but by whole numbers."""
    import numpy as np
    from matplotlib.patches import Rectangle

    glass = tuple(value / 255 for value in GLASS)
    axes.add_patch(Rectangle((block.x, block.y), block.width, block.height, facecolor=glass, lw=0))
    pages = display_pages(block.text)
    columns = np.frombuffer(b"".join(pages), np.uint8).reshape(len(pages), DISPLAY_WIDTH)
    bits = np.unpackbits(columns[:, None, :], axis=1, bitorder="little").reshape(-1, DISPLAY_WIDTH)
    dots = np.kron(bits, np.ones((DOT_PX, DOT_PX), np.uint8))
    colours = np.array([GLASS, LIT], np.uint8)[dots]
    below = top_px - block.y - block.height + BEZEL_PX
    sheet.figure.figimage(colours, block.x + BEZEL_PX, below, origin="upper", zorder=5)


def _draw_lamps(axes: "Axes", block: Block) -> None:
    from matplotlib.patches import Circle

    pitch, a_row, _ = _lamp_grid(block.part)
    for number, colour in enumerate(lamps_of(block.text, int(block.part.figures["count"]))):
        row, column = divmod(number, a_row)
        middle = block.x + pitch * (column + 0.5), block.y + pitch * (row + 0.5)
        face = tuple(lamp_brightness(value) / 255 for value in colour) if any(colour) else (0.24, 0.26, 0.3)
        axes.add_patch(Circle(middle, 0.4 * pitch, facecolor=face, edgecolor=INK, lw=0.5))


def lamp_brightness(value: int) -> int:
    """How bright a lamp's colour looks on paper, 0 to 255: the eye makes much of little light."""
    return round(255 * (value / 255) ** 0.45)


def _draw_dial(axes: "Axes", block: Block, decimal: str) -> None:
    from matplotlib.patches import Wedge

    angle = angle_of(block.text)
    radius = _DIAL_PX / 2
    x, y = block.x + radius, block.y + radius
    dial: Any = Wedge((x, y), radius, 180, 360, facecolor="#eef1f5", edgecolor="#9aa1ac", lw=0.7)
    axes.add_patch(dial)
    turned = math.radians(angle)
    axes.plot(
        (x, x + 0.9 * radius * math.cos(turned)), (y, y - 0.9 * radius * math.sin(turned)),
        color=INK, lw=2.4, solid_capstyle="round",
    )  # fmt: skip
    axes.plot(x, y, "o", ms=5, color=INK)
    axes.text(x, y + 24, block.text.replace(".", decimal) + "°", fontsize=7.6, color=INK, ha="center", va="center")


def _say_tones(axes: "Axes", block: Block, labels: Mapping[str, str]) -> None:
    """How many it played: what they were is heard in the replay."""
    tones = sum(text != "" for _, text in block.part.looks)
    axes.text(
        block.x, block.y + 16, labels["tones"].replace("{count}", str(tones)), fontsize=7.6, color=INK, va="center"
    )  # fmt: skip
