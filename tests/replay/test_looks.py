"""What parts showed, in the picture: dots and colours at their places."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from marshrut.simulator.appearance import display_text, lamps_text
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.looks import BEZEL_PX, DOT_PX, GLASS, LIT, lamp_brightness
from marshrut.simulator.replay.parts import shown_parts
from marshrut.simulator.replay.sensing import sensing_marks
from PIL import Image

from .made_up_run import PARTS, Records, Run, trace_with

PICTURE = [bytes((x * 37 + page * 11) & 255 if x % 5 else 0 for x in range(128)) for page in range(8)]
RAINBOW = [(255, 0, 0), (255, 128, 0), (0, 255, 0), (0, 0, 0), (0, 0, 255)]


@pytest.fixture(scope="module")
def draw(lap: Run, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Records], Any]:
    """The picture with these records in the run, as an array of rows of colours."""

    def drawn(records: Records, lang: str = "ru") -> Any:
        path: Path = tmp_path_factory.mktemp("looks") / "picture.png"
        labels = picture_labels(lang, lap.result)
        write_picture(trace_with(lap, records), lap.marks, path, "Гонка по линии", labels)
        return np.asarray(Image.open(path).convert("RGB"))

    return drawn


def glass(image: Any) -> Any:
    """The display's dots, cut out of the picture by their colours: True where one shines."""
    lit = np.all(image == LIT, axis=2)
    dark = np.all(image == GLASS, axis=2)
    rows, columns = np.nonzero(lit | dark)
    top, left = rows.min() + BEZEL_PX, columns.min() + BEZEL_PX
    assert rows.max() + 1 - top == 64 * DOT_PX + BEZEL_PX
    assert columns.max() + 1 - left == 128 * DOT_PX + BEZEL_PX
    return lit[top : top + 64 * DOT_PX, left : left + 128 * DOT_PX]


@pytest.mark.parametrize("end", [[], [(9_000_000, "oled", "")]])
def test_a_display_is_drawn_dot_by_dot(draw: Callable[[Records], Any], end: Records) -> None:
    """Also where it is dark in the end: then it is the last picture that was seen."""
    seen = glass(draw([(0, "oled", "ff"), (5_000_000, "oled", display_text(PICTURE)), *end]))
    for row in range(64):
        for column in range(128):
            square = seen[row * DOT_PX : (row + 1) * DOT_PX, column * DOT_PX : (column + 1) * DOT_PX]
            assert np.all(square == bool(PICTURE[row // 8][column] >> row % 8 & 1)), (column, row)


def test_lamps_have_their_colours_in_order(draw: Callable[[Records], Any]) -> None:
    image = draw([(0, "lamps", lamps_text(RAINBOW))])
    found = []
    for colour in RAINBOW:
        face = tuple(map(lamp_brightness, colour)) if any(colour) else (61, 66, 77)
        rows, columns = np.nonzero(np.abs(image.astype(int) - face).max(axis=2) <= 1)
        low = rows > image.shape[0] - 200  # below the mat
        assert low.sum() > 200
        found.append(columns[low].mean())
    assert found == sorted(found)


def test_the_arm_points_where_it_points(draw: Callable[[Records], Any]) -> None:
    assert not np.array_equal(draw([(0, "arm", "10.0")]), draw([(0, "arm", "170.0")]))


def test_a_buzzer_says_how_many_tones_it_played(draw: Callable[[Records], Any]) -> None:
    one = draw([(0, "horn", "440/50"), (100, "horn", "")])
    assert one.shape[0] > draw([]).shape[0]
    assert np.array_equal(one, draw([(0, "horn", "880/20")])), "what it says is how many"
    assert not np.array_equal(one, draw([(0, "horn", "440/50"), (100, "horn", ""), (200, "horn", "440/50")]))


def test_without_parts_that_show_the_picture_is_as_ever(draw: Callable[[Records], Any]) -> None:
    plain = draw([])
    assert np.array_equal(plain, draw([(0, "oled", ""), (0, "horn", "")]))
    assert plain.shape[0] < draw([(0, "oled", "ff///////")]).shape[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [("oled", "no dots"), ("oled", "ff"), ("oled", "ff" * 129 + "///////"), ("lamps", "ff0000" * 6), ("arm", "9e9"),
     ("horn", "440"), ("nobody", "x")],
)  # fmt: skip
def test_a_text_that_is_none_is_not_there(lap: Run, name: str, text: str) -> None:
    chips = frozenset(one["chip"] for one in PARTS)
    assert [one.looks for one in shown_parts(trace_with(lap, [(0, name, text)]), chips)] == [()] * 4


def sensing(chip: str, **figures: float) -> dict[str, Any]:
    place = {"x_mm": 60.0, "y_mm": -10.0, "z_mm": 40.0, "heading_deg": 90.0}
    return {"id": "nose", "chip": chip, "pins": [["signal", 5]], "figures": [list(f) for f in figures.items()]} | place


def test_what_looks_around_stands_where_it_sits_and_points_where_it_looks() -> None:
    (fan,) = sensing_marks({"parts": [sensing("hc-sr04", noise_mm=1.5)]})
    assert fan.points == ((60.0, -10.0), (69.0, 10.0), (51.0, 10.0))
    (spot,) = sensing_marks({"parts": [sensing("tcs34725", footprint_mm=12.0)]})
    assert {round(math.dist(point, (60.0, -10.0)), 1) for point in spot.points} == {6.0}
    (bumper,) = sensing_marks({"parts": [sensing("bump-switch", width_mm=80.0)]})
    assert (bumper.closed, bumper.points) == (False, ((100.0, -10.0), (20.0, -10.0)))
    assert sensing_marks({"parts": PARTS}) == sensing_marks({}) == []


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("chip", "figures"), [("vl53l0x", {}), ("tcs34725", {"footprint_mm": 10.0}), ("bump-switch", {"width_mm": 80.0})]
)
def test_it_is_drawn_on_the_robot(lap: Run, tmp_path: Path, chip: str, figures: dict[str, float]) -> None:
    trace = trace_with(lap, [])
    trace.header["scene"]["robot"]["parts"] = [sensing(chip, **figures)]
    write_picture(trace, lap.marks, tmp_path / "picture.png", "Line sprint", picture_labels("en", lap.result))
    colour = sensing_marks(trace.header["scene"]["robot"])[0].colour
    image = np.asarray(Image.open(tmp_path / "picture.png").convert("RGB"))
    assert np.all(image == [int(colour[i : i + 2], 16) for i in (1, 3, 5)], axis=2).sum() > 20
