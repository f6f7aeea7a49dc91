"""What line sensors learn: floor and line, which is which, who is dead; and that flash keeps it."""

from itertools import pairwise

import pytest

from .conftest import RunProgram, on_both
from .lines import CALIBRATE, Course, lit, on_both_runners

STRAIGHT = Course(((400.0, 400.0), (2400.0, 400.0)))
LIGHT = Course(STRAIGHT.points, white_on_black=True)
BACK = "rover.drive.straight(-40)\n"
AGAIN = """
import machine
if rover.line.calibrated():
    print('again', *rover.line.calibration())
else:
    rover.drive.straight(-40)
    rover.line.calibrate(rover.drive)
    print('first', *rover.line.calibration())
    machine.reset()
"""
WRITTEN = "with open('/line.cal', 'w') as file:\n    file.write(TEXT)\nfrom rover import Rover\nrover = Rover()\n"
FILE = "\n".join(("1", "ESP32 rover", "light", "9000 9100 9200 9300 9400", "50000 50100 50200 50300 50400", ""))


@pytest.mark.parametrize(("course", "line"), [(STRAIGHT, "dark"), (LIGHT, "light")])
def test_calibration_learns_which_is_the_line(course: Course, line: str, node: object) -> None:
    ride = on_both_runners(
        course, CALIBRATE + "print(rover.line.polarity(), rover.line.calibrated(), *rover.line.read_calibrated())"
    )
    words = ride.said
    assert words[:2] == [line, "True"]
    values = [int(word) for word in words[2:]]
    assert values[2] > 900 and max(values[0], values[4]) < 150


def test_a_light_line_can_be_set_without_calibration(node: object) -> None:
    """The board's file knows black and white; only which of them is the line must be said."""
    ride = on_both_runners(
        LIGHT,
        "print(rover.line.polarity(), rover.line.polarity('light'))\n"
        "print(rover.line.position(), rover.line.on_line())\n"
        "print(rover.follower.follow(until=lambda: rover.drive.distance() > 500))",
    )
    first, second, third = ride.text.splitlines()
    assert first == "dark light"
    assert abs(int(second.split()[0])) < 40 and second.endswith("True")
    assert third == "done"


def test_wild_readings_do_not_widen_the_calibration(on_line: RunProgram) -> None:
    """Ten times the noise: black and white are found to a few per cent, and the robot follows."""
    calm = on_line(BACK + CALIBRATE + "print(*rover.line.calibration()[0], *rover.line.calibration()[1])")
    noisy = on_line(
        BACK + CALIBRATE + "print(*rover.line.calibration()[0], *rover.line.calibration()[1])\n"
        "print(rover.follower.follow(until=lambda: rover.drive.distance() > 800))",
        faults=("noisy-adc=10",),
    )
    one, other = ([int(word) for word in ride.text.splitlines()[0].split()] for ride in (calm, noisy))
    span = one[5] - one[0]
    assert max(abs(a - b) for a, b in zip(one, other, strict=True)) < 0.1 * span
    assert noisy.text.splitlines()[1] == "done"


def test_the_next_start_uses_what_was_learned(on_line: RunProgram, node: object) -> None:
    ride = on_both(on_line, AGAIN)
    first, again = ride.text.splitlines()
    assert first.split()[0] == "first" and again.split()[0] == "again"
    assert first.split(maxsplit=1)[1] == again.split(maxsplit=1)[1]


def test_a_dead_sensor_is_remembered_and_named_again(on_line: RunProgram, node: object) -> None:
    ride = on_both(on_line, AGAIN + "print(rover.line.dead())", faults=("dead:line4",))
    lines = ride.text.splitlines()
    assert lines[0].startswith("LineSensors: sensor 4 does not change; ") and "[R40]" in lines[0]
    assert lines[2].startswith("LineSensors: sensor 4 does not follow the line; ") and "[R43]" in lines[2]
    assert lines[-1] == "(4,)" and len(lines) == 5


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("text", "used"),
    [
        (FILE, True),
        (FILE[:-1] + "\n2", True),
        ("", False),
        ("rubbish", False),
        (FILE.replace("1\n", "2\n", 1), False),
        (FILE.replace("ESP32 rover", "Pico rover"), False),
        (FILE.replace("light", "grey"), False),
        (FILE.replace("9400", ""), False),
        (FILE.replace("9400", "9400 9500"), False),
        (FILE.replace("9400", "x"), False),
        (FILE.replace("9400", "-1"), False),
        (FILE.replace("50400", "70000"), False),
        (FILE.replace("50400", "12000"), False),
        (FILE[:-1] + "\n2 3", False),
        (FILE[:-1] + "\n6", False),
        (FILE[: len(FILE) // 2], False),
        (FILE + "\n" + "x" * 5000, False),
    ],
)
def test_a_file_that_makes_no_sense_is_ignored(on_line: RunProgram, text: str, used: bool) -> None:
    ride = on_line(
        "print(rover.line.load(), rover.line.calibrated(), rover.line.polarity(), rover.line.calibration()[0][4])",
        setup=WRITTEN.replace("TEXT", repr(text)),
    )
    assert ride.text.splitlines()[-1] == ("True True light 9400" if used else "False False dark 12000")


def test_no_file_is_no_fault(on_line: RunProgram, node: object) -> None:
    assert on_both(on_line, "print(rover.line.load(), rover.line.calibrated())").said == ["False", "False"]


def test_a_write_that_fails_leaves_the_old_file_and_says_so(on_line: RunProgram, node: object) -> None:
    """A folder stands where the new file would be written; the robot goes on with what it has learned."""
    ride = on_both(
        on_line,
        BACK + "import os\nos.mkdir('/line.new')\nwith open('/line.cal', 'w') as file:\n    file.write('old')\n"
        + CALIBRATE
        + "print(open('/line.cal').read(), rover.line.calibrated())",
    )  # fmt: skip
    said, kept = ride.text.splitlines()
    assert said == "LineSensors: /line.cal could not be kept on flash. Delete files that nobody needs. [R41]"
    assert kept == "old True"


def test_sensors_of_a_program_s_own_are_not_kept(on_line: RunProgram) -> None:
    ride = on_line(
        BACK + "import os\nfrom rover import LineSensors\nline = LineSensors((36, 39, 34, 35, 32), 12)\n"
        "line.calibrate(rover.drive)\nprint(line.calibrated(), 'line.cal' in os.listdir('/'))"
    )
    assert ride.said == ["True", "False"]


@pytest.mark.parametrize(
    ("faults", "board", "port"),
    [(("dead:line2", "dead:line5"), "", "sensor 2"), (("dead:line3",), "pico_rover", "sensor 3")],
)
def test_too_few_good_sensors_are_an_error(
    on_line: RunProgram, faults: tuple[str, ...], board: str, port: str, node: object
) -> None:
    """Two of five, or one of three: there is too little to go by, so nothing changes."""
    ride = on_both(
        on_line,
        BACK + "before = rover.line.calibration()\n"
        "try:\n    rover.line.calibrate(rover.drive)\n"
        "except RoverError as error:\n    print(error.code, error.port)\n"
        "print(rover.line.calibration() == before, rover.line.dead(), rover.line.calibrated())",
        faults=faults,
        board=board,
    )
    assert ride.text.splitlines() == [f"R07 {port}", "True () False"]


def test_a_sensor_that_works_again_is_used_again(on_line: RunProgram) -> None:
    """It was named by the file of the last run; calibration finds that it changes."""
    ride = on_line(
        BACK + "print(rover.line.dead())\n" + CALIBRATE + "print(rover.line.dead())",
        setup=WRITTEN.replace("TEXT", repr(FILE + "2")),
    )
    assert ride.text.splitlines()[1:] == ["(2,)", "()"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("sensor", [2, 3, 4])
def test_what_a_dead_sensor_would_see_is_told_from_the_others(sensor: int, node: object) -> None:
    """The position goes on from one side of it to the other without a jump as from sensor to sensor."""
    ride = on_both_runners(
        STRAIGHT,
        CALIBRATE + "rover.drive.settings(turn_rate=30)\nrover.drive.turn(20)\n"
        "rover.drive.turn(-40, wait=False)\n"
        "while not rover.drive.done():\n    print(rover.line.position())\n    sleep_ms(10)",
        faults=(f"dead:line{sensor}",),
    )
    places = [int(word) for word in ride.text.splitlines()[1:]]
    assert min(places) < -150 and max(places) > 150
    assert max(abs(b - a) for a, b in pairwise(places)) < 110


def test_calibrated_in_the_sun_it_works_in_the_shade(node: object) -> None:
    course = lit(STRAIGHT, 0.2, ((300.0, 200.0), (800.0, 200.0), (800.0, 600.0), (300.0, 600.0)))
    ride = on_both_runners(course, CALIBRATE + "print(rover.follower.follow_until(distance=1200))")
    assert ride.said == ["distance"]


@pytest.mark.parametrize("sensor", [1, 3, 4])
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 8))])
def test_a_loose_wire_is_told_from_a_sensor(sensor: int, seed: int, on_line: RunProgram) -> None:
    """It wanders about as if there were lines; the others go on without it."""
    ride = on_line(
        BACK + CALIBRATE + "print(rover.line.dead())\n"
        "print(rover.follower.follow_until(distance=1500))",
        faults=(f"cable-off:line{sensor}",),
        seed=seed,
    )  # fmt: skip
    assert ride.text.splitlines() == [
        f"LineSensors: sensor {sensor} does not follow the line; the others do without it. Look at its cable. [R43]",
        f"({sensor},)",
        "distance",
    ]


@pytest.mark.sample(3)
@pytest.mark.parametrize("seed", range(8))
def test_noise_alone_makes_no_sensor_dead(seed: int, on_line: RunProgram) -> None:
    ride = on_line(BACK + CALIBRATE + "print(rover.line.dead())", faults=("noisy-adc=10",), seed=seed, profile="hard")
    assert ride.text.strip() == "()"


@pytest.mark.parametrize("sensor", [1, 5])
def test_a_sensor_that_dies_on_the_way_is_named_and_left_out(sensor: int, node: object) -> None:
    """From then on it sees the line where none is: the robot goes on along the line."""
    ride = on_both_runners(
        STRAIGHT,
        CALIBRATE + "print(rover.follower.follow_until(distance=1400))\nsleep_ms(300)",
        faults=(f"dead:line{sensor}@4",),
    )
    said, how = ride.text.splitlines()
    assert said.startswith(f"LineSensors: sensor {sensor} does not follow the line; ")
    assert how == "distance"
    assert abs(ride.left_mm) < 10
