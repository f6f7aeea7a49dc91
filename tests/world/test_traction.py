"""Grip and its limits: what slips, how strongly it is held, and that nothing moves by itself."""

import math
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.devices.drv8833 import phases
from marshrut.simulator.scene.model import Motor, Robot
from marshrut.simulator.world.drive import State, at_rest, drive_step, energy, sides, windings_of
from marshrut.simulator.world.traction import GRAVITY, SLIDING_GRIP

STEP_S = 0.005
FULL = 65535
FORWARD, BACKWARD, BRAKE, COAST = (FULL, 0), (0, FULL), (FULL, FULL), (0, 0)
LEFT, RIGHT = 1, 2


def states(robot: Robot, left: tuple[int, int], right: tuple[int, int], seconds: float, **start: float) -> list[State]:
    """All states of a run; `start` gives speeds: ul, ur (floor), sl, sr (rim), q (sideways)."""
    names = ("ul", "ur", "sl", "sr", "q")
    first = list(at_rest(robot, 0.0, 0.0, 0.0))
    first[5:10] = (start.get(name, 0.0) for name in names)
    first[10] = 3 if start.get("q") else (first[5] != first[7]) | (first[6] != first[8]) << 1
    step = drive_step(robot, STEP_S)
    to_left, to_right = windings_of(robot, STEP_S)
    run = [tuple(first)]
    for _ in range(round(seconds / STEP_S)):
        run.append(step(run[-1], to_left(phases(*left)), to_right(phases(*right))))  # type: ignore[arg-type]
    return run  # type: ignore[return-value]


def test_gentle_driving_does_not_slip(rover: Robot) -> None:
    run = states(rover, (FULL, 60000), (FULL, 60000), 1.0)
    assert all(state[10] == 0 and state[5] == state[7] for state in run)
    assert run[-1][5] > 0.03


def test_wheels_spin_when_more_is_asked_than_the_tyres_hold(rover: Robot) -> None:
    """From rest at full voltage the robot gains what sliding tyres give; the wheels run ahead, then grip again."""
    run = states(rover, FORWARD, FORWARD, 1.0)
    slipping = [state for state in run if state[10] == LEFT | RIGHT]
    assert len(slipping) > 10
    gain = SLIDING_GRIP * rover.grip * GRAVITY * rover.wheel_load
    for before, after in pairwise(slipping):
        assert after[5] - before[5] == pytest.approx(gain * STEP_S, rel=1e-9)
        assert after[7] > after[5]
    assert run[-1][10] == 0
    # What the encoders saw is more than the way gone.
    assert run[-1][13] > run[-1][0] + 0.01


def test_one_wheel_may_slip_alone(rover: Robot) -> None:
    run = states(rover, FORWARD, COAST, 0.1)
    assert {state[10] for state in run} >= {LEFT}
    assert all(state[6] == state[8] for state in run)


def test_locked_wheels_slide_to_a_stop(rover: Robot) -> None:
    """Without grip enough for the brake the wheels stop at once, and the way is that of sliding tyres."""
    robot = replace(rover, grip=0.1)
    run = states(robot, BRAKE, BRAKE, 2.0, ul=0.4, ur=0.4, sl=0.4, sr=0.4)
    slowing = SLIDING_GRIP * robot.grip * GRAVITY * robot.wheel_load
    assert run[-1][0] == pytest.approx(0.4**2 / 2 / slowing, rel=0.02)
    assert any(state[7] == 0.0 and state[5] > 0.2 for state in run)
    assert run[-1][5] == run[-1][7] == 0.0


@pytest.mark.parametrize(("along", "across"), [(0.4, 0.0), (0.6, 0.3)])
def test_a_curve_taken_too_fast_slides_outward(rover: Robot, along: float, across: float) -> None:
    """v · omega may reach what the tyres hold sideways; beyond, the robot drifts out of its curve."""
    robot = replace(rover, grip=along, grip_across=across)
    limit = (across or along) * GRAVITY * robot.wheel_load
    for share, slides in ((0.9, False), (1.2, True)):
        v = 0.5
        omega = share * limit / v
        speeds = {"ul": v - 0.065 * omega, "ur": v + 0.065 * omega}
        run = states(robot, COAST, COAST, 0.05, **speeds, sl=speeds["ul"], sr=speeds["ur"])
        assert any(state[9] < 0.0 for state in run) == slides  # turning left, out is to the right
        assert (run[1][10] == 3) == slides


def test_a_curve_takes_grip_away_from_driving(rover: Robot) -> None:
    """A push that holds on a straight makes the wheels slip in a curve."""
    robot = replace(rover, grip=0.5)
    push = (FULL, 54000)
    straight = states(robot, push, push, STEP_S)
    assert straight[-1][10] == 0
    omega = 0.97 * robot.grip * GRAVITY * robot.wheel_load / 0.4
    wheels = {"ul": 0.4 - 0.065 * omega, "ur": 0.4 + 0.065 * omega}
    in_curve = states(robot, COAST, COAST, STEP_S, **wheels, sl=wheels["ul"], sr=wheels["ur"])
    assert in_curve[-1][10] != 0


def test_a_robot_at_rest_stays_at_rest(rover: Robot) -> None:
    run = states(rover, COAST, BRAKE, 1.0)
    assert run[-1][:15] == run[0][:15]


speed = st.one_of(st.just(0.0), st.floats(-1.0, 1.0))


@settings(max_examples=40, deadline=None)
@given(
    speeds=st.tuples(speed, speed, speed, speed, speed),
    gripping=st.tuples(st.booleans(), st.booleans()),
    pins=st.tuples(st.sampled_from([COAST, BRAKE]), st.sampled_from([COAST, BRAKE])),
    grip=st.sampled_from([0.02, 0.2, 0.75, 2.0]),
    mass=st.sampled_from([50.0, 380.0, 3000.0]),
)
def test_energy_never_grows_by_itself(
    rover: Robot,
    speeds: tuple[float, ...],
    gripping: tuple[bool, bool],
    pins: tuple[tuple[int, int], tuple[int, int]],
    grip: float,
    mass: float,
) -> None:
    """Whatever rolls, slides or spins only loses energy with the motors open or shorted; no number goes wrong."""
    robot = replace(rover, grip=grip, mass_g=mass)
    ul, ur, sl, sr, q = speeds
    run = states(
        robot, pins[0], pins[1], 1.0, ul=ul, ur=ur, sl=ul if gripping[0] else sl, sr=ur if gripping[1] else sr, q=q
    )
    amounts = [energy(robot, state) for state in run]
    assert all(math.isfinite(value) for value in run[-1])
    for before, after in pairwise(amounts):
        assert after <= before * (1 + 1e-12) + 1e-18


@pytest.mark.parametrize("seed", range(60))
def test_no_robot_outruns_its_battery(rover: Robot, seed: int) -> None:
    """Whatever its make and its program, no wheel gets far beyond free speed, and no number goes wrong."""
    rng = random.Random(seed)

    def factor() -> float:
        return 5.0 ** rng.uniform(-1.0, 1.0)

    def made(motor: Motor) -> Motor:
        return replace(
            motor,
            resistance_ohm=motor.resistance_ohm * factor(),
            back_emf_v_per_rad_s=motor.back_emf_v_per_rad_s * factor(),
            inductance_mh=motor.inductance_mh * rng.uniform(0.1, 1.0),
            rotor_inertia_g_cm2=motor.rotor_inertia_g_cm2 * factor(),
        )

    robot = replace(
        rover,
        left=made(rover.left),
        right=made(rover.right),
        mass_g=rover.mass_g * factor(),
        inertia_kg_cm2=rover.inertia_kg_cm2 * factor(),
        grip=rover.grip * factor(),
        battery=replace(rover.battery, resistance_ohm=rover.battery.resistance_ohm * factor()),
    )
    free = max(robot.battery.open_circuit_v / side.volts for side in sides(robot))
    step, (to_left, to_right) = drive_step(robot, STEP_S), windings_of(robot, STEP_S)
    state = at_rest(robot, 0.0, 0.0, 0.0)
    for _ in range(12):
        left, right = (phases(rng.choice((0, FULL, 20000)), rng.choice((0, FULL, 40000))) for _ in range(2))
        for _ in range(12):
            state = step(state, to_left(left), to_right(right))
            assert all(math.isfinite(value) for value in state)
            assert max(map(abs, state[5:9])) <= 1.5 * free
