"""Runs two programs, each with its drivers, on two ESP32 rovers with more parts on them, in one world."""

from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive_together, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import load_scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter
from part_rides import HERE, ROVER, PartRide

STARTS = ("left", "right")


@dataclass(frozen=True)
class BoutRide:
    outcomes: list[Outcome]
    trace: Trace

    def of(self, robot: int) -> PartRide:
        return PartRide(self.outcomes[robot], self.trace.of_robot(robot))


def ride_together(
    folder: Path, texts: tuple[str, str], parts: str, world: Path, runtime: str, drivers: tuple[str, ...], ms: int
) -> BoutRide:
    robot = folder / "robot.toml"
    more = (HERE / "robots" / f"{parts}.toml").read_text(encoding="utf-8")
    robot.write_text(ROVER.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
    task = find_task("line-sprint")
    task = task.model_copy(update={"limits": task.limits.model_copy(update={"time_limit_ms": ms})})
    terms = Conditions(task, find_variant(task, "oval"), 7, "nominal", runtime)
    files = {f"{name}.py": (HERE / "drivers" / f"{name}.py").read_text(encoding="utf-8") for name in drivers}
    programs = [Program(f"test{n}.py", {"main.py": text, **files}) for n, text in enumerate(texts)]
    scenes = [load_scene(world, robot, start) for start in STARTS]
    writer = TraceWriter(trace_header(programs[0], terms, scenes[0], [(programs[1], scenes[1])]))
    outcomes = drive_together(programs, terms, scenes, writer, lambda robot, t_us, values: "")
    return BoutRide(outcomes, Trace.of(writer))


def together_on_both(
    folder: Path, texts: tuple[str, str], parts: str, world: Path, drivers: tuple[str, ...] = (), ms: int = 3000
) -> BoutRide:
    """The same on both interpreters; all must end well and leave one trace."""
    rides = [ride_together(folder, texts, parts, world, runtime, drivers, ms) for runtime in ("cpython", "micropython")]
    for a_ride in rides:
        for outcome in a_ride.outcomes:
            assert outcome.ended == "program_end", outcome.fault.text() if outcome.fault else outcome
    first, second = rides
    assert first.trace.sha256 == second.trace.sha256
    return first
