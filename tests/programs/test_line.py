"""LineSensors and LineFollower on the tracks of line sprint."""

import pytest

from .conftest import RunProgram, on_both

CALIBRATED = "rover.drive.straight(-40)\nrover.line.calibrate(rover.drive)\n"


def test_calibration_ends_where_it_began(on_line: RunProgram) -> None:
    ride = on_line(CALIBRATED)
    assert ride.turned_deg == pytest.approx(0, abs=2)
    assert ride.ahead_mm == pytest.approx(-40, abs=4)


@pytest.mark.parametrize("seed", range(4))
def test_calibration_finds_black_and_white_of_each_sensor(on_line: RunProgram, seed: int) -> None:
    ride = on_line(CALIBRATED + "low, high = rover.line.calibration()\nprint(*low, *high)", seed=seed)
    numbers = [int(word) for word in ride.said]
    for i in range(5):
        seen = ride.values(f"line{i + 1}")
        low, high = numbers[i], numbers[5 + i]
        span = max(seen) - min(seen)
        assert low == pytest.approx(min(seen), abs=0.04 * span)
        assert high == pytest.approx(max(seen), abs=0.04 * span)


def test_calibrating_off_the_line_says_so_and_keeps_what_it_knew(on_floor: RunProgram) -> None:
    ride = on_floor(
        "before = rover.line.calibration()\n"
        "try:\n    rover.line.calibrate(rover.drive)\n"
        "except RoverError as error:\n    print(error.code, error.port)\n"
        "print(rover.line.calibration() == before)"
    )
    assert ride.text.splitlines() == ["R07 sensor 1", "True"]


@pytest.mark.parametrize(("turn", "side"), [(12, -1), (-12, 1)])
def test_position_is_positive_when_the_line_is_to_the_left(on_line: RunProgram, turn: int, side: int) -> None:
    """After a turn to the left the line is to the right of the sensors: 60 mm ahead, sin 12° of that is 12.5 mm."""
    ride = on_line(CALIBRATED + f"rover.drive.turn({turn})\nprint(rover.line.position())", profile="nominal")
    assert int(ride.said[0]) / 10 == pytest.approx(side * 12.5, abs=3)


def test_position_is_zero_over_the_middle(on_line: RunProgram) -> None:
    ride = on_line(CALIBRATED + "print(rover.line.position(), rover.line.on_line())", profile="nominal")
    position, seen = ride.said
    assert abs(int(position)) < 20
    assert seen == "True"


@pytest.mark.parametrize(("turn", "side"), [(60, -1), (-60, 1)])
def test_a_lost_line_is_remembered_on_its_side(on_line: RunProgram, turn: int, side: int) -> None:
    ride = on_line(
        CALIBRATED + f"rover.drive.turn({turn}, wait=False)\n"
        "while not rover.drive.done():\n    p = rover.line.position()\n    sleep_ms(5)\n"
        "print(p, rover.line.on_line())"
    )
    position, seen = ride.said
    assert int(position) == side * 300
    assert seen == "False"


def test_calibrated_readings_go_from_white_to_black(on_line: RunProgram) -> None:
    ride = on_line(CALIBRATED + "print(*rover.line.read_calibrated())\nprint(*rover.line.read())")
    calibrated, raw = ([int(word) for word in line.split()] for line in ride.text.splitlines())
    assert calibrated[2] > 900
    assert max(calibrated[0], calibrated[4]) < 100
    assert all(0 <= value <= 1000 for value in calibrated)
    assert all(0 <= value <= 65535 for value in raw)
    assert raw[2] == max(raw)


def test_readings_are_the_same_array_each_time(on_line: RunProgram) -> None:
    ride = on_line("print(rover.line.read() is rover.line.read())")
    assert ride.said == ["True"]


def test_the_line_is_seen_without_calibration(on_line: RunProgram) -> None:
    ride = on_line("print(rover.line.position(), rover.line.on_line())", profile="nominal")
    assert abs(int(ride.said[0])) < 30
    assert ride.said[1] == "True"


def test_follow_keeps_the_line_until_it_is_told(on_line: RunProgram) -> None:
    """Through the first curve of the oval, radius 350 mm: the middle sensor stays over the line."""
    ride = on_line(
        CALIBRATED + "rover.drive.reset()\n"
        "print(rover.follower.follow(250, until=lambda: rover.drive.distance() > 1800))\nsleep_ms(200)"
    )
    assert ride.said == ["done"]
    assert ride.at_rest()
    assert ride.turned_deg > 90
    following = [i for i, mm in enumerate(ride.driven_mm) if mm > 100]
    light, dark = min(ride.values("line1")), max(ride.values("line3"))
    outer = [max(ride.values("line1")[i], ride.values("line5")[i]) for i in following]
    assert max(outer) < light + 0.9 * (dark - light)


def test_follow_says_when_the_line_is_lost_and_stops(on_floor: RunProgram) -> None:
    ride = on_floor("print(rover.follower.follow(200))\nsleep_ms(300)")
    assert ride.said == ["lost"]
    assert ride.outcome.t_us < 2_000_000
    assert ride.at_rest()


def test_follow_ends_when_something_else_takes_the_motors(on_line: RunProgram) -> None:
    ride = on_line(
        "def take():\n    if rover.drive.distance() > 150:\n        rover.drive.stop()\n"
        "print(rover.follower.follow(200, until=take))"
    )
    assert ride.said == ["stopped"]


def test_update_steers_in_a_loop_of_the_program(on_line: RunProgram) -> None:
    ride = on_line(
        CALIBRATED + "rover.drive.reset()\nseen = True\n"
        "while seen and rover.drive.distance() < 1500:\n    seen = rover.follower.update(200)\n    sleep_ms(10)\n"
        "rover.drive.brake()\nprint(seen)"
    )
    assert ride.said == ["True"]
    assert ride.turned_deg > 60


def test_it_is_slower_in_curves(on_line: RunProgram) -> None:
    ride = on_line(
        CALIBRATED + "rover.drive.reset()\nrover.follower.follow(300, until=lambda: rover.drive.angle() > 80)"
    )
    speeds = ride.values("v_um_s")
    assert max(speeds) / 1000 > 280
    assert speeds[-1] / 1000 < 270


def test_on_line_looks_by_itself(on_line: RunProgram, node: object) -> None:
    """As the very first question, and in a loop of nothing else while the robot drives off the line."""
    ride = on_both(
        on_line,
        "print(rover.line.on_line())\nrover.drive.turn(90)\nrover.drive.drive(100)\n"
        "while rover.line.on_line():\n    sleep_ms(10)\nrover.drive.brake()\nprint('off')",
    )
    assert ride.said == ["True", "off"]
