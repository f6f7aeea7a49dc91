"""Our own sine, cosine, exponential and logarithm against the machine's."""

import math

from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.devices.elementary import exp, log
from marshrut.simulator.scene.trig import sin_cos_deg


@given(st.floats(-3600, 3600))
def test_sine_and_cosine(degrees: float) -> None:
    sine, cosine = sin_cos_deg(degrees)
    assert math.isclose(sine, math.sin(math.radians(degrees)), abs_tol=2e-14)
    assert math.isclose(cosine, math.cos(math.radians(degrees)), abs_tol=2e-14)


def test_quarter_turns_are_exact() -> None:
    assert [sin_cos_deg(90 * i) for i in range(-1, 4)] == [(-1, 0), (0, 1), (1, 0), (0, -1), (-1, 0)]


@given(st.floats(-50, 50))
def test_exponential(x: float) -> None:
    assert math.isclose(exp(x), math.exp(x), rel_tol=1e-14)


@given(st.floats(1e-9, 1e9))
def test_logarithm(x: float) -> None:
    assert math.isclose(log(x), math.log(x), rel_tol=1e-14, abs_tol=1e-15)
