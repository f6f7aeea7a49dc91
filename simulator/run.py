"""One run: a program, a task and a seed in; the trace and its judgement out. All that runs programs calls this."""

import contextlib
import gc
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from .board_flash import board_flash
from .bout import Bout, Player, seed_of
from .clock.loop_heads import with_loop_heads
from .judge import Judgement, watcher_of
from .problems import Problem
from .program import Program
from .runner_needs import refuse_missing_modules
from .runners.affinity import one_core
from .runners.child import Boot, Child, Patience
from .runners.factory import runner_for
from .runners.outcome import Limits, Outcome
from .runners.passage import Passage
from .runners.session import Session
from .runners.tracebacks import Fault
from .scene import Scene, load_scene, scene_to_json, vary, with_faults
from .scene.chips import CHIPS
from .scene.model import RobotFault
from .scoring import judge_run
from .starts import check_places, starts_for
from .syntax_gate import syntax_fault
from .tasks.model import Task, Variant
from .tasks.robot_limits import check_robot
from .tasks.rounds import FIRST_ROUND, draw_of, world_of
from .trace import SCHEMA, STATE_PERIOD_US, Trace, TraceWriter, state_fields
from .world import World
from .world.lockstep import Lockstep
from .world.world import STEP_US

ROOMS = Path(__file__).resolve().parent.parent
PATIENCE = Patience()


@dataclass(frozen=True)
class Conditions:
    """All that decides how a program runs. `profile` says how much the seed varies: nominal, normal or hard.
    `round_seed` draws the world, where the variant has none of its own; it is the same for all who take part.

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
    round_seed: int = FIRST_ROUND


@dataclass(frozen=True)
class Run:
    """A finished run. `outcome` tells what the trace does not: the exception's text, and whether output was cut; of the
    other robots, `rivals` do."""

    trace: Trace
    judgement: Judgement
    outcome: Outcome
    rivals: tuple[Outcome, ...] = ()

    @cached_property
    def own(self) -> Trace:
        """The judged robot's part of it."""
        return self.trace.of_robot(0)

    @property
    def passed(self) -> bool:
        return self.judgement.verdict == "pass"


def run_program(
    program: Program,
    conditions: Conditions,
    progress: Callable[[int], None] | None = None,
    patience: Patience = PATIENCE,
    rivals: Sequence[Program] = (),
) -> Run:
    """Run the program and judge the run. `progress` is told the simulated time in µs now and then.

    `rivals` drive robots of their own in the same world; the first robot's run is judged. A child that falls silent is
    given ten times as long, alone; when that does not help the run has ended "hung".
    """
    programs = [program, *rivals]
    run = _attempt(programs, conditions, progress, patience)
    if any(outcome.ended == "hung" for outcome in (run.outcome, *run.rivals)):
        longer = replace(patience, silence_s=patience.silence_s * patience.retry_times)
        run = _attempt(programs, conditions, progress, longer)
    return run


def _attempt(
    programs: Sequence[Program], conditions: Conditions, progress: Callable[[int], None] | None, patience: Patience
) -> Run:
    scenes = scenes_for(conditions, len(programs))
    rivals = list(zip(programs[1:], scenes[1:], strict=True))
    watcher = watcher_of(conditions.task, scenes)
    trace = TraceWriter(trace_header(programs[0], conditions, scenes[0], rivals), watcher)
    if len(programs) == 1:
        outcomes = [drive(programs[0], conditions, scenes[0], trace, watcher.see, progress, patience)]
    else:

        def see(robot: int, t_us: int, values: tuple[int, ...]) -> str:
            return watcher.see(t_us, values, robot)

        outcomes = drive_together(programs, conditions, scenes, trace, see, progress, patience)
    finished = Trace.of(trace)
    return Run(finished, judge_run(conditions.task, finished), outcomes[0], tuple(outcomes[1:]))


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
    seat = _Seat(0, program, scene, world, conditions.seed, see, progress)
    with one_core(), no_collection():
        return seat.player(conditions, trace, start_child, patience).run()


def drive_together(
    programs: Sequence[Program],
    conditions: Conditions,
    scenes: Sequence[Scene],
    trace: TraceWriter,
    see: Callable[[int, int, tuple[int, ...]], str],
    progress: Callable[[int], None] | None = None,
    patience: Patience = PATIENCE,
    start: Callable[[Boot, Patience], Child] | None = None,
) -> list[Outcome]:
    """Run several programs in one world, each on its own scene's robot, until `see`, told of every state by robot's
    number, names a reason to end, or all programs have ended. `start` is as for `drive`."""
    for program in programs:
        refuse_missing_modules(program, conditions.runtime)
    start_child = start or runner_for(conditions.runtime, conditions.trusted, conditions.walls).start
    seeds = [seed_of(conditions.seed, number) for number in range(len(programs))]
    varied = [vary(scene, seed, conditions.profile) for scene, seed in zip(scenes, seeds, strict=True)]
    physical = [with_faults(replace(scene, mat=varied[0].mat)) for scene in varied]
    lockstep = Lockstep(physical[0].mat, [scene.robot for scene in physical], STEP_US)
    bout = Bout(lockstep, judged=conditions.task.bout is not None)
    with one_core(), no_collection(), contextlib.ExitStack() as started:
        players = []
        for number, (program, scene) in enumerate(zip(programs, scenes, strict=True)):
            world = World(physical[number], seeds[number], lockstep=lockstep)
            told = progress if number == 0 else None
            seat = _Seat(number, program, scene, world, seeds[number], bout.referee(number, see), told)
            players.append(seat.player(conditions, trace, start_child, patience))
            started.callback(players[-1].close)
        return bout.run(players)


@dataclass(frozen=True)
class _Seat:
    """One robot's place in a run: its program, its world, and who watches."""

    number: int
    program: Program
    scene: Scene
    world: World
    seed: int
    see: Callable[[int, tuple[int, ...]], str]
    progress: Callable[[int], None] | None

    def player(
        self,
        conditions: Conditions,
        trace: TraceWriter,
        start_child: Callable[[Boot, Patience], Child],
        patience: Patience,
    ) -> Player:
        """Its session with a child that has started; or, where its program does not compile, what tells so."""
        program, scene, world = self.program, self.scene, self.world
        limits = Limits(time_us=conditions.task.time_limit_ms * 1000)
        fault = next((fault for file, text in program.files.items() if (fault := syntax_fault(file, text))), None)
        if fault is not None:
            passage = Passage(world, trace, limits.time_us, self.see, (), (), self.progress, self.number)
            return Refused(trace, world, passage, fault, self.number)
        boot = Boot(
            board=CHIPS[scene.robot.board],
            seed=chance_seed(self.seed),
            program=with_loop_heads(program.main),
            flash=board_flash(scene.robot, program),
            output_cap=Limits.output_cap,
            prompt=tuple(sorted(world.prompt_pins)),
            pulsed=tuple(sorted(world.pulsed_pins)),
            driven=tuple(sorted(world.driven_pins)),
        )
        begin = time.monotonic()

        def restart(changed: dict[str, Any]) -> Child:
            spent = int(time.monotonic() - begin)  # a board that resets itself gets no more of this computer's time
            return start_child(replace(boot, **changed), replace(patience, cpu_s=max(1, patience.cpu_s - spent)))

        return Session(
            world, restart({}), restart, trace, limits, self.see, dict(program.files), scene.presses, scene.faults,
            self.progress, self.number,
        )  # fmt: skip


class Refused:
    """A program that does not compile: its robot stands where it stood, or where others push it."""

    def __init__(self, trace: TraceWriter, world: World, passage: Passage, fault: Fault, number: int) -> None:
        self._trace, self._world, self._passage, self._fault, self._number = trace, world, passage, fault, number

    def run(self) -> Outcome:
        self._trace.state(0, self._number, self._world.state())
        self._trace.event(0, self._number, "program_error", self._fault.line, self._fault.cls)
        return Outcome("program_error", 0, self._fault.line, self._fault)

    def stand(self, judged: bool) -> None:
        self._passage.stand(judged)

    def close(self) -> None:
        """It holds nothing."""


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
    world = world_of(task, variant, conditions.round_seed)
    scene = load_scene(world, task.robot_path, variant.start, task.button_presses, conditions.faults)
    check_robot(task, scene.robot)
    return scene


def scenes_for(conditions: Conditions, robots: int) -> list[Scene]:
    """The nominal scene of each robot: they share the mat, and start at places of their own."""
    scene = nominal_scene(conditions)
    starts = starts_for(conditions.task, scene, robots)
    if len(starts) < robots:
        raise Problem("robots-no-start", count=robots, starts=len(starts))
    scenes = [replace(scene, start=start) for start in starts]
    check_places(world_of(conditions.task, conditions.variant, conditions.round_seed), scenes)
    return scenes


def chance_seed(seed: int) -> int:
    """What `random` on the board begins with: it depends on the seed of the run, which it does not give away."""
    return int.from_bytes(hashlib.sha256(b"random on the board %d" % seed).digest()[:4], "little") >> 1


def trace_header(
    program: Program, conditions: Conditions, scene: Scene, rivals: Sequence[tuple[Program, Scene]] = ()
) -> dict[str, object]:
    """What the trace says before its records; `rivals` are the other robots' programs and scenes."""
    task = conditions.task
    others: dict[str, object] = {"rivals": [_rival(scene_to_json(other)) for _, other in rivals]} if rivals else {}
    draw = draw_of(conditions.variant, conditions.round_seed)
    if draw is not None:
        others["draw"] = draw
    return others | {
        "schema": SCHEMA,
        "engine": {"version": engine_version(), "sha256": engine_sha256()},
        "task": {"id": task.id, "version": task.version, "sha256": task.sha256},
        "variant": conditions.variant.id,
        "seed": conditions.seed,
        "profile": conditions.profile,
        "runtime": conditions.runtime,
        "programs": [
            {"name": each.name, "sha256": each.sha256, "board": own.robot.board}
            for each, own in ((program, scene), *rivals)
        ],
        "state_period_us": STATE_PERIOD_US,
        "state_fields": list(state_fields(len(scene.robot.reflectance))),
        "scene": scene_to_json(scene),
    }


def _rival(scene: dict[str, Any]) -> dict[str, Any]:
    """What of its scene is its own."""
    return {key: scene[key] for key in ("robot", "start", "faults")}


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
