"""How far it is to a wall, by sound (sensor-rover) and by light (pico-sensor-rover); both sensors are 85 mm ahead."""

import math

import pytest

from .conftest import Ride, RunProgram, on_both

SENSOR_MM = 85.0
DISTANCES = (60, 100, 150, 220, 300, 450, 600, 800, 1000, 1200)
# robot -> how wrong a distance may be: mm, and a share of it (three times what a seed varies, docs/seed-table.md)
SENSORS = {"sensor-rover": (5, 0.015), "pico-sensor-rover": (12, 0.03)}
SONAR, LASER = SENSORS
Walls = tuple[tuple[float, float, float, float], ...]
REFUSED = """
from time import ticks_ms, ticks_diff
begun = ticks_ms()
try:
    {call}
except RoverError as error:
    print(ticks_diff(ticks_ms(), begun) <= 100, error)
"""


def wall(distance: float) -> Walls:
    """A wall across the robot's way, so far before the sensor of a robot that stands where it should."""
    return ((SENSOR_MM + distance, -700.0, SENSOR_MM + distance, 700.0),)


def distance_mm(ride: Ride, the_wall: Walls, state: int = -1) -> float:
    """How far that wall was from the sensor: the robot stands a little beside its place, as its seed has it."""
    x_mm = ride.values("x_um")[state] / 1000 - 2000.0
    heading = math.radians(ride.values("heading_mdeg")[state] / 1000)
    return the_wall[0][0] - x_mm - SENSOR_MM * math.cos(heading)


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", SENSORS)
@pytest.mark.parametrize("distance", DISTANCES)
def test_a_wall_is_as_far_as_it_is(on_floor: RunProgram, robot: str, distance: int) -> None:
    fixed, share = SENSORS[robot]
    wrong = fixed + share * distance
    asked = [f"rover.range.closer_than({mm})" for mm in (distance + round(2 * wrong), distance - round(2 * wrong))]
    body = f"print(rover.range.distance(), {', '.join(asked)})"
    ride = on_both(on_floor, body, robot=robot, walls=wall(distance), seed=distance)
    measured, near, nearer = ride.said
    assert int(measured) == pytest.approx(distance_mm(ride, wall(distance)), abs=wrong)
    assert (near, nearer) == ("True", "False")


@pytest.mark.parametrize("robot", SENSORS)
def test_nothing_is_none(on_floor: RunProgram, robot: str) -> None:
    body = "r = rover.range\nprint(r.distance(), r.distance(3), r.closer_than(1000), r.distance(), r.closer_than(200))"
    assert on_both(on_floor, body, robot=robot).said == ["None", "None", "False", "None", "False"]


def test_the_middle_of_some_readings_is_steadier_than_one(on_floor: RunProgram) -> None:
    body = """
for count in (1, 7):
    found = sorted([rover.range.distance(count) for _ in range(20)])
    print(found[-1] - found[0])
"""
    single, middle = on_both(on_floor, body, robot=LASER, walls=wall(500)).said
    assert int(middle) < int(single)


@pytest.mark.parametrize("robot", SENSORS)
def test_it_waits_for_a_wall_to_come_and_to_go(on_floor: RunProgram, robot: str) -> None:
    body = """
rover.drive.drive(150)
print(rover.range.wait_closer_than(300, 5000))
rover.drive.drive(-150)
print(rover.range.wait_farther_than(500, 5000))
rover.drive.brake()
sleep_ms(300)
print(rover.range.wait_closer_than(300, 200), rover.range.wait_farther_than(1000, timeout=200))
"""
    ride = on_both(on_floor, body, robot=robot, walls=wall(700))
    assert ride.said == ["True", "True", "False", "False"]
    nearest = min(distance_mm(ride, wall(700), state) for state in range(len(ride.trace.states)))
    assert 240 < nearest < 300
    assert 490 < distance_mm(ride, wall(700)) < 560


def test_the_drive_base_goes_on_while_the_sonar_listens(on_floor: RunProgram) -> None:
    """Nothing answers, so that each question takes as long as it can; the robot still gets where it should."""
    body = "rover.drive.straight(400, wait=False)\nwhile not rover.drive.done():\n    rover.range.distance()\n"
    ride = on_both(on_floor, body, robot=SONAR)
    assert ride.ahead_mm == pytest.approx(400, abs=6)
    assert ride.at_rest()


@pytest.mark.sample(2)
@pytest.mark.parametrize("fault", ["cable-off:range", "dead:range", "cable-off:range@0.3", "dead:range@0.3"])
@pytest.mark.parametrize(
    ("robot", "port"), [(SONAR, "echo pin 17"), (LASER, "I2C address 0x29")], ids=lambda value: value.split()[0]
)
def test_a_sensor_that_does_not_answer_is_named(on_floor: RunProgram, fault: str, robot: str, port: str) -> None:
    before = "print(rover.range.distance())\nsleep_ms(400)\n" if "@" in fault else ""
    ride = on_both(on_floor, before + REFUSED.format(call="rover.range.distance()"), robot=robot, faults=(fault,))
    said = ride.text.splitlines()
    assert said[-1] == f"True RangeFinder does not answer on {port}. Push its cable in. [R12]"
    assert said[:-1] == (["None"] if before else [])


def test_it_is_found_again_when_its_cable_is_pushed_in(on_floor: RunProgram) -> None:
    """Here it is away under another address for a while."""
    body = """
from machine import I2C, Pin
from rover.i2c import bus
print(rover.range.distance())
bus((1, 19, 18)).writeto_mem(0x29, 0x8A, b"\\x2a")
try:
    rover.range.distance()
except RoverError as error:
    print(error.code)
bus((1, 19, 18)).writeto_mem(0x2A, 0x8A, b"\\x29")
print(rover.range.distance())
"""
    first, code, second = on_both(on_floor, body, robot=LASER, walls=wall(400)).said
    assert code == "R12"
    assert int(second) == pytest.approx(int(first), abs=15)


def test_one_that_still_measures_for_the_program_before_is_begun_anew(on_floor: RunProgram) -> None:
    body = """
from rover import RangeFinder
print(rover.range.distance())
print(RangeFinder(("vl53l0x", 0x29, 1, 19, 18)).distance())
"""
    first, second = on_both(on_floor, body, robot=LASER, walls=wall(400)).said
    assert int(second) == pytest.approx(int(first), abs=15)


def test_another_chip_at_its_address_is_told(on_floor: RunProgram) -> None:
    body = """
from rover import RangeFinder
from rover.i2c import bus
try:
    RangeFinder(("vl53l0x", 0x29), bus((0, 16, 21))).distance()
except RoverError as error:
    print(error)
"""
    text = "RangeFinder: another chip answers on I2C address 0x29. Write the right part into rover_board. [R31]"
    assert on_both(on_floor, body, robot=SONAR).text.strip() == text


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ("rover.range.distance(0)", "readings is a whole number, 1 to 15; got 0 [R02]"),
        ("rover.range.closer_than('near')", "distance is 20 to 4000 mm; got 'near' [R02]"),
        ("rover.range.wait_closer_than(200, -1)", "timeout is a whole number, 0 to 86400000 ms; got -1 [R02]"),
    ],
)
def test_arguments_are_checked(on_floor: RunProgram, call: str, text: str) -> None:
    ride = on_floor(f"try:\n    {call}\nexcept RoverError as error:\n    print(error)", robot=SONAR)
    assert ride.text.strip() == text
