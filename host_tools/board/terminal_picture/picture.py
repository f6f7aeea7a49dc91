"""The whole picture for a terminal of some size: mat and robots, what they show beside or under it, port and keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from marshrut.simulator.virtual_board.present import Seen
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from .dots import Cell, Dots
from .mat import mark_start, paint_mat, paint_objects, place_of, size_of
from .robots import paint_robot, paint_trail
from .status import Item, in_rows, one_after_the_other

Row = list[Segment]

PANEL = 27  # columns that what a robot shows needs beside the mat
_GAP = 2
_LEAST_ROWS = 3  # of a mat that is worth drawing
_TRAIL_STATES = 400


@dataclass(frozen=True)
class Shape:
    """Where everything goes. `beside`: the status stands to the right of the mat, else under it."""

    columns: int  # of the mat
    rows: int
    beside: bool
    status_columns: int
    status_rows: int


def shape_of(mat: Mapping[str, Any], width: int, rows: int, items: Sequence[Item]) -> Shape:
    """Into so many columns and rows of the terminal; rows of the mat are 0 where it does not fit."""
    columns, _ = size_of(mat, width, rows)
    if width - columns >= PANEL + _GAP:
        return Shape(columns, rows, True, width - columns - _GAP, rows)
    under = len(one_after_the_other(items, width)) if items else 0
    under = min(under, max(1, rows // 3))
    beside_columns, beside_rows = size_of(mat, max(1, width - PANEL - _GAP), rows)
    under_columns, under_rows = size_of(mat, width, max(1, rows - under))
    if beside_columns * beside_rows >= under_columns * under_rows and beside_rows >= _LEAST_ROWS:
        return Shape(beside_columns, beside_rows, True, width - beside_columns - _GAP, rows)
    if under_rows < _LEAST_ROWS:
        return Shape(0, 0, False, width, rows)
    return Shape(under_columns, under_rows, False, width, rows - under_rows)


class MatPicture:
    """The mat in so many cells, drawn once; objects and robots are drawn over it."""

    def __init__(self, scenes: Sequence[Mapping[str, Any]], columns: int, rows: int) -> None:
        self._scenes = scenes
        self._dots = Dots(columns, rows)
        self._place = place_of(scenes[0]["mat"], columns, rows)
        paint_mat(self._dots, self._place, scenes[0]["mat"])
        for scene in scenes:
            mark_start(self._dots, self._place, scene["start"], scene["mat"])
        self._cells = [[self._dots.cell(column, row) for column in range(columns)] for row in range(rows)]
        self._rows = [_runs(cells) for cells in self._cells]

    def rows(self, robots: Sequence[Seen], chosen: int = 0) -> list[Row]:
        """Each board has a world of its own: objects are where the `chosen` one's robot has left them."""
        over = self._dots.copy()
        paint_objects(over, self._place, self._scenes[0]["mat"], robots[chosen].places)
        for number, now in enumerate(robots):
            trail = [(values[0] / 1000, values[1] / 1000) for _, values in now.path[-_TRAIL_STATES:]]
            paint_trail(over, self._place, trail, number)
        for number, (scene, now) in enumerate(zip(self._scenes, robots, strict=False)):
            x_um, y_um, heading_mdeg = now.values[:3]
            paint_robot(over, self._place, scene["robot"], (x_um / 1000, y_um / 1000, heading_mdeg / 1000), number)
        changed: dict[int, list[Cell]] = {}
        for column, row in over.touched():
            changed.setdefault(row, list(self._cells[row]))[column] = over.cell(column, row)
        return [_runs(changed[i]) if i in changed else row for i, row in enumerate(self._rows)]


def composed(mat: Sequence[Row], shape: Shape, items: Sequence[Item], footer: Sequence[Text], width: int) -> list[Row]:
    """All rows of the picture, none wider than the terminal."""
    if shape.beside:
        told = in_rows(items, shape.status_columns)[: shape.status_rows]
        rows: list[Row] = []
        for i in range(max(len(mat), len(told))):
            row = list(mat[i]) if i < len(mat) else [Segment(" " * shape.columns)]
            if i < len(told):
                row += [Segment(" " * _GAP), *_segments(told[i], shape.status_columns)]
            rows.append(row)
    else:
        rows = list(mat)
        told = one_after_the_other(items, width)[: shape.status_rows]
        rows += [_segments(text, width) for text in told]
    return rows + [_segments(text, width) for text in footer]


def as_text(rows: Sequence[Row]) -> str:
    """Without colours, as a test reads it."""
    return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)


def _segments(text: Text, width: int) -> Row:
    cut = Text.assemble(text)  # its style becomes a span: without spans rich would leave it to the console
    cut.truncate(width, overflow="ellipsis")
    cut.end = ""
    return [Segment(part.text, part.style) for part in cut.render(_plain_console())]


@lru_cache(maxsize=1)
def _plain_console() -> Any:
    from rich.console import Console

    return Console(width=1000)


def _runs(cells: Sequence[Cell]) -> Row:
    """Neighbours of the same colours as one piece."""
    row: Row = []
    signs, ink, ground = "", "", ""
    for cell in cells:
        if signs and (cell.ground != ground or (cell.ink != ink and cell.sign != " ")):
            row.append(Segment(signs, _style(ink, ground)))
            signs = ""
        if not signs or cell.sign != " ":
            ink = cell.ink
        ground = cell.ground
        signs += cell.sign
    if signs:
        row.append(Segment(signs, _style(ink, ground)))
    return row


@lru_cache(maxsize=256)
def _style(ink: str, ground: str) -> Style:
    return Style(color=ink or None, bgcolor=ground or None)
