"""Motor, seen in the world: how its wheel turns."""

import pytest

from .conftest import Ride, RunProgram

COUNTS_PER_TURN = 600


def wheel_deg(ride: Ride, side: str = "left") -> float:
    counts = ride.values(f"{side}_count")
    return (counts[-1] - counts[0]) * 360 / COUNTS_PER_TURN


@pytest.mark.parametrize("speed", [60, 300, -300, 900])
def test_run_turns_at_its_speed(on_floor: RunProgram, speed: int) -> None:
    """Both wheels, so that the robot goes straight; measured over the second second."""
    ride = on_floor(f"for m in (rover.left_motor, rover.right_motor):\n    m.run({speed})\nsleep_ms(2000)")
    for side in ("left", "right"):
        counts = ride.values(f"{side}_count")
        turned = (counts[100] - counts[50]) * 360 / COUNTS_PER_TURN
        assert turned == pytest.approx(speed, rel=0.02, abs=2)


def test_speed_and_angle_tell_what_the_wheel_does(on_floor: RunProgram) -> None:
    ride = on_floor(
        "m = rover.left_motor\nm.run(400)\nsleep_ms(1000)\nprint(m.speed())\nm.brake()\nsleep_ms(300)\n"
        "print(m.angle(), m.speed())\nm.reset_angle(90)\nprint(m.angle())"
    )
    running, angle, stopped, reset = map(int, ride.said)
    assert running == pytest.approx(400, abs=40)
    assert angle == pytest.approx(wheel_deg(ride), abs=1)
    assert (stopped, reset) == (0, 90)


def test_dc_gives_a_share_of_the_voltage(on_floor: RunProgram) -> None:
    ride = on_floor("rover.left_motor.dc(50)\nrover.right_motor.dc(-50)\nsleep_ms(500)")
    battery = ride.last("battery_mv")
    assert ride.last("left_mv") == pytest.approx(battery / 2, rel=0.02)
    assert ride.last("right_mv") == pytest.approx(-battery / 2, rel=0.02)
    assert ride.turned_deg < -20  # left forward, right backward: to the right


def test_hold_keeps_the_wheel_and_stop_lets_it_go(on_floor: RunProgram) -> None:
    body = (
        "m = rover.left_motor\nm.run(500)\nsleep_ms(1000)\na = m.angle()\nm.{}()\nsleep_ms(600)\nprint(m.angle() - a)"
    )
    held, stopped = (int(on_floor(body.format(word)).said[0]) for word in ("hold", "stop"))
    assert abs(held) < 12
    assert stopped > held + 10


def test_speed_of_a_motor_that_nothing_controls_is_measured(on_floor: RunProgram) -> None:
    ride = on_floor("m = rover.left_motor\nm.dc(60)\nsleep_ms(1500)\nprint(m.speed())")
    counts = ride.values("left_count")
    turned = (counts[-1] - counts[-6]) * 360 / COUNTS_PER_TURN / 0.1
    assert int(ride.said[0]) == pytest.approx(turned, rel=0.12)


def test_what_a_motor_could_not_do_is_not_made_up_for_later(on_floor: RunProgram) -> None:
    """Three seconds at a speed the battery does not give; then a slow one must be slow at once."""
    ride = on_floor(
        "both = (rover.left_motor, rover.right_motor)\nfor m in both:\n    m.run(2200)\nsleep_ms(3000)\n"
        "for m in both:\n    m.run(300)\nsleep_ms(1600)",
        battery_v=4.6,
        profile="nominal",
    )
    counts = ride.values("left_count")
    fast, slow = ((counts[i + 10] - counts[i]) * 360 / COUNTS_PER_TURN / 0.2 for i in (130, len(counts) - 15))
    assert fast < 1700
    assert slow == pytest.approx(300, rel=0.05)


def test_a_held_motor_stands_and_says_so(on_floor: RunProgram) -> None:
    ride = on_floor(
        "m = rover.left_motor\nm.run(300)\nsleep_ms(1000)\nprint(m.speed(), m.angle())",
        motor={"static_friction_mnm": 5000.0},
    )
    assert ride.said == ["0", "0"]


def test_a_motor_takes_itself_from_the_drive_base(on_floor: RunProgram) -> None:
    """The last command counts: the drive base lets go of both motors."""
    ride = on_floor(
        "rover.drive.drive(200)\nsleep_ms(800)\nrover.left_motor.brake()\nrover.right_motor.brake()\nsleep_ms(500)"
    )
    assert ride.at_rest()


def test_the_drive_base_takes_a_motor_that_runs(on_floor: RunProgram) -> None:
    ride = on_floor("rover.left_motor.run(300)\nsleep_ms(300)\nprint(rover.drive.straight(100))")
    assert ride.said == ["done"]
    assert ride.at_rest()
