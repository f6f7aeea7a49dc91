"""The motions of one motor: for a time, by an angle, to a place, until it stalls; and what it does at their end."""

import pytest

from .conftest import Ride, RunProgram, on_both

COUNTS_PER_TURN = 600


def wheel_deg(ride: Ride, side: str = "left") -> float:
    counts = ride.values(f"{side}_count")
    return (counts[-1] - counts[0]) * 360 / COUNTS_PER_TURN


def test_run_time_turns_for_its_time(on_floor: RunProgram, node: object) -> None:
    """1 s at 400 deg/s, of which 0.2 s each are the ramps."""
    ride = on_both(on_floor, "print(rover.left_motor.run_time(400, 1000), rover.left_motor.done())\nsleep_ms(200)")
    assert ride.said == ["done", "True"]
    assert wheel_deg(ride) == pytest.approx(320, abs=12)


@pytest.mark.sample(2)
@pytest.mark.parametrize("angle", [90, -720, 5])
def test_run_angle_goes_so_far(on_floor: RunProgram, angle: int, node: object) -> None:
    """Both motors, so that the robot does not turn about the other wheel."""
    ride = on_both(
        on_floor,
        f"first = rover.left_motor.run_angle(500, {angle}, wait=False)\n"
        f"print(rover.right_motor.run_angle(500, {angle}), first.wait())\nsleep_ms(200)",
    )
    assert ride.said == ["done", "done"]
    assert wheel_deg(ride) == pytest.approx(angle, abs=2.5)
    assert wheel_deg(ride, "right") == pytest.approx(angle, abs=2.5)


def test_run_target_goes_to_a_place(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "m = rover.left_motor\nm.reset_angle(100)\nprint(m.run_target(400, 280), m.angle())\n"
        "print(m.run_target(400, 100), m.angle())",
    )
    assert ride.said[0::2] == ["done", "done"]
    assert [int(word) for word in ride.said[1::2]] == pytest.approx([280, 100], abs=2)
    assert wheel_deg(ride) == pytest.approx(0, abs=3)


def test_run_until_stalled_finds_the_end(on_floor: RunProgram, node: object) -> None:
    """The wheel is held after a second: it tells where, and the motor gives no more than it may."""
    ride = on_both(
        on_floor,
        "print(rover.left_motor.run_until_stalled(200, then='brake', power=40))\nsleep_ms(100)",
        faults=("jammed:left@1",),
    )
    assert int(ride.said[0]) == pytest.approx(wheel_deg(ride), abs=2)
    assert 150 < wheel_deg(ride) < 220
    assert max(ride.values("left_mv")) < 0.45 * max(ride.values("battery_mv"))
    assert ride.values("left_mv")[-3] == 0


def test_then_hold_and_then_stop_differ_for_a_motor(on_floor: RunProgram, node: object) -> None:
    """The other wheel turns the robot about this one, which is held or drags along."""
    body = (
        "rover.left_motor.run_angle(600, 180, then='{}')\nbefore = rover.left_motor.angle()\n"
        "rover.right_motor.dc(60)\nsleep_ms(700)\nprint(rover.left_motor.angle() - before)"
    )
    easy = {"friction_mnm": 0.5, "static_friction_mnm": 0.5}
    held, loose = (abs(int(on_both(on_floor, body.format(then), motor=easy).said[0])) for then in ("hold", "stop"))
    assert held < 10
    assert loose > held


def test_stalled_of_a_motor(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "m = rover.left_motor\nm.run(300)\nsleep_ms(500)\nprint(m.stalled())\nsleep_ms(500)\nprint(m.stalled())\n"
        "m.stop()\nprint(m.stalled(), rover.drive.stalled())",
        faults=("jammed:left@0.6",),
    )
    assert ride.said == ["False", "True", "False", "False"]


def test_rover_stop_stops_all_of_it(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor, "rover.drive.drive(300)\nsleep_ms(800)\nrover.stop()\nprint(rover.drive.done())\nsleep_ms(900)"
    )
    assert ride.said == ["True"]
    assert ride.at_rest()
    assert ride.values("left_mv")[-30] == ride.values("right_mv")[-30] == 0
