"""The robot stands when the program ends that is run over a cable, and Ctrl-C finds it wherever it is."""

import ast
import importlib
import sys
import types

import pytest

from .conftest import LIB, Ride, RunProgram, on_both

MOTOR_PINS = (25, 26, 27, 14)
# The world goes on after the last line as long as a timer of the program's own lives.
GO_ON = "from machine import Timer\nTimer(0).init(mode=Timer.ONE_SHOT, period=%d, callback=lambda t: print('on'))\n"


def switched_off(ride: Ride) -> bool:
    """Every pin of the motors was low at last."""
    last = {pin: value for _, _, pin, value in ride.trace.outputs if pin in MOTOR_PINS}
    return len(last) > 1 and not any(last.values())


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "moving",
    [
        "rover.drive.drive(200)",
        "rover.left_motor.run(300)",
        "rover.left_motor.dc(50)",
        "rover.drive.turn(300, wait=False)",
    ],
)
def test_the_last_line_stops_the_robot(on_floor: RunProgram, moving: str) -> None:
    ride = on_both(on_floor, GO_ON % 1200 + moving + "\nsleep_ms(400)\n")
    assert ride.said == ["on"]
    assert max(ride.values("left_mv") + ride.values("right_mv")) > 500
    assert not any(mv for name in ("left_mv", "right_mv") for mv in ride.values(name)[26:])  # from 100 ms on
    assert ride.at_rest()


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("end", "ended"),
    [
        ("1 / 0", "program_error"),
        ("rover.drive.straight('x')", "program_error"),
        ("import sys; sys.exit()", "program_end"),
    ],
)
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_whatever_ends_the_program(on_floor: RunProgram, end: str, ended: str, runtime: str) -> None:
    ride = on_floor(f"rover.drive.drive(200)\nsleep_ms(400)\n{end}\n", runtime=runtime)
    assert ride.outcome.ended == ended
    assert switched_off(ride)


MOTIONS = {
    "straight": "rover.drive.straight(2000)",
    "turn": "rover.drive.turn(3000)",
    "run": "rover.left_motor.run(500)\nwhile True:\n    sleep_ms(20)",
    "hold": "rover.drive.drive(100)\nsleep_ms(300)\nrover.left_motor.hold()\nwhile True: pass",
    "dc": "rover.left_motor.dc(80)\nn = 0\nwhile True: n += 1",
    "line": "rover.follower.follow(150)",
    "asyncio": (
        "import asyncio\nasync def main():\n    rover.drive.drive(200)\n    while True: await asyncio.sleep(1)\n"
        "asyncio.run(main())"
    ),
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("what", MOTIONS)
def test_ctrl_c_in_each_kind_of_motion(on_floor: RunProgram, what: str) -> None:
    first, second = (
        on_floor(MOTIONS[what] + "\n", runtime=runtime, faults=("ctrl-c@0.6",))
        for runtime in ("cpython", "micropython")
    )
    assert first.trace.sha256 == second.trace.sha256
    assert (first.outcome.ended, first.outcome.fault.cls) == ("program_error", "KeyboardInterrupt")  # type: ignore[union-attr]
    assert switched_off(first)
    assert 600_000 <= first.outcome.t_us < 610_000


def test_ctrl_c_finds_nobody_after_the_last_line(on_floor: RunProgram) -> None:
    ride = on_both(on_floor, GO_ON % 800 + "print('last')\n", faults=("ctrl-c@0.4",))
    assert ride.said == ["last", "on"]


LOST = """
from micropython import const
from rover.control import loop_of
class Slow:
    def job(self, periods):
        sleep_ms(7)
rover.drive.drive(150)
loop_of(3).start(Slow().job)
n = 0
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("at", ["0.61", "0.613", "0.617"])
@pytest.mark.parametrize(
    "busy", ["while True: n += 1", "while True: sleep_ms(1000)", "while True: print(rover.left_motor.angle())"]
)
def test_ctrl_c_that_comes_to_the_control_loop_finds_the_program(on_floor: RunProgram, busy: str, at: str) -> None:
    """MicroPython raises it in whatever runs just then, and prints and forgets what a callback raises."""
    text = LOST + f"try:\n    {busy}\nexcept KeyboardInterrupt:\n    print('out', ticks_ms())\n"
    text += "rover.stop()\nsleep_ms(400)\n"
    ride = on_both(on_floor, "from time import ticks_ms\n" + text, faults=(f"ctrl-c@{at}",))
    assert int(ride.said[-1]) < 630
    assert ride.at_rest() and switched_off(ride)
    assert not [event for event in ride.trace.events if event[2] == "callback_error"]


WATCHING = """
import os
from rover.terminal import watch
class Other:
    def write(self, data): return len(data)
    def readinto(self, data): return None
    def ioctl(self, request, argument): return 0
def terminal():
    "What is the second terminal now?"
    there = os.dupterm(None)
    if there is not None: os.dupterm(there)
    return there
ended = []
"""


def test_nothing_watches_before_something_moves_and_after_the_end(on_floor: RunProgram) -> None:
    ride = on_both(
        on_floor,
        WATCHING + "print(terminal())\nrover.left_motor\neyes = terminal()\nprint(eyes is None)\n"
        "for piece in (b'\\x04 ', b'a', b'>>>', b'>>> ', b'\\r\\n', b''):\n    if terminal(): eyes.write(piece)\n"
        "print(terminal())\nrover.left_motor.run(100)\nprint(terminal() is eyes)\neyes.write(b'\\x04')\n"
        "print(terminal())\nsleep_ms(300)\nprint(rover.left_motor.speed())\n",
    )
    assert ride.text == "None\nFalse\nNone\nTrue\nNone\n0\n"


def test_a_terminal_that_is_there_already_is_left_alone(on_floor: RunProgram) -> None:
    """As WebREPL's; then the robot goes on when a program ends that was run through it."""
    ride = on_both(
        on_floor,
        WATCHING + "other = Other()\nos.dupterm(other)\nrover.drive\nprint(terminal() is other)\n"
        "watch(lambda: ended.append(1))\nprint(terminal() is other, ended)\n",
    )
    assert ride.text == "True\nTrue []\n"


def test_watching_a_print_takes_no_heap(on_floor: RunProgram) -> None:
    ride = on_floor(
        WATCHING
        + "import micropython\nrover.left_motor\neyes = terminal()\npiece, one = bytearray(b'speed'), bytearray(b' ')\n"
        "eyes.write(piece)\nmicropython.heap_lock()\nfor _ in range(50):\n    eyes.write(piece)\n    eyes.write(one)\n"
        "    eyes.readinto(one)\nmicropython.heap_unlock()\nprint('none')\n",
        runtime="micropython",
    )
    assert ride.said == ["none"]


def test_what_the_interpreter_calls_while_it_prints_has_no_jumps() -> None:
    """It raises Ctrl-C at a jump; in there it would be lost, and the terminal with it."""
    tree = ast.parse((LIB / "rover" / "terminal.py").read_text(encoding="utf-8"))
    called = {"write", "readinto", "ioctl", "_press"}
    seen = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in called]
    assert {node.name for node in seen} == called
    jumps = (ast.If, ast.IfExp, ast.For, ast.While, ast.Try, ast.With, ast.BoolOp, ast.Assert, ast.comprehension)
    assert not [part for node in seen for part in ast.walk(node) if isinstance(part, jumps)]


def test_a_second_ctrl_c_does_not_keep_anything_running(rover_library: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rover.terminal", types.SimpleNamespace(watch=lambda on_end: None))  # type: ignore[arg-type]
    stop = importlib.import_module("rover.stop")
    switched: list[str] = []
    presses = [KeyboardInterrupt]

    def interrupted() -> None:
        if presses:
            raise presses.pop()
        switched.append("first")

    stop.at_stop(interrupted)
    stop.at_stop(lambda: switched.append("second"))
    with pytest.raises(KeyboardInterrupt):
        stop.stop_all()
    assert switched == ["first", "second"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "call",
    ["servo.angle(60)", "servo.move(60, 200, wait=False)", "gripper.open(wait=False)", "buzzer.beep(wait=False)"],
)
def test_what_sounds_or_moves_watches_for_each_end(on_floor: RunProgram, call: str) -> None:
    """The parts outlast a program that is run over a cable, and the next one uses them again."""
    ride = on_both(
        on_floor,
        WATCHING + f"rover.servo, rover.gripper, rover.buzzer\neyes = terminal()\n"
        f"for _ in range(2):\n    rover.{call}\n    print(terminal() is eyes)\n    sleep_ms(40)\n"
        "    if terminal(): eyes.write(b'\\x04')\n    print(terminal(), rover.servo.angle())\nsleep_ms(40)",
        robot="sensor-rover",
    )
    assert ride.text.splitlines() == ["True", "None None"] * 2
    pulses = {pin: value for _, _, pin, value in ride.trace.outputs if pin in (12, 15)}
    assert not any(pulses.values())
