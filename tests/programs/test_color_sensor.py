"""Colours of painted fields under the sensor, 40 mm before the robot's middle."""

import pytest
from marshrut.simulator.scene import load_scene
from marshrut.simulator.scene.colours import PAPER, shares_of
from marshrut.simulator.tasks.catalogue import TASKS, find_task, robots_by_name

from .conftest import SETUP, Ride, RunProgram, conditions, on_both, ride

DESK = TASKS / "desk" / "worlds" / "desk.toml"
ROBOTS = ("sensor-rover", "pico-sensor-rover")
# On the desk the sensor is over the middle of red after 60 mm, and over that of the next field after 80 mm more.
FIELDS = ("red", "green", "blue", "yellow", "black")


@pytest.fixture
def on_desk() -> RunProgram:
    def run(body: str, robot: str = ROBOTS[0], **chosen: object) -> Ride:
        terms = conditions(robot=robot, **chosen)  # type: ignore[arg-type]
        scene = load_scene(DESK, robots_by_name(find_task("desk"))[robot], "wall")
        return ride(SETUP + body, terms, scene)

    return run


DRIVE_OVER = """
rover.drive.settings(straight_speed=150)
for distance in (60, 80, 80, 80, 80):
    rover.drive.straight(distance)
    {look}
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_names_the_colours_of_the_fields(on_desk: RunProgram, robot: str, seed: int) -> None:
    look = "print(rover.color.color())"
    ride = on_both(on_desk, look + "\n" + DRIVE_OVER.format(look=look), robot=robot, seed=seed)
    assert ride.said == ["white", *FIELDS]


def test_light_hue_and_reflection(on_desk: RunProgram) -> None:
    look = "print(*rover.color.rgb(), *rover.color.hsv(), rover.color.reflection())"
    ride = on_both(on_desk, "rover.color.calibrate_white()\n" + look + "\n" + DRIVE_OVER.format(look=look))
    seen = {
        name: [int(word) for word in line.split()]
        for name, line in zip(("white", *FIELDS), ride.text.splitlines(), strict=True)
    }
    assert seen["white"][:3] == pytest.approx([100, 100, 100], abs=4)
    assert seen["white"][4] < 8 and seen["white"][5] > 95 and seen["white"][6] > 95
    for name, strongest in (("red", 0), ("green", 1), ("blue", 2)):
        red_green_blue = seen[name][:3]
        assert max(red_green_blue) == red_green_blue[strongest]
        assert min(abs(seen[name][3] - 120 * strongest), 360 - seen[name][3]) < 25, name
    # What the fields throw back of red, green and blue light, as their prints do (simulator/scene/colours.py)
    for name, colour in (("red", "#d0202c"), ("green", "#128a3c"), ("blue", "#1c4fa8"), ("yellow", "#ffd800")):
        shares = [100 * share / PAPER for share in shares_of(colour)]
        assert seen[name][:3] == pytest.approx(shares, abs=8), name
    assert seen["black"][6] < 10


def test_white_can_be_learned_over_another_paper(on_floor: RunProgram) -> None:
    """The floor throws back 85 %; as learned, that is white."""
    body = """
print(rover.color.reflection(), rover.color.color())
rover.color.calibrate_white()
print(rover.color.reflection(), rover.color.color())
"""
    before, name, after, name_after = on_both(on_floor, body, robot=ROBOTS[0]).said
    assert int(before) < 98 <= int(after)
    assert name == name_after == "white"


def test_black_is_not_learned_as_white(on_desk: RunProgram) -> None:
    body = """
rover.drive.straight(380)
try:
    rover.color.calibrate_white()
except RoverError as error:
    print(error)
print(rover.color.color())
"""
    error, name = on_both(on_desk, body).text.splitlines()
    assert error.startswith("ColorSensor: too dark for white, ") and error.endswith("calibrate again. [R33]")
    assert name == "black"


@pytest.mark.sample(2)
@pytest.mark.parametrize("robot", ROBOTS)
@pytest.mark.parametrize("at", ["", "@0.4"])
def test_one_that_does_not_answer_is_named(on_floor: RunProgram, robot: str, at: str) -> None:
    body = """
try:
    while True:
        rover.color.rgb()
        sleep_ms(50)
except RoverError as error:
    print(error)
"""
    ride = on_both(on_floor, body, robot=robot, faults=("cable-off:colour" + at,))
    assert ride.text.strip() == "ColorSensor does not answer on I2C address 0x29. Push its cable in. [R12]"
    assert ride.trace.states[-1][0] < 600_000
