"""Servo and Gripper: where the servo's arm truly points."""

from itertools import pairwise

import pytest
from marshrut.simulator.appearance import angle_of

from .conftest import Ride, RunProgram, on_both

SETUP = "from time import sleep_ms, ticks_ms\nfrom rover import Gripper, Rover, RoverError, Servo\nrover = Rover()\n"


def run(on_floor: RunProgram, body: str) -> Ride:
    return on_both(on_floor, body + "\nsleep_ms(40)", robot="sensor-rover", setup=SETUP)


def arm(ride: Ride) -> list[tuple[float, float]]:
    """When the arm (ms) came to which angle."""
    return [(t_us / 1000, angle_of(text)) for t_us, _, part, text in ride.trace.displays if part == "arm"]


def arm_at(ride: Ride, t_ms: float) -> float:
    return next(angle for at, angle in reversed(arm(ride)) if at <= t_ms)


def test_it_turns_to_the_angle(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "print(rover.servo.angle())\n"
        "for deg in (0, 45, 180, 90):\n"
        "    rover.servo.angle(deg)\n    sleep_ms(400)\n    print(ticks_ms(), rover.servo.angle())",
    )
    assert ride.said[0] == "None"
    for t_ms, angle in zip(ride.said[1::2], ride.said[2::2], strict=True):
        assert arm_at(ride, float(t_ms)) == pytest.approx(float(angle), abs=0.5)


def test_a_move_is_even_and_takes_its_time(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "rover.servo.angle(30)\nsleep_ms(400)\nprint(ticks_ms())\n"
        "print(rover.servo.move(150, time=1000))\nprint(ticks_ms())\nprint(rover.servo.angle())",
    )
    begin, result, end, angle = ride.said
    assert result == "done" and angle == "150"
    assert int(end) - int(begin) == pytest.approx(1000, abs=15)
    for part in (0.25, 0.5, 0.75):
        assert arm_at(ride, int(begin) + 1000 * part) == pytest.approx(30 + 120 * part, abs=5)
    assert arm(ride)[-1][1] == pytest.approx(150, abs=0.5)
    steps = [after - before for (_, before), (_, after) in pairwise(arm(ride)) if before > 31]
    assert max(steps) < 6, "a servo told all at once would turn 12 deg in 20 ms"


def test_a_move_goes_on_beside_the_program(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "rover.servo.angle(0)\nsleep_ms(400)\nmove = rover.servo.move(100, time=500, wait=False)\n"
        "print(move.done(), rover.servo.angle())\nsleep_ms(250)\nprint(rover.servo.angle())\n"
        "sleep_ms(300)\nprint(move.done(), move.result)",
    )
    before, begin, middle, after, result = ride.said
    assert (before, begin, after, result) == ("False", "0", "True", "done")
    assert int(middle) == pytest.approx(50, abs=4)
    assert arm(ride)[-1][1] == pytest.approx(100, abs=0.5)


def test_a_new_angle_ends_a_move_where_it_is(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "rover.servo.angle(0)\nsleep_ms(400)\nfirst = rover.servo.move(180, time=1000, wait=False)\nsleep_ms(500)\n"
        "second = rover.servo.move(0, time=500, wait=False)\nprint(first.result)\nsleep_ms(100)\n"
        "rover.servo.off()\nprint(second.result, rover.servo.angle())\nsleep_ms(300)",
    )
    assert ride.said == ["stopped", "stopped", "None"]
    highest = max(angle for t_ms, angle in arm(ride) if t_ms > 400)
    assert highest == pytest.approx(90, abs=6)
    assert arm(ride)[-1][1] == pytest.approx(75, abs=8), "limp, it stays on its way"


def test_a_limp_servo_is_told_at_once(on_floor: RunProgram) -> None:
    ride = run(on_floor, "print(rover.servo.move(180, time=400))\nprint(ticks_ms())")
    result, end = ride.said
    assert result == "done" and int(end) == pytest.approx(400, abs=20)
    assert arm_at(ride, 200) == pytest.approx(180, abs=0.2), "90 deg at its own speed"


def test_the_pulses_can_be_chosen(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "servo = Servo(12, low=1000, high=2000, timer=3)\nservo.angle(0)\nsleep_ms(400)\n"
        "servo.pulses(600, 2300)\nservo.angle(180)\nsleep_ms(400)",
    )
    assert arm_at(ride, 350) == pytest.approx(500 / 1900 * 180, abs=0.5)
    assert arm(ride)[-1][1] == pytest.approx(1800 / 1900 * 180, abs=0.5)


def test_in_a_task_a_move_is_awaited(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "import asyncio\nlog = []\n"
        "async def beside():\n    for n in range(3):\n        log.append(n)\n        await asyncio.sleep_ms(50)\n"
        "async def main():\n    task = asyncio.create_task(beside())\n"
        "    print(await rover.servo.move(120, time=300))\n    print(*log)\n"
        "asyncio.run(main())",
    )
    assert ride.said == ["done", "0", "1", "2"]


def test_a_forgotten_await_is_told(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "import asyncio\n"
        "async def main():\n    for part in (rover.gripper.close, rover.buzzer.beep):\n"
        "        part()\n        try:\n            await part()\n        except RoverError as error:\n"
        "            print(error)\n        print(await part())\n"
        "asyncio.run(main())",
    )
    assert ride.text.splitlines() == [
        "servo.move() was not awaited. Write await before it. [R16]",
        "done",
        "beep() was not awaited. Write await before it. [R16]",
        "done",
    ]


def test_the_gripper_opens_and_closes_and_waits_for_its_servo(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "for call in (rover.gripper.open, rover.gripper.close, rover.gripper.open):\n"
        "    since = ticks_ms()\n    print(call(), ticks_ms() - since)\n    print(ticks_ms())",
    )
    said = ride.said
    for n, angle in enumerate((90, 30, 90)):
        result, took, now = said[3 * n : 3 * n + 3]
        assert result == "done"
        assert arm_at(ride, float(now)) == pytest.approx(angle, abs=0.6)
        assert int(took) < (700 if n == 0 else 300)


def test_the_gripper_does_not_make_the_program_wait(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "rover.gripper.open()\nmotion = rover.gripper.close(wait=False)\nprint(motion.done())\nsleep_ms(350)\n"
        "print(motion.result, rover.servo.angle())\nrover.gripper.off()\nprint(rover.servo.angle())",
    )
    assert ride.said == ["False", "done", "30", "None"]
    assert arm(ride)[-1][1] == pytest.approx(30, abs=0.5)


def test_a_gripper_may_have_a_servo_of_its_own(on_floor: RunProgram) -> None:
    ride = run(on_floor, "gripper = Gripper(Servo(12, timer=3), 120, 60)\ngripper.close()\ngripper.open()")
    assert min(angle for _, angle in arm(ride)) == pytest.approx(60, abs=0.5)
    assert arm(ride)[-1][1] == pytest.approx(120, abs=0.5)


def test_at_a_stop_the_servo_goes_limp(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "rover.servo.angle(0)\nsleep_ms(400)\nmove = rover.servo.move(180, time=1000, wait=False)\nsleep_ms(500)\n"
        "rover.stop()\nsleep_ms(600)\nprint(move.result, rover.servo.angle())",
    )
    assert ride.said == ["stopped", "None"]
    assert arm(ride)[-1][1] == pytest.approx(90, abs=6)


def test_what_a_servo_refuses(on_floor: RunProgram) -> None:
    ride = run(
        on_floor,
        "for call in (lambda: rover.servo.angle(200), lambda: rover.servo.move(90, 'slow'),\n"
        "             lambda: Servo(12, low=2000), lambda: Servo(34)):\n"
        "    try:\n        call()\n    except RoverError as error:\n        print(error)",
    )
    assert ride.text.splitlines() == [
        "angle is 0 to 180 deg; got 200 [R02]",
        "time is a whole number, 0 to 60000 ms; got 'slow' [R02]",
        "low is a whole number, 300 to 1400 µs; got 2000 [R02]",
        "Servo: pin 34 can only be an input. Use another pin for pin. [R05]",
    ]


def test_a_robot_without_the_parts_says_so(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "class Bare:\n    CONTROL_TIMER = 3\n"
        "bare = Rover(Bare)\n"
        "for name in ('servo', 'gripper', 'lights', 'buzzer'):\n"
        "    try:\n        getattr(bare, name)\n    except RoverError as error:\n        print(error)",
        setup=SETUP,
    )
    assert ride.text.splitlines() == [
        f"This robot has no {name}: its rover_board.py names no {name.upper()} [R11]"
        for name in ("servo", "gripper", "lights", "buzzer")
    ]
