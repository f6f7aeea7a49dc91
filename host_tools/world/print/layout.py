"""How a mat is divided among sheets of paper. All lengths in mm; on a page from its lower left corner."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from ...usage import UsageProblem

PAPERS = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
WHOLE = "whole"
OVERLAP_MM = 10.0  # of the mat that two neighbours both show
STRIP_MM = 14.0  # below the mat, for the ruler and what the sheet is called
MOST_PAGE_MM = 5080.0  # 14,400 units of 1/72 inch: ISO 32000-1, annex C.2
MOST_SHEETS = 400
LEAST_CELL_MM = 50.0  # of a sheet worth printing

Box = tuple[float, float, float, float]  # left, low, right, top


@dataclass(frozen=True)
class Tile:
    """A cell of the mat; rows are counted from the top, columns from the left, both from 1."""

    row: int
    column: int
    cell: Box


@dataclass(frozen=True)
class Layout:
    """Sheets of one size. A sheet shows its cell, and half the overlap around it."""

    paper: str
    width: float
    height: float
    margin: float
    strip: float
    overlap: float
    rows: int
    columns: int
    mat_width: float
    mat_height: float

    def tiles(self) -> Iterator[Tile]:
        """Row by row from the top, as the sheets lie."""
        wide, high = self.mat_width / self.columns, self.mat_height / self.rows
        for row in range(1, self.rows + 1):
            for column in range(1, self.columns + 1):
                left, low = wide * (column - 1), high * (self.rows - row)
                yield Tile(row, column, (left, low, left + wide, low + high))

    def window(self, tile: Tile) -> Box:
        """What the sheet shows, on the mat and beside it."""
        left, low, right, top = tile.cell
        half = self.overlap / 2
        return left - half, low - half, right + half, top + half

    def origin(self, tile: Tile) -> tuple[float, float]:
        """Where on the mat the page's lower left corner would be: the window lies in the middle above the strip."""
        left, low, right, top = self.window(tile)
        spare_x = self.width - (right - left)
        spare_y = self.height - self.strip - (top - low)
        return left - spare_x / 2, low - self.strip - spare_y / 2


def layout_of(paper: str, margin: float, mat_width: float, mat_height: float) -> Layout:
    """The layout on that paper, upright or across, whichever takes fewer sheets; UsageProblem where it does not fit."""
    found = _laid_out(paper, margin, mat_width, mat_height)
    if _fits(found):
        return found
    others = _fitting(margin, mat_width, mat_height)
    advice: dict[str, str | int] = {"fitting": len(others), "papers": " / ".join(f"`{option}`" for option in others)}
    if paper == WHOLE:
        size = max(found.width, found.height)
        raise UsageProblem("print-page-large", size=f"{size:.0f}", most=f"{MOST_PAGE_MM:.0f}", **advice)
    raise UsageProblem("print-many-sheets", count=found.rows * found.columns, most=MOST_SHEETS, **advice)


def _laid_out(paper: str, margin: float, mat_width: float, mat_height: float) -> Layout:
    if paper == WHOLE:
        strip = STRIP_MM if margin else 0.0
        width, height = mat_width + 2 * margin, mat_height + 2 * margin + strip
        return Layout(paper, width, height, margin, strip, 0.0, 1, 1, mat_width, mat_height)
    upright = PAPERS[paper]
    found = [_divided(paper, size, margin, mat_width, mat_height) for size in (upright, upright[::-1])]
    return min(found, key=lambda layout: layout.rows * layout.columns)


def _fits(layout: Layout) -> bool:
    if layout.paper == WHOLE:
        return max(layout.width, layout.height) <= MOST_PAGE_MM
    return layout.rows * layout.columns <= MOST_SHEETS


def _fitting(margin: float, mat_width: float, mat_height: float) -> list[str]:
    """The options with which such a mat can be printed: with that margin, or if there is none, without any."""
    for edge in dict.fromkeys((margin, 0.0)):
        fitting = [
            f"--paper {paper}" if edge == margin else f"--paper {paper} --margin 0"
            for paper in (WHOLE, "a3", "a4")
            if edge <= most_margin(paper) and _fits(_laid_out(paper, edge, mat_width, mat_height))
        ]
        if fitting:
            return fitting
    return []


def most_margin(paper: str) -> int:
    """The widest margin that leaves a sheet worth printing; of a whole page as wide as anybody asks for."""
    if paper == WHOLE:
        return 100
    return int((min(PAPERS[paper]) - STRIP_MM - OVERLAP_MM - LEAST_CELL_MM) / 2)


def _divided(paper: str, size: tuple[float, float], margin: float, mat_width: float, mat_height: float) -> Layout:
    wide = size[0] - 2 * margin - OVERLAP_MM
    high = size[1] - 2 * margin - STRIP_MM - OVERLAP_MM
    columns, rows = math.ceil(mat_width / wide - 1e-9), math.ceil(mat_height / high - 1e-9)
    return Layout(paper, *size, margin, STRIP_MM, OVERLAP_MM, rows, columns, mat_width, mat_height)
