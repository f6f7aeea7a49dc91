"""Telemetry: records beside the moving robot, and the table they make."""

import csv
import io
from itertools import pairwise

import pytest

from .conftest import Ride, RunProgram, on_both

SETUP = (
    "from time import sleep_ms, ticks_ms\nfrom rover import Rover, RoverError\nrover = Rover()\nlog = rover.telemetry\n"
)
SHOW = "with open('run.csv') as file:\n    print(file.read())\n"


def table(text: str) -> list[dict[str, str]]:
    """The CSV within a text: from its head line, which begins with ms, to the first empty line."""
    return list(csv.DictReader(io.StringIO(text[text.index("ms,") :].split("\n\n")[0])))


def numbers(ride: Ride, column: str) -> list[int]:
    return [int(row[column]) for row in table(ride.text)]


def test_the_ride_is_in_the_file(on_line: RunProgram) -> None:
    ride = on_both(
        on_line,
        "rover.odometry.reset()\n"
        "log.add('x_mm', rover.odometry.x)\nlog.add('deg', rover.odometry.angle)\n"
        "log.add('left', rover.left_motor.angle)\nlog.add('line', rover.line.position)\n"
        "log.start(20)\nrover.drive.straight(200)\nlog.stop()\nx, y, angle = rover.odometry.pose()\n"
        "print(x, angle, rover.left_motor.angle())\nprint(log.count(), log.dropped())\nprint(log.save())\n" + SHOW,
        setup=SETUP,
    )
    pose, counts, told, written = ride.text.splitlines()[:4]
    x, angle, left = map(int, pose.split())
    count, dropped = map(int, counts.split())
    assert told == f"Telemetry: {count} records are in run.csv; lost: 0 [R64]"
    assert (int(written), dropped) == (count, 0)
    rows = table(ride.text)
    assert list(rows[0]) == ["ms", "x_mm", "deg", "left", "line"] and len(rows) == count > 50
    steps = [after - before for before, after in pairwise(numbers(ride, "ms"))]
    assert set(steps) <= {19, 20, 21}
    xs = numbers(ride, "x_mm")
    assert xs[0] == 0 and xs == sorted(xs) and xs[-1] == pytest.approx(x, abs=1) == pytest.approx(200, abs=5)
    assert xs[len(xs) // 2] == pytest.approx(ride_at(ride, numbers(ride, "ms")[len(xs) // 2]), abs=8)
    assert numbers(ride, "deg")[-1] == pytest.approx(angle, abs=1)
    assert numbers(ride, "left")[-1] == pytest.approx(left, abs=2)
    assert all(abs(place) < 300 for place in numbers(ride, "line"))


def ride_at(ride: Ride, t_ms: int) -> float:
    """How far it had driven then. Recording begins some ms after power-on."""
    return ride.driven_mm[min(t_ms // 20, len(ride.driven_mm) - 1)]


def test_when_it_is_full_the_newest_stay(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "log.add('t', ticks_ms)\nlog.start(every=10, size=30)\nsleep_ms(1000)\nlog.stop()\nsleep_ms(200)\n"
        "print(log.count(), log.dropped())\nprint(log.save('last.csv'))\nprint(open('last.csv').read())",
        setup=SETUP,
    )
    count, dropped = map(int, ride.text.splitlines()[0].split())
    assert count == 30 and dropped == pytest.approx(70, abs=2)
    assert ride.text.splitlines()[1] == f"Telemetry: 30 records are in last.csv; lost: {dropped} [R64]"
    times = numbers(ride, "ms")
    assert len(times) == 30 and times == sorted(times) and times[-1] == pytest.approx(1000, abs=12)
    assert times[-1] - times[0] == pytest.approx(290, abs=2)


def test_records_for_which_the_board_had_no_time_are_counted(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "from micropython import schedule\n"
        "log.add('n', lambda: 1)\nlog.start(every=10)\nsleep_ms(100)\n"
        "schedule(lambda _: sleep_ms(60), 0)\nsleep_ms(100)\nlog.stop()\nprint(log.count(), log.dropped())",
        setup=SETUP,
    )
    count, dropped = map(int, ride.said)
    assert 4 <= dropped <= 6
    assert count + dropped == pytest.approx(20, abs=1)


def test_attributes_fractions_and_nothing_measured(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "class Thing:\n    level = 3\n    n = 0\n"
        "    def maybe(self):\n        self.n += 1\n        return None if self.n % 2 else self.n\n"
        "thing = Thing()\nlog.add('level', thing, 'level')\nlog.add('maybe', thing.maybe)\n"
        "log.add('part', lambda: 2.75)\nlog.add('yes', lambda: True)\n"
        "log.start(50)\nsleep_ms(175)\nthing.level = -4\nsleep_ms(50)\nlog.print()",
        setup=SETUP,
    )
    rows = table(ride.text)
    assert [row["level"] for row in rows] == ["3", "3", "3", "3", "-4"]
    assert [row["maybe"] for row in rows] == ["", "4", "", "6", ""]
    assert {row["part"] for row in rows} == {"3"} and {row["yes"] for row in rows} == {"1"}


def test_it_starts_anew_and_can_be_cleared(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "log.add('a', lambda: 1)\nlog.start()\nsleep_ms(200)\nlog.start()\nsleep_ms(100)\nlog.stop()\n"
        "print(log.count())\n"
        "log.add('b', lambda: 2)\nlog.start()\nsleep_ms(50)\nlog.print()\nprint()\n"
        "log.clear()\nprint(log.count(), log.dropped())\n"
        "try:\n    log.save()\nexcept RoverError as error:\n    print(error)",
        setup=SETUP,
    )
    assert 4 <= int(ride.said[0]) <= 6
    assert list(table(ride.text)[0].values())[1:] == ["1", "2"]
    assert ride.text.splitlines()[-2:] == [
        "0 0",
        "Telemetry has no channel yet. Name what to record with add(). [R66]",
    ]


def test_a_full_flash_is_told_and_leaves_no_half_file(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "import os\n"
        "log.add('t', lambda: 123456)\nlog.start(10, size=500)\nsleep_ms(100)\nlog.save()\n"
        "log.start(10, size=500)\nsleep_ms(5100)\n"
        "free = os.statvfs('/')[0] * (os.statvfs('/')[3] - 1)\n"
        "with open('big.bin', 'w') as file:\n    block = '.' * 4096\n"
        "    for n in range(free // 4096):\n        file.write(block)\n"
        "before = sorted(os.listdir())\n"
        "try:\n    log.save()\nexcept RoverError as error:\n    print(error)\n"
        "print(sorted(os.listdir()) == before, len(open('run.csv').read()) < 300)\n"
        "os.remove('big.bin')\nlog.save()\nprint(len(open('run.csv').read()) > 4000)",
        setup=SETUP,
    )
    first, full, same, again, long = ride.text.splitlines()
    assert first.endswith("[R64]") and again.startswith("Telemetry: 500 records are in run.csv")
    assert full == ("Telemetry: the flash has no room for run.csv with 500 records. Delete files or record less. [R61]")
    assert (same, long) == ("True True", "True")


def test_what_it_refuses(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "def tried(call):\n    try:\n        call()\n    except RoverError as error:\n        print(error)\n"
        "tried(lambda: log.start())\n"
        "tried(lambda: log.add('x', 5))\n"
        "log.add('word', lambda: 'far')\n"
        "tried(lambda: log.start())\nlog.clear()\nlog.add('x', lambda: 5)\n"
        "tried(lambda: log.start(every=5))\ntried(lambda: log.start(size=0))\n"
        "log.start()\ntried(lambda: log.save('no/such/folder.csv'))\n"
        "log.start()\ntried(lambda: log.add('late', lambda: 5))\nsleep_ms(50)\nlog.stop()\nprint(log.count())\n"
        "log.add('ahead', lambda: sleep_ms(25))\ntried(lambda: log.start())",
        setup=SETUP,
    )
    assert ride.text.splitlines() == [
        "Telemetry has no channel yet. Name what to record with add(). [R66]",
        "source is a function; got 5 [R02]",
        "channel word is -1073741823 to 1073741823 or None; got 'far' [R02]",
        "every is a whole number, 10 to 60000 ms; got 5 [R02]",
        "size is a whole number, 10 to 5000 records; got 0 [R02]",
        "Telemetry: a file no/such/folder.csv cannot be made. Use a plain name, as run.csv. [R65]",
        "Telemetry records already. Add channels before start(). [R69]",
        "3",
        "Telemetry: channel ahead takes 26 ms; at most 3 ms. Measure in a loop of your own. [R70]",
    ]


def test_recording_goes_on_when_all_that_moves_is_stopped(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "log.add('left', rover.left_motor.angle)\nlog.start(20)\nrover.drive.drive(200)\nsleep_ms(500)\n"
        "rover.stop()\nbefore = log.count()\nsleep_ms(400)\nprint(before, log.count())",
        setup=SETUP,
    )
    before, after = map(int, ride.said)
    assert 24 <= before <= 26 and after - before == pytest.approx(20, abs=1)


def test_what_the_motors_are_given_can_be_recorded(on_floor: RunProgram) -> None:
    """An empty cell while a motor is off, 0 while it brakes, and a share of 65535 with its sign."""
    ride = on_both(
        on_floor,
        "log.add('left', rover.left_motor, 'duty')\nlog.add('right', rover.right_motor, 'duty')\nlog.start(10)\n"
        "sleep_ms(45)\nrover.left_motor.dc(50)\nrover.right_motor.dc(-25)\nsleep_ms(40)\nrover.left_motor.brake()\n"
        "rover.right_motor.stop()\nsleep_ms(40)\nrover.left_motor.run(300)\nsleep_ms(200)\nlog.save()\n" + SHOW,
        setup=SETUP,
    )
    rows = table(ride.text)
    assert {(row["left"], row["right"]) for row in rows[1:3]} == {("", "")}
    assert {(row["left"], row["right"]) for row in rows[6:8]} == {("32767", "-16383")}
    assert {(row["left"], row["right"]) for row in rows[10:12]} == {("0", "")}
    assert 5000 < int(rows[-1]["left"]) < 30000
