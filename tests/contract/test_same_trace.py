"""The project's strongest promise: one program, two interpreters, one trace."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, drive, nominal_scene, run_program, trace_header
from marshrut.simulator.runners.outcome import Outcome
from marshrut.simulator.scene import Scene, load_scene
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import Trace, TraceWriter

HERE = Path(__file__).parent
PROBES = sorted((HERE / "programs").glob("*.py"))
DIFFERENCES = sorted((HERE / "differences").glob("*.py"))
ROBOTS = HERE.parent.parent / "curriculum" / "robots"
BOARDS = {"esp32": "esp32-rover", "rp2": "pico-rover"}
# Probes of buses, wires and parts; one whose name ends with a board is for that board alone.
WIRED = [
    (path, board)
    for path in sorted((HERE / "programs" / "wired").glob("*.py"))
    for board in BOARDS
    if path.stem.endswith("_" + board) or not path.stem.endswith(tuple("_" + one for one in BOARDS))
]
REFERENCE = HERE.parent.parent / "curriculum" / "tasks" / "line-sprint" / "programs" / "goal" / "reference.py"

# Probes whose end is part of what they show; all others run to their last line.
ENDS = {"exceptions": "program_error", "spins": "stuck"}


@dataclass(frozen=True)
class Probe:
    trace: Trace
    outcome: Outcome


def conditions(runtime: str, seed: int = 7, variant: str = "oval") -> Conditions:
    task = find_task("line-sprint")
    return Conditions(task, find_variant(task, variant), seed, runtime=runtime)


def wired_scene(terms: Conditions, robot: str) -> Scene:
    """The oval with that robot, and what robots/ puts on it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "robot.toml"
        parts = [
            path.read_text(encoding="utf-8") for path in (ROBOTS / f"{robot}.toml", HERE / "robots" / f"{robot}.toml")
        ]
        file.write_text("\n".join(parts), encoding="utf-8")
        world = terms.task.world_path(terms.variant)
        return load_scene(world, file, terms.variant.start, terms.task.button_presses)


def run(path: Path, runtime: str, board: str = "") -> Probe:
    """The program in the oval's world, with nobody who judges it; with `board`, on that board and wired."""
    program, terms = load_program(path), conditions(runtime)
    scene = wired_scene(terms, BOARDS[board]) if board else nominal_scene(terms)
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    return Probe(Trace.of(writer), outcome)


def said(probe: Probe) -> str:
    """What a failing probe said, for the report of the test."""
    fault = probe.outcome.fault
    return (fault.text() if fault else "") + "".join(text for _, _, text in probe.trace.texts)[-2000:]


@pytest.mark.sample(8)
@pytest.mark.parametrize("path", PROBES, ids=lambda path: path.stem)
def test_a_probe_leaves_the_same_trace_on_both_interpreters(path: Path, node: Path) -> None:
    cpython, micropython = run(path, "cpython"), run(path, "micropython")
    expected = ENDS.get(path.stem, "program_end")
    assert cpython.outcome.ended == expected, said(cpython)
    assert micropython.outcome.ended == expected, said(micropython)
    assert cpython.trace.outputs, "a probe that moves no pin shows nothing"
    assert cpython.trace.sha256 == micropython.trace.sha256


@pytest.mark.sample(4)
@pytest.mark.parametrize(("path", "board"), WIRED, ids=lambda part: part.stem if isinstance(part, Path) else part)
def test_a_wired_probe_leaves_the_same_trace_on_both_interpreters(path: Path, board: str, node: Path) -> None:
    cpython, micropython = run(path, "cpython", board), run(path, "micropython", board)
    assert cpython.outcome.ended == "program_end", said(cpython)
    assert micropython.outcome.ended == "program_end", said(micropython)
    assert len(cpython.trace.outputs) > 1, "a probe that moves no pin shows nothing"
    assert cpython.trace.sha256 == micropython.trace.sha256


@pytest.mark.sample(4)
@pytest.mark.parametrize("path", DIFFERENCES, ids=lambda path: path.stem)
def test_a_known_difference_is_still_there_and_listed(path: Path, node: Path) -> None:
    """What lies outside the promise is written down; when an interpreter changes, the page must."""
    cpython, micropython = run(path, "cpython"), run(path, "micropython")
    assert cpython.trace.sha256 != micropython.trace.sha256
    page = (HERE.parent.parent / "docs" / "reference" / "interpreters.md").read_text(encoding="utf-8")
    assert f"`{path.stem}`" in page


def test_every_listed_difference_has_its_probe() -> None:
    page = (HERE.parent.parent / "docs" / "reference" / "interpreters.md").read_text(encoding="utf-8")
    listed = [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")]
    assert listed == [path.stem for path in DIFFERENCES]


def test_the_reference_drives_alike_on_both(node: Path) -> None:
    program = load_program(REFERENCE)
    cpython, micropython = (run_program(program, conditions(runtime)) for runtime in ("cpython", "micropython"))
    assert cpython.outcome.ended == micropython.outcome.ended == "goal"
    assert cpython.trace.sha256 == micropython.trace.sha256
    assert cpython.judgement == micropython.judgement


def test_a_faulty_syntax_is_refused_alike(tmp_path: Path, node: Path) -> None:
    program = tmp_path / "bad.py"
    program.write_text("x = 1\nif x:\nprint(x)\n")
    runs = run(program, "cpython"), run(program, "micropython")
    for a_run in runs:
        assert (a_run.outcome.ended, a_run.outcome.line) == ("program_error", 3)
    assert runs[0].trace.sha256 == runs[1].trace.sha256
