"""A case's run in the simulator."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from cases import NOTHING, Case
from marshrut.simulator.judge import Referee
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.run import Conditions, drive, drive_together, trace_header
from marshrut.simulator.runners.child import Boot, Child, Patience
from marshrut.simulator.runners.factory import runner_for
from marshrut.simulator.scene import Scene, load_scene
from marshrut.simulator.starts import starts_for
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.trace import TraceWriter
from marshrut.simulator.world.world import STEP_US
from measuring import Held, held_by

HERE = Path(__file__).parent
PROGRAMS, WORLDS = HERE / "programs", HERE / "worlds"
DRIVERS = HERE.parent / "device" / "drivers"
SEED = 7
LEAST_US = 59_000_000  # a program that ends before has failed


@dataclass(frozen=True)
class Run:
    """How much of it there was."""

    frames: int
    steps: int
    trace_sha256: str
    children_mb: float  # the most that the programs' processes held


class LapAfterLap:
    """A referee that begins again when a lap is over, so that its work is in the figures for the whole run."""

    def __init__(self, task: Task, scene: Scene) -> None:
        self._new = lambda: Referee(task, scene)
        self._referee = self._new()

    def see(self, robot: int, t_us: int, state: tuple[int, ...]) -> str:
        if self._referee.see(t_us, state):
            self._referee = self._new()
        return ""


def simulate(case: Case, runtime: str, nothing: bool = False) -> Run:
    """Run the case, or in its place as many programs that do nothing."""
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), SEED, runtime=runtime)
    programs = [_program(NOTHING if nothing else name, case) for name in case.programs]
    scenes = _scenes(case, conditions)
    trace = TraceWriter(trace_header(programs[0], conditions, scenes[0], list(zip(programs, scenes, strict=True))[1:]))
    see = _nobody if case.world else LapAfterLap(task, scenes[0]).see
    children: list[Child] = []
    held: list[Held] = []
    start = _counting(children, held, runtime)
    if len(programs) == 1:
        outcomes = [drive(programs[0], conditions, scenes[0], trace, lambda *seen: see(0, *seen), start=start)]
    else:
        outcomes = drive_together(programs, conditions, scenes, trace, see, start=start)
    for outcome in outcomes:
        if outcome.ended != "program_end" or (not nothing and outcome.t_us < LEAST_US):
            sys.exit(f"{case.name} on {runtime} ended with {outcome.ended} after {outcome.t_us / 1e6:.1f} s")
    steps = max(outcome.t_us for outcome in outcomes) // STEP_US
    together_mb = held[0].shared + sum(one.most - one.shared for one in held)
    return Run(sum(child.frames for child in children), steps, trace.sha256(), together_mb)


def _nobody(robot: int, t_us: int, state: tuple[int, ...]) -> str:
    return ""


def _counting(children: list[Child], held: list[Held], runtime: str) -> Callable[[Boot, Patience], Child]:
    """Starts children as a run does, keeps them, and notes at its end what each has held."""
    start = runner_for(runtime, trusted=True).start

    def start_and_keep(boot: Boot, patience: Patience) -> Child:
        child = start(boot, patience)
        close = child.close

        def note_and_close() -> None:
            if child not in children:
                children.append(child)
                held.append(held_by(child.pid))
            close()

        child.close = note_and_close  # type: ignore[method-assign]
        return child

    return start_and_keep


def _program(name: str, case: Case) -> Program:
    program = load_program(PROGRAMS / f"{name}.py")
    drivers = {f"{driver}.py": (DRIVERS / f"{driver}.py").read_text(encoding="utf-8") for driver in case.drivers}
    return Program(program.name, {**program.files, **drivers})


def _scenes(case: Case, conditions: Conditions) -> list[Scene]:
    """One for each robot, with the case's parts on it."""
    task, variant = conditions.task, conditions.variant
    world = WORLDS / case.world if case.world else task.world_path(variant)
    text = task.robot_path.read_text(encoding="utf-8")
    if case.parts:
        text += "\n" + (PROGRAMS / case.parts).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as made:
        robot = Path(made) / "robot.toml"
        robot.write_text(text, encoding="utf-8")
        scene = load_scene(world, robot, "" if case.world else variant.start, task.button_presses)
    return [replace(scene, start=start) for start in starts_for(task, scene, len(case.programs))]
