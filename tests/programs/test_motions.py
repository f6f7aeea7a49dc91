"""Every motion of the drive base, seen in the world on both interpreters: how it goes, ends and is replaced."""

import itertools
import math

import pytest

from .conftest import Ride, RunProgram, on_both

FACING = "rover.drive.turn(200)\n"


def speeds_mm_s(ride: Ride) -> list[float]:
    return [v / 1000 for v in ride.values("v_um_s")]


# Drive base


@pytest.mark.sample(2)
@pytest.mark.parametrize(("target", "turned"), [(-90, 270), (0, 360), (30, 210 - 180 + 0 + 0)])
def test_turn_to_takes_the_shorter_way(on_floor: RunProgram, target: int, turned: int, node: object) -> None:
    """From 200 degrees: to -90 it is 70 to the left, to 0 160 to the left, to 30 170 to the right."""
    ride = on_both(on_floor, FACING + f"print(rover.drive.turn_to({target}))")
    assert ride.said == ["done"]
    assert ride.turned_deg == pytest.approx(turned, abs=4)


def test_arcs_bend_to_their_side_and_go_back_too(on_floor: RunProgram, node: object) -> None:
    signs = {}
    for radius, angle in itertools.product((150, -150), (60, -60)):
        ride = on_both(on_floor, f"rover.drive.arc({radius}, angle={angle})")
        signs[radius, angle] = ride.ahead_mm, ride.left_mm, ride.turned_deg
        chord = 2 * 150 * math.sin(math.radians(30))
        assert ride.driven_mm[-1] == pytest.approx(chord, rel=0.03)
    assert {key: tuple(value > 0 for value in place) for key, place in signs.items()} == {
        (150, 60): (True, True, True),
        (150, -60): (False, True, False),
        (-150, 60): (True, False, False),
        (-150, -60): (False, False, True),
    }


def test_an_arc_keeps_to_its_circle(on_floor: RunProgram, node: object) -> None:
    """Not only its end: every place on the way is 200 mm from the middle."""
    ride = on_both(on_floor, "rover.drive.curve(200, 270)", profile="nominal")
    x0, y0 = ride.values("x_um")[0], ride.values("y_um")[0]
    for x, y in zip(ride.values("x_um"), ride.values("y_um"), strict=True):
        assert math.hypot((x - x0) / 1000, (y - y0) / 1000 - 200) == pytest.approx(200, abs=4)


def test_speeding_up_and_slowing_down_have_their_own_settings(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "rover.drive.settings(straight_speed=400, straight_acceleration=(1600, 400))\nrover.drive.straight(600)",
        profile="nominal",
    )
    speeds = speeds_mm_s(ride)
    top = [n for n, speed in enumerate(speeds) if speed > 380]
    assert 0.02 * top[0] == pytest.approx(0.25, abs=0.08)
    assert 0.02 * (len(speeds) - top[-1]) == pytest.approx(1.0, abs=0.15)
    assert ride.ahead_mm == pytest.approx(600, abs=5)


def test_a_short_move_is_a_triangle(on_floor: RunProgram, node: object) -> None:
    """100 mm at 500 mm/s²: half of it up, half down, and never faster than sqrt(500 * 100) = 224 mm/s."""
    ride = on_both(
        on_floor,
        "rover.drive.settings(straight_speed=600, straight_acceleration=500)\nrover.drive.straight(100)",
        profile="nominal",
    )
    assert max(speeds_mm_s(ride)) == pytest.approx(224, abs=15)
    assert ride.ahead_mm == pytest.approx(100, abs=2)


@pytest.mark.sample(2)
@pytest.mark.parametrize("then", ["brake", "hold", "stop"])
def test_what_the_motors_do_at_the_end(on_floor: RunProgram, then: str, node: object) -> None:
    """Somebody pushes the left wheel: it is held, or not."""
    ride = on_both(
        on_floor,
        f"print(rover.drive.straight(150, then='{then}'))\nbefore = rover.left_motor.angle()\nsleep_ms(300)\n"
        "print(rover.left_motor.angle() - before)",
    )
    assert ride.said[0] == "done"
    assert abs(int(ride.said[1])) < 6
    assert ride.ahead_mm == pytest.approx(150, abs=4)
    assert ride.at_rest()


def test_effort_and_arcade_give_shares_of_the_battery(on_floor: RunProgram, node: object) -> None:
    for body, left, right in (
        ("rover.drive.set_effort(40, -20)", 0.4, -0.2),
        ("rover.drive.arcade(50, 0)", 0.5, 0.5),
        ("rover.drive.arcade(30, 20)", 0.1, 0.5),
        ("rover.drive.arcade(100, 100)", 0.0, 1.0),
        ("rover.drive.arcade(-100, 50)", -1.0, -1 / 3),
    ):
        ride = on_both(on_floor, body + "\nsleep_ms(300)\nprint('end')\nsleep_ms(60)")
        moment = next(at for at, _, text in ride.trace.texts if "end" in text) // 20_000
        battery = ride.values("battery_mv")[moment]
        assert ride.values("left_mv")[moment] == pytest.approx(left * battery, abs=0.03 * battery), body
        assert ride.values("right_mv")[moment] == pytest.approx(right * battery, abs=0.03 * battery), body


def test_a_turn_takes_over_from_a_drive_without_a_jerk(on_floor: RunProgram, node: object) -> None:
    """The speed ahead goes down by its ramp of 6 mm/s in 10 ms while the turn begins."""
    ride = on_both(on_floor, "rover.drive.drive(300)\nsleep_ms(1000)\nprint(rover.drive.turn(90))", profile="nominal")
    assert ride.said == ["done"]
    speeds = speeds_mm_s(ride)[40:]
    assert max(a - b for a, b in itertools.pairwise(speeds)) < 30
    assert ride.turned_deg == pytest.approx(90, abs=3)


@pytest.mark.sample(2)
@pytest.mark.parametrize("second", ["straight(400)", "curve(300, 60)", "drive(250, 20)"])
def test_a_motion_takes_over_the_speed_of_the_last(on_floor: RunProgram, second: str, node: object) -> None:
    ride = on_both(
        on_floor,
        f"rover.drive.straight(2000, wait=False)\nsleep_ms(1000)\nrover.drive.{second}\nsleep_ms(400)",
        profile="nominal",
    )
    around = speeds_mm_s(ride)[45:60]
    assert min(around) > 225
    assert max(around) < 275


def test_a_move_too_short_for_its_speed_overshoots_and_comes_back(on_floor: RunProgram, node: object) -> None:
    """From 400 mm/s it takes 133 mm to stop at 600 mm/s²; 50 mm are asked for."""
    ride = on_both(
        on_floor,
        "rover.drive.drive(400)\nsleep_ms(1200)\nhere = rover.drive.distance()\nprint(rover.drive.straight(50))\n"
        "print(rover.drive.distance() - here)",
    )
    assert ride.said[0] == "done"
    assert int(ride.said[1]) == pytest.approx(50, abs=6)
    assert max(ride.driven_mm) > ride.driven_mm[-1] + 50


def test_the_replaced_motion_says_so(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "first = rover.drive.straight(1000, wait=False)\nsleep_ms(300)\nprint(first.done(), first.result)\n"
        "second = rover.drive.straight(100, wait=False)\nprint(first.result)\nprint(second.wait(), second.done())\n"
        "rover.drive.drive(100)\nthird = rover.drive.turn(30, wait=False)\nrover.left_motor.dc(0)\nprint(third.result)",
    )
    assert ride.said == ["False", "None", "stopped", "done", "True", "stopped"]


def test_use_gyro_turns_by_what_is_felt(on_floor: RunProgram, node: object) -> None:
    """On wheels that are 3 % further apart than the program believes, the gyro still turns right."""
    wide = {"wheel_diameter_mm": 41.5}
    by_wheels = on_both(on_floor, "rover.drive.turn(180)", motor=wide, robot="sensor-rover")
    by_gyro = on_both(
        on_floor,
        "rover.drive.use_gyro()\nrover.drive.turn(180)\nprint(rover.drive.angle())\n"
        "rover.drive.use_gyro(False)\nrover.drive.turn(-90)\nprint(rover.drive.angle())",
        motor=wide,
        robot="sensor-rover",
    )
    assert abs(by_wheels.turned_deg - 180) > 4
    assert int(by_gyro.said[0]) == pytest.approx(180, abs=1)
    turns = by_gyro.values("heading_mdeg")
    assert (max(turns) - turns[0]) / 1000 == pytest.approx(180, abs=1.5)
    assert int(by_gyro.said[1]) == -90


def test_use_gyro_needs_one(on_floor: RunProgram, node: object) -> None:
    ride = on_both(on_floor, "try:\n    rover.drive.use_gyro()\nexcept RoverError as error:\n    print(error)")
    assert "[R12]" in ride.text  # the pin map has an IMU, this robot has not


def test_pose_follows_the_robot(on_floor: RunProgram, node: object) -> None:
    """A path of all kinds of motion: told and true differ by the wheels' 0.4 %, not more."""
    ride = on_both(
        on_floor,
        "rover.drive.reset_pose(100, -50, 30)\nrover.drive.straight(300)\nrover.drive.turn(-120)\n"
        "rover.drive.curve(150, 200)\nrover.drive.drive(200, 60)\nsleep_ms(1500)\nrover.drive.brake()\nsleep_ms(100)\n"
        "print(*rover.drive.pose())\nx, y, angle = rover.odometry.exact()\nprint(round(x), round(y), round(angle))",
        profile="nominal",
    )
    x, y, angle = map(int, ride.said[:3])
    assert ride.said[3:] == ride.said[:3]
    ahead, left = ride.ahead_mm, ride.left_mm  # from the start, which was (100, -50) and looked to 30 degrees
    turn = math.radians(30)
    true_x = 100 + ahead * math.cos(turn) - left * math.sin(turn)
    true_y = -50 + ahead * math.sin(turn) + left * math.cos(turn)
    assert math.hypot(x - true_x, y - true_y) < 8
    assert angle == pytest.approx(30 + ride.turned_deg, abs=2)


def test_odometry_goes_on_when_the_wheels_are_pushed(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "rover.odometry.reset(0, 0, 0)\nrover.drive.set_effort(50, 30)\nsleep_ms(800)\nrover.drive.brake()\n"
        "sleep_ms(200)\nprint(*rover.odometry.pose())",
        profile="nominal",
    )
    x, y, angle = map(int, ride.said)
    assert math.hypot(x - ride.ahead_mm, y - ride.left_mm) < 8  # tyres that spin slide sideways, too, unseen
    assert angle == pytest.approx(ride.turned_deg, abs=2.5)  # told in whole degrees


def test_pose_of_a_way_that_nobody_followed(on_floor: RunProgram, node: object) -> None:
    body = (
        "{}rover.drive.straight(100)\n"
        + "try:\n    print(*rover.drive.pose())\nexcept RoverError as error:\n    print(error)"
    )
    lost = on_both(on_floor, body.format(""))
    assert lost.text.strip() == "pose() has not been followed so far. Call reset_pose() before the robot drives. [R19]"
    assert on_both(on_floor, body.format("rover.drive.pose()\n")).said == ["100", "0", "0"]


# In asyncio


def test_tasks_go_on_while_a_motion_is_awaited(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "import asyncio\n"
        "async def count():\n    n = 0\n    while True:\n"
        "        await asyncio.sleep_ms(100)\n        n += 1\n        print(n)\n"
        "async def main():\n    counting = asyncio.create_task(count())\n"
        "    print(await rover.drive.straight(150))\n    print(await rover.drive.turn(45))\n"
        "    print(await rover.left_motor.run_angle(200, 90))\n    counting.cancel()\n"
        "asyncio.run(main())",
    )
    assert [word for word in ride.said if word == "done"] == ["done"] * 3
    assert sum(word.isdigit() for word in ride.said) > 15


def test_a_motion_may_be_gathered_timed_out_and_cancelled(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "import asyncio\n"
        "async def five():\n    await asyncio.sleep_ms(20)\n    return 5\n"
        "async def main():\n"
        "    print(await asyncio.gather(rover.drive.straight(60), five()))\n"
        "    try:\n        await asyncio.wait_for_ms(rover.drive.straight(900), 500)\n"
        "    except asyncio.TimeoutError:\n        print('late', rover.drive.done())\n"
        "asyncio.run(main())\nsleep_ms(600)",
    )
    assert ride.text.splitlines() == ["['done', 5]", "late True"]
    assert ride.at_rest()


def test_a_forgotten_await_is_told(on_floor: RunProgram, node: object) -> None:
    ride = on_both(
        on_floor,
        "import asyncio\n"
        "async def main():\n    rover.drive.straight(300)\n    await rover.drive.turn(90)\n"
        "try:\n    asyncio.run(main())\nexcept RoverError as error:\n    print(error)\nsleep_ms(500)",
    )
    assert ride.text.strip() == "straight() was not awaited. Write await before it. [R16]"
    assert ride.at_rest()


# What comes between


def test_a_move_from_a_robot_that_rolls_the_other_way_is_no_stall(on_floor: RunProgram, node: object) -> None:
    for seed in (1, 2, 3):
        ride = on_both(
            on_floor,
            "print(rover.drive.straight(300))\nrover.drive.set_effort(-60, -60)\nsleep_ms(800)\n"
            "print(rover.drive.straight(300))",
            seed=seed,
        )
        assert ride.said == ["done", "done"]


def test_odometry_and_gyro_go_on_after_everything_was_stopped(on_floor: RunProgram, node: object) -> None:
    """As between two lines that are typed at the prompt."""
    ride = on_both(
        on_floor,
        "from rover.stop import stop_all\nrover.drive.use_gyro()\nrover.drive.reset_pose()\n"
        "for _ in range(2):\n    rover.drive.straight(300)\n    rover.drive.turn(90)\n    stop_all()\n"
        "print(*rover.drive.pose(), rover.drive.angle())",
        robot="sensor-rover",
    )
    x, y, angle, turned = map(int, ride.said)
    assert math.hypot(x - ride.ahead_mm, y - ride.left_mm) < 15
    assert (angle, turned) == (pytest.approx(ride.turned_deg, abs=2), pytest.approx(ride.turned_deg, abs=2))


def test_a_motor_under_power_is_stopped_at_every_end(on_floor: RunProgram, node: object) -> None:
    """Each line at the prompt is a program of its own, and its end a stop."""
    ride = on_both(
        on_floor,
        "from rover.terminal import _terminal\nfor _ in range(2):\n    rover.left_motor.dc(50)\n    sleep_ms(300)\n"
        "    _terminal.write(b'>>> ')\n    sleep_ms(600)\n    print(rover.left_motor.speed())",
    )
    assert ride.said == ["0", "0"]


def test_a_robot_that_is_pushed_back_does_not_blame_its_plugs(on_floor: RunProgram, node: object) -> None:
    """Somebody turns the wheel of a motor that has shown before that it is wired well."""
    ride = on_both(
        on_floor,
        "m = rover.left_motor\nm.run(200)\nsleep_ms(400)\nm.hold()\nrover.right_motor.dc(100)\nsleep_ms(800)\n"
        "rover.right_motor.dc(-100)\nsleep_ms(800)\nm.run(100)\nsleep_ms(100)\nprint('well')",
        motor={"friction_mnm": 1.0, "static_friction_mnm": 1.0},
    )
    assert ride.said == ["well"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("curve(5000, 3600)", "the way is -20000 to 20000 mm"),
        ("arc(200, angle=90, distance=10)", "arc() is one of angle, distance; got 'both'"),
        ("arc(200)", "angle is -3600 to 3600 deg; got None"),
        ("arc(0, angle=3)", "radius is 1 to 5000 mm, or negative; got 0"),
        ("straight(100, then='fly')", "then is one of hold, brake, stop; got 'fly'"),
    ],
)
def test_what_cannot_be_driven_is_refused(on_floor: RunProgram, call: str, words: str, node: object) -> None:
    ride = on_both(on_floor, f"try:\n    rover.drive.{call}\nexcept RoverError as error:\n    print(error)")
    assert words in ride.text
