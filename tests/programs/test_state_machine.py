"""StateMachine: small behaviours that a robot truly drives, their time-outs, and the drawing."""

import re

import pytest

from .conftest import RunProgram, on_both

SETUP = (
    "from time import sleep_ms, ticks_ms\nfrom rover import Rover, RoverError, StateMachine\n"
    "rover = Rover()\nlog = []\nmachine = StateMachine()\n"
)
TO_THE_WALL_AND_BACK = """
drive = rover.drive
def wall():
    mm = rover.range.distance()
    return mm is not None and mm < 150
machine.state("go", enter=lambda: drive.drive(200), exit=lambda: log.append(drive.distance()))
machine.state("back", enter=lambda: drive.drive(-100))
machine.state("turn", enter=lambda: drive.turn(90, wait=False))
machine.state("rest", enter=drive.brake)
machine.transition("go", "back", when=wall)
machine.transition("go", "rest", after=8000)
machine.transition("back", "turn", after=1000)
machine.transition("turn", "rest", when=drive.done)
"""


def test_it_drives_to_a_wall_backs_off_and_turns(on_floor: RunProgram) -> None:
    """The sensor looks out 85 mm before the axle, so the robot stands at 385 mm where the wall at 620 is 150 away."""
    ride = on_both(
        on_floor,
        TO_THE_WALL_AND_BACK + "machine.run(50)\nprint(machine.now(), *log)\nsleep_ms(300)",
        robot="sensor-rover",
        walls=[(620, -400, 620, 400)],
        setup=SETUP,
    )
    state, turned_back_mm = ride.said
    assert state == "rest"
    assert int(turned_back_mm) == pytest.approx(390, abs=25)
    assert max(ride.driven_mm) == pytest.approx(int(turned_back_mm) + 30, abs=30)
    assert ride.ahead_mm == pytest.approx(int(turned_back_mm) - 70, abs=35)
    assert ride.turned_deg == pytest.approx(90, abs=3) and ride.at_rest()


def test_without_the_wall_the_time_out_ends_it(on_floor: RunProgram) -> None:
    body = TO_THE_WALL_AND_BACK.replace("after=8000", "after=1500")
    ride = on_both(
        on_floor,
        body + "machine.run(period=50)\nprint(machine.now(), ticks_ms())\nsleep_ms(300)",
        robot="sensor-rover",
        setup=SETUP,
    )
    state, end = ride.said
    assert state == "rest" and 1500 < int(end) < 1800
    assert 220 < ride.ahead_mm < 330 and ride.turned_deg == pytest.approx(0, abs=2) and ride.at_rest()


def test_functions_are_states_and_name_the_next(on_line: RunProgram) -> None:
    """From beside the line: drive back until the line is seen, go on over it, stop."""
    ride = on_both(
        on_line,
        "drive = rover.drive\n"
        "def leave():\n    drive.drive(60, 60)\n    if not rover.line.on_line():\n        return 'search'\n"
        "def search():\n    drive.drive(60, -60)\n    if rover.line.on_line():\n        return 'stop'\n"
        "def stop():\n    drive.brake()\n    return True\n"
        "machine = StateMachine(leave, search, stop)\n"
        "seen = []\n"
        "def step():\n    rover.line.position()\n"
        "    if machine.now() not in seen:\n        seen.append(machine.now())\n"
        "    return machine.step()\n"
        "rover.every(20, step)\nprint(*seen)\nprint(rover.line.on_line())\nprint(machine.draw())\nsleep_ms(200)",
        setup=SETUP,
    )
    assert ride.said[:5] == ["None", "leave", "search", "stop", "True"]
    assert ride.at_rest()
    states, ways = drawn("\n".join(ride.text.splitlines()[2:]))
    assert list(states.values()) == ["leave", "search", "stop"]
    assert [way[:2] for way in ways] == [("[*]", "leave"), ("leave", "search"), ("search", "stop")]


def test_entry_during_and_exit_come_in_order(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "def say(word):\n    return lambda: log.append(word)\n"
        "machine.state('a', say('a+'), say('a'), say('a-'))\n"
        "machine.state('b', say('b+'), None, say('b-'))\n"
        "machine.state('c', enter=say('c+'))\n"
        "machine.transition('a', 'b', when=lambda: len(log) >= 3)\n"
        "machine.transition('b', 'c', when=lambda: True, after=100)\n"
        "print(machine.now(), machine.time())\n"
        "machine.start()\nprint(machine.now(), machine.step(), machine.step(), machine.now())\n"
        "sleep_ms(50)\nprint(machine.step(), machine.time())\nsleep_ms(60)\nprint(machine.step(), machine.now())\n"
        "print(machine.step(), *log)\nmachine.run(start='b')\nprint(*log[7:])",
        setup=SETUP,
    )
    lines = [line.split() for line in ride.text.splitlines()]
    assert lines[0] == ["None", "0"]
    assert lines[1] == ["a", "False", "False", "b"]
    assert lines[2][0] == "False" and int(lines[2][1]) == pytest.approx(50, abs=3)
    assert lines[3] == ["True", "c"]
    assert lines[4] == ["True", "a+", "a", "a", "a-", "b+", "b-", "c+"]
    assert lines[5] == ["b+", "b-", "c+"]


def test_a_name_that_is_no_state_is_refused_with_those_that_are(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "def tried(call):\n    try:\n        call()\n    except RoverError as error:\n        print(error)\n"
        "machine.state('go', during=lambda: 'stopp')\nmachine.state('stop')\n"
        "tried(lambda: machine.run(start='og'))\n"
        "machine.start()\ntried(machine.step)\n"
        "machine.transition('go', 'halt', after=10)\ntried(machine.run)\ntried(machine.draw)\n"
        "tried(lambda: StateMachine().run())\n"
        "tried(lambda: machine.state('x', enter=5))\ntried(lambda: machine.transition('go', 'stop', after='1 s'))",
        setup=SETUP,
    )
    assert ride.text.splitlines() == [
        "StateMachine has no state called og. It has: go, stop. [R62]",
        "StateMachine has no state called stopp. It has: go, stop. [R62]",
        "StateMachine has no state called halt. It has: go, stop. [R62]",
        "StateMachine has no state called halt. It has: go, stop. [R62]",
        "StateMachine has no state yet. Name one with state(). [R68]",
        "enter is a function; got 5 [R02]",
        "after is a whole number, 0 to 86400000 ms; got '1 s' [R02]",
    ]


def test_an_error_in_a_state_stops_the_motors(on_floor: RunProgram) -> None:
    ride = on_floor(
        "machine.state('go', enter=lambda: rover.drive.drive(300))\nmachine.state('end')\n"
        "machine.transition('go', 'end', when=lambda: machine.time() > 1000 and 1 / 0)\n"
        "try:\n    machine.run()\nfinally:\n    sleep_ms(1500)",
        setup=SETUP,
    )
    assert ride.outcome.ended == "program_error"
    assert 200 < ride.ahead_mm < 400 and ride.at_rest()


def test_two_machines_run_beside_each_other(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "import asyncio\n"
        "def blinker():\n    lamp = StateMachine()\n"
        "    lamp.state('on', enter=rover.led.on)\n    lamp.state('off', enter=rover.led.off)\n"
        "    lamp.transition('on', 'off', after=100)\n    lamp.transition('off', 'on', after=100)\n    return lamp\n"
        "machine.state('go', enter=lambda: rover.drive.drive(200))\nmachine.state('rest', enter=rover.drive.brake)\n"
        "machine.transition('go', 'rest', after=1000)\n"
        "async def main():\n    asyncio.create_task(blinker().run())\n    await machine.run()\n"
        "asyncio.run(main())\nsleep_ms(300)",
        setup=SETUP,
    )
    flashes = [value > 0 for _, _, pin, value in ride.trace.outputs if pin == 2]
    assert flashes.count(True) == pytest.approx(5, abs=1)
    assert 150 < ride.ahead_mm < 230 and ride.at_rest()


STATE = re.compile(r'    state "(.+)" as (s\d+)')
WAY = re.compile(r"    (\[\*\]|s\d+) --> (\[\*\]|s\d+)(?: : (.+))?")


def drawn(text: str) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The states (by id) and the ways of a Mermaid state diagram; every line has to be one of both."""
    head, *lines = text.strip("\n").splitlines()
    assert head == "stateDiagram-v2"
    states: dict[str, str] = {"[*]": "[*]"}
    ways = []
    for line in lines:
        if state := STATE.fullmatch(line):
            assert state[2] not in states
            states[state[2]] = state[1]
        else:
            way = WAY.fullmatch(line)
            assert way, line
            ways.append((states[way[1]], states[way[2]], way[3] or ""))
    del states["[*]"]
    return states, ways


def test_the_drawing_shows_every_state_and_way(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        "def sees_wall():\n    return False\n"
        "for name in ('drive on', 'бұрылу', 'end'):\n    machine.state(name)\n"
        "machine.transition('drive on', 'бұрылу', when=sees_wall)\n"
        "machine.transition('drive on', 'end', after=500)\n"
        "machine.transition('бұрылу', 'drive on', when=lambda: True, after=20)\n"
        "machine.transition('бұрылу', 'end', when=sees_wall, label='gave up')\n"
        "print(machine.draw())",
        setup=SETUP,
    )
    states, ways = drawn(ride.text)
    assert list(states.values()) == ["drive on", "бұрылу", "end"]
    assert ways == [
        ("[*]", "drive on", ""),
        ("drive on", "бұрылу", "sees_wall"),
        ("drive on", "end", "after 500 ms"),
        ("бұрылу", "drive on", "when after 20 ms"),
        ("бұрылу", "end", "gave up"),
        ("end", "[*]", ""),
    ]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("states", "run"),
    [
        ("machine.state('go', enter=go, during=lambda: None)", "machine.run()"),
        ("machine.state('go', enter=go)", "machine.run()"),
        ("machine.state('wait')\nmachine.state('go', enter=go)\nmachine.transition('wait', 'go')", "machine.run()"),
        ("fails = False\nmachine.state('go', enter=go, during=lambda: None)", "machine.run(0)"),
    ],
    ids=["the first state", "the only state", "the last state", "a period that is refused"],
)
def test_an_error_as_a_state_begins_stops_the_robot(on_floor: RunProgram, states: str, run: str) -> None:
    ride = on_both(
        on_floor,
        "fails = True\ndef go():\n    rover.drive.drive(300)\n    sleep_ms(400)\n    if fails:\n        1 / 0\n"
        f"{states}\ntry:\n    {run}\nexcept (ZeroDivisionError, RoverError):\n    print('out')\n    sleep_ms(800)",
        setup=SETUP,
    )
    assert ride.said == ["out"]
    assert max(ride.values("v_um_s")) > 200_000 and ride.at_rest()
