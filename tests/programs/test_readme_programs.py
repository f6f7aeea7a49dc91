"""The three programs of the front page: the same in its three languages, and true on both interpreters."""

import math
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import find_task, find_variant

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "README.ru.md", ROOT / "docs" / "README.kk.md"]
RUNTIMES = ["cpython", "micropython"]


def programs(page: Path) -> list[str]:
    """Blocks indented by four that are whole programs."""
    blocks, block = [], [""]
    for line in [*page.read_text(encoding="utf-8").splitlines(), "end"]:
        if line.startswith("    ") or (not line and block[-1]):
            block.append(line[4:])
        elif not line and len(block) > 1:
            block.append("")
        elif line:
            blocks.append("\n".join(block).strip("\n") + "\n")
            block = [""]
    return [block for block in blocks if block.startswith("from rover import")]


def drive(number: int, variant: str, runtime: str, seed: int) -> Run:
    task = find_task("desk")
    text = programs(PAGES[0])[number]
    conditions = Conditions(task, find_variant(task, variant), seed, runtime=runtime)
    run = run_program(Program("program.py", {"main.py": text}), conditions)
    assert run.outcome.ended == "program_end", run.outcome
    return run


def place(run: Run, index: int) -> tuple[float, float, float]:
    """x and y in mm, heading in degrees."""
    fields = run.trace.header["state_fields"]
    state = run.trace.states[index]
    return tuple(state[fields.index(name) + 2] / 1000 for name in ("x_um", "y_um", "heading_mdeg"))  # type: ignore[return-value]


def test_every_language_shows_the_same_programs() -> None:
    english, *others = (programs(page) for page in PAGES)
    assert len(english) == 3
    assert all(other == english for other in others)


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("seed", [1, 7])
def test_the_square_closes(seed: int, runtime: str, node: Path) -> None:
    run = drive(0, "wall", runtime, seed)
    x0, y0, heading0 = place(run, 0)
    x, y, heading = place(run, -1)
    assert math.hypot(x - x0, y - y0) < 30
    assert heading - heading0 == pytest.approx(360, abs=8)
    xs = [state[run.trace.header["state_fields"].index("x_um") + 2] / 1000 for state in run.trace.states]
    assert max(xs) - min(xs) == pytest.approx(300, abs=35)


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("seed", [1, 7])
def test_the_line_is_followed_to_its_end(seed: int, runtime: str, node: Path) -> None:
    """It lies from x = 1200 to 400 at y = 800; the sensors are 60 mm before the axle, and a gap may be 150 mm long."""
    x, y, _ = place(drive(1, "line", runtime, seed), -1)
    assert 400 + 60 - 170 < x < 400 + 60
    assert y == pytest.approx(800, abs=15)


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("seed", [1, 7])
def test_the_corridor_is_driven_to_where_it_is_closed(seed: int, runtime: str, node: Path) -> None:
    run = drive(2, "corridor", runtime, seed)
    x, y, _ = place(run, -1)
    assert (x, y) == (pytest.approx(250, abs=40), pytest.approx(1050, abs=40))
    assert not [event for event in run.trace.events if event[2] == "wall"]
