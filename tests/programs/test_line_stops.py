"""What ends following early: a stop, a wheel that cannot turn, a failed tick; and a sensor that dies meanwhile."""

import pytest

from .conftest import Ride, RunProgram, on_both
from .lines import CALIBRATE, Course, on_both_runners

STRAIGHT = Course(((400.0, 400.0), (2400.0, 400.0)))
IN_ASYNCIO = "import asyncio\nasync def later():\n    await asyncio.sleep_ms(600)\n    LATER\n"
IN_ASYNCIO += "async def main():\n    beside = asyncio.create_task(later())\n    MAIN\n    await beside\n"
IN_ASYNCIO += "try:\n    asyncio.run(main())\nexcept ValueError:\n    print('raised')\nsleep_ms(500)"


def off_ms(ride: Ride) -> int:
    """From when on no motor gets power, in ms."""
    powered = [
        n for n, both in enumerate(zip(ride.values("left_mv"), ride.values("right_mv"), strict=True)) if any(both)
    ]
    return 20 * (powered[-1] + 1)


def in_asyncio(main: str, later: str = "rover.stop()") -> str:
    return IN_ASYNCIO.replace("LATER", later).replace("MAIN", main)


@pytest.mark.parametrize("stop", ["rover.stop()", "from rover.stop import stop_all; stop_all()"])
def test_a_stop_ends_it_beside_the_program(stop: str, on_line: RunProgram, node: object) -> None:
    ride = on_both(
        on_line,
        f"motion = rover.follower.follow(wait=False)\nsleep_ms(600)\n{stop}\nprint(motion.result)\n"
        "print(motion.wait())\nsleep_ms(900)",
    )
    assert ride.said == ["stopped", "stopped"]
    assert ride.at_rest()


def test_a_stop_ends_an_awaited_one(on_line: RunProgram, node: object) -> None:
    ride = on_both(on_line, in_asyncio("print(await rover.follower.follow())"))
    assert ride.said == ["stopped"]
    assert ride.at_rest()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "waited",
    [
        "rover.follower.follow()",
        "rover.follower.follow(wait=False).wait()",
        "rover.drive.straight(900)",
        "rover.left_motor.run_time(300, 3000)",
    ],
)
def test_a_stop_in_a_callback_ends_what_is_waited_for(waited: str, on_line: RunProgram, node: object) -> None:
    ride = on_both(
        on_line,
        "from machine import Timer\nrover.follower\n"
        "Timer(2, mode=Timer.ONE_SHOT, period=600, callback=lambda timer: rover.stop())\n"
        f"print({waited})\nsleep_ms(900)",
    )
    assert ride.said == ["stopped"]
    assert ride.at_rest()


FAILS = "rover.drive.reset()\nfollow = rover.follower.follow\ndef fails():\n"
FAILS += "    if rover.drive.distance() > 80:\n        raise ValueError('broken')\n"


def test_an_until_that_fails_ends_it_and_is_told_to_the_task(on_line: RunProgram, node: object) -> None:
    ride = on_both(on_line, FAILS + in_asyncio("print(await follow(until=fails))", "pass"))
    assert ride.text.splitlines()[-1] == "raised" and len(ride.text.splitlines()) == 2  # the loop has told of it, too
    assert ride.at_rest() and ride.ahead_mm < 250


def test_a_failed_tick_is_told_to_who_awaits_a_move(on_line: RunProgram, node: object) -> None:
    """Whichever job has failed: here one beside the move."""
    ride = on_both(
        on_line,
        FAILS + "from rover.control import loop_of\nrover.led.blink(50, 50)\n"
        "def job(periods):\n    fails()\n"
        "loop_of(rover._board.CONTROL_TIMER).start(job)\n" + in_asyncio("print(await rover.drive.straight(900))"),
    )
    assert ride.text.splitlines()[-1] == "raised"
    assert ride.at_rest() and ride.ahead_mm < 250


@pytest.mark.parametrize("wait", [True, False])
def test_an_until_that_fails_is_told_to_who_waits(wait: bool, on_line: RunProgram, node: object) -> None:
    ride = on_both(
        on_line,
        FAILS + f"try:\n    motion = follow(until=fails, wait={wait})\n    sleep_ms(900)\n    print(motion.result)\n"
        "    motion.wait()\nexcept ValueError:\n    print('raised')\nsleep_ms(300)",
    )
    assert ride.said[-2:] == (["stopped", "raised"] if not wait else ["raised"])
    assert ride.at_rest() and ride.ahead_mm < 250


@pytest.mark.parametrize("waits", ["print({})", "print({}.wait())"])
def test_jammed_wheels_end_it(waits: str, on_line: RunProgram, node: object) -> None:
    call = "rover.follower.follow_until(event='cross', time=6000" + (", wait=False)" if "wait" in waits else ")")
    ride = on_both(on_line, waits.format(call) + "\nsleep_ms(500)", faults=("jammed:left@0.5", "jammed:right@0.5"))
    assert ride.said == ["stalled"]
    assert 500 < off_ms(ride) <= 600


def test_a_sensor_that_dies_beside_the_program_takes_no_heap_in_a_tick(node: object) -> None:
    """The heap is locked for all jobs of a tick. The simulated `schedule` takes heap, a board's does not."""
    body = (
        "import micropython\nfrom rover import line_sensors\nfrom rover.control import loop_of\n"
        "loop = loop_of(rover._board.CONTROL_TIMER)\nschedule = line_sensors.schedule\n"
        "def later(call, argument):\n    unlock(1)\n    schedule(call, argument)\n    lock(1)\n"
        "def lock(periods):\n    micropython.heap_lock()\n"
        "def unlock(periods):\n    micropython.heap_unlock()\n"
        "line_sensors.schedule = later\n"
        "motion = rover.follower.follow_until(distance=1400, wait=False)\n"
        "loop.start(lock, first=True)\nloop.start(unlock)\n"
        "print(motion.wait(), rover.line.dead())\nsleep_ms(300)"
    )
    ride = STRAIGHT.run(CALIBRATE + body, faults=("dead:line5@4",), runtime="micropython")
    assert ride.outcome.fault is None, ride.outcome.fault
    said, how = ride.text.splitlines()
    assert said.startswith("LineSensors: sensor 5 does not follow the line; ")
    assert how == "distance (5,)"


def test_a_sensor_that_dies_beside_the_program_is_left_out_at_once(node: object) -> None:
    ride = on_both_runners(
        STRAIGHT,
        CALIBRATE + "motion = rover.follower.follow_until(distance=1400, wait=False)\n"
        "while not motion.done():\n    sleep_ms(10)\n    if rover.line.dead():\n        break\n"
        "print(motion.done(), rover.line.dead())\nprint(motion.wait())\nsleep_ms(300)",
        faults=("dead:line5@4",),
    )
    assert ride.text.splitlines()[1:] == ["False (5,)", "distance"]
    assert abs(ride.left_mm) < 10
