"""What the battery's voltage says, and a bumper that meets a wall."""

import pytest

from .conftest import RunProgram, on_both

WARNING = "Battery is low: {mv} mV ({level} %). Charge it soon. [R32]"


@pytest.mark.sample(2)
@pytest.mark.parametrize("volts", [8.4, 7.7, 7.0, 6.6])
def test_the_voltage_is_the_batterys(on_floor: RunProgram, volts: float) -> None:
    body = "print(rover.battery.voltage(), rover.battery.level(), rover.battery.low())"
    ride = on_both(on_floor, body, robot="sensor-rover", battery_v=volts, profile="nominal")
    voltage, level, low = ride.text.splitlines()[-1].split()
    # Under the board's own load the voltage is a little lower than without.
    assert int(voltage) == pytest.approx(volts * 1000, abs=60)
    assert int(level) == pytest.approx((int(voltage) - 6400) / 20, abs=2)
    assert low == str(volts < 6.8)


@pytest.mark.sample(2)
@pytest.mark.parametrize("ask", ["voltage()", "level()", "low()"])
def test_it_warns_once_when_20_percent_are_left(on_floor: RunProgram, ask: str) -> None:
    body = f"rover.battery.{ask}\nrover.battery.voltage()\nrover.battery.low()\nrover.battery.level()\n"
    ride = on_both(on_floor, body, robot="sensor-rover", battery_v=6.75, profile="nominal")
    (line,) = ride.text.splitlines()
    voltage = int(line.split()[3])
    assert voltage == pytest.approx(6750, abs=60)
    assert line == WARNING.format(mv=voltage, level=(voltage - 6400) // 20)


def test_it_does_not_warn_before(on_floor: RunProgram) -> None:
    ride = on_both(on_floor, "rover.battery.low()", robot="sensor-rover", battery_v=7.0, profile="nominal")
    assert ride.text == ""


def test_it_does_not_warn_of_one_that_is_switched_off(on_floor: RunProgram) -> None:
    ride = on_both(on_floor, "print(rover.battery.low())", robot="sensor-rover", faults=("dead:battery",))
    assert ride.text == "True\n"


ROBOT = "pico-sensor-rover"
# The bumpers' faces are 95 mm ahead of the axle, left and right of the middle.
AHEAD = ((300.0, -500.0, 300.0, 500.0),)


def test_a_bumper_is_pressed_by_a_wall(on_floor: RunProgram) -> None:
    body = """
left, right = rover.bumper("left"), rover.bumper("right")
print(left.pressed(), right.pressed())
rover.drive.drive(150)
print(left.wait_pressed(5000), rover.bumper("left") is left)
rover.drive.brake()
sleep_ms(200)
print(left.pressed(), right.pressed())
rover.drive.straight(-100)
print(left.pressed(), right.pressed(), left.wait_released())
"""
    ride = on_both(on_floor, body, robot=ROBOT, walls=AHEAD, profile="nominal")
    assert ride.text.splitlines() == ["False False", "True True", "True True", "False False True"]
    assert max(ride.driven_mm) == pytest.approx(300 - 95, abs=12)


def test_only_the_side_that_meets_the_wall_is_pressed(on_floor: RunProgram) -> None:
    body = """
rover.drive.drive(150)
rover.bumper("right").wait_pressed()
rover.drive.brake()
sleep_ms(200)
print(rover.bumper("left").pressed())
"""
    ride = on_both(on_floor, body, robot=ROBOT, walls=((300.0, -500.0, 300.0, -5.0),), profile="nominal")
    assert ride.said == ["False"]


@pytest.mark.slow
def test_a_bounce_is_one_press(on_floor: RunProgram) -> None:
    """A program that asks all the time sees it go down once, whatever the contact does."""
    body = """
bumper = rover.bumper("left")
changes = 0
before = False
rover.drive.drive(150)
for n in range(2000):
    now = bumper.pressed()
    if now != before:
        changes += 1
        before = now
        rover.drive.brake()
    sleep_ms(1)
print(changes, before)
"""
    for seed in (1, 2, 3):
        assert on_both(on_floor, body, robot=ROBOT, walls=AHEAD, seed=seed).said == ["1", "True"]


def test_waiting_ends_with_its_time(on_floor: RunProgram) -> None:
    body = 'print(rover.bumper("left").wait_pressed(timeout=300))'
    ride = on_both(on_floor, body, robot=ROBOT)
    assert ride.said == ["False"]
    assert 290_000 < ride.trace.states[-1][0] < 400_000


def test_a_bumper_that_the_robot_has_not_is_told(on_floor: RunProgram) -> None:
    body = """
for name in ("front", 3):
    try:
        rover.bumper(name)
    except RoverError as error:
        print(error)
"""
    text = on_both(on_floor, body, robot=ROBOT).text.splitlines()
    assert text == ["bumper is one of left, right; got 'front' [R02]", "bumper is one of left, right; got 3 [R02]"]


@pytest.mark.parametrize(
    ("call", "robot", "name", "part"),
    [
        ("rover.bumper('front')", "sensor-rover", "BUMPERS", "bumper"),
        ("rover.battery", ROBOT, "BATTERY", "battery"),
    ],
)
def test_a_part_that_the_board_does_not_name(on_floor: RunProgram, call: str, robot: str, name: str, part: str) -> None:
    ride = on_floor(f"try:\n    {call}\nexcept RoverError as error:\n    print(error)", robot=robot)
    assert ride.text.strip() == f"This robot has no {part}: its rover_board.py names no {name} [R11]"
