"""Printed mats, rasterised and measured as with a ruler: true to 0.2 mm in a metre, and sheets that meet."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from marshrut.host_tools.cli import run
from marshrut.host_tools.world.named import named_world
from marshrut.host_tools.world.print.layout import layout_of
from marshrut.host_tools.world.print.marks import draw_marks
from marshrut.host_tools.world.print.page import blank_page, draw_part
from marshrut.host_tools.world.print.page import printed as print_ready
from marshrut.simulator.scene import load_world
from marshrut.simulator.tasks import find_task, task_ids

MATS = Path(__file__).parent / "mats"
MM = 72 / 25.4  # points

HEAD = """
id = "m"
title = {{ en = "Mat", ru = "Поле", kk = "Алаң" }}
[mat]
width_mm = {width}
height_mm = {height}
colour = "{colour}"
[[start]]
id = "s"
x_mm = 100
y_mm = 100
heading_deg = 0
"""
LINE = '[[polyline]]\nid = "{}"\nwidth_mm = {}\ncolour = "#000000"\npoints_mm = {}\n'


@dataclass(frozen=True)
class Cut:
    """A piece of a page: how dark its pixels are, 0 to 1, rows from below; and where its lower left corner is, mm."""

    dark: np.ndarray
    left: float
    low: float
    per_x: float  # pixels a mm: a page is stretched to whole pixels
    per_y: float

    def across(self) -> list[tuple[float, float]]:
        """Of each dark stretch from left to right its middle on the page and its width, mm."""
        return [(self.left + at / self.per_x, wide / self.per_x) for at, wide in stretches(self.dark.mean(axis=0))]

    def up(self) -> list[tuple[float, float]]:
        return [(self.low + at / self.per_y, wide / self.per_y) for at, wide in stretches(self.dark.mean(axis=1))]


class Pdf:
    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path)

    def __len__(self) -> int:
        return len(self._document)

    def size(self, page: int) -> tuple[float, float]:
        width, height = self._document[page].get_size()
        return width / MM, height / MM

    def cut(self, page: int, left: float, low: float, right: float, top: float, per_mm: float = 8.0) -> Cut:
        """A box in mm from the page's lower left corner."""
        width, height = self.size(page)
        scale = per_mm / MM
        crop = tuple(value * MM for value in (left, low, width - right, height - top))
        bitmap = self._document[page].render(scale=scale, crop=crop, grayscale=True)
        dark = 1.0 - bitmap.to_numpy().reshape(bitmap.height, bitmap.width)[::-1] / 255.0
        per_x, per_y = math.ceil(width * MM * scale) / width, math.ceil(height * MM * scale) / height
        return Cut(dark, math.ceil(crop[0] * scale) / per_x, math.ceil(crop[1] * scale) / per_y, per_x, per_y)

    def text(self, page: int) -> str:
        return str(self._document[page].get_textpage().get_text_bounded())


def stretches(profile: np.ndarray) -> list[tuple[float, float]]:
    """Middles and widths of dark stretches, in pixels."""
    dark = profile > 0.02
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.view(np.int8), [0]))))
    found = []
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        part = profile[begin:end]
        found.append((float((part * (np.arange(begin, end) + 0.5)).sum() / part.sum()), float(part.sum())))
    return found


Print = Callable[..., Pdf]


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    """printed(lines, *options): prints a mat with those tables on it."""

    def make(tables: str, *options: str, width: float = 400, height: float = 300, colour: str = "#ffffff") -> Pdf:
        world, out = tmp_path / "m.toml", tmp_path / "m.pdf"
        world.write_text(HEAD.format(width=width, height=height, colour=colour) + tables, encoding="utf-8")
        assert (
            run(
                [
                    "world",
                    "print",
                    str(world),
                    "--out",
                    str(out),
                    *(options if "--lang" in options else (*options, "--lang", "en")),
                ]
            )
            == 0
        )
        return Pdf(out)

    return make


def test_a_whole_page_is_true(printed: Print) -> None:
    places = [10, 500, 1000, 1700, 2390]
    lines = "".join(LINE.format(f"v{x}", 2, [[x, 1], [x, 1199]]) for x in places)
    lines += "".join(LINE.format(f"h{y}", 2, [[1, y], [2399, y]]) for y in (5, 600, 1195))
    pdf = printed(lines, "--bare", width=2400, height=1200)
    margin, strip = 10.0, 14.0
    assert pdf.size(0) == pytest.approx((2400 + 2 * margin, 1200 + 2 * margin + strip), abs=0.01)
    low = margin + strip
    across = pdf.cut(0, margin, low + 300, margin + 2400, low + 301).across()
    for place, (middle, wide) in zip(places, across, strict=True):
        assert middle - margin == pytest.approx(place, abs=0.05) and wide == pytest.approx(2.0, abs=0.05)
    up = pdf.cut(0, margin + 200, low, margin + 201, low + 1200).up()
    assert [middle - low for middle, _ in up] == pytest.approx([5, 600, 1195], abs=0.05)


def test_arcs_and_pictures_are_true(printed: Print, tmp_path: Path) -> None:
    from PIL import Image

    dots = np.full((100, 100), 255, np.uint8)
    dots[20:80, 30:60] = 0
    Image.fromarray(dots).save(tmp_path / "p.png")
    ring = '[[arc]]\nid = "r"\nwidth_mm = 4\ncolour = "#000000"\nx_mm = 500\ny_mm = 500\n'
    ring += "radius_mm = 450\nstart_deg = 0\nsweep_deg = 360\n"
    image = '[[image]]\nid = "i"\nfile = "p.png"\nx_mm = 400\ny_mm = 400\nmm_per_px = 2\n'
    pdf = printed(ring + image, "--bare", "--margin", "0", width=1000, height=1000)
    assert pdf.size(0) == pytest.approx((1000, 1000), abs=0.01)
    across = pdf.cut(0, 0, 499.9, 1000, 500.1).across()
    assert [place for place, _ in across] == pytest.approx([50, 490, 950], abs=0.1)
    assert across[1][1] == pytest.approx(60, abs=0.2)
    up = pdf.cut(0, 499.9, 0, 500.1, 1000).up()
    assert [place for place, _ in up] == pytest.approx([50, 500, 950], abs=0.1)
    assert up[1][1] == pytest.approx(120, abs=0.2)
    side = 500 + 450 * math.cos(math.radians(45))
    slanted = pdf.cut(0, side - 10, side - 0.1, side + 10, side + 0.1).across()
    assert slanted[0][0] == pytest.approx(side, abs=0.1)


def test_a_ruler_is_a_hundred_millimetres(printed: Print) -> None:
    for paper in ("whole", "a4"):
        pdf = printed("", "--paper", paper, width=150, height=150)
        for page in (0, len(pdf) - 1):
            edge = 15 if page else 10
            strokes = pdf.cut(page, 0, edge + 4.5, 130, edge + 4.8, 20.0).across()
            assert strokes[1][0] - strokes[0][0] == pytest.approx(100.0, abs=0.02), paper


def crosses(pdf: Pdf, page: int) -> list[tuple[float, float]]:
    """The middles of the four marks, lower left first, found by their shape: a ring, and white between it and arms."""
    width, height = pdf.size(page)
    turns = np.radians(np.arange(0, 360, 10))
    between = np.radians(np.arange(45, 360, 90))
    found = []
    for low in (24.0, height - 50.0):
        for left in (5.0, width - 45.0):
            cut = pdf.cut(page, left, low, left + 40, low + 45, 12.0)
            scores = np.zeros(cut.dark.shape)
            for radius, angles, weight in ((1.5, turns, 1.0), (0.9, between, -9.0), (2.3, between, -9.0)):
                for turn in angles:
                    dx, dy = (round(radius * cut.per_x * part) for part in (math.cos(turn), math.sin(turn)))
                    scores += weight * (np.roll(cut.dark, (-dy, -dx), (0, 1)) > 0.25)
            ys, xs = np.nonzero(scores >= scores.max() - 0.5)
            found.append((cut.left + (xs.mean() + 0.5) / cut.per_x, cut.low + (ys.mean() + 0.5) / cut.per_y))
    return found


def test_sheets_meet_by_their_marks(printed: Print) -> None:
    """Lines that cross every seam are at the same place on both sheets, once the marks are laid on each other."""
    width, height, columns, rows = 400, 500, 3, 2
    slanted = "".join(LINE.format(f"l{i}", 6, [[2, 30 + 60 * i], [398, 60 + 60 * i]]) for i in range(7))
    slanted += "".join(LINE.format(f"u{i}", 6, [[40 + 60 * i, 2], [60 + 60 * i, 498]]) for i in range(6))
    pdf = printed(slanted, "--paper", "a4", "--bare", width=width, height=height)
    assert len(pdf) == columns * rows + 1
    marks = [crosses(pdf, page) for page in range(columns * rows)]
    for low_left, low_right, top_left, top_right in marks:
        # Each sheet's marks are as far apart as its cell is large.
        for a, b, length in ((low_left, low_right, width / columns), (top_left, top_right, width / columns),
                             (low_left, top_left, height / rows), (low_right, top_right, height / rows)):  # fmt: skip
            assert math.dist(a, b) == pytest.approx(length, abs=0.12)
    for page in range(columns * rows):
        row, column = divmod(page, columns)
        if column + 1 < columns:
            here = seam(pdf, page, marks[page][1], marks[page][3])
            there = seam(pdf, page + 1, marks[page + 1][0], marks[page + 1][2])
            assert here == pytest.approx(there, abs=0.3) and len(here) >= 2
        if row + 1 < rows:
            here = seam(pdf, page, marks[page][0], marks[page][1])
            there = seam(pdf, page + columns, marks[page + columns][2], marks[page + columns][3])
            assert here == pytest.approx(there, abs=0.3) and len(here) >= 1


def seam(pdf: Pdf, page: int, begin: tuple[float, float], end: tuple[float, float]) -> list[float]:
    """Where painted lines cross the way from one mark to another, mm from the first; the marks themselves left out."""
    if abs(end[1] - begin[1]) > abs(end[0] - begin[0]):
        found = pdf.cut(page, begin[0] - 0.1, begin[1], begin[0] + 0.1, end[1]).up()
        places = [(at - begin[1], wide) for at, wide in found]
    else:
        found = pdf.cut(page, begin[0], begin[1] - 0.1, end[0], begin[1] + 0.1).across()
        places = [(at - begin[0], wide) for at, wide in found]
    length = math.dist(begin, end)
    return [at for at, wide in places if wide > 4.0 and 8.0 < at < length - 8.0]


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_picture_is_at_its_place_on_every_sheet(paper: str, tmp_path: Path) -> None:
    """Measured from the lower mark on the seam of two sheets, though each holds only the dots that it shows."""
    from PIL import Image

    dots = np.full((30, 80), 255, np.uint8)
    for begin, end in ((10, 20), (28, 45), (50, 55)):  # the middle one lies across the seam
        dots[8:16, begin:end] = 0
    Image.fromarray(dots).save(tmp_path / "p.png")
    image = '[[image]]\nid = "i"\nfile = "p.png"\nx_mm = 167\ny_mm = 31\nmm_per_px = 3\n'
    (tmp_path / "m.toml").write_text(HEAD.format(width=520, height=150, colour="#ffffff") + image, encoding="utf-8")
    mat = load_world(tmp_path / "m.toml").mat
    layout, seam_mm, low_mm, top_mm = layout_of(paper, 10.0, 520.0, 150.0), 260.0, 73.0, 97.0
    # A sheet shows 5 mm beyond its seam.
    for tile, wanted in zip(layout.tiles(), ([197, 227, 251, 265], [255, 302, 317, 332]), strict=True):
        figure, axes = blank_page(layout.width, layout.height, layout.origin(tile))
        draw_part(axes, print_ready(mat), layout, tile)
        draw_marks(axes, layout, tile)
        figure.savefig(tmp_path / "sheet.pdf")
        sheet, about_x, about_y = Pdf(tmp_path / "sheet.pdf"), seam_mm - layout.origin(tile)[0], -layout.origin(tile)[1]
        ((mark_x, _),) = sheet.cut(0, about_x - 2, about_y - 3.5, about_x + 2, about_y - 3, 12.0).across()
        ((mark_y, _),) = sheet.cut(0, about_x + 3, about_y - 2, about_x + 3.5, about_y + 2, 12.0).up()
        blocks = sheet.cut(0, 0, about_y + 85, layout.width, about_y + 86, 16.0).across()
        edges = [seam_mm + middle - mark_x + side * wide / 2 for middle, wide in blocks for side in (-1, 1)]
        assert edges == pytest.approx(wanted, abs=0.15)  # a picture's edge is drawn at a whole pixel
        ((middle, high),) = sheet.cut(0, about_x, about_y + 60, about_x + 1, about_y + 110, 16.0).up()
        assert (middle - mark_y, high) == pytest.approx(((low_mm + top_mm) / 2, top_mm - low_mm), abs=0.15)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("lang", "words", "title"),
    [("ru", "Печатайте", "Поле"), ("kk", "басып", "Алаң"), ("en", "Print at 100 %", "Mat")],
)
def test_the_last_page_tells_how_in_each_language(printed: Print, lang: str, words: str, title: str) -> None:
    pdf = printed("", "--paper", "a3", "--lang", lang, width=200, height=200)
    assert words in pdf.text(len(pdf) - 1)
    assert title in pdf.text(0) and "1–1" in pdf.text(0)


def test_paper_is_left_white_and_a_coloured_mat_is_not(printed: Print) -> None:
    assert printed("", "--bare").cut(0, 60, 80, 100, 120).dark.max() == 0.0
    assert printed("", "--bare", colour="#306030").cut(0, 60, 80, 100, 120).dark.min() > 0.5


def test_a_line_of_no_colour_is_printed_in_black(printed: Print) -> None:
    line = LINE.format("l", 20, [[50, 150], [350, 150]]).replace('colour = "#000000"', "reflectance = 0.05")
    assert printed(line, "--bare").cut(0, 100, 170, 110, 178).dark.min() == 1.0


@pytest.mark.slow
def test_sheets_with_nothing_on_them_are_named(printed: Print, capsys: pytest.CaptureFixture[str]) -> None:
    """Three rows and columns of sheets; a slanted line, a triangle and a start are on some of them."""
    size = {"width": 540, "height": 735}
    ink = LINE.format("l", 20, [[90, 20], [450, 700]]) + '[[polygon]]\nid = "p"\ncolour = "#000000"\n'
    ink += "points_mm = [[380, 10], [530, 10], [530, 220]]\n"
    pdf = printed(ink, "--paper", "a4", "--bare", **size)
    assert len(pdf) == 10
    painted = [page for page in range(9) if sheet_is_inked(pdf, page)]
    assert painted == [1, 2, 4, 6, 7, 8]
    told = capsys.readouterr().out
    assert "Blank sheets: 3;" in told and "Pages to print: 2-3, 5, 7-10." in told
    plan = " ".join(pdf.text(9).split())
    assert "crossed out here are blank (3)" in plan and "Pages to print: 2-3, 5, 7-10." in plan
    printed(ink + '[[wall]]\nid = "w"\nfrom_mm = [10, 560]\nto_mm = [10, 700]\n', "--paper", "a4", **size)
    assert "Pages to print: 1-3, 5, 7-10." in capsys.readouterr().out  # what is to be put there is on the sheet, too
    for options in (["--paper", "a4", "--bare"], ["--paper", "whole"]):
        pdf = printed("", *options, colour="#306030" if "--bare" in options else "#ffffff")
        assert "Blank" not in capsys.readouterr().out and "blank" not in pdf.text(len(pdf) - 1)


def sheet_is_inked(pdf: Pdf, page: int) -> bool:
    """Something dark lies within the sheet's four marks, well beside them."""
    (left, low), *_, (right, top) = crosses(pdf, page)
    cut = pdf.cut(page, left, low, right, top, 2.0).dark
    cut[:10, :10] = cut[:10, -10:] = cut[-10:, :10] = cut[-10:, -10:] = 0.0
    return bool(cut.max() > 0.5)


def test_hair_lines_show_where_things_stand(printed: Print) -> None:
    post = '[[post]]\nid = "p"\nx_mm = 200\ny_mm = 150\ndiameter_mm = 80\nheight_mm = 50\n'
    box = (210 - 41, 174 - 41, 210 + 41, 174 + 41)
    assert printed(post, "--bare").cut(0, *box).dark.max() == 0.0
    marked = printed(post).cut(0, *box).dark
    assert marked.max() > 0.1 and marked.mean() < 0.02


@pytest.mark.slow
def test_the_same_command_writes_the_same_file(tmp_path: Path) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for path in files:
        assert run(["world", "print", str(MATS / "everything.toml"), "--out", str(path), "--lang", "kk"]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()


MAT_NAMES = [f"{task.id}:{variant.id}" for task in map(find_task, task_ids()) for variant in task.variants]


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", MAT_NAMES)
def test_every_mat_of_the_catalogue_is_printed(name: str, tmp_path: Path) -> None:
    out = tmp_path / "mat.pdf"
    assert run(["world", "print", name, "--out", str(out), "--lang", "en"]) == 0
    mat = load_world(named_world(name).source).mat
    pdf = Pdf(out)
    assert len(pdf) == 2  # the mat, and the plan
    assert pdf.size(0) == pytest.approx((mat.width_mm + 20, mat.height_mm + 20 + 14), abs=0.01)
    assert pdf.cut(0, 10, 24, 10 + mat.width_mm, 24 + mat.height_mm, 0.5).dark.max() > 0.02  # walls are hair lines


WRONG = {
    "too large a page": (["--paper", "whole"], {"width": 6000}, ["6020", "5080", "`--paper a3` / `--paper a4`."]),
    "too many sheets": (["--paper", "a4"], {"width": 9000, "height": 9000}, ["400", "C95", "make the mat smaller"]),
    "as large a page, and too many sheets": ([], {"width": 9000, "height": 9000}, ["C94", "make the mat smaller"]),
    "too many of A4 only": (["--paper", "a4"], {"width": 5500, "height": 5000}, ["C95", "choose `--paper a3`."]),
    "too wide a margin for any": (["--margin", "60", "--paper", "a4"], {"width": 5500, "height": 3000},
                                  ["C95", "`--paper a3`."]),
    "too wide a margin for all": (["--margin", "60", "--paper", "a3"], {"width": 6000, "height": 6000},
                                  ["C95", "choose `--paper a3 --margin 0`."]),
    "an unknown paper": (["--paper", "a5"], {}, ["--paper", "a4"]),
    "no number": (["--margin", "wide"], {}, ["--margin", "wide"]),
    "too wide a margin": (["--margin", "90", "--paper", "a4"], {}, ["--margin", "90", "68"]),
    "no PDF": (["--out", "mat.png"], {}, ["mat.png", ".pdf"]),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_printed_is_told(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options, size, parts = WRONG[name]
    world = tmp_path / "m.toml"
    world.write_text(HEAD.format(**{"width": 400, "height": 300, "colour": "#ffffff"} | size), encoding="utf-8")
    out = [] if "--out" in options else ["--out", str(tmp_path / "m.pdf")]
    assert run(["world", "print", str(world), *out, *options, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert all(part in told for part in parts), told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.toml"]


def test_a_folder_that_takes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "nowhere" / "such" / "m.pdf"
    assert run(["world", "print", str(MATS / "everything.toml"), "--out", str(out), "--lang", "en"]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
