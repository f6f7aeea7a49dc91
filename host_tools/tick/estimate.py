"""Counts what a control tick does in the simulator, and says what that takes on an RP2040."""

import ast
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from marshrut.simulator.cross_compiler import compile_module
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.runners.child import Boot, Child, Launch, Patience
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_name
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.trace import TraceWriter

from .bytecode import CALL, by_line, read_mpy
from .costs import BUILT_IN, COSTS, FUNCTION, bytecodes_us, hardware_us

LIB = Path(__file__).resolve().parents[2] / "lib"
COUNTER = Path(__file__).resolve().parent / "counter.py"
CHILD = Path(__file__).resolve().parents[2] / "simulator" / "runners" / "cpython" / "child.py"
TICKS = 100
MOST_US = 5000
_HEAD = "from time import sleep_ms\nfrom rover import Rover\nrover = Rover()\n"
_WAIT = "\nsleep_ms(1500)\n"
_FOLLOW = """
looks = 0
def look():
    global looks
    looks += 1
    return looks > 160
rover.follower.follow(250, until=look)
"""
THREE, FIVE = "pico-sensor-rover", "sensor-rover"


@dataclass(frozen=True)
class Task:
    """What is driven, and on which robot: one with three line sensors and PIO encoders, or with five."""

    name: str
    program: str
    robot: str = THREE
    skipped_ticks: int = 30


TASKS = (
    Task("motor", "rover.left_motor.run(300)" + _WAIT),
    Task("drive base, drive", "rover.drive.drive(150, 20)" + _WAIT),
    Task("drive base, straight", "rover.drive.straight(600, wait=False)" + _WAIT),
    Task("odometry beside it", "rover.drive.pose()\nrover.drive.straight(600, wait=False)" + _WAIT),
    Task("line follower, 3 sensors", _FOLLOW),
    Task("line follower, 5 sensors", _FOLLOW, FIVE),
    Task(
        "telemetry beside it, 3 channels",
        "log = rover.telemetry\nlog.add('left', rover.left_motor.angle)\nlog.add('right', rover.right_motor.angle)\n"
        "log.add('line', rover.line.position)\nlog.start(10, 500)\nrover.drive.straight(600, wait=False)" + _WAIT,
    ),
    Task(
        "follower, odometry, telemetry, gyro",
        "rover.drive.use_gyro(True)\nrover.drive.pose()\nlog = rover.telemetry\n"
        "log.add('left', rover.left_motor.angle)\nlog.start(10, 500)" + _FOLLOW,
        skipped_ticks=100,  # in which the gyro is calibrated
    ),
)


@dataclass(frozen=True)
class Tick:
    """What a tick does, on average, and what that takes (µs)."""

    name: str
    bytecodes: Counter[str]  # of each class, in all ticks
    functions: int
    hardware: Counter[str]
    ticks: int = TICKS

    @property
    def built_ins(self) -> int:
        return max(0, self.bytecodes[CALL] - self.functions - sum(self.hardware.values()))

    @property
    def shares_us(self) -> dict[str, float]:
        """Where a tick's time goes."""
        whole = {
            "bytecodes": bytecodes_us(self.bytecodes),
            "functions": self.functions * COSTS[FUNCTION].us,
            "built-ins": self.built_ins * COSTS[BUILT_IN].us,
            "hardware": sum(hardware_us(name) * count for name, count in self.hardware.items()),
        }
        return {name: us / self.ticks for name, us in whole.items()}

    @property
    def us(self) -> float:
        return sum(self.shares_us.values())


def measure(task: Task) -> Tick:
    """Run it on the CPython runner and count."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "counts.json"
        _run(task, out)
        if not out.is_file():
            raise RuntimeError(f"{task.name}: fewer than {task.skipped_ticks + TICKS} ticks")
        counted = json.loads(out.read_text())
    bytecodes: Counter[str] = Counter()
    for file, last, line, count in counted["steps"]:
        statements = _statements(LIB / file.removeprefix("/lib/"))
        if last and statements.places.get(last) == statements.places.get(line) and line >= last:
            continue  # another line of the same statement
        for kind, number in statements.bytecodes.get(statements.places.get(line, line), Counter()).items():
            bytecodes[kind] += number * count
    return Tick(task.name, bytecodes, sum(counted["calls"].values()), Counter(counted["hardware"]))


def _run(task: Task, out: Path) -> None:
    sprint = find_task("line-sprint")
    terms = Conditions(
        with_robot(sprint, robots_by_name(sprint)[task.robot]),
        find_variant(sprint, "oval"),
        seed=7,
        profile="nominal",
    )
    program = Program("tick.py", {"main.py": _HEAD + task.program})
    scene = nominal_scene(terms)
    writer = TraceWriter(trace_header(program, terms, scene))
    command = [
        sys.executable, "-S", "-s", str(COUNTER), str(out), str(task.skipped_ticks), str(TICKS), str(CHILD),
    ]  # fmt: skip

    def start(boot: Boot, patience: Patience) -> Child:
        environment = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
        return Child(Launch(command, environment), boot, replace(patience, silence_s=60.0))

    outcome = drive(program, terms, scene, writer, lambda t_us, state: "", start=start)
    if outcome.fault is not None:
        raise RuntimeError(f"{task.name}: {outcome.fault.text()}")


@dataclass(frozen=True)
class _Statements:
    """`places`: line -> first line of its statement; `bytecodes`: of each statement, under that line."""

    places: dict[int, int]
    bytecodes: dict[int, Counter[str]]


@cache
def _statements(path: Path) -> _Statements:
    places: dict[int, int] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            for line in range(node.lineno, max(node.lineno, last) + 1):
                if places.get(line, 0) < node.lineno:  # the innermost one
                    places[line] = node.lineno
    bytecodes: dict[int, Counter[str]] = {}
    for line, counts in by_line(read_mpy(compiled(path))).items():
        bytecodes.setdefault(places.get(line, line), Counter()).update(counts)
    return _Statements(places, bytecodes)


def compiled(path: Path) -> bytes:
    """The module as `mpy-cross` makes it for a push."""
    return compile_module(str(path), path.read_bytes(), "-O2")
