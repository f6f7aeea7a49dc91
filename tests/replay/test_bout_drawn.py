"""Objects that were moved and other robots stand where the trace has them in the picture."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.simulator.replay import picture_labels, write_picture
from marshrut.simulator.replay.colours import ROBOTS, floor_colour
from marshrut.simulator.replay.journeys import journeys_of
from marshrut.simulator.replay.legend import OnPicture, legend_lines
from marshrut.simulator.replay.sheet import DPI, WIDTH_IN, text_size
from marshrut.simulator.replay.touches import touches_of
from marshrut.simulator.replay.track import (
    Track,
    each_robot,
    end_of,
    last_together_us,
    top_speed_mm_s,
    track_of,
)

from .made_up_bout import BOX, FELLED, NAMES, NORTH, PIN, POST, PUSHED, rival_pose, with_rival, with_things
from .made_up_run import Run
from .test_picture import Picture, rgb


@pytest.fixture(scope="module")
def bout(lap: Run) -> Run:
    return with_rival(with_things(lap))


@pytest.fixture(scope="module")
def drawn(bout: Run, tmp_path_factory: pytest.TempPathFactory) -> Picture:
    path = tmp_path_factory.mktemp("bout") / "picture.png"
    write_picture(bout.trace, bout.marks, path, "Bout", picture_labels("kk", bout.result))
    return Picture(path)


def seen(picture: Picture, x_mm: float, y_mm: float, colour: str, reach_px: int = 3) -> float:
    """How far the nearest pixel there is from that colour."""
    return min(math.dist(pixel, rgb(colour)) for pixel in picture.near(x_mm, y_mm, reach_px))


def test_objects_stand_where_they_were_left(drawn: Picture) -> None:
    for item, (x, y) in ((PIN, FELLED), (POST, (POST["x_mm"] + 18, POST["y_mm"])), (BOX, PUSHED)):
        assert seen(drawn, x, y + 18, floor_colour(item)) < 12, item["id"]


def test_a_felled_pin_lies_as_long_as_it_was_high(drawn: Picture) -> None:
    for reach in (-70, 70):
        assert seen(drawn, FELLED[0] + reach, FELLED[1], floor_colour(PIN)) < 12
    assert seen(drawn, FELLED[0], FELLED[1] + 50, floor_colour(PIN)) > 60


def test_where_an_object_stood_is_only_a_shade(drawn: Picture) -> None:
    assert 60 < seen(drawn, BOX["x_mm"] - 30, BOX["y_mm"] - 15, floor_colour(BOX), 1) < 250


def test_a_rival_s_path_has_its_colour(drawn: Picture) -> None:
    for t_s in (2.0, 4.5, 7.0):
        x, y, _ = rival_pose(t_s)
        assert seen(drawn, x, y, ROBOTS[1]) < 20, t_s


def test_one_robot_s_picture_has_no_rival_s_colour(lap: Run, tmp_path: Path) -> None:
    write_picture(lap.trace, lap.marks, tmp_path / "p.png", "Lap", picture_labels("en", lap.result))
    colours = Picture(tmp_path / "p.png").image.getcolors(1 << 24) or []
    assert not [colour for _, colour in colours if isinstance(colour, tuple) and math.dist(colour, rgb(ROBOTS[1])) < 6]


def test_touches_are_told_once_and_where_they_were(bout: Run) -> None:
    touches = touches_of(bout.trace)
    assert [(touch.t_us, touch.robot, touch.kind, touch.name) for touch in touches] == [
        (1_980_000, 0, "object", "pin"),
        (2_995_000, 0, "object", "box"),
        (4_000_000, 0, "robot", "robot-2"),
    ]
    robot = track_of(bout.trace).at(1_980_000)
    assert math.dist((touches[0].x_mm, touches[0].y_mm), (PIN["x_mm"], PIN["y_mm"])) < math.dist(
        robot[:2], (PIN["x_mm"], PIN["y_mm"])
    )


def test_a_wall_is_touched_at_its_nearest_point(lap: Run) -> None:
    run = with_things(lap)
    x, y, _ = track_of(run.trace).at(5_000_000)
    run.trace.events.insert(0, (5_000_000, 0, "wall", 0, "north"))
    run.trace.events.insert(0, (5_000_000, 0, "wall", 0, "a wall that is not there"))
    unknown, wall = touches_of(run.trace)[:2]
    assert wall.y_mm == pytest.approx((y + NORTH["y0_mm"]) / 2, abs=90)
    assert abs(wall.x_mm - x) < 120
    assert math.dist((unknown.x_mm, unknown.y_mm), (x, y)) < 90


def test_the_end_is_not_a_touch(bout: Run, make_run: Callable[..., Run]) -> None:
    run = make_run(1)
    run.trace.events.append((run.trace.states[-1][0], 0, "object", 0, "pin"))
    assert end_of(run.trace)[1] == "goal"
    assert top_speed_mm_s(track_of(bout.trace)) == top_speed_mm_s(track_of(bout.trace.of_robot(0)))


def test_an_object_is_where_it_came_last(bout: Run) -> None:
    journeys = journeys_of(bout.trace)
    assert [journey.moved for journey in journeys] == [True, False, True]
    post = POST["x_mm"], POST["y_mm"]
    assert [journey.poses[-1] for journey in journeys] == [
        (*FELLED, 0.0, True),
        (*post, 0.0, False),
        (*PUSHED, 45.0, False),
    ]
    assert journeys[0].at(1_999_999)[:2] == (PIN["x_mm"], PIN["y_mm"])
    assert journeys[0].at(2_000_000)[:2] == FELLED


@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_a_legend_of_long_names_stays_on_the_sheet(lang: str, lap: Run) -> None:
    labels = picture_labels(lang, lap.result)
    names = ["$x^{ " + "very long " * 9, *NAMES, "a" * 90]
    lines = legend_lines(OnPicture(30, 12, True, True, names), labels)
    assert len(lines) >= 3
    for line in lines:
        marks = 3.6 * 7.4 * DPI / 72 * len(line)
        assert sum(text_size(text, 7.4, "normal")[0] for _, text in line) + marks < WIDTH_IN * DPI
    texts = [text for line in lines for _, text in line]
    assert sum("…" in text for text in texts) == 2 and labels["touch"] in texts and labels["moved"] in texts


def test_names_that_look_like_formulas_are_drawn(bout: Run, tmp_path: Path) -> None:
    bout.trace.header["programs"][1]["name"] = "$x^{ \x1b[31m.py"
    write_picture(bout.trace, [], tmp_path / "p.png", "Bout", picture_labels("en", bout.result))
    assert (tmp_path / "p.png").exists()


def test_all_robots_are_shown_at_one_time_in_the_end(bout: Run) -> None:
    """Where one was written down a period later than the other, they would seem to overlap."""
    tracks = [track_of(robot) for robot in each_robot(bout.trace)]
    shorter = Track(tracks[1].t_us[:-1], {name: column[:-1] for name, column in tracks[1].columns.items()})
    assert last_together_us([tracks[0], shorter]) == tracks[0].t_us[-2]
    assert last_together_us([tracks[0]]) == tracks[0].t_us[-1] and last_together_us([]) == 0
