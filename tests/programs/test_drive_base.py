"""DriveBase, seen in the world: where the robot is when the motion has ended."""

import pytest

from .conftest import RunProgram

SEEDS = range(4)


@pytest.mark.parametrize("seed", SEEDS)
def test_straight_ends_within_5_mm(on_floor: RunProgram, seed: int) -> None:
    ride = on_floor("print(rover.drive.straight(500))\nsleep_ms(60)", seed=seed)
    assert ride.said == ["done"]
    assert ride.ahead_mm == pytest.approx(500, abs=5)
    assert ride.at_rest()


def test_straight_goes_backward_too(on_floor: RunProgram) -> None:
    ride = on_floor("print(rover.drive.straight(-200), rover.drive.distance())")
    assert ride.ahead_mm == pytest.approx(-200, abs=3)
    assert ride.said == ["done", "-200"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_positive_turn_is_to_the_left_and_ends_within_2_degrees(on_floor: RunProgram, seed: int) -> None:
    ride = on_floor("print(rover.drive.turn(90))\nsleep_ms(60)", seed=seed)
    assert ride.said == ["done"]
    assert ride.turned_deg == pytest.approx(90, abs=2)
    assert ride.driven_mm[-1] < 5
    assert ride.at_rest()


def test_a_negative_turn_is_to_the_right(on_floor: RunProgram) -> None:
    ride = on_floor("print(rover.drive.turn(-45), rover.drive.angle())")
    assert ride.turned_deg == pytest.approx(-45, abs=2)
    assert ride.said == ["done", "-45"]


@pytest.mark.parametrize(("move", "expected"), [("straight(2)", 2), ("straight(20)", 20), ("straight(0)", 0)])
def test_a_short_move_is_exact(on_floor: RunProgram, move: str, expected: float) -> None:
    ride = on_floor(f"print(rover.drive.{move})")
    assert ride.said == ["done"]
    assert ride.ahead_mm == pytest.approx(expected, abs=1.5)


def test_straight_keeps_to_its_speed_and_acceleration(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.settings(straight_speed=400, straight_acceleration=500)\nrover.drive.straight(800)")
    speeds = [v / 1000 for v in ride.values("v_um_s")]
    assert 385 < max(speeds) < 425
    reached = next(i for i, speed in enumerate(speeds) if speed > 300) * 0.02
    assert reached == pytest.approx(300 / 500, abs=0.1)
    assert ride.ahead_mm == pytest.approx(800, abs=8)


def test_turn_keeps_to_its_rate(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.settings(turn_rate=60)\nrover.drive.turn(180)")
    rates = [rate / 1000 for rate in ride.values("omega_mdeg_s")]
    assert max(rates) < 85  # a motor breaks loose with a little jump
    assert sum(rates[25:125]) / 100 == pytest.approx(60, abs=1)


def test_drive_goes_at_its_speed_on_a_left_arc(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.drive(200, 45)\nsleep_ms(2000)")
    assert ride.last("v_um_s") / 1000 == pytest.approx(200, abs=12)
    assert ride.last("omega_mdeg_s") / 1000 == pytest.approx(45, abs=8)
    assert ride.left_mm > 150


def test_drive_backward(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.drive(-150)\nsleep_ms(1500)")
    assert ride.last("v_um_s") / 1000 == pytest.approx(-150, abs=12)


def test_a_turn_too_fast_for_the_speed_is_kept_and_the_speed_lowered(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.drive(600, 300)\nsleep_ms(2000)")
    assert ride.last("omega_mdeg_s") / 1000 == pytest.approx(300, abs=25)
    assert ride.last("v_um_s") / 1000 < 400


def test_stop_lets_the_robot_roll_and_brake_does_not(on_floor: RunProgram) -> None:
    body = "rover.drive.drive(400)\nsleep_ms(1500)\nprint(rover.drive.distance())\nrover.drive.{}()\nsleep_ms(1000)"
    rolled, braked = (on_floor(body.format(word)) for word in ("stop", "brake"))
    for ride in (rolled, braked):
        assert ride.at_rest()
        assert ride.last("left_mv") == ride.last("right_mv") == 0
    way_out = [ride.ahead_mm - int(ride.said[0]) for ride in (rolled, braked)]
    assert way_out[0] > way_out[1] + 10
    assert way_out[1] < 25


def test_the_timer_rests_when_nothing_moves(on_floor: RunProgram) -> None:
    """After a move the program sleeps on: no pin may change any more."""
    ride = on_floor("rover.drive.straight(50)\nprint('still')\nsleep_ms(1000)")
    moment = ride.trace.texts[0][0]
    later = [t_us for t_us, _, _, _ in ride.trace.outputs if t_us > moment]
    assert all(t_us > ride.outcome.t_us - 1000 for t_us in later)  # at the program's end the motors are switched off


def test_distance_and_angle_count_from_reset(on_floor: RunProgram) -> None:
    ride = on_floor(
        "rover.drive.straight(100)\nrover.drive.turn(30)\nrover.drive.reset()\n"
        "print(rover.drive.distance(), rover.drive.angle())\n"
        "rover.drive.straight(60)\nprint(rover.drive.distance(), rover.drive.angle())"
    )
    assert ride.said == ["0", "0", "60", "0"]


def test_a_move_may_go_on_beside_the_program(on_floor: RunProgram) -> None:
    ride = on_floor(
        "rover.drive.straight(200, wait=False)\nprint(rover.drive.done())\n"
        "while not rover.drive.done():\n    sleep_ms(10)\nprint(rover.drive.distance())"
    )
    assert ride.said == ["False", "200"]


def test_a_move_takes_over_from_another_without_a_jerk(on_floor: RunProgram) -> None:
    ride = on_floor("rover.drive.drive(250)\nsleep_ms(1000)\nprint(rover.drive.straight(300), rover.drive.distance())")
    speeds = [v / 1000 for v in ride.values("v_um_s")]
    cruise = speeds[45 : len(speeds) // 2]
    assert min(cruise) > 200
    assert ride.said[0] == "done"


def test_held_wheels_end_a_move_as_stalled(on_floor: RunProgram) -> None:
    ride = on_floor("print(rover.drive.straight(300))\nsleep_ms(100)", motor={"static_friction_mnm": 5000.0})
    assert ride.said == ["stalled"]
    assert ride.outcome.t_us < 2_500_000
    assert ride.last("left_mv") == ride.last("right_mv") == 0


def test_one_held_wheel_does_not_turn_the_robot(on_floor: RunProgram) -> None:
    """The move waits for the wheel that is held; the other one does not run on."""
    ride = on_floor("print(rover.drive.straight(300))", motor={"static_friction_mnm": 5000.0})
    assert abs(ride.turned_deg) < 8


def test_a_battery_too_weak_for_the_speed_makes_it_late_not_wrong(on_floor: RunProgram) -> None:
    ride = on_floor(
        "rover.drive.settings(straight_speed=600)\nprint(rover.drive.straight(800))", battery_v=4.6, profile="nominal"
    )
    assert max(ride.values("v_um_s")) / 1000 < 560
    assert ride.said == ["done"]
    assert ride.ahead_mm == pytest.approx(800, abs=8)
    assert abs(ride.left_mm) < 15


def test_a_move_that_takes_far_too_long_times_out(on_floor: RunProgram) -> None:
    ride = on_floor(
        "rover.drive.settings(straight_speed=600)\nprint(rover.drive.straight(1900))\nsleep_ms(500)",
        battery_v=1.8,
        profile="nominal",
    )
    assert ride.said == ["timed", "out"]
    assert ride.at_rest()
    assert ride.ahead_mm < 1800


def test_a_new_move_replaces_one_that_is_under_way(on_floor: RunProgram) -> None:
    ride = on_floor(
        "rover.drive.straight(1000, wait=False)\nsleep_ms(800)\nprint(rover.drive.turn(90), rover.drive.angle())"
    )
    assert ride.said == ["done", "90"]
    assert ride.driven_mm[-1] < 400


def test_motors_are_off_after_a_program_is_broken_off_in_a_move(on_floor: RunProgram) -> None:
    """A KeyboardInterrupt in the middle of a blocking move: the robot must not go on."""
    ride = on_floor(
        "from machine import Timer\n"
        "import rover.control as module\n"
        "def interrupt(us):\n    raise KeyboardInterrupt\n"
        "rover.drive\n"
        "module.sleep_us = interrupt\n"
        "try:\n    rover.drive.straight(500)\n"
        "except KeyboardInterrupt:\n    print('broken off')\n"
        "sleep_ms(500)"
    )
    assert ride.text.strip() == "broken off"
    assert ride.at_rest()
    assert ride.last("left_mv") == ride.last("right_mv") == 0


def test_both_interpreters_drive_the_same_square(on_floor: RunProgram, node: object) -> None:
    square = "for side in range(4):\n    rover.drive.straight(150)\n    rover.drive.turn(90)"
    cpython, micropython = (on_floor(square, runtime=runtime) for runtime in ("cpython", "micropython"))
    assert cpython.trace.sha256 == micropython.trace.sha256
    assert cpython.turned_deg == pytest.approx(360, abs=6)
