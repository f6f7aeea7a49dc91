"""Contact keeps the promise, too: two robots among things leave one trace, on both runners, every time, everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.tasks.catalogue import TASKS, find_task

ROOT = Path(__file__).parent.parent.parent
JOSTLE = Path(__file__).parent / "jostle"
PROGRAMS = TASKS / "line-sprint" / "programs" / "goal"
MASK = "glibc.cpu.hwcaps=-AVX2,-FMA"


def jostle(runtime: str, seed: int = 7) -> Run:
    task = find_task(str(JOSTLE))
    conditions = Conditions(task, task.variants[0], seed, runtime=runtime)
    return run_program(load_program(JOSTLE / "ahead.py"), conditions, rivals=[load_program(JOSTLE / "spin.py")])


def test_both_runners_leave_one_trace_and_everything_was_touched(node: Path) -> None:
    run = jostle("cpython", seed=9)
    assert {outcome.ended for outcome in (run.outcome, *run.rivals)} == {"program_end"}
    assert [move[1] for move in run.trace.moves if move[0] == 0] == [0, 1, 2, 3, 4]
    assert {move[1] for move in run.trace.moves if move[0]} == {1, 2, 3, 4}  # the post is number 0
    met = {(robot, kind) for _, robot, kind, _, _ in run.trace.events}
    assert {(0, "robot"), (1, "robot"), (0, "object"), (1, "object")} <= met
    assert {kind for _, kind in met} >= {"wall"}
    assert jostle("micropython", seed=9).trace.sha256 == run.trace.sha256
    assert jostle("cpython", seed=8).trace.sha256 != run.trace.sha256


@pytest.mark.slow
def test_four_robots_leave_one_trace_on_both_runners(node: Path) -> None:
    """On one line, a quarter of a lap apart."""
    task, program = find_task("line-sprint"), load_program(PROGRAMS / "reference.py")
    runs = [
        run_program(program, Conditions(task, task.variants[0], 7, runtime=runtime), rivals=[program] * 3)
        for runtime in ("cpython", "micropython")
    ]
    for robot in range(4):
        xs = [state[2] for state in runs[0].trace.states if state[1] == robot]
        assert max(xs) - min(xs) > 1_000_000  # µm: it has driven
    assert runs[0].judgement.ended != "hung"
    assert runs[0].trace.sha256 == runs[1].trace.sha256


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
@pytest.mark.parametrize("part", range(4))
def test_a_hundred_times_the_same(runtime: str, part: int, node: Path) -> None:
    assert len({jostle(runtime, seed=part).trace.sha256 for _ in range(25)}) == 1


@pytest.mark.slow
@pytest.mark.parametrize("runtime", ["cpython", "micropython"])
def test_other_processes_and_processors_leave_the_same_trace(runtime: str, node: Path) -> None:
    """Without FMA and AVX2, and with other hashes of strings."""
    found = set()
    for environment in ({}, {"GLIBC_TUNABLES": MASK}, {"PYTHONHASHSEED": "5"}):
        programs = [str(JOSTLE / "ahead.py"), str(JOSTLE / "spin.py")]
        command = [sys.executable, "-m", "marshrut.host_tools", "sim", *programs, "--task", str(JOSTLE), "--json"]
        done = subprocess.run(
            [*command, "--runtime", runtime],
            env={**os.environ, **environment},
            capture_output=True,
            check=True,
            text=True,
            cwd=ROOT,
        )
        found.add(json.loads(done.stdout)["trace_sha256"])
    assert found == {jostle("cpython").trace.sha256}
