"""Runs a program on the simulated rover and tells where the robot went."""

import cmath
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import Scene, fault_of
from marshrut.simulator.scene.model import Mat, Motor, Press, Start, Wall
from marshrut.simulator.tasks.catalogue import find_task, find_variant, robots_by_board, robots_by_name
from marshrut.simulator.tasks.loading import with_robot
from marshrut.simulator.trace import Trace, TraceWriter

LIB = Path(__file__).resolve().parents[2] / "lib"
WALL_MM = 300.0  # fills what a laser sees from afar
SETUP = "from time import sleep_ms\nfrom rover import PID, Motor, Rover, RoverError, StopWatch\nrover = Rover()\n"


@dataclass(frozen=True)
class Ride:
    """A finished program: what it printed and where the robot was, state by state, as seen from its start."""

    outcome: Outcome
    trace: Trace

    @property
    def text(self) -> str:
        return "".join(text for _, _, text in self.trace.texts)

    @property
    def said(self) -> list[str]:
        return self.text.split()

    def values(self, field: str) -> list[int]:
        """One state field over time, a value every 20 ms."""
        at = self.trace.header["state_fields"].index(field) + 2
        return [state[at] for state in self.trace.states]

    def last(self, field: str) -> int:
        return self.values(field)[-1]

    @property
    def ahead_mm(self) -> float:
        """How far the robot is from its start in the direction in which it stood there."""
        return self._moved()[0]

    @property
    def left_mm(self) -> float:
        """How far it is to the left of where it stood."""
        return self._moved()[1]

    @property
    def turned_deg(self) -> float:
        """How far it has turned, counter-clockwise positive."""
        headings = self.values("heading_mdeg")
        return (headings[-1] - headings[0]) / 1000

    @property
    def driven_mm(self) -> list[float]:
        """Distance from the start, state by state."""
        xs, ys = self.values("x_um"), self.values("y_um")
        return [math.hypot(x - xs[0], y - ys[0]) / 1000 for x, y in zip(xs, ys, strict=True)]

    def at_rest(self) -> bool:
        return abs(self.last("v_um_s")) < 2000 and abs(self.last("omega_mdeg_s")) < 2000

    def _moved(self) -> tuple[float, float]:
        xs, ys = self.values("x_um"), self.values("y_um")
        heading = math.radians(self.values("heading_mdeg")[0] / 1000)
        x, y = (xs[-1] - xs[0]) / 1000, (ys[-1] - ys[0]) / 1000
        return x * math.cos(heading) + y * math.sin(heading), y * math.cos(heading) - x * math.sin(heading)


RunProgram = Callable[..., Ride]


def on_both(run: RunProgram, body: str, **chosen: object) -> Ride:
    """The ride of that program on CPython, after it has left the same trace and text on MicroPython."""
    first, second = (run(body, runtime=runtime, **chosen) for runtime in ("cpython", "micropython"))
    for one in (first, second):
        assert one.outcome.ended == "program_end", one.outcome.fault.text() if one.outcome.fault else one.outcome
    assert first.text == second.text
    assert first.trace.sha256 == second.trace.sha256
    return first


def conditions(
    runtime: str = "cpython",
    seed: int = 7,
    variant: str = "oval",
    profile: str = "normal",
    board: str = "",
    robot: str = "",
    faults: tuple[str, ...] = (),
) -> Conditions:
    """`board` chooses the robot by its board, `robot` by its file in curriculum/robots; `faults` as for `--fault`."""
    task = find_task("line-sprint")
    if board:
        task = with_robot(task, robots_by_board(task)[board])
    if robot:
        task = with_robot(task, robots_by_name(task)[robot])
    broken = tuple(fault_of(text) for text in faults)
    return Conditions(task, find_variant(task, variant), seed, profile, runtime, broken)


@pytest.fixture(scope="session")
def on_line() -> RunProgram:
    """Runs program text on a track of line sprint, with nobody who judges; `rover` is made already.

    `walls` are (x0, y0, x1, y1) in mm, seen from the robot's start: x ahead, y to its left.
    """

    def run(
        body: str, setup: str = SETUP, walls: Sequence[tuple[float, float, float, float]] = (), **chosen: object
    ) -> Ride:
        terms = conditions(**chosen)  # type: ignore[arg-type]
        return ride(setup + body, terms, with_walls(nominal_scene(terms), walls))

    return run


@pytest.fixture(scope="session")
def on_floor() -> RunProgram:
    """The same on a wide white floor; `motor` changes fields of both motors, `battery_v` the battery.

    `walls` are (x0, y0, x1, y1) in mm, seen from the robot's start: x ahead, y to its left. `presses` of the button are
    (at, for how long) in ms.
    """

    def run(
        body: str,
        motor: dict[str, float] | None = None,
        battery_v: float = 0.0,
        walls: Sequence[tuple[float, float, float, float]] = (),
        presses: Sequence[tuple[int, int]] = (),
        setup: str = SETUP,
        **chosen: object,
    ) -> Ride:
        terms = conditions(**chosen)  # type: ignore[arg-type]
        nominal = nominal_scene(terms)
        robot = nominal.robot
        robot = replace(robot, left=_changed(robot.left, motor), right=_changed(robot.right, motor))
        if battery_v:
            battery = replace(robot.battery, open_circuit_v=battery_v, brown_out_v=0.0)  # the board runs on another
            robot = replace(robot, battery=battery)
        start = Start("start", 2000.0, 2000.0, 0.0)
        floor = Mat(4000.0, 4000.0, 0.85, (), (start,))
        pressed = tuple(Press("button", at_ms, for_ms) for at_ms, for_ms in presses)
        scene = Scene(floor, robot, start, pressed, nominal.faults)
        return ride(setup + body, terms, with_walls(scene, walls))

    return run


def with_walls(scene: Scene, walls: Sequence[tuple[float, float, float, float]]) -> Scene:
    """The scene with walls beside its own."""
    start = scene.start
    ahead = cmath.rect(1, math.radians(start.heading_deg))

    def at(x: float, y: float) -> tuple[float, float]:
        place = complex(start.x_mm, start.y_mm) + complex(x, y) * ahead
        return place.real, place.imag

    built = tuple(Wall(f"extra{n}", *at(*wall[:2]), *at(*wall[2:]), WALL_MM) for n, wall in enumerate(walls, 1))
    return replace(scene, mat=replace(scene.mat, walls=scene.mat.walls + built))


def ride(text: str, terms: Conditions, scene: Scene) -> Ride:
    program = Program("test.py", {"main.py": text})
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    return Ride(outcome, Trace.of(writer))


def _changed(motor: Motor, fields: dict[str, float] | None) -> Motor:
    return replace(motor, **(fields or {}))  # type: ignore[arg-type]


@pytest.fixture
def rover_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a test import those modules of `rover` that need no board."""
    monkeypatch.syspath_prepend(str(LIB))
    for name in [name for name in sys.modules if name.split(".")[0] == "rover"]:
        monkeypatch.delitem(sys.modules, name)
