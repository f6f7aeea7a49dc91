"""Is any part of an outline over a line?"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.judge.body import Body, front_beyond, inside, over
from marshrut.simulator.judge.segment import cut
from marshrut.simulator.scene.geometry import arc
from marshrut.simulator.scene.model import Line

SQUARE = ((50.0, 50.0), (50.0, -50.0), (-50.0, -50.0), (-50.0, 50.0))
ROVER = ((85.0, 55.0), (85.0, -55.0), (40.0, -75.0), (-45.0, -75.0), (-45.0, 75.0), (40.0, 75.0))

coordinates = st.floats(-300, 300)


@given(coordinates, coordinates, st.integers(-720_000, 720_000), st.floats(5, 400), st.floats(-350, 350))
def test_a_line_is_under_the_body_just_when_one_of_its_points_is(
    x: float, y: float, heading: int, length_or_radius: float, sweep: float
) -> None:
    """Against many points of the line; a line that only scrapes the outline may fall between them."""
    pieces = (Line(0, 0, length_or_radius, 0, length_or_radius), arc(0, 0, length_or_radius, 30, sweep or 1.0))
    corners = Body(ROVER).on_mat(x, y, heading)
    for piece in pieces:
        segments = cut((piece,))
        sampled = any(
            inside(corners, segment.at(segment.length * i / 60)[0]) for segment in segments for i in range(61)
        )
        exact = any(over(corners, segment) for segment in segments)
        assert exact or not sampled
        if exact and not sampled:
            nearest = min(
                edge_distance(corners, segment.at(segment.length * i / 60)[0])
                for segment in segments
                for i in range(61)
            )
            assert nearest < 5


def edge_distance(corners: tuple[tuple[float, float], ...], point: tuple[float, float]) -> float:
    shifted = [(x - point[0], y - point[1]) for x, y in corners]
    return min(math.hypot(*nearest_on_edge(a, b)) for a, b in zip(shifted, shifted[1:] + shifted[:1], strict=True))


def nearest_on_edge(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    dx, dy = b[0] - a[0], b[1] - a[1]
    k = min(max(-(a[0] * dx + a[1] * dy) / (dx * dx + dy * dy), 0.0), 1.0)
    return a[0] + k * dx, a[1] + k * dy


def test_inner_and_outer_circle() -> None:
    body = Body(ROVER)
    assert body.inner == pytest.approx(45)
    assert body.outer == pytest.approx(math.hypot(85, 55))
    beside = Body(tuple((x + 200, y) for x, y in SQUARE))
    assert beside.inner == 0.0  # the axle is not under the body: nothing is certain without looking


@pytest.mark.parametrize(
    ("heading_mdeg", "front"), [(0, 85), (90_000, 75), (180_000, 45), (-90_000, 75), (45_000, 140 / math.sqrt(2))]
)
def test_the_front_is_whatever_part_is_furthest_on(heading_mdeg: int, front: float) -> None:
    corners = Body(ROVER).on_mat(100.0, 0.0, heading_mdeg)
    assert front_beyond(corners, ((150.0, 0.0), (1.0, 0.0))) == pytest.approx(100 + front - 150)


def test_touching_counts_as_over() -> None:
    (segment,) = cut((Line(50, -10, 50, 10, 20),))
    assert over(SQUARE, segment)
    (segment,) = cut((Line(50.001, -10, 50.001, 10, 20),))
    assert not over(SQUARE, segment)
