"""What parts showed, in the picture: dots and colours at their places."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from marshrut.simulator.appearance import display_text, lamps_text
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.looks import BEZEL_PX, DOT_PX, GLASS, LIT, lamp_brightness
from marshrut.simulator.replay.parts import shown_parts
from PIL import Image

from .conftest import PARTS, Records, Run, trace_with

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


def test_without_parts_that_show_the_picture_is_as_ever(draw: Callable[[Records], Any]) -> None:
    plain = draw([])
    assert np.array_equal(plain, draw([(0, "oled", ""), (0, "horn", "440/50")]))
    assert plain.shape[0] < draw([(0, "oled", "ff///////")]).shape[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [("oled", "no dots"), ("oled", "ff"), ("oled", "ff" * 129 + "///////"), ("lamps", "ff0000" * 6), ("arm", "9e9"),
     ("horn", "440"), ("nobody", "x")],
)  # fmt: skip
def test_a_text_that_is_none_is_not_there(lap: Run, name: str, text: str) -> None:
    chips = frozenset(one["chip"] for one in PARTS)
    assert [one.looks for one in shown_parts(trace_with(lap, [(0, name, text)]), chips)] == [()] * 4
