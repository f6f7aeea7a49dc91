"""Walls stand where the world file puts them, in the picture and in the replay."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.colours import WALL
from marshrut.simulator.replay.pack import pack
from PIL import Image

from .made_up_run import Run

FENCE = {"id": "fence", "x0_mm": 200.0, "y0_mm": 700.0, "x1_mm": 200.0, "y1_mm": 300.0, "height_mm": 100.0}


def with_fence(run: Run) -> Run:
    run.trace.header["scene"]["mat"]["walls"] = [FENCE]
    return run


def wall_pixels(run: Run, path: Path) -> tuple[int, int, int]:
    """How many there are, and how wide and high the box around them is."""
    write_picture(run.trace, run.marks, path, "Arena", picture_labels("en", run.result))
    colour = [int(WALL[i : i + 2], 16) for i in (1, 3, 5)]
    rows, columns = np.nonzero((np.asarray(Image.open(path).convert("RGB")) == colour).all(axis=2))
    return (len(rows), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1) if len(rows) else (0, 0, 0)


def test_in_the_picture(make_run: Callable[..., Run], tmp_path: Path) -> None:
    assert wall_pixels(make_run(2), tmp_path / "without.png")[0] == 0
    count, wide, high = wall_pixels(with_fence(make_run(2)), tmp_path / "with.png")
    assert count > 200
    assert 2 <= wide <= 12 and high > 100  # upright and thin


def test_in_the_replay(make_run: Callable[..., Run]) -> None:
    run = with_fence(make_run(2))
    mat = pack(run.trace, run.result, run.marks, "en", {}, {}, {})["mat"]
    assert (mat["walls"], mat["wall_colour"]) == ([[200.0, 700.0, 200.0, 300.0]], WALL)
