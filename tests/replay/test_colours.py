"""Coloured surfaces in the picture and the replay."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.pack import pack
from marshrut.simulator.scene.colours import shares_of
from matplotlib.image import imread

from .made_up_run import Run


@pytest.fixture
def coloured(make_run: Callable[..., Run]) -> Run:
    """A run whose patch in the middle is red."""
    run = make_run(0.1)
    patch = run.trace.header["scene"]["mat"]["surfaces"][2]
    patch["rgb"] = list(shares_of("#c03020"))
    return run


def test_the_replay_gets_the_colour_and_grey_for_the_rest(coloured: Run) -> None:
    mat = pack(coloured.trace, coloured.result, coloured.marks, "en", {}, {}, {})["mat"]
    gate, loop, patch = (surface["colour"] for surface in mat["surfaces"])
    assert patch == "#c03020"
    for grey in (mat["colour"], gate, loop):
        assert grey[1:3] == grey[3:5] == grey[5:7]


def test_the_picture_shows_the_colour(coloured: Run, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    write_picture(coloured.trace, [], path, "A red patch", picture_labels("en", coloured.result))
    pixels = (imread(path)[:, :, :3] * 255).round()
    red = (abs(pixels - (0xC0, 0x30, 0x20)).max(axis=2) <= 1).sum()
    assert red > 5000
