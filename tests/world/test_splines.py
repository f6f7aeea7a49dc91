"""Smooth lines through points: they meet their points, have no corners, and keep their promises."""

import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from marshrut.simulator.scene import SceneError, load_world
from marshrut.simulator.scene.biarcs import pieces_along, point_on
from marshrut.simulator.scene.geometry import distance, end_of, start_of
from marshrut.simulator.scene.model import Arc, Piece, Point, Stripe
from marshrut.simulator.scene.spline import spline
from marshrut.simulator.scene.trig import arc_tangent_deg, direction_deg
from marshrut.simulator.world.tracks import track

coordinate = st.integers(0, 2000).map(float)
points = st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=12)


def directions(piece: Piece) -> tuple[Point, Point]:
    """Unit vectors in which a piece begins and ends."""
    if not isinstance(piece, Arc):
        way = (piece.x1 - piece.x0) / piece.length, (piece.y1 - piece.y0) / piece.length
        return way, way
    side = math.copysign(1.0, piece.sweep_deg)
    turns = [math.radians(piece.start_deg + part * piece.sweep_deg) for part in (0, 1)]
    begin, end = ((-side * math.sin(turn), side * math.cos(turn)) for turn in turns)
    return begin, end


def away(pieces: list[Piece], point: Point) -> float:
    return min(track(piece).distance(*point) for piece in pieces)


def turns_back(a: Point, b: Point, c: Point) -> bool:
    before, after = (b[0] - a[0], b[1] - a[1]), (c[0] - b[0], c[1] - b[1])
    along = before[0] * after[0] + before[1] * after[1]
    return along < -0.999 * math.hypot(*before) * math.hypot(*after)


@settings(max_examples=40)
@given(points, st.booleans())
def test_through_all_points_without_a_corner(corners: list[Point], closed: bool) -> None:
    ring = [*corners, corners[0]] if closed else corners
    assume(all(distance(a, b) >= 20.0 for a, b in pairwise(ring)))
    # Where a line goes straight back it must turn on the spot.
    triples = zip(ring, ring[1:], [*ring[2:], *ring[1:2]] if closed else ring[2:], strict=False)
    assume(not any(turns_back(a, b, c) for a, b, c in triples))
    parts = spline(corners, closed)
    assert len(parts) == len(ring) - 1
    for part, (a, b) in zip(parts, pairwise(ring), strict=True):
        assert distance(start_of(part[0]), a) < 1e-6
        assert distance(end_of(part[-1]), b) < 1e-6
    laid = [piece for part in parts for piece in part]
    for before, after in pairwise([*laid, laid[0]] if closed else laid):
        assert distance(end_of(before), start_of(after)) < 1e-6
        # A flat arc is laid as a line: that makes a corner of a few tenths of a degree.
        (_, out), (into, _) = directions(before), directions(after)
        assert distance(out, into) < 6e-3


@settings(max_examples=40)
@given(st.tuples(*[st.tuples(coordinate, coordinate)] * 4))
def test_arcs_lie_on_the_curve(curve: tuple[Point, Point, Point, Point]) -> None:
    assume(distance(curve[0], curve[1]) > 50.0 and distance(curve[2], curve[3]) > 50.0)
    laid = pieces_along(curve)
    assert distance(start_of(laid[0]), curve[0]) < 1e-6 and distance(end_of(laid[-1]), curve[3]) < 1e-6
    for i in range(17):
        assert away(laid, point_on(curve, i / 16)) < 0.15


def test_a_spline_of_a_circle_is_round(tmp_path: Path) -> None:
    circle = [(500 + 200 * math.cos(math.radians(a)), 500 + 200 * math.sin(math.radians(a))) for a in range(0, 360, 45)]
    radii = [piece.radius for part in spline(circle, True) for piece in part if isinstance(piece, Arc)]
    assert min(radii) > 193.0 and max(radii) < 210.0


def test_two_points_make_a_straight_line() -> None:
    laid = [piece for part in spline([(0.0, 0.0), (300.0, 100.0)], False) for piece in part]
    assert sum(piece.length for piece in laid) == pytest.approx(math.hypot(300, 100))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_directions_without_the_c_library(x: float, y: float) -> None:
    assume(abs(x) + abs(y) > 1e-6)
    difference = (direction_deg(x, y) - math.degrees(math.atan2(y, x)) + 180.0) % 360.0 - 180.0
    assert abs(difference) < 1e-10
    assert arc_tangent_deg(y) == pytest.approx(math.degrees(math.atan(y)), abs=1e-10)


WORLD = """
id = "w"
title = {{ en = "W", ru = "W", kk = "W" }}
[mat]
width_mm = 1000
height_mm = 1000
colour = "#ffffff"
[[start]]
id = "s"
x_mm = 500
y_mm = 500
heading_deg = 0
[[spline]]
id = "line"
width_mm = 20
colour = "#000000"
{}
"""

FAULTS = {
    "a turn too tight": ("points_mm = [[100, 100], [500, 800], [600, 100]]\nmin_radius_mm = 150", ["150"], "min_"),
    "points that coincide": ("points_mm = [[1, 1], [5, 5], [5, 5]]", ["spline[line].points_mm[3]"], "points_mm"),
    "a round of two points": ("points_mm = [[1, 1], [500, 5]]\nclosed = true", ["3", "2"], "points_mm"),
    "a bulge beyond the edge": ("points_mm = [[10, 10], [990, 10], [990, 500], [10, 500]]", ["off the"], "[[spline]]"),
    "no colour": ("points_mm = [[1, 1], [500, 5]]", ["colour"], "[[spline]]"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    keys, parts, line = FAULTS[name]
    path = tmp_path / "w.toml"
    text = WORLD.format(keys).replace('colour = "#000000"\n' if name == "no colour" else "\0", "")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SceneError) as caught:
        load_world(path)
    assert caught.value.line == text.count("\n", 0, text.rindex(line)) + 1
    for part in parts:
        assert part in str(caught.value)


def test_a_closed_one_is_a_line_that_can_be_followed(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    keys = "closed = true\nmin_radius_mm = 100\nmin_gap_mm = 50\n"
    path.write_text(
        WORLD.format(keys + "points_mm = [[200, 200], [800, 200], [800, 800], [200, 800]]"), encoding="utf-8"
    )
    stripe = load_world(path).mat.surfaces[0]
    assert isinstance(stripe, Stripe) and stripe.closed and stripe.width_mm == 20.0
    assert distance(end_of(stripe.pieces[-1]), start_of(stripe.pieces[0])) < 1e-6
