"""rover.every(): even times on the board's clock, and the motors off whatever ends it."""

from itertools import pairwise

import pytest

from .conftest import Ride, RunProgram, on_both

LED_PIN = 2
MOTOR_PINS = (25, 26, 27, 14)
SETUP = "from time import sleep_ms, ticks_ms\nfrom rover import Rover, RoverError\nrover = Rover()\n"
COUNTING = "n = 0\ndef step():\n    global n\n    n += 1\n    rover.led.toggle()\n"


def steps_us(ride: Ride) -> list[int]:
    """When the led changed: each step toggles it."""
    changes, last = [], 0
    for t_us, _, pin, value in ride.trace.outputs:
        if pin == LED_PIN and (value > 0) != last:
            last = value > 0
            changes.append(t_us)
    return changes


@pytest.mark.sample(2)
@pytest.mark.parametrize("period", [5, 20, 33])
def test_steps_come_evenly(on_floor: RunProgram, period: int) -> None:
    ride = on_both(on_floor, COUNTING + f"    return n == 100\nrover.every({period}, step)\nprint(n)", setup=SETUP)
    assert ride.text.strip() == "100"
    times = steps_us(ride)
    assert len(times) == 100
    assert (times[-1] - times[0]) / 99 == pytest.approx(1000 * period, abs=2), "no drift"
    assert all(after - before == pytest.approx(1000 * period, abs=150) for before, after in pairwise(times))


def test_steps_stay_even_while_the_robot_moves_and_steps_take_their_time(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        COUNTING + "    rover.drive.drive(200)\n    sleep_ms(n % 15)\n    return n == 80\nrover.every(20, step)",
        setup=SETUP,
    )
    times = steps_us(ride)
    assert (times[-1] - times[0]) / 79 == pytest.approx(20_000, abs=20)
    assert all(after - before == pytest.approx(20_000, abs=700) for before, after in pairwise(times))
    assert ride.text == ""


def test_late_steps_are_counted_and_told_at_the_end(on_floor: RunProgram) -> None:
    """Steps 10 and 20 take 50 ms: each makes one late and one is left out."""
    ride = on_both(
        on_floor,
        COUNTING + "    if n in (10, 20):\n        sleep_ms(50)\n    return n == 40\nrover.every(20, step)\nprint(n)",
        setup=SETUP,
    )
    told, count = ride.text.splitlines()
    assert told == (
        "every(): 4 steps came late or not at all. Make the step shorter, or its period more than 20 ms. [R63]"
    )
    assert count == "40"
    times = steps_us(ride)
    assert times[-1] - times[0] == pytest.approx(41 * 20_000, abs=200), "the beat is kept"


@pytest.mark.parametrize(
    ("end", "ended"),
    [("return True", "program_end"), ("1 / 0", "program_error"), ("raise KeyboardInterrupt", "program_error")],
)
def test_whatever_ends_it_the_motors_are_off(on_floor: RunProgram, end: str, ended: str) -> None:
    ride = on_floor(
        COUNTING + f"    rover.drive.drive(300)\n    if n == 50:\n        {end}\n"
        "try:\n    rover.every(20, step)\nfinally:\n    print('after', n)\n    sleep_ms(500)",
        setup=SETUP,
    )
    assert ride.outcome.ended == ended
    assert ride.said[:2] == ["after", "50"]
    assert 200 < ride.ahead_mm < 330 and ride.at_rest()


def test_single_motors_stop_too(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        COUNTING + "    rover.left_motor.dc(60)\n    return n == 20\nrover.every(20, step)\nsleep_ms(500)",
        setup=SETUP,
    )
    assert abs(ride.turned_deg) > 10 and ride.at_rest()


def test_two_loops_beside_each_other(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "import asyncio\n" + COUNTING + "    return n == 50\nm = 0\n"
        "async def other():\n    global m\n    m += 1\n    await asyncio.sleep_ms(5)\n    return m == 10\n"
        "async def main():\n"
        "    task = asyncio.create_task(rover.every(50, other))\n"
        "    await rover.every(20, step)\n    await task\n    print(n, m, ticks_ms())\n"
        "asyncio.run(main())",
        setup=SETUP,
    )
    n, m, end = map(int, ride.said)
    assert (n, m) == (50, 10) and end == pytest.approx(980, abs=15)
    times = steps_us(ride)
    assert (times[-1] - times[0]) / 49 == pytest.approx(20_000, abs=40)


def test_what_it_refuses(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "for call in (lambda: rover.every('20', print), lambda: rover.every(0, print), lambda: rover.every(20, 5)):\n"
        "    try:\n        call()\n    except RoverError as error:\n        print(error)",
        setup=SETUP,
    )
    assert ride.text.splitlines() == [
        "period is a whole number, 1 to 60000 ms; got '20' [R02]",
        "period is a whole number, 1 to 60000 ms; got 0 [R02]",
        "step is a function; got 5 [R02]",
    ]


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("loop", ["rover.every(20, step)", "StateMachine(step).run()"])
def test_ctrl_c_ends_it_with_the_motors_off(on_floor: RunProgram, loop: str, runtime: str) -> None:
    ride = on_floor(
        "from rover import StateMachine\ndef step():\n    rover.drive.drive(300)\n"
        f"try:\n    {loop}\nexcept KeyboardInterrupt:\n    print('stopped')\n    sleep_ms(1500)",
        setup=SETUP,
        faults=("ctrl-c@1.5",),
        runtime=runtime,
    )
    assert ride.outcome.ended == "program_end" and ride.said == ["stopped"]
    assert max(ride.values("v_um_s")) > 250_000 and ride.at_rest()
    duties = [t_us for t_us, _, pin, _ in ride.trace.outputs if pin in MOTOR_PINS]
    assert not [t_us for t_us in duties if 1_510_000 < t_us < 2_900_000], "nothing drives a motor after that"


@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_ctrl_c_in_a_task_ends_with_the_motors_off(on_floor: RunProgram, runtime: str) -> None:
    """A board's asyncio leaves its tasks where they are, so no `finally` runs; the program's end does it."""
    ride = on_floor(
        "import asyncio\ndef step():\n    rover.drive.drive(300)\n"
        "async def main():\n    await rover.every(20, step)\nasyncio.run(main())",
        setup=SETUP,
        faults=("ctrl-c@1.5",),
        runtime=runtime,
    )
    assert ride.outcome.ended == "program_error"
    last = {pin: (t_us, duty) for t_us, _, pin, duty in ride.trace.outputs if pin in MOTOR_PINS}
    assert {duty for _, duty in last.values()} == {0}
    assert all(1_500_000 <= t_us < 1_600_000 for t_us, _ in last.values())


@pytest.mark.parametrize(
    "step",
    ["async def step():\n    print('never')\n", "def step():\n    return rover.drive.straight(500, wait=False)\n"],
)
def test_a_step_to_await_is_refused_where_no_task_runs(on_floor: RunProgram, step: str) -> None:
    ride = on_both(
        on_floor,
        step + "try:\n    rover.every(20, step)\nexcept RoverError as error:\n    print(error)\nsleep_ms(500)",
        setup=SETUP,
    )
    assert ride.text.strip() == (
        "every(): the step has to be awaited, and no task runs. Write def without async. [R67]"
    )
    assert ride.ahead_mm < 20 and ride.at_rest()
