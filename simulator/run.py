"""One run: a program, a task and a seed in; the trace and its judgement out. All that runs programs calls this."""

import contextlib
import gc
import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .board_flash import board_flash
from .clock.loop_heads import with_loop_heads
from .judge import Judgement, judge, watcher_of
from .program import Program
from .runner_needs import refuse_missing_modules
from .runners.affinity import one_core
from .runners.child import Boot, Child, Patience
from .runners.factory import runner_for
from .runners.outcome import Limits, Outcome
from .runners.session import Session
from .runners.tracebacks import Fault
from .scene import Scene, load_scene, scene_to_json, vary, with_faults
from .scene.chips import CHIPS
from .scene.model import RobotFault
from .syntax_gate import syntax_fault
from .tasks.model import Task, Variant
from .trace import SCHEMA, STATE_PERIOD_US, Trace, TraceWriter, state_fields
from .world import World

ROOMS = Path(__file__).resolve().parent.parent
PATIENCE = Patience()


@dataclass(frozen=True)
class Conditions:
    """All that decides how a program runs. `profile` says how much the seed varies: nominal, normal or hard.

    A program that is not `trusted` runs behind every wall there is (docs/decisions/sandbox.md), or not at all. `walls`
    names those to build instead; None leaves it to trust.
    """

    task: Task
    variant: Variant
    seed: int
    profile: str = "normal"
    runtime: str = "cpython"
    faults: tuple[RobotFault, ...] = ()
    trusted: bool = True
    walls: frozenset[str] | None = None


@dataclass(frozen=True)
class Run:
    """A finished run. `outcome` tells what the trace does not: the exception's text, and whether output was cut."""

    trace: Trace
    judgement: Judgement
    outcome: Outcome

    @property
    def passed(self) -> bool:
        return self.judgement.verdict == "pass"


def run_program(
    program: Program,
    conditions: Conditions,
    progress: Callable[[int], None] | None = None,
    patience: Patience = PATIENCE,
) -> Run:
    """Run the program and judge the run. `progress` is told the simulated time in µs now and then.

    A child that falls silent is given ten times as long, alone; when that does not help the run has ended "hung".
    """
    run = _attempt(program, conditions, progress, patience)
    if run.outcome.ended == "hung":
        longer = replace(patience, silence_s=patience.silence_s * patience.retry_times)
        run = _attempt(program, conditions, progress, longer)
    return run


def _attempt(
    program: Program, conditions: Conditions, progress: Callable[[int], None] | None, patience: Patience
) -> Run:
    scene = nominal_scene(conditions)
    trace = TraceWriter(trace_header(program, conditions, scene))
    watcher = watcher_of(conditions.task, scene)
    outcome = drive(program, conditions, scene, trace, watcher.see, progress, patience)
    finished = Trace.of(trace)
    return Run(finished, judge(conditions.task, finished), outcome)


def drive(
    program: Program,
    conditions: Conditions,
    scene: Scene,
    trace: TraceWriter,
    see: Callable[[int, tuple[int, ...]], str],
    progress: Callable[[int], None] | None = None,
    patience: Patience = PATIENCE,
    start: Callable[[Boot, Patience], Child] | None = None,
) -> Outcome:
    """Run the program in the scene until `see`, told of every state, names a reason to end, or the program ends.

    `start` starts the child in another way than the runtime's runner does, for tools that look into it.
    """
    refuse_missing_modules(program, conditions.runtime)
    start_child = start or runner_for(conditions.runtime, conditions.trusted, conditions.walls).start
    world = World(with_faults(vary(scene, conditions.seed, conditions.profile)), conditions.seed)
    fault = next((fault for file, text in program.files.items() if (fault := syntax_fault(file, text))), None)
    if fault is not None:
        return _refuse(trace, world, fault)
    boot = Boot(
        board=CHIPS[scene.robot.board],
        seed=chance_seed(conditions.seed),
        program=with_loop_heads(program.main),
        flash=board_flash(scene.robot, program),
        output_cap=Limits.output_cap,
        prompt=tuple(sorted(world.prompt_pins)),
        driven=tuple(sorted(world.driven_pins)),
    )
    limits = Limits(time_us=conditions.task.time_limit_ms * 1000)

    begin = time.monotonic()

    def restart(changed: dict[str, Any]) -> Child:
        spent = int(time.monotonic() - begin)  # a board that resets itself gets no more of this computer's time for it
        return start_child(replace(boot, **changed), replace(patience, cpu_s=max(1, patience.cpu_s - spent)))

    with one_core(), no_collection():
        return Session(
            world, restart({}), restart, trace, limits, see, dict(program.files), scene.presses, scene.faults, progress
        ).run()


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """A run makes no cycles worth looking for; looking takes a twentieth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def nominal_scene(conditions: Conditions) -> Scene:
    task, variant = conditions.task, conditions.variant
    return load_scene(task.world_path(variant), task.robot_path, variant.start, task.button_presses, conditions.faults)


def chance_seed(seed: int) -> int:
    """What `random` on the board begins with: it depends on the seed of the run, which it does not give away."""
    return int.from_bytes(hashlib.sha256(b"random on the board %d" % seed).digest()[:4], "little") >> 1


def _refuse(trace: TraceWriter, world: World, fault: Fault) -> Outcome:
    """A program that does not compile: the robot stands where it stood."""
    trace.state(0, 0, world.state())
    trace.event(0, 0, "program_error", fault.line, fault.cls)
    return Outcome("program_error", 0, fault.line, fault)


def trace_header(program: Program, conditions: Conditions, scene: Scene) -> dict[str, object]:
    task = conditions.task
    return {
        "schema": SCHEMA,
        "engine": {"version": engine_version(), "sha256": engine_sha256()},
        "task": {"id": task.id, "version": task.version, "sha256": task.sha256},
        "variant": conditions.variant.id,
        "seed": conditions.seed,
        "profile": conditions.profile,
        "runtime": conditions.runtime,
        "programs": [{"name": program.name, "sha256": program.sha256, "board": scene.robot.board}],
        "state_period_us": STATE_PERIOD_US,
        "state_fields": list(state_fields(len(scene.robot.reflectance))),
        "scene": scene_to_json(scene),
    }


def engine_version() -> str:
    try:
        return version("marshrut")
    except PackageNotFoundError:
        return "0"


@cache
def engine_sha256() -> str:
    """The hash of all sources that take part in a run: the simulator's, the runtime's and the board's."""
    digest = hashlib.sha256()
    sources = [
        *(ROOMS / "simulator").rglob("*.py"),
        *(ROOMS / "simulator" / "runners" / "micropython").glob("*.mjs"),
        *(ROOMS / "lib").rglob("*.py"),
        *(ROOMS / "device").rglob("*.py"),
    ]
    for path in sorted(path for path in sources if "node_modules" not in path.parts):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(ROOMS).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
