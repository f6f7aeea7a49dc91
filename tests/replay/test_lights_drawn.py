"""Sun and lamps on the floor are a tint in the picture and in the replay."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.colours import GLARE
from marshrut.simulator.replay.pack import pack
from PIL import Image

from .made_up_run import Run

SUN = {"id": "sun", "share": 0.2, "points": [[200.0, 300.0], [400.0, 300.0], [400.0, 700.0], [200.0, 700.0]]}


def in_sun(run: Run) -> Run:
    run.trace.header["scene"]["mat"]["lights"] = [SUN]
    return run


def yellow_pixels(run: Run, path: Path) -> int:
    write_picture(run.trace, run.marks, path, "Arena", picture_labels("en", run.result))
    red, _, blue = np.moveaxis(np.asarray(Image.open(path).convert("RGB")).astype(int), 2, 0)
    return int(((red > 240) & (red - blue > 60) & (red - blue < 120)).sum())


def test_in_the_picture(make_run: Callable[..., Run], tmp_path: Path) -> None:
    without = yellow_pixels(make_run(2), tmp_path / "without.png")
    assert yellow_pixels(in_sun(make_run(2)), tmp_path / "with.png") > without + 2000


def test_in_the_replay(make_run: Callable[..., Run]) -> None:
    run = in_sun(make_run(2))
    mat = pack(run.trace, run.result, run.marks, "en", {}, {}, {})["mat"]
    assert mat["lights"] == [SUN["points"]]
    assert mat["light_colour"].startswith(GLARE)
