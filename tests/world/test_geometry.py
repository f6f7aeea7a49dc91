"""Paths laid piece by piece: they hang together, stay in their bounds, and know how near they come to themselves."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.scene.geometry import (
    Turtle,
    bounds,
    closest_approach,
    distance,
    end_of,
    point_at,
    polyline,
    samples,
    start_of,
)
from marshrut.simulator.scene.model import Arc, Piece

segments = st.lists(
    st.one_of(
        st.floats(1, 500),
        st.tuples(st.floats(-350, 350).filter(lambda sweep: abs(sweep) > 1), st.floats(5, 400)),
    ),
    min_size=1,
    max_size=8,
)


def laid(steps: list[float | tuple[float, float]]) -> list[Piece]:
    turtle = Turtle(100.0, 200.0, 30.0)
    for step in steps:
        if isinstance(step, tuple):
            turtle.arc(*step)
        else:
            turtle.straight(step)
    return turtle.pieces


@settings(max_examples=40)
@given(segments)
def test_pieces_hang_together_without_corners(steps: list[float | tuple[float, float]]) -> None:
    def direction(piece: Piece, along: float) -> tuple[float, float]:
        small = piece.length * 1e-4
        a, b = point_at(piece, max(0.0, along - small)), point_at(piece, min(piece.length, along + small))
        return (b[0] - a[0]) / distance(a, b), (b[1] - a[1]) / distance(a, b)

    for before, after in pairwise(laid(steps)):
        assert distance(end_of(before), start_of(after)) < 1e-6
        ends, starts = direction(before, before.length), direction(after, 0.0)
        assert ends[0] * starts[0] + ends[1] * starts[1] > 0.9999


@settings(max_examples=40)
@given(segments)
def test_length_is_the_way_along_the_points(steps: list[float | tuple[float, float]]) -> None:
    for piece in laid(steps):
        points = [point_at(piece, piece.length * i / 500) for i in range(501)]
        walked = math.fsum(distance(a, b) for a, b in pairwise(points))
        assert walked == pytest.approx(piece.length, rel=1e-4)


@settings(max_examples=40)
@given(segments)
def test_bounds_are_tight(steps: list[float | tuple[float, float]]) -> None:
    for piece in laid(steps):
        points = [point_at(piece, piece.length * i / 500) for i in range(501)]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, low, right, high = bounds(piece)
        # Between two samples an arc bulges by at most its sagitta.
        slack = 1e-6 + (piece.length / 500) ** 2 / piece.radius if isinstance(piece, Arc) else 1e-6
        assert left <= min(xs) + 1e-6 and min(xs) <= left + slack
        assert low <= min(ys) + 1e-6 and min(ys) <= low + slack
        assert right >= max(xs) - 1e-6 and max(xs) >= right - slack
        assert high >= max(ys) - 1e-6 and max(ys) >= high - slack


@settings(max_examples=40)
@given(segments, st.floats(50, 400))
def test_closest_approach_is_that_of_all_pairs(steps: list[float | tuple[float, float]], apart: float) -> None:
    pieces = laid(steps)
    places = list(samples(pieces, 20.0))
    gaps = [distance(p, q) for i, (a, p) in enumerate(places) for b, q in places[i + 1 :] if b - a > apart]
    found = closest_approach(pieces, closed=False, apart=apart, spacing=20.0)
    assert (found[0] if found else None) == (min(gaps) if gaps else None)


def test_closest_approach_around_the_join_of_a_loop() -> None:
    square = polyline([(0.0, 0.0), (400.0, 0.0), (400.0, 400.0), (0.0, 400.0)], closed=True)
    found = closest_approach(square, closed=True, apart=600.0)
    assert found and found[0] == pytest.approx(400.0, abs=0.5)
