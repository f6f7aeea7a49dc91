"""One contact by itself: its push and its friction are those that two bodies need there, and no more."""

import math

from hypothesis import example, given
from hypothesis import strategies as st
from marshrut.simulator.world.arena.solving import FRICTION, KEEP_M, Body, Contact, solve

STEP_S = 0.005
speed = st.floats(-1, 1)
SPEEDS = st.tuples(speed, speed, st.floats(-8, 8))


def energy(*bodies: Body | None) -> float:
    return sum(
        0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy) + 0.5 * body.inertia * body.spin * body.spin
        for body in bodies
        if body is not None
    )


@given(
    SPEEDS,
    st.none() | SPEEDS,
    st.floats(0, 2 * math.pi),
    st.floats(-0.1, 0.1),
    st.floats(-0.1, 0.1),
    st.floats(0.02, 0.06),
    st.floats(0.05, 0.65),
)
@example((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 0.0, 0.0, 0.0, 0.04, 0.4)
def test_a_contact_by_itself_is_settled_at_once(
    first: tuple[float, float, float],
    second: tuple[float, float, float] | None,
    direction: float,
    x: float,
    y: float,
    gyration: float,
    mass: float,
) -> None:
    body = Body(0.0, 0.0, first, 0.4, 0.4 * gyration * gyration)
    other = Body(0.15, 0.02, second, mass, mass * 0.05 * 0.05) if second is not None else None
    before = energy(body, other)
    contact = Contact((0, 1, 0), body, other, (x, y, math.cos(direction), math.sin(direction), KEEP_M, 0), STEP_S)
    solve([contact], {}.values())
    assert contact.approach() <= -contact.least + 1e-12, "they come no nearer"
    assert contact.normal >= 0.0
    assert abs(contact.sliding) <= FRICTION * contact.normal * (1 + 1e-12)
    assert contact.normal == 0.0 or abs(contact.approach() + contact.least) < 1e-12, "a push is no larger than needed"
    assert energy(body, other) <= before + 1e-12
    if contact.normal > 0.0 and abs(contact.sliding) < FRICTION * contact.normal * (1 - 1e-9):
        assert abs(along(contact)) < 1e-12, "friction that is not used up holds"


def along(contact: Contact) -> float:
    """How fast the two slide past one another there, m/s."""
    body, other = contact.body, contact.other
    speed = body.vy * contact.nx - body.vx * contact.ny + body.spin * contact.twist_b
    if other is not None:
        speed -= other.vy * contact.nx - other.vx * contact.ny + other.spin * contact.twist_o
    return speed


@given(SPEEDS, st.floats(0, 2 * math.pi), st.floats(0.2, 0.4), st.floats(-0.4, 0.4), st.floats(0.02, 0.04))
def test_a_push_that_turns_a_long_tail_into_the_wall_is_settled_too(
    first: tuple[float, float, float], direction: float, x: float, y: float, gyration: float
) -> None:
    """Friction at the end of a long arm may turn a light body by more than the push does (Painlevé)."""
    body = Body(0.0, 0.0, first, 0.4, 0.4 * gyration * gyration)
    before = energy(body)
    contact = Contact((0, 1, 0), body, None, (x, y, math.cos(direction), math.sin(direction), KEEP_M, 0), STEP_S)
    solve([contact], {}.values())
    assert contact.approach() <= -contact.least + 1e-6
    assert abs(contact.sliding) <= FRICTION * contact.normal * (1 + 1e-12)
    assert energy(body) <= before + 1e-9
