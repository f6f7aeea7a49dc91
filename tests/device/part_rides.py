"""Runs programs, with their drivers, on our ESP32 rover with more parts on it, and tells what they said and when."""

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import load_scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter

HERE = Path(__file__).parent
ROVER = HERE.parents[1] / "curriculum" / "robots" / "esp32-rover.toml"


@dataclass(frozen=True)
class PartRide:
    outcome: Outcome
    trace: Trace

    @property
    def lines(self) -> list[tuple[int, list[str]]]:
        """What the program printed: when a line began, in µs, and its words."""
        lines, text, begun = [], "", 0
        for t_us, _, piece in self.trace.texts:
            begun = begun if text else t_us
            text += piece
            while "\n" in text:
                line, _, text = text.partition("\n")
                lines.append((begun, line.split()))
                begun = t_us
        return lines

    def said(self, word: str) -> list[tuple[int, list[str]]]:
        """The lines that begin with that word, without it."""
        return [(t_us, words[1:]) for t_us, words in self.lines if words[:1] == [word]]

    def true(self, field: str, t_us: int) -> float:
        """A state field at a time, between the two records around it."""
        column = self.trace.header["state_fields"].index(field) + 2
        states = self.trace.states
        after = min(bisect_right(states, t_us, key=lambda state: state[0]), len(states) - 1)
        first, second = states[max(0, after - 1)], states[after]
        span = second[0] - first[0]
        part = min(1.0, (t_us - first[0]) / span) if span else 1.0
        return first[column] + part * (second[column] - first[column])


def ride(folder: Path, text: str, parts: str, world: Path, runtime: str, drivers: tuple[str, ...]) -> PartRide:
    """The program on the rover with the parts of a file in robots/, with drivers from drivers/."""
    robot = folder / "robot.toml"
    more = (HERE / "robots" / f"{parts}.toml").read_text(encoding="utf-8")
    robot.write_text(ROVER.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
    task = find_task("line-sprint")
    terms = Conditions(task, find_variant(task, "oval"), 7, "nominal", runtime)  # each part as its file says
    files = {f"{name}.py": (HERE / "drivers" / f"{name}.py").read_text(encoding="utf-8") for name in drivers}
    program = Program("test.py", {"main.py": text, **files})
    scene = load_scene(world, robot)
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    return PartRide(outcome, Trace.of(writer))


def ride_on_both(folder: Path, text: str, parts: str, world: Path, drivers: tuple[str, ...] = ()) -> PartRide:
    """The same on both interpreters; they must end well and leave one trace."""
    rides = [ride(folder, text, parts, world, runtime, drivers) for runtime in ("cpython", "micropython")]
    for a_ride in rides:
        fault = a_ride.outcome.fault
        assert a_ride.outcome.ended == "program_end", fault.text() if fault else a_ride.outcome
    first, second = rides
    assert first.trace.sha256 == second.trace.sha256
    assert first.lines == second.lines
    return first
