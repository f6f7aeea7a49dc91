"""The picture shows where robots and objects came to, beyond the mat's edge, too."""

import json
from pathlib import Path

import numpy as np
import pytest
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.journeys import journeys_of
from marshrut.simulator.replay.track import track_of
from marshrut.simulator.replay.view import leavings, view_of
from marshrut.simulator.trace import Trace, TraceWriter
from PIL import Image

from .made_up_bout import with_things
from .made_up_run import Run

LOST_RED = (195, 32, 47)


def on_a_mat(run: Run, wide: int, high: int) -> Trace:
    """The same drive on a mat of that size: it ends elsewhere, the robot does not."""
    header = json.loads(json.dumps(run.trace.header))
    header["scene"]["mat"] |= {"width_mm": wide, "height_mm": high}
    writer = TraceWriter(header)
    writer.lines += run.trace.lines
    return Trace.of(writer)


def seen(trace: Trace) -> tuple[tuple[float, float, float, float], int]:
    """What the picture shows, and how often something leaves it."""
    scene = trace.header["scene"]
    robots, journeys = [(scene["robot"]["outline"], track_of(trace))], journeys_of(trace)
    view = view_of(scene["mat"], robots, journeys, trace.states[-1][0])
    return view, len(leavings(view, robots, journeys))


def test_a_run_on_the_mat_shows_the_mat(lap: Run) -> None:
    assert seen(lap.trace) == ((0, 0, 1600, 1000), 0)


def test_the_whole_way_is_shown_beyond_the_mat(lap: Run) -> None:
    trace = on_a_mat(lap, 900, 700)
    (left, bottom, right, top), leaves = seen(trace)
    assert (left, bottom, leaves) == (0, 0, 0)
    assert right > max(state[2] for state in trace.states) / 1000 + 50
    assert top > max(state[3] for state in trace.states) / 1000 + 50


def test_what_goes_far_away_leaves_the_picture(lap: Run, tmp_path: Path) -> None:
    trace = on_a_mat(lap, 500, 250)
    view, leaves = seen(trace)
    assert view[2:] == (1000, 750) and leaves >= 1
    labels = picture_labels("en", lap.result)
    write_picture(trace, [], tmp_path / "p.png", "Line sprint", labels)
    write_picture(on_a_mat(lap, 900, 700), [], tmp_path / "q.png", "Line sprint", labels)
    far, near = (np.asarray(Image.open(tmp_path / name).convert("RGB")) for name in ("p.png", "q.png"))
    assert np.all(far == LOST_RED, axis=2).sum() > 100 > np.all(near == LOST_RED, axis=2).sum()


def test_an_object_that_was_pushed_off_the_mat_is_shown(lap: Run) -> None:
    run = with_things(lap)
    writer = TraceWriter(run.trace.header)
    writer.lines += [*run.trace.lines]
    writer.move(9_000_000, 1, 200_000, -180_000, 0, 0)
    view, leaves = seen(Trace.of(writer))
    assert view == pytest.approx((0, -180 - 25 - 15, 1600, 1000)) and leaves == 0
