"""The same program by `marshrut sim` and pushed to a virtual board by each tool: the same trace, verdict and score."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.trace import read_trace

from .boards import Mpremote, RunningBoard, running_board, tool
from .thonny_window import thonny

GOAL = Path(find_task("line-sprint").folder) / "programs" / "goal" / "reference.py"
FALLS_SHORT = """from rover import Rover

rover = Rover()
rover.button.wait_pressed()
rover.drive.straight(300)
print("here")
"""


def by_mpremote(board: RunningBoard, home: Path, program: Path) -> None:
    Mpremote(board.port, home)("run", str(program), resume=False)


def by_mpremote_over_tcp(board: RunningBoard, home: Path, program: Path) -> None:
    Mpremote(board.url, home)("run", str(program), resume=False)


def by_ampy(board: RunningBoard, home: Path, program: Path) -> None:
    done = tool(home, "ampy.cli", "--port", board.port, "run", str(program))
    assert done.returncode == 0, done


def by_thonny(board: RunningBoard, home: Path, program: Path) -> None:
    with thonny(board.port, home, "esp32") as window:
        window.run(program.read_text(encoding="utf-8"))


WAYS = [
    by_mpremote,
    pytest.param(by_mpremote_over_tcp, marks=pytest.mark.slow),
    pytest.param(by_ampy, marks=pytest.mark.slow),
    pytest.param(by_thonny, marks=pytest.mark.slow),
]


@pytest.fixture
def fresh_board(tmp_path: Path) -> Iterator[RunningBoard]:
    """A run may leave a calibration on the flash, and reading that takes the next one time: a new flash for each."""
    with running_board(tmp_path / "board", "--task", "line-sprint", "--speed", "max") as running:
        yield running


def simulated(program: Path, out: Path) -> dict[str, Any]:
    command = ["sim", str(program), "--task", "line-sprint", "--runtime", "micropython", "--out", str(out)]
    subprocess.run([sys.executable, "-m", "marshrut.host_tools", *command], capture_output=True, check=False)
    return record(out)


def record(folder: Path) -> dict[str, Any]:
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    assert read_trace(folder / "trace.jsonl").sha256 == result["trace_sha256"]
    return {name: result[name] for name in ("verdict", "ended", "score", "measures", "trace_sha256", "simulated_ms")}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("verdict", ["pass", "fail"])
def test_the_run_is_that_of_the_simulator(
    fresh_board: RunningBoard, home: Path, verdict: str, way: Callable[[RunningBoard, Path, Path], None]
) -> None:
    program = home / "program.py"
    program.write_text(GOAL.read_text(encoding="utf-8") if verdict == "pass" else FALLS_SHORT, encoding="utf-8")
    run = fresh_board.next_run(lambda: way(fresh_board, home, program))
    assert record(run) == simulated(program, home / "sim")
    assert record(run)["verdict"] == verdict


@pytest.mark.slow
def test_push_tells_the_result_in_its_own_window(
    fresh_board: RunningBoard, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = home / "short.py"
    program.write_text(FALLS_SHORT + "print(1 / 0)\n", encoding="utf-8")
    monkeypatch.setenv("MARSHRUT_BOARDS", str(fresh_board.home))
    command = [sys.executable, "-m", "marshrut.host_tools", "push", str(program), "--port", "board", "--lang", "kk"]
    pushed: list[subprocess.CompletedProcess[str]] = []
    run = fresh_board.next_run(
        lambda: pushed.append(subprocess.run(command, capture_output=True, text=True, timeout=120, check=False))
    )
    (done,) = pushed
    assert (done.returncode, done.stderr) == (1, ""), done
    assert any(line.startswith("Not passed · ") for line in fresh_board.said)
    assert done.stdout.count("Өтпеді · ") == done.stdout.count("[P37]") == done.stdout.count("here\n") == 1, done.stdout
    assert record(run) == simulated(program, home / "sim")
