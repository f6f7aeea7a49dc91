"""Ctrl-C stops the motors, whatever moves them: within 100 ms of virtual time from when the byte is at the board."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from marshrut.simulator.trace import read_trace
from marshrut.simulator.virtual_board.board import Shown, VirtualBoard
from marshrut.simulator.virtual_board.pacing import Timed
from wire import Wire, living_board

from .boards import Mpremote, RunningBoard, environment, running_board, tool
from .thonny_window import thonny
from .typing_person import at_terminal

START = "from rover import Rover\nfrom time import sleep, sleep_ms\nrover = Rover()\nrover.button.wait_pressed()\n"
LIMIT_US = 100_000
SEEN_US = 400_000  # so long after Ctrl-C the motors are watched
VOLTAGES = slice(7, 9)  # of the motors, in a state's values
MOTIONS = {
    "straight": "rover.drive.straight(2000)",
    "turn": "rover.drive.turn(3600)",
    "curve": "rover.drive.curve(200, 720)",
    "arc": "rover.drive.arc(200, distance=3000)",
    "drive": "rover.drive.drive(150, 20)\nsleep(20)",
    "drive, not awaited": "rover.drive.straight(2000, wait=False)\nwhile not rover.drive.done():\n    pass",
    "effort": "rover.drive.set_effort(40, 40)\nsleep(20)",
    "arcade": "while True:\n    rover.drive.arcade(30, 10)\n    sleep_ms(20)",
    "follow": "rover.line.calibrate(rover.drive)\nprint('moves')\nrover.follower.follow(200)",
    "calibrate": "rover.line.calibrate(rover.drive)",
    "motor dc": "rover.left_motor.dc(50)\nsleep(20)",
    "motor run": "rover.left_motor.run(300)\nsleep(20)",
    "motor run_time": "rover.left_motor.run_time(300, 20000)",
    "motor run_angle": "rover.right_motor.run_angle(300, 9000)",
    "motor run_target": "rover.right_motor.run_target(300, 9000)",
    "motor until stalled": "rover.right_motor.run_until_stalled(300)",
}


class Watch:
    """What the motors got, over time; and when Ctrl-C came in."""

    def __init__(self, board: VirtualBoard, wire: Wire) -> None:
        self.states: list[Shown] = []
        self.pressed_us: int | None = None
        self._shown, self._receive = board.shown, board.console.receive
        board.shown = self.shown  # type: ignore[method-assign]
        board.console.receive = self.receive  # type: ignore[method-assign]

    def shown(self, t_us: int, values: tuple[int, ...]) -> None:
        self.states.append(Shown(t_us, values))
        self._shown(t_us, values)

    def receive(self, data: bytes) -> None:
        if b"\x03" in data:
            self.pressed_us = self.states[-1].t_us
        self._receive(data)

    def until(self, fulfilled: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not fulfilled():
            assert time.monotonic() < end
            time.sleep(0.005)

    def moving(self) -> bool:
        return bool(self.states) and any(self.states[-1].values[VOLTAGES])

    def time_us(self) -> int:
        return self.states[-1].t_us

    def stop_us(self) -> int:
        """How long after Ctrl-C a motor last had a voltage."""
        pressed = self.pressed_us
        assert pressed is not None
        self.until(lambda: self.time_us() >= pressed + SEEN_US)
        return max(state.t_us for state in self.states if any(state.values[VOLTAGES])) - pressed


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "motion",
    [pytest.param(name, marks=() if name in ("straight", "drive", "follow") else pytest.mark.slow) for name in MOTIONS],
)
def test_every_motion_stops(tmp_path: Path, motion: str) -> None:
    with living_board(tmp_path, pacing=Timed(4)) as (board, wire, _):
        wire.enter_raw()
        wire.reset_softly()
        watch = Watch(board, wire)
        wire.type((START + MOTIONS[motion]).encode() + b"\x04")
        wire.until(b"OK")
        watch.until(watch.moving)
        moves_us = watch.time_us()
        watch.until(lambda: watch.time_us() > moves_us + 300_000 and watch.moving())
        wire.type(b"\x03")
        assert b"KeyboardInterrupt: \r\n" in wire.until(b"\x04>")
        assert watch.stop_us() <= LIMIT_US


# Through the tools: a program drives, somebody presses Ctrl-C there, and the run's record says how that ended.

PROGRAM = START + "print('drives')\nrover.drive.straight(2500)\n"  # the task presses the button
DRIVES_S = 0.4
MOTOR_PINS = {25, 26, 27, 14}  # of the robot `esp32_rover`


@pytest.fixture(scope="module")
def slow_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBoard]:
    with running_board(tmp_path_factory.mktemp("slow"), "--task", "line-sprint", "--speed", "2") as running:
        yield running


@pytest.fixture
def program(home: Path) -> Path:
    path = home / "drives.py"
    path.write_text(PROGRAM)
    return path


def assert_stopped(run: Path) -> None:
    """By Ctrl-C, and before the program was over no motor had a command any more."""
    trace = read_trace(run / "trace.jsonl")
    assert trace.events[-1][2:] == ("program_error", 6, "KeyboardInterrupt")
    assert any(values[1 + VOLTAGES.start] for _, *values in trace.states)
    last = {pin: value for _, _, pin, value in trace.outputs}
    assert set(last) >= MOTOR_PINS
    assert not any(last[pin] for pin in MOTOR_PINS)


def interrupted(home: Path, *command: str) -> None:
    """A tool that runs the program is ended by Ctrl-C in its own terminal."""
    with subprocess.Popen(
        [sys.executable, "-u", "-m", *command], stdout=subprocess.PIPE, cwd=home, env=environment(home)
    ) as process:
        assert process.stdout is not None
        while b"drives" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(DRIVES_S)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)
        assert process.returncode != 0


@pytest.mark.slow
def test_mpremote_run(slow_board: RunningBoard, home: Path, program: Path) -> None:
    """The tool itself ends without a word to the board; its next call interrupts the program."""

    def act() -> None:
        interrupted(home, "mpremote", "connect", slow_board.port, "run", str(program))
        assert Mpremote(slow_board.port, home)("exec", "print('here')", resume=False) == "here\n"

    assert_stopped(slow_board.next_run(act))


@pytest.mark.slow
def test_ampy_run(slow_board: RunningBoard, home: Path, program: Path) -> None:
    def act() -> None:
        interrupted(home, "ampy.cli", "--port", slow_board.port, "run", str(program))
        assert b"/main.py" in tool(home, "ampy.cli", "--port", slow_board.port, "ls").stdout

    assert_stopped(slow_board.next_run(act))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "greeting"),
    [(("mpremote", "connect", "PORT", "repl"), b"\r"), (("rshell.main", "--quiet", "--port", "PORT", "repl"), b"")],
    ids=["mpremote", "rshell"],
)
def test_repl(slow_board: RunningBoard, home: Path, command: tuple[str, ...], greeting: bytes) -> None:
    def act() -> None:
        with at_terminal(home, *(slow_board.port if part == "PORT" else part for part in command)) as person:
            person.type(greeting)
            person.read_until(b">>> ")
            person.type_until(b"\x04", b"soft reboot\r\n")
            time.sleep(4)  # main.py waits for the button by then, on a busy computer, too
            person.type_until(b"\x03", b">>> ")
            pasted = b"\x05" + PROGRAM.replace("\n", "\r").encode() + b"\x04"
            person.type_until(b"\x03" + pasted, b"\r\ndrives\r\n")
            time.sleep(DRIVES_S)
            person.type_until(b"\x03", b"KeyboardInterrupt: \r\n>>> ")

    assert_stopped(slow_board.next_run(act))


@pytest.mark.slow
def test_thonny_stop(slow_board: RunningBoard, home: Path) -> None:
    def act() -> None:
        with thonny(slow_board.port, home, "esp32") as window:
            window.begin("Run", argv=["Run"], args=[], source=PROGRAM)
            window.wait_printed("drives")
            time.sleep(DRIVES_S)
            window.interrupt()
            assert "KeyboardInterrupt" in window.finish()

    assert_stopped(slow_board.next_run(act))
