"""Motion against what can be worked out on paper: speeds, times, currents, ways."""

import math
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marshrut.simulator.devices.bridge import PWM_S, Phases, chopping
from marshrut.simulator.devices.drv8833 import DIODE_V, ON_OHM, phases
from marshrut.simulator.scene.model import Battery, Robot
from marshrut.simulator.world.drive import Side, State, at_rest, drive_step, sides, windings_of

STEP_S = 0.005
FULL = 65535
FORWARD, BACKWARD, BRAKE, COAST = (FULL, 0), (0, FULL), (FULL, FULL), (0, 0)
# Places in the drive's state.
X, Y, HEADING, U_LEFT, U_RIGHT, SLIPPING, I_LEFT, I_RIGHT, WAY_LEFT, WAY_RIGHT, VOLTS, USED, PLAY_LEFT, PLAY_RIGHT = (
    0, 1, 4, 5, 6, 10, 11, 12, 13, 14, 15, 16, 17, 18,
)  # fmt: skip


def run(
    robot: Robot, left: tuple[int, int], right: tuple[int, int], seconds: float, state: State | None = None,
    step_s: float = STEP_S,
) -> State:  # fmt: skip
    """Let a robot go on under two settings of the bridges."""
    step = drive_step(robot, step_s)
    to_left, to_right = windings_of(robot, step_s)
    state = state or at_rest(robot, 0.0, 0.0, 0.0)
    for _ in range(round(seconds / step_s)):
        state = step(state, to_left(phases(*left)), to_right(phases(*right)))
    return state


def moving(robot: Robot, left: float, right: float) -> State:
    """The robot with its wheels rolling at these speeds, in m/s."""
    state = list(at_rest(robot, 0.0, 0.0, 0.0))
    state[5:9] = left, right, left, right
    return tuple(state)  # type: ignore[return-value]


def without_friction(robot: Robot) -> Robot:
    free = {"friction_mnm": 0.0, "static_friction_mnm": 0.0}
    return replace(robot, rolling_mn=0.0, left=replace(robot.left, **free), right=replace(robot.right, **free))


def strong_battery(robot: Robot, volts: float = 7.4) -> Robot:
    """A battery that neither sags nor empties."""
    return replace(robot, battery=Battery(volts, 0.0, 1e9, 0.0, 0.0))


def gripping(robot: Robot) -> Robot:
    """Tyres that never slip: at full voltage these motors pull six times what the rover's own tyres hold."""
    return replace(robot, grip=100.0)


def moved_mass(robot: Robot, side: Side) -> float:
    """What one wheel has to move when the robot drives straight."""
    return robot.mass_g / 2000 + side.mass


def test_the_rover_has_the_motors_of_its_data_sheet(rover: Robot) -> None:
    motor = rover.left
    stall_a = 6.0 / motor.resistance_ohm
    stall_nm = stall_a * motor.back_emf_v_per_rad_s * motor.gear_ratio * motor.gear_efficiency
    assert stall_nm == pytest.approx(1.4 * 9.80665 / 100, rel=0.02)
    free_a = motor.friction_mnm / 1000 / (motor.back_emf_v_per_rad_s * motor.gear_ratio * motor.gear_efficiency)
    free_rad_s = (6.0 - free_a * motor.resistance_ohm) / (motor.back_emf_v_per_rad_s * motor.gear_ratio)
    assert free_rad_s * 60 / (2 * math.pi) == pytest.approx(300, rel=0.02)


def test_free_speed(rover: Robot) -> None:
    """At full speed the current is what friction takes, and the rest of the voltage is back-EMF."""
    side, battery = sides(rover)[0], rover.battery
    amps = side.kinetic / side.push
    volts = battery.open_circuit_v - battery.resistance_ohm * (2 * amps + battery.idle_ma / 1000)
    end = run(rover, FORWARD, FORWARD, 3.0)
    assert end[U_LEFT] == pytest.approx((volts - amps * side.ohm) / side.volts, rel=0.01)
    assert end[I_LEFT] == pytest.approx(amps, rel=0.01)
    assert end[VOLTS] == pytest.approx(volts, abs=0.005)


@pytest.mark.parametrize("duty", [0.3, 0.6, 1.0])
def test_slow_decay_makes_speed_follow_the_duty(rover: Robot, duty: float) -> None:
    robot = without_friction(strong_battery(rover))
    end = run(robot, (FULL, round(FULL * (1 - duty))), (FULL, round(FULL * (1 - duty))), 2.0)
    assert end[U_LEFT] == pytest.approx(duty * 7.4 / sides(robot)[0].volts, rel=0.001)


def test_mechanical_time_constant(rover: Robot) -> None:
    robot = gripping(without_friction(strong_battery(rover)))
    side = sides(robot)[0]
    # The electrical constant shifts the rise; over the whole of it the two add up as delays.
    tau = moved_mass(robot, side) * side.ohm / (side.push * side.volts) + side.henry / side.ohm
    top = 7.4 / side.volts
    for seconds in (0.03, 0.06, 0.12):
        end = run(robot, FORWARD, FORWARD, seconds)
        assert end[U_LEFT] == pytest.approx(top * (1 - math.exp(-seconds / tau)), rel=0.01)


def test_stall_current_and_sag(rover: Robot) -> None:
    """A robot too heavy to move: the current is what battery, bridge and winding let through."""
    battery = rover.battery
    end = run(replace(rover, mass_g=1e9, inertia_kg_cm2=1e9), FORWARD, FORWARD, 0.1)
    ohm = rover.left.resistance_ohm + ON_OHM
    amps = (battery.open_circuit_v - battery.resistance_ohm * battery.idle_ma / 1000) / (
        ohm + 2 * battery.resistance_ohm
    )
    assert end[I_LEFT] == pytest.approx(amps, rel=0.01)
    sag = battery.open_circuit_v - end[VOLTS]
    assert sag == pytest.approx(battery.resistance_ohm * (2 * amps + battery.idle_ma / 1000), rel=0.01)


def test_winding_current_rises_with_its_own_time_constant(rover: Robot) -> None:
    robot = strong_battery(replace(rover, mass_g=1e9, inertia_kg_cm2=1e9))
    side = sides(robot)[0]
    end = run(robot, FORWARD, FORWARD, 0.0002, step_s=0.00002)
    assert end[I_LEFT] == pytest.approx(7.4 / side.ohm * (1 - math.exp(-0.0002 * side.ohm / side.henry)), rel=0.01)


def test_battery_empties_by_the_charge_taken(rover: Robot) -> None:
    end = run(rover, FORWARD, FORWARD, 10.0)
    amps = 2 * end[I_LEFT] + rover.battery.idle_ma / 1000
    assert end[USED] == pytest.approx(10.0 * amps, rel=0.05)
    rested = run(rover, COAST, COAST, 1.0, end)
    assert rover.battery.open_circuit_v - 0.05 < rested[VOLTS] < rover.battery.open_circuit_v


def test_coasting_way(rover: Robot) -> None:
    """Only friction slows a coasting robot: a constant deceleration."""
    side = sides(rover)[0]
    end = run(rover, COAST, COAST, 3.0, moving(rover, 0.6, 0.6))
    slowing = side.kinetic / moved_mass(rover, side)
    assert end[U_LEFT] == 0.0
    assert end[X] == pytest.approx(0.6**2 / 2 / slowing, rel=0.01)


def test_braking_way(rover: Robot) -> None:
    """A shorted winding adds a force in proportion to the speed."""
    side = sides(rover)[0]
    end = run(gripping(rover), BRAKE, BRAKE, 3.0, moving(rover, 0.3, 0.3))
    mass, friction, drag = moved_mass(rover, side), side.kinetic, side.drag * side.volts / side.ohm
    way = mass / drag * (0.3 - friction / drag * math.log(1 + drag * 0.3 / friction))
    assert end[X] == pytest.approx(way, rel=0.01)
    assert end[SLIPPING] == 0


@given(
    st.floats(-1, 2), st.floats(-3, 2), st.floats(-3, 1.5), st.floats(0, 2.3), st.floats(-4, -1.5), st.floats(2, 3.7)
)
@example(ohm=-0.05, henry=1.42, inertia=-1.26, gear=1.68, volts=-1.57, mass=2.07)
@settings(max_examples=80)
def test_no_shorted_motor_speeds_a_robot_up(
    rover: Robot, ohm: float, henry: float, inertia: float, gear: float, volts: float, mass: float
) -> None:
    """Whatever its figures, which are given as powers of ten; nothing else brakes it."""
    motor = {
        "resistance_ohm": 10**ohm, "inductance_mh": 10**henry, "rotor_inertia_g_cm2": 10**inertia,
        "gear_ratio": 10**gear, "back_emf_v_per_rad_s": 10**volts, "friction_mnm": 0.0, "static_friction_mnm": 0.0,
    }  # fmt: skip
    left, right = replace(rover.left, **motor), replace(rover.right, **motor)  # type: ignore[arg-type]
    robot = replace(rover, mass_g=10**mass, left=left, right=right, rolling_mn=0.0, grip=50.0, grip_across=50.0)
    state = moving(robot, 0.5, 0.5)
    for _ in range(100):
        state = run(robot, BRAKE, BRAKE, 0.005, state)
        assert abs(state[U_LEFT]) <= 0.5001


def test_braking_stops_shorter_than_coasting(rover: Robot) -> None:
    brake = run(rover, BRAKE, BRAKE, 3.0, moving(rover, 0.4, 0.4))
    coast = run(rover, COAST, COAST, 3.0, moving(rover, 0.4, 0.4))
    assert brake[X] < coast[X] / 3


@pytest.mark.parametrize("way", [1, -1])
def test_turning_on_the_spot(rover: Robot, way: int) -> None:
    left, right = (BACKWARD, FORWARD) if way > 0 else (FORWARD, BACKWARD)
    end = run(gripping(rover), left, right, 1.0)
    track = (rover.left.wheel_y_mm - rover.right.wheel_y_mm) / 1000
    assert end[HEADING] == pytest.approx((end[WAY_RIGHT] - end[WAY_LEFT]) / track, rel=1e-9)
    assert end[HEADING] * way > 2.0
    assert abs(end[X]) < 1e-9 and abs(end[Y]) < 1e-9


def test_turn_is_counter_clockwise_when_the_right_wheel_leads(rover: Robot) -> None:
    end = run(rover, COAST, FORWARD, 0.3)
    assert end[HEADING] > 0.1 and end[Y] > 0


def test_a_constant_ratio_of_speeds_drives_a_circle(rover: Robot) -> None:
    robot = without_friction(strong_battery(rover))
    left, right = (FULL, FULL - 24000), (FULL, FULL - 36000)
    state = run(robot, left, right, 2.0)
    radius = 0.13 / 2 * (state[U_RIGHT] + state[U_LEFT]) / (state[U_RIGHT] - state[U_LEFT])
    centre = state[X] - radius * state[3], state[Y] + radius * state[2]
    for _ in range(20):
        state = run(robot, left, right, 0.25, state)
        assert math.dist(centre, (state[X], state[Y])) == pytest.approx(radius, rel=1e-5)


def test_static_friction_makes_a_dead_zone(rover: Robot) -> None:
    side = sides(rover)[0]
    needed = side.static / side.push * side.ohm / rover.battery.open_circuit_v
    for share, moves in ((0.97, False), (1.05, True)):
        duty = round(FULL * needed * share)
        end = run(rover, (FULL, FULL - duty), (FULL, FULL - duty), 0.5)
        assert (end[X] > 0.0) == moves


def test_a_reversed_motor_drives_backward(rover: Robot) -> None:
    robot = replace(rover, left=replace(rover.left, reversed=True), right=replace(rover.right, reversed=True))
    assert run(robot, FORWARD, FORWARD, 0.5)[X] == -run(rover, FORWARD, FORWARD, 0.5)[X]


@pytest.mark.parametrize(("deg_left", "deg_right"), [(4.0, 4.0), (4.0, 0.0), (0.0, 4.0)])
def test_encoders_tell_the_play_of_their_gearboxes_too(rover: Robot, deg_left: float, deg_right: float) -> None:
    """They sit on the motors: when these change their way, they turn by the play before the wheels do."""
    left, right = replace(rover.left, backlash_deg=deg_left), replace(rover.right, backlash_deg=deg_right)
    robot = gripping(replace(rover, left=left, right=right))
    halves = [math.radians(deg) * 0.0215 / 2 for deg in (deg_left, deg_right)]
    for way, setting in ((1, FORWARD), (-1, BACKWARD)):
        end = run(robot, setting, setting, 0.1)
        assert end[X] * way > 0.005
        assert end[WAY_LEFT] == pytest.approx(end[X] + way * halves[0], abs=1e-9)
        assert end[WAY_RIGHT] == pytest.approx(end[X] + way * halves[1], abs=1e-9)


@pytest.mark.parametrize(("gear_mnm", "ahead"), [(0.0, True), (6.8, False)])
def test_a_coasting_rotor_runs_ahead_in_its_play_unless_the_gear_holds_it(
    rover: Robot, gear_mnm: float, ahead: bool
) -> None:
    """Rolling slows the wheel, and nothing a rotor behind a gear without friction; friction of the gear slows the rotor
    more than the robot is slowed."""
    motor = {"friction_mnm": gear_mnm, "static_friction_mnm": gear_mnm, "backlash_deg": 4.0}
    robot = replace(rover, left=replace(rover.left, **motor), right=replace(rover.right, **motor))
    end = run(robot, COAST, COAST, 0.2, moving(robot, 0.4, 0.4))
    assert end[U_LEFT] > 0.1
    assert end[PLAY_LEFT] == end[PLAY_RIGHT] != 0.0
    assert (end[PLAY_LEFT] > 0.0) == ahead


def test_a_rotor_crosses_its_play_by_what_is_left_of_its_motors_force(rover: Robot) -> None:
    """Half of the gain in speed times the step: of the force less the gear's friction and what speeds the rotor up."""
    side = sides(replace(rover, left=replace(rover.left, backlash_deg=90.0)))[0]
    rotor = 0.10e-7 * 50**2 / 0.0215**2  # kg at the rim
    for force, gain in ((0.9, 4.0), (0.9, -4.0), (-0.4, 4.0)):
        left = force - 0.0068 / 0.0215 - rotor * gain
        way = left / rotor * STEP_S**2 / 2
        assert side.crossed(0.0, force, 0.3, 0.3 + gain * STEP_S, STEP_S) == pytest.approx(way)


@pytest.mark.parametrize(
    ("in1", "in2", "shares"),
    [
        (0, 0, Phases(0.0, 0.0, 1.0)),
        (FULL, 0, Phases(1.0, 0.0, 0.0)),
        (0, FULL, Phases(-1.0, 0.0, 0.0)),
        (FULL, FULL, Phases(0.0, 1.0, 0.0)),
        (13107, 0, Phases(0.2, 0.0, 0.8)),
        (0, 13107, Phases(-0.2, 0.0, 0.8)),
        (FULL, 13107, Phases(0.8, 0.2, 0.0)),
        (13107, FULL, Phases(-0.8, 0.2, 0.0)),
        (26214, 13107, Phases(0.2, 0.2, 0.6)),
    ],
)
def test_truth_table_of_the_bridge(in1: int, in2: int, shares: Phases) -> None:
    assert phases(in1, in2) == pytest.approx(shares)


@pytest.mark.sample(3)
@pytest.mark.parametrize("duty", [0.1, 0.3, 0.5, 0.8, 0.95])
@pytest.mark.parametrize("speed", [0.0, 0.3])
def test_fast_decay_against_the_winding_in_small_steps(rover: Robot, duty: float, speed: float) -> None:
    """The mean current of PWM against 0, and its share from the battery, by integrating single PWM periods."""
    side, volts = sides(rover)[0], 7.4
    emf = side.volts * speed
    current, mean, drawn, parts = 0.0, 0.0, 0.0, 4000
    for _ in range(30):
        mean = drawn = 0.0
        for i in range(parts):
            on = i < duty * parts
            across = volts - emf if on else -(volts + 2 * DIODE_V) - emf
            current += PWM_S / parts / side.henry * (across - current * side.ohm)
            current = max(current, 0.0)  # no diode conducts backward
            mean += current / parts
            drawn += current / parts if on else -current / parts
    chop = chopping(Phases(duty, 0.0, 1 - duty), side.ohm, side.henry, DIODE_V)
    found, _, share = chop.current(volts, emf)
    assert found == pytest.approx(mean, rel=0.01, abs=0.002)
    assert found * share == pytest.approx(drawn, rel=0.1, abs=0.01)


@given(st.floats(-1, 1), st.floats(0, 1), st.floats(-6, 6))
def test_the_conductance_of_fast_decay_is_the_slope_of_its_current(drive: float, brake: float, emf: float) -> None:
    shares = Phases(drive, brake * (1 - abs(drive)), (1 - brake) * (1 - abs(drive)))
    chop = chopping(shares, 5.0, 0.0015, DIODE_V)
    mean, slope, _ = chop.current(7.4, emf)
    nudged, nudged_slope, _ = chop.current(7.4, emf + 1e-5)
    assert slope >= -1e-12
    # The slope itself jumps where the current just lasts through the period.
    assert min(slope, nudged_slope) - 1e-4 <= (mean - nudged) / 1e-5 <= max(slope, nudged_slope) + 1e-4


MANOEUVRES = {
    "start and stop": [(FORWARD, FORWARD, 0.5), (BRAKE, BRAKE, 0.5)],
    "forward and back": [(FORWARD, FORWARD, 0.4), (BACKWARD, BACKWARD, 0.8), (COAST, COAST, 0.6)],
    "turn on the spot": [(BACKWARD, FORWARD, 0.3), (BRAKE, BRAKE, 0.3), (FORWARD, FORWARD, 0.4)],
    "one wheel": [(BRAKE, FORWARD, 0.5), (FORWARD, BRAKE, 0.5)],
    "arc in slow decay": [((FULL, 40000), (FULL, 30000), 1.2), (BRAKE, BRAKE, 0.3)],
    "arc in fast decay": [((40000, 0), (52000, 0), 1.2), (COAST, COAST, 0.5)],
    "zigzag": [((FULL, 20000), (FULL, 40000), 0.15), ((FULL, 40000), (FULL, 20000), 0.15)] * 4,
    "creep": [((FULL, 60000), (FULL, 60000), 1.0), (COAST, COAST, 0.2)],
}


@pytest.mark.parametrize("name", MANOEUVRES)
@pytest.mark.parametrize("grip", [0.75, 0.25])
def test_half_the_step_ends_at_the_same_place(rover: Robot, name: str, grip: float) -> None:
    """Within 1 % of the way, counted along the wheels."""
    robot = replace(rover, grip=grip)
    ends = []
    way = 0.0
    for step_s in (0.005, 0.0025):
        state = at_rest(robot, 0.0, 0.0, 0.0)
        for left, right, seconds in MANOEUVRES[name]:
            for _ in range(round(seconds / 0.05)):
                before = state
                state = run(robot, left, right, 0.05, state, step_s)
                way += abs(state[WAY_LEFT] - before[WAY_LEFT]) / 4 + abs(state[WAY_RIGHT] - before[WAY_RIGHT]) / 4
        ends.append(state)
    coarse, fine = ends
    assert math.dist(coarse[:2], fine[:2]) < 0.01 * way
    assert abs(coarse[HEADING] - fine[HEADING]) * rover.left.wheel_y_mm / 1000 < 0.01 * way
