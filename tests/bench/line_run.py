"""CPU time of 60 simulated seconds, all processes added up, process start aside: of line following, and of registers.

Each figure is the median of several runs, less the same for a program that does nothing. The last column compares with
the same program and runtime on a board that does nothing, in the same interpreter: what the simulation itself costs.
`--smoke` runs each once and fails only when something does not work.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from marshrut.simulator.judge import Referee
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.runners.affinity import one_core
from marshrut.simulator.runners.micropython import PACKAGE, find_node
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import Scene, load_scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.trace import TraceWriter

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAMS = HERE / "programs"
LIMITS_S = {
    ("follow_60s", "cpython"): 0.6,
    ("follow_60s", "micropython"): 1.6,
    ("never_sleeps_60s", "micropython"): 5.0,
    ("imu_display", "micropython"): 3.0,
}
# Programs that need drivers (of tests/device/drivers) and parts on the robot; a board that does nothing has no bus.
DRIVERS = {"imu_display": ("mpu6050", "ssd1306")}


def cpu_s(action: Callable[[], object]) -> float:
    """CPU time that this process and the children it waits for spend on the action."""
    before = _used()
    action()
    return _used() - before


def _used() -> float:
    import resource

    total = 0.0
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        total += usage.ru_utime + usage.ru_stime
    return total


class LapAfterLap:
    """A referee that begins again when a lap is over, so that its work is in the figures for the whole run."""

    def __init__(self, task: Task, scene: Scene) -> None:
        self._new = lambda: Referee(task, scene)
        self._referee = self._new()

    def see(self, t_us: int, state: tuple[int, ...]) -> str:
        if self._referee.see(t_us, state):
            self._referee = self._new()
        return ""


def simulate(name: str, runtime: str) -> Outcome:
    task = find_task("line-sprint")
    conditions = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    program = load_program(PROGRAMS / f"{name}.py")
    scene = nominal_scene(conditions)
    if name in DRIVERS:
        program, scene = with_parts(program, DRIVERS[name], conditions, PROGRAMS / f"{name}.toml")
    trace = TraceWriter(trace_header(program, conditions, scene))
    outcome = drive(program, conditions, scene, trace, LapAfterLap(task, scene).see)
    trace.sha256()
    if outcome.ended != "program_end" or (name != "nothing" and outcome.t_us < 59_000_000):
        sys.exit(f"{name} on {runtime} ended with {outcome.ended} after {outcome.t_us / 1e6:.1f} s")
    return outcome


def with_parts(
    program: Program, drivers: tuple[str, ...], conditions: Conditions, parts: Path
) -> tuple[Program, Scene]:
    """The program with its drivers, and the scene with the file's parts on the robot."""
    folder = ROOT / "tests" / "device" / "drivers"
    files = {f"{driver}.py": (folder / f"{driver}.py").read_text(encoding="utf-8") for driver in drivers}
    task, variant = conditions.task, conditions.variant
    with tempfile.TemporaryDirectory() as made:
        robot = Path(made) / "robot.toml"
        plain = task.robot_path.read_text(encoding="utf-8")
        robot.write_text(plain + "\n" + parts.read_text(encoding="utf-8"), encoding="utf-8")
        scene = load_scene(task.world_path(variant), robot, variant.start, task.button_presses)
    return Program(program.name, {**program.files, **files}), scene


def null_board(name: str, runtime: str) -> None:
    program = str(PROGRAMS / f"{name}.py")
    if runtime == "cpython":
        command = [sys.executable, "-S", str(HERE / "null_board" / "run.py"), program]
    else:
        mjs = str(PACKAGE / "micropython.mjs")
        command = [str(find_node()), str(HERE / "null_board" / "run.mjs"), mjs, str(ROOT), program]
    with one_core():
        subprocess.run(command, check=True)


def median_cpu(action: Callable[[str, str], object], name: str, runtime: str, runs: int) -> float:
    return statistics.median(cpu_s(lambda: action(name, runtime)) for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    runs = 1 if options.smoke else options.runs
    simulate("nothing", "cpython")
    print(f"60 simulated seconds on the oval, seed 7: CPU seconds, median of {runs}")
    print(f"{'program':22}{'interpreter':14}{'simulated':>10}{'allowed':>9}{'null board':>12}{'ratio':>7}")
    for runtime in ("cpython", "micropython"):
        start = median_cpu(simulate, "nothing", runtime, runs)
        null_start = median_cpu(null_board, "nothing", runtime, runs)
        for name in ("follow_60s", "never_sleeps_60s", "raw_never_sleeps_60s", *DRIVERS):
            simulated = median_cpu(simulate, name, runtime, runs) - start
            limit = LIMITS_S.get((name, runtime))
            allowed = f"{limit:.1f}" if limit else "–"
            compared = f"{'–':>12}{'–':>7}"
            if name not in DRIVERS:
                alone = max(1e-3, median_cpu(null_board, name, runtime, runs) - null_start)
                compared = f"{alone:12.2f}{simulated / alone:7.1f}"
            print(f"{name:22}{runtime:14}{simulated:10.2f}{allowed:>9}{compared}")
        print(f"{'(process start)':22}{runtime:14}{start:10.2f}")


if __name__ == "__main__":
    main()
