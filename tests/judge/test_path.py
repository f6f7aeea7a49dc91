"""Projection onto a line: against a search over many points of it, and against how the points were made."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.judge.body import Body
from marshrut.simulator.judge.path import Path
from marshrut.simulator.judge.tracker import LineTracker
from marshrut.simulator.scene.geometry import Turtle
from marshrut.simulator.scene.model import Piece

OUTLINE = ((85.0, 55.0), (85.0, -55.0), (-45.0, -75.0), (-45.0, 75.0))


@st.composite
def rounded_polygons(draw: st.DrawFn) -> Path:
    """A closed line of straights and turns, all to one side, somewhere on the mat and turned anyhow."""
    corners = draw(st.integers(2, 7))
    radius = draw(st.floats(100, 400))
    straight = draw(st.floats(1, 700))
    side = draw(st.sampled_from((1, -1)))
    turtle = Turtle(draw(st.floats(-500, 500)), draw(st.floats(-500, 500)), draw(st.floats(0, 360)))
    for _ in range(corners):
        turtle.straight(straight)
        turtle.arc(side * 360 / corners, radius)
    return Path(tuple(turtle.pieces))


places = st.floats(-3, 3)
sides = st.floats(-90, 90)


def beside(path: Path, s: float, left: float) -> tuple[float, float]:
    (x, y), (tx, ty) = path.at(s)
    return x - ty * left, y + tx * left


@given(rounded_polygons(), places, sides)
def test_a_point_beside_the_line_projects_back_to_where_it_was_made(path: Path, lap: float, left: float) -> None:
    s = lap * path.length
    found, distance = path.nearest(*beside(path, s, left), s + 30, 100)
    assert found == pytest.approx(s, abs=1e-5)
    assert distance == pytest.approx(abs(left), abs=1e-6)


@given(rounded_polygons(), st.floats(-1500, 1500), st.floats(-1500, 1500))
@settings(max_examples=40)
def test_the_nearest_place_is_as_near_as_a_search_finds_it(path: Path, x: float, y: float) -> None:
    s, distance = path.nearest_of_all(x, y)
    (px, py), _ = path.at(s)
    assert math.hypot(x - px, y - py) == pytest.approx(distance, abs=1e-6)
    count = int(path.length / 2)
    searched = min(math.dist((x, y), path.at(path.length * i / count)[0]) for i in range(count))
    assert distance <= searched + 1e-9
    assert searched - distance <= 1.0 + 1e-9  # half the spacing of the search


@given(rounded_polygons(), places)
def test_the_line_is_whole_and_its_direction_is_that_in_which_it_goes_on(path: Path, lap: float) -> None:
    s = lap * path.length
    (x, y), (tx, ty) = path.at(s)
    (x1, y1), _ = path.at(s + 0.01)
    assert math.hypot(tx, ty) == pytest.approx(1)
    assert (x1 - x, y1 - y) == pytest.approx((0.01 * tx, 0.01 * ty), abs=1e-5)


@given(rounded_polygons(), st.lists(st.tuples(st.floats(-9, 12), st.floats(-6, 6)), min_size=50, max_size=400))
@settings(max_examples=30, deadline=None)
def test_following_a_wandering_point_gives_its_true_place_over_laps(
    path: Path, steps: list[tuple[float, float]]
) -> None:
    tracker = LineTracker(path, Body(OUTLINE), 20.0)
    s, left = 0.0, 0.0
    tracker.begin(*path.at(0.0)[0], 0, 0.0)
    for ahead, aside in steps * 4:
        s += ahead
        left = min(max(left + aside, -44.0), 44.0)
        x, y = beside(path, s, left)
        assert tracker.see(x, y, 0)
        assert tracker.s == pytest.approx(s, abs=1e-4)


def test_a_lap_forward_counts_up_and_a_lap_backward_counts_down(hairpins: tuple[Piece, ...]) -> None:
    path = Path(hairpins)
    tracker = LineTracker(path, Body(OUTLINE), 20.0)
    tracker.begin(*path.at(100.0)[0], 0, 0.0)
    for i in range(1, 401):
        tracker.see(*path.at(100 + path.length * 2 * i / 400)[0], 0)
    assert tracker.s == pytest.approx(100 + 2 * path.length)
    for i in range(1, 601):
        tracker.see(*path.at(100 + path.length * (2 - 3 * i / 600))[0], 0)
    assert tracker.s == pytest.approx(100 - path.length)


def test_sliding_over_to_the_next_stretch_loses_the_own_one(hairpins: tuple[Piece, ...]) -> None:
    """The stretches are 120 mm apart and the robot is 150 mm wide: there is always some line below it."""
    path = Path(hairpins)
    tracker = LineTracker(path, Body(OUTLINE), 20.0)
    tracker.begin(200.0, 0.0, 0, 0.0)
    lost = [y for y in range(0, 121, 2) if not tracker.see(200.0, float(y), 0)]
    assert lost[0] == 76  # the body's edge is 75 mm from its middle
    assert tracker.on, "over the next stretch it is back on the line …"
    assert tracker.s == pytest.approx(600 + math.pi * 60 + 400, abs=1), "… much further ahead"


def test_back_between_two_stretches_the_one_behind_counts(hairpins: tuple[Piece, ...]) -> None:
    path = Path(hairpins)
    tracker = LineTracker(path, Body(OUTLINE), 20.0)
    tracker.begin(200.0, 0.0, 0, 0.0)
    tracker.see(200.0, -200.0, 0)
    assert not tracker.on
    tracker.see(200.0, 60.0, 0)
    assert tracker.on
    assert tracker.s == pytest.approx(200, abs=1)
