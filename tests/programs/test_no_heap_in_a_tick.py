"""On the real interpreter: while the robot moves under control, a tick takes no heap."""

import pytest

from .conftest import RunProgram
from .test_line_events import MEETINGS

LOCKED = "sleep_ms(300)\nmicropython.heap_lock()\nsleep_ms(1000)\nmicropython.heap_unlock()\n"
MOTIONS = {
    "drive": "rover.drive.drive(150, 20)\n" + LOCKED,
    "straight": "rover.drive.straight(600, wait=False)\n" + LOCKED,
    "turn": "rover.drive.turn(400, wait=False)\n" + LOCKED,
    "whole move, to its end": "rover.drive.straight(60, wait=False)\n" + LOCKED,
    "curve": "rover.drive.curve(200, 200, wait=False)\n" + LOCKED,
    "a move that replaces another": (
        "rover.drive.straight(900, wait=False)\nsleep_ms(500)\nrover.drive.arc(-200, angle=300, wait=False)\n" + LOCKED
    ),
    "odometry": "rover.drive.reset_pose()\nrover.drive.curve(200, 200, wait=False)\n" + LOCKED,
    "motor": "rover.left_motor.run(300)\n" + LOCKED,
    "motor, to an angle": "rover.left_motor.run_angle(400, 300, wait=False)\n" + LOCKED,
    "follow": (
        "n = 0\n"
        "def lock():\n"
        "    global n\n    n += 1\n"
        "    if n == 30:\n        micropython.heap_lock()\n"
        "    if n == 130:\n        micropython.heap_unlock()\n"
        "    return n > 130\n"
        "rover.follower.follow(250, until=lock)\n"
    ),
    "telemetry, its room full": (
        "log = rover.telemetry\nodometry = rover.odometry\n"
        "log.add('x', odometry.x)\nlog.add('y', odometry.y)\nlog.add('deg', odometry.angle)\n"
        "log.add('left', rover.left_motor.count)\nlog.add('line', rover.line.position)\n"
        "log.start(10, size=50)\nrover.drive.drive(150, 20)\n" + LOCKED + "log.stop()\n"
    ),
}


WITH_GYRO = "rover.drive.reset_pose()\nrover.drive.use_gyro()\nrover.drive.{}\n" + LOCKED


@pytest.mark.sample(2)
@pytest.mark.parametrize("motion", ["straight(600, wait=False)", "turn(400, wait=False)", "drive(150, 40)"])
def test_a_tick_with_the_gyro_takes_no_heap(on_line: RunProgram, motion: str, node: object) -> None:
    text = "import micropython\n" + WITH_GYRO.format(motion) + "print('ended')"
    ride = on_line(text, runtime="micropython", robot="sensor-rover")
    assert ride.outcome.fault is None, ride.outcome.fault
    assert ride.text.strip() == "ended"
    assert ride.driven_mm[-1] > 40 or abs(ride.turned_deg) > 40


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("motion", "board"),
    [
        *((motion, "esp32_rover") for motion in MOTIONS),
        *((motion, "pico_rover") for motion in ("motor", "turn", "follow", "telemetry, its room full")),
    ],
)
def test_a_tick_takes_no_heap(on_line: RunProgram, motion: str, board: str, node: object) -> None:
    text = "import micropython\n" + MOTIONS[motion] + "print('ended')"
    ride = on_line(text, runtime="micropython", board=board)
    assert ride.outcome.fault is None, ride.outcome.fault
    assert ride.text.strip() == "ended"  # a MemoryError in a callback would have been printed
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]
    assert ride.driven_mm[-1] > 40 or abs(ride.turned_deg) > 40


def test_what_shows_and_sounds_beside_a_drive_takes_no_heap(on_line: RunProgram, node: object) -> None:
    ride = on_line(
        "import micropython\nrover.button.was_pressed()\nrover.led.blink(50, 50)\nrover.servo.angle(0)\n"
        "rover.servo.move(180, 5000, wait=False)\nrover.buzzer.play('A4/8 R ' * 20, wait=False)\n"
        "rover.drive.drive(150, 20)\n" + LOCKED + "print('ended', rover.servo.angle() > 30)\nrover.stop()",
        runtime="micropython",
        robot="sensor-rover",
    )
    assert ride.outcome.fault is None, ride.outcome.fault
    assert ride.said == ["ended", "True"]
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]


def test_the_lock_locks(on_line: RunProgram, node: object) -> None:
    """The control of the test above: what does take heap fails under the lock."""
    ride = on_line(
        "import micropython\nlocked = False\nmicropython.heap_lock()\n"
        "try:\n    [1, 2]\nexcept MemoryError:\n    locked = True\nmicropython.heap_unlock()\nprint(locked)",
        runtime="micropython",
    )
    assert ride.said == ["True"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("way", MEETINGS)
def test_a_meeting_takes_no_heap(way: str, node: object) -> None:
    """Gap, crossing, corner, end: from 200 mm before it until after it."""
    body = (
        "rover.line.calibrate(rover.drive)\nrover.drive.reset()\nmotion = rover.follower.follow(wait=False)\n"
        "while rover.drive.distance() < 300:\n    sleep_ms(10)\n"
        "micropython.heap_lock()\nsleep_ms(2500)\nmicropython.heap_unlock()\nprint(rover.follower.event())"
    )
    ride = MEETINGS[way].run("import micropython\n" + body, runtime="micropython")
    assert ride.outcome.fault is None, ride.outcome.fault
    assert ride.text.strip() == ("end" if way == "T" else way)
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]
