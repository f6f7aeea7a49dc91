"""A line with two gaps of 100 mm, two crossings and three corners, as it is and on the worst floors, with no tuning."""

from dataclasses import replace

import pytest

from .conftest import SETUP, Ride, conditions, ride
from .lines import AHEAD_MM, CALIBRATE, Course, farthest_mm, lit, on_both_runners, places

WAY = ((400.0, 400.0), (1900.0, 400.0), (1900.0, 1200.0), (1300.0, 1200.0), (1300.0, 1700.0))
GAPS = (((800.0, 400.0), (900.0, 400.0)), ((1900.0, 700.0), (1900.0, 800.0)))
CROSSINGS = (((1250.0, 200.0), (1250.0, 600.0)), ((1700.0, 950.0), (2100.0, 950.0)))
PLAIN = Course(WAY, GAPS, CROSSINGS)
WHITE = Course(WAY, GAPS, CROSSINGS, white_on_black=True)
# Sun on the first gap, on a corner with the crossing before it not, and along the way to the last corner.
SPOTS = (
    ((700.0, 300.0), (1000.0, 300.0), (1000.0, 700.0), (700.0, 700.0)),
    ((1800.0, 300.0), (2000.0, 300.0), (2000.0, 500.0), (1800.0, 500.0)),
    ((1500.0, 1100.0), (1905.0, 1100.0), (1905.0, 1300.0), (1500.0, 1300.0)),
)
FLOORS = {
    "dark line": PLAIN,
    "light line": WHITE,
    "20 % glare": lit(PLAIN, 0.2),
    "20 % glare in spots": lit(PLAIN, 0.2, *SPOTS),
    "light line, 20 % glare in spots": lit(WHITE, 0.2, *SPOTS),
}
MET = ["gap", "cross", "corner left", "gap", "cross", "corner left", "corner right", "end"]
FOLLOW = """
met = [None]
def look():
    event = rover.follower.event()
    if event != met[-1]:
        met.append(event)
print(rover.follower.follow(until=look))
for event in met[1:]:
    print(event)
print(rover.follower.event())
sleep_ms(300)
"""
# The axle goes round a corner on the inside or the outside of it, and 150 mm beyond the end.
SEEDS = (0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 8)))
CORNER_MM = 70.0
BEYOND_MM = 165.0


def stays_on(ride: Ride, course: Course) -> None:
    """The axle near the way all the time, and the robot a little beyond its end."""
    assert ride.at_rest()
    x, y = places(ride)[-1]
    assert x == pytest.approx(1300, abs=25)
    assert 1700 < y < 1700 + BEYOND_MM
    before_end = [(x, y) for x, y in places(ride) if y < 1700]
    assert max(course.off_mm(x, y) for x, y in before_end) < CORNER_MM


@pytest.mark.sample(2)
@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_default_settings_cope_with_each_floor(floor: str, seed: int) -> None:
    course = FLOORS[floor]
    ride = course.run(CALIBRATE + FOLLOW, seed=seed)
    assert ride.outcome.fault is None
    assert ride.text.splitlines() == ["end", *MET]
    stays_on(ride, course)


@pytest.mark.sample(2)
@pytest.mark.parametrize("sensor", range(1, 6))
@pytest.mark.parametrize("seed", SEEDS)
def test_with_a_dead_sensor_that_is_named(sensor: int, seed: int) -> None:
    """What is met is partly told by less, but the way is the same."""
    ride = PLAIN.run(CALIBRATE + FOLLOW + "print(rover.line.dead())", seed=seed, faults=(f"dead:line{sensor}",))
    said = ride.text.splitlines()
    assert said[0] == (
        f"LineSensors: sensor {sensor} does not change; the others do without it. "
        "Look at its cable, then calibrate again. [R40]"
    )
    assert "R40" not in "".join(said[1:])
    assert said[-1] == f"({sensor},)"
    stays_on(ride, PLAIN)


@pytest.mark.sample(1)
@pytest.mark.parametrize("floor", FLOORS)
def test_three_sensors_do_it_too(floor: str) -> None:
    course = FLOORS[floor]
    ride = course.run(CALIBRATE + FOLLOW, board="pico_rover", seed=3)
    assert ride.outcome.fault is None
    assert ride.text.splitlines()[:4] == ["end", "gap", "cross", "corner left"]
    stays_on(ride, course)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("floor", "fault", "board"),
    [
        ("light line, 20 % glare in spots", "", "esp32_rover"),
        ("light line, 20 % glare in spots", "", "pico_rover"),
        ("dark line", "dead:line2", "esp32_rover"),  # the Pico's three sensors are all needed
    ],
)
def test_both_interpreters_drive_the_same_way(floor: str, fault: str, board: str, node: object) -> None:
    course = FLOORS[floor]
    stays_on(on_both_runners(course, CALIBRATE + FOLLOW, board=board, faults=(fault,) if fault else ()), course)


def test_on_the_way_the_row_is_over_the_line(node: object) -> None:
    """Between two crossings, 300 mm and more after a corner, the middle of the row is never 6 mm off."""
    ride = on_both_runners(PLAIN, CALIBRATE + FOLLOW)
    straight = [(x, y) for x, y in places(ride, AHEAD_MM) if 600 < x < 1850 and y < 600]
    assert len(straight) > 100
    assert max(abs(y - 400) for _, y in straight) < 6
    assert farthest_mm(ride, PLAIN) < BEYOND_MM


def test_a_gap_before_a_bend() -> None:
    """Straight on over the gap finds the line where it goes on a little to the left."""
    course = Course(
        ((400.0, 400.0), (1000.0, 400.0), (1080.0, 415.0), (1500.0, 560.0)), (((1000.0, 400.0), (1080.0, 415.0)),)
    )
    ride = course.run(CALIBRATE + "print(rover.follower.follow_until(event='gap', distance=1000))")
    assert ride.said == ["gap"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(("count", "spacing"), [(2, 12), (2, 16), (3, 12), (4, 12), (5, 9.5), (6, 8)])
def test_rows_of_other_lengths_do_it_too(count: int, spacing: float, node: object) -> None:
    """Two sensors and three near each other cannot tell a branch from the line, but they keep to the way."""
    pins = (36, 39, 34, 35, 32, 33)[:count]
    setup = SETUP + f"from rover import LineSensors\nrover._line = LineSensors({pins}, {spacing}, 12000, 48000)\n"
    rides = []
    for runtime in ("cpython", "micropython"):
        terms = conditions(runtime=runtime)
        scene = PLAIN.scene(terms)
        one = scene.robot.reflectance[0]
        row = [
            replace(one, id=f"line{i + 1}", pin=pins[i], y_mm=(count - 1 - 2 * i) * spacing / 2) for i in range(count)
        ]
        scene = replace(scene, robot=replace(scene.robot, reflectance=tuple(row)))
        rides.append(ride(setup + CALIBRATE + FOLLOW, terms, scene))
    for driven in rides:
        assert driven.text.splitlines()[:2] == ["end", "gap"]
        stays_on(driven, PLAIN)
    assert rides[0].trace.sha256 == rides[1].trace.sha256
    if count > 3:
        assert rides[0].text.splitlines() == ["end", *MET]


@pytest.mark.sample(2)
@pytest.mark.parametrize("speed", [80, 150, 350])
@pytest.mark.parametrize("floor", ["dark line", "light line, 20 % glare in spots"])
def test_slower_and_faster(floor: str, speed: int) -> None:
    driven = FLOORS[floor].run(CALIBRATE + FOLLOW.replace("follow(until", f"follow({speed}, until"), seed=5)
    assert driven.text.splitlines() == ["end", *MET]
    stays_on(driven, FLOORS[floor])
