"""The legend under a picture: what its marks, lines and tints mean, in as many lines as that takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .colours import ROBOTS, SPEED_STOPS
from .sheet import DPI, GO, INK, LINE_IN, LOST, SENSED, SOFT, WIDTH_IN, Sheet, text_size

_SIZE = 7.4  # points
_HANDLE, _PAD, _SPACING = 1.3, 0.5, 1.8  # of a mark, after it, between two entries; in text sizes
_LEFT_IN, _FOOT_IN, _RIGHT_IN = 0.66, 0.07, 0.3
_LONGEST = 30  # characters of a program's name


@dataclass(frozen=True)
class OnPicture:
    """What is on a picture: losses of the line and how many of them have a flag, whether anything was touched or moved,
    the programs' names where there are several robots, and whether something went farther than the picture reaches."""

    losses: int
    numbered: int
    touches: bool
    moves: bool
    programs: Sequence[str]
    beyond: bool = False


Entry = tuple[Any, str]  # matplotlib's handle, and what it means


def legend_lines(shown: OnPicture, labels: Mapping[str, str]) -> list[list[Entry]]:
    """Its entries, as many in a line as have room; robots in lines of their own."""
    robots = _robots(shown.programs, labels)
    return _in_lines(_marks(shown, labels)) + (_in_lines(robots) if robots else [])


def _in_lines(entries: Sequence[Entry]) -> list[list[Entry]]:
    lines: list[list[Entry]] = [[]]
    room = full = (WIDTH_IN - _LEFT_IN - _RIGHT_IN) * DPI
    for entry in entries:
        wide = _width_px([entry])
        if wide > room and lines[-1]:
            lines.append([])
            room = full
        lines[-1].append(entry)
        room -= wide + _SPACING * _SIZE * DPI / 72
    return lines


def _width_px(line: Sequence[Entry]) -> float:
    ems = (_HANDLE + _PAD) * len(line) + _SPACING * (len(line) - 1)
    return ems * _SIZE * DPI / 72 + sum(text_size(text, _SIZE, "normal")[0] for _, text in line)


def draw_legend(sheet: Sheet, lines: Sequence[Sequence[Entry]]) -> None:
    from matplotlib.legend_handler import HandlerTuple

    longest_in = max(_width_px(line) for line in lines) / DPI
    left_in = min(sheet.axes.get_position().x0 * WIDTH_IN, max(_LEFT_IN, WIDTH_IN - _RIGHT_IN - longest_in))
    height = sheet.figure.get_figheight()
    for number, line in enumerate(lines):
        foot = _FOOT_IN + (len(lines) - 1 - number) * LINE_IN
        handles, texts = zip(*line, strict=True)
        legend = sheet.figure.legend(
            handles, texts, loc="lower left", ncols=len(line), frameon=False, fontsize=_SIZE, labelcolor=SOFT,
            bbox_to_anchor=(left_in / WIDTH_IN, foot / height), borderpad=0, borderaxespad=0, columnspacing=_SPACING,
            handletextpad=_PAD, handlelength=_HANDLE, handler_map={tuple: HandlerTuple(ndivide=None, pad=0.0)},
        )  # fmt: skip
        legend.set_zorder(5)
        for text in legend.get_texts():
            text.set_parse_math(False)


def _marks(shown: OnPicture, labels: Mapping[str, str]) -> list[Entry]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    def point(marker: Any, size: float, face: str, edge: str, width: float) -> Line2D:
        return Line2D([], [], ls="", marker=marker, ms=size, mfc=face, mec=edge, mew=width)

    entries: list[Entry] = [(point("o", 6, GO, "white", 1.0), labels["start"])]
    if shown.losses:
        hidden = shown.losses - shown.numbered
        more = f" ({labels['more'].replace('{count}', str(hidden))})" if hidden > 0 else ""
        entries.append((point("o", 6, "white", LOST, 1.6), labels["lost"] + more))
    entries.append((point("o", 2.6, "white", INK, 0.8), labels["clock"]))
    entries.append((Patch(facecolor=SENSED, lw=0), labels["sensors"]))
    if shown.touches:
        entries.append((point((6, 2, 0), 6, INK, INK, 1.1), labels["touch"]))
    if shown.moves:
        entries.append((Line2D([], [], color=INK, lw=0.9, ls=(0, (4, 2))), labels["moved"]))
    if shown.beyond:
        entries.append((point(">", 5, LOST, LOST, 0), labels["beyond"]))
    return entries


def _robots(programs: Sequence[str], labels: Mapping[str, str]) -> list[Entry]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    entries: list[Entry] = []
    for number, name in enumerate(programs):
        by_speed = tuple(Patch(facecolor=colour, lw=0) for colour in SPEED_STOPS)
        handle: Any = Line2D([], [], color=ROBOTS[number % len(ROBOTS)], lw=2.4) if number else by_speed
        short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
        entries.append((handle, labels["robot"].replace("{number}", str(number + 1)).replace("{name}", short)))
    return entries
