"""Pictures, holes, objects, zones and ramps: in the picture, on the page and in the terminal."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from marshrut.host_tools.board.terminal_picture.dots import Dots
from marshrut.host_tools.board.terminal_picture.mat import paint_mat, paint_objects, place_of
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.colours import ink_on
from marshrut.simulator.replay.names import short_names
from marshrut.simulator.replay.pack import pack
from marshrut.simulator.replay.standing import arrow_of, hatch_of, outline_of, placed
from marshrut.simulator.scene import load_world, mat_to_json
from PIL import Image

from .made_up_run import Run
from .pages import Page

EVERYTHING = Path(__file__).resolve().parents[1] / "world" / "mats" / "everything.toml"
RED, BLUE, TEAL, BOX = "#c81e1e", "#145aa0", "#008080", "#2060c0"  # of picture, picture, drawing and a box


@pytest.fixture(scope="module")
def mat() -> dict[str, Any]:
    return mat_to_json(load_world(EVERYTHING).mat)


@pytest.fixture
def on_the_mat(make_run: Callable[..., Run], mat: dict[str, Any]) -> Run:
    run = make_run(0.5)
    run.trace.header["scene"]["mat"] = deepcopy(mat)
    return run


def area_of(pixels: np.ndarray, colour: str) -> int:
    return int((np.abs(pixels.astype(int) - list(bytes.fromhex(colour[1:]))).max(axis=2) <= 3).sum())


def test_in_the_picture(on_the_mat: Run, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    write_picture(on_the_mat.trace, on_the_mat.marks, path, "Everything", picture_labels("en", on_the_mat.result))
    pixels = np.asarray(Image.open(path).convert("RGB"))
    # 2400 mm of mat are about 1272 px: so many px has a square millimetre.
    share = (1272 / 2400) ** 2
    assert area_of(pixels, TEAL) == pytest.approx(np.pi * 25**2 * share, rel=0.1)
    assert area_of(pixels, BOX) == pytest.approx(100 * 60 * share, rel=0.2)
    assert area_of(pixels, RED) > 0.7 * np.pi * 125**2 * share
    assert area_of(pixels, BLUE) > 5000 * share


def test_an_object_bears_the_number_of_its_name(on_the_mat: Run, tmp_path: Path) -> None:
    """The report speaks of «pin-3»."""
    areas = []
    for name in ("crate", "crate-7"):
        for item in on_the_mat.trace.header["scene"]["mat"]["objects"]:
            if item["kind"] == "box":
                item["id"] = name
        path = tmp_path / "picture.png"
        write_picture(on_the_mat.trace, on_the_mat.marks, path, "Numbers", picture_labels("en", on_the_mat.result))
        areas.append(area_of(np.asarray(Image.open(path).convert("RGB")), BOX))
    assert 0.5 * areas[0] < areas[1] < areas[0]


def test_a_number_stands_alone_only_where_it_tells_one_object() -> None:
    assert short_names(["pin-1", "pin-02", "gate", "crate-0"]) == ["1", "02", "", "0"]
    assert short_names(["green-1", "red-1", "red-2"]) == ["green-1", "red-1", "2"]
    assert short_names(["a-1", "b-01", "a-very-long-name-of-a-box-1"]) == ["a-1", "b-01", ""]


@pytest.mark.parametrize(("colour", "dark"), [("#ffffff", True), ("#ffd400", True), ("#13b14a", True),
                                              ("#a31621", False), ("#1c2c9c", False), ("#000000", False)])  # fmt: skip
def test_digits_are_dark_or_white_as_the_object_is_light(colour: str, dark: bool) -> None:
    assert (ink_on(colour) != "#ffffff") == dark


def test_a_number_leaves_the_outline_alone(on_the_mat: Run, tmp_path: Path) -> None:
    """A box too small for its number has it beside."""
    drawn = []
    for name in ("crate", "crate-77"):
        for item in on_the_mat.trace.header["scene"]["mat"]["objects"]:
            if item["kind"] == "box":
                item |= {"id": name, "length_mm": 30, "width_mm": 30}
        path = tmp_path / "picture.png"
        write_picture(on_the_mat.trace, on_the_mat.marks, path, "Numbers", picture_labels("en", on_the_mat.result))
        drawn.append(np.asarray(Image.open(path).convert("RGB")))
    assert area_of(drawn[0], BOX) == area_of(drawn[1], BOX) > 0
    assert not np.array_equal(*drawn)


@pytest.mark.slow
def test_on_the_page(on_the_mat: Run, open_page: Callable[..., Page]) -> None:
    page = open_page(on_the_mat, size=(1440, 900))
    page.page.wait_for_timeout(500)
    shot = page.page.locator("#mat").screenshot()
    assert page.complaints == []
    import io

    pixels = np.asarray(Image.open(io.BytesIO(shot)).convert("RGB"))
    for colour in (RED, BLUE, TEAL, BOX):
        assert area_of(pixels, colour) > 30, colour
    assert len(page.requests) - len([url for url in page.requests if url.startswith("data:")]) == 1


def test_what_the_page_is_told(on_the_mat: Run) -> None:
    packed = pack(on_the_mat.trace, on_the_mat.result, on_the_mat.marks, "en", {}, {}, {})["mat"]
    (image,) = (surface for surface in packed["surfaces"] if surface["kind"] == "Image")
    assert image["url"].startswith("data:image/png;base64,")
    assert (image["width"], image["height"]) == (300.0, 600.0)
    assert len(packed["objects"]) == 4 and len(packed["zones"]) == 2 and len(packed["ramps"]) == 3


def test_in_the_terminal(mat: dict[str, Any]) -> None:
    dots = Dots(100, 25)
    paint_mat(dots, place_of(mat, 100, 25), mat)
    paint_objects(dots, place_of(mat, 100, 25), mat, {})
    seen = {dots.colour_at(x, y) for x in range(dots.width) for y in range(dots.height)}
    assert {RED, TEAL, BOX} <= seen


def test_a_terminal_bears_more_colours_than_a_byte_counts() -> None:
    dots = Dots(40, 40)
    for number in range(800):
        dots.dot(number % 80, number // 80, f"#{number * 5000:06x}")
    assert dots.colour_at(5, 0) == "#0061a8"
    assert dots.colour_at(5, 9).startswith("#")


def test_hatching_stays_in_the_ramp_and_its_arrow_points_uphill() -> None:
    ramp = {"points": [(0.0, 0.0), (300.0, 0.0), (300.0, 200.0), (0.0, 200.0)], "uphill_deg": 90.0}
    lines = hatch_of(ramp)
    assert len(lines) >= 5
    for x0, y0, x1, y1 in lines:
        assert y0 == pytest.approx(y1) and {round(x0), round(x1)} == {0, 300} and 0 < y0 < 200
    (x0, y0, x1, y1), *_ = arrow_of(ramp)
    assert (x0, x1) == (pytest.approx(150.0), pytest.approx(150.0)) and y1 - y0 == pytest.approx(140.0)


def test_outlines_of_objects() -> None:
    pin = {"kind": "pin", "length_mm": 60.0, "width_mm": 60.0, "height_mm": 150.0}
    standing = outline_of(pin, False)
    assert {round(np.hypot(x, y), 6) for x, y in standing} == {30.0}
    assert max(x for x, _ in outline_of(pin, True)) == 75.0
    assert placed([(10.0, 0.0)], (100.0, 50.0, 90.0, False))[0] == (pytest.approx(100.0), pytest.approx(60.0))
