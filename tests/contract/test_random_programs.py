"""Programs that nobody wrote leave the same trace on both interpreters, and nothing else behind."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, drive, nominal_scene, trace_header
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.trace import TraceWriter

from .random_programs import programs

CHUNKS, EACH = 10, 100
ENDS = {"program_end", "program_error", "time_limit", "stuck"}


def ride(text: str, runtime: str) -> tuple[str, str, str]:
    """How it ended, the hash of its trace, and that of what it printed unless an exception's text is in it."""
    task = find_task("line-sprint")
    terms = Conditions(task, find_variant(task, "oval"), seed=7, runtime=runtime)
    scene, program = nominal_scene(terms), Program("random.py", {"main.py": text})
    writer = TraceWriter(trace_header(program, terms, scene))
    outcome = drive(program, terms, scene, writer, lambda t_us, state: "")
    excepted = outcome.fault is not None or any('"callback_error"' in line for line in writer.lines)
    return outcome.ended, writer.sha256(), "" if excepted else writer.text_sha256()


def children() -> set[str]:
    """The processes that this one has started and that are still there (Linux says)."""
    tasks = Path("/proc/self/task")
    return {pid for task in tasks.glob("*/children") for pid in task.read_text().split()} if tasks.exists() else set()


def compare(text: str) -> None:
    here, there = ride(text, "cpython"), ride(text, "micropython")
    assert here[0] in ENDS
    assert here == there


def all_the_same(count: int, number: int, folder: Path) -> None:
    """Draw and compare `count` programs; nothing stays behind in a folder for temporary files, nor as a process."""
    before = children()

    @seed(number)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # making a failing program smaller takes minutes; whoever looks for the fault does it
    )
    @given(programs())
    def check(text: str) -> None:
        compare(text)

    kept, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        check()
    finally:
        tempfile.tempdir = kept
    assert children() == before
    assert not os.listdir(folder)


@pytest.mark.slow
def test_some_random_programs_leave_the_same_trace(tmp_path: Path, node: Path) -> None:
    all_the_same(8, 1000, tmp_path)


@pytest.mark.ci_sample(4)
@pytest.mark.slow
@pytest.mark.parametrize("number", range(CHUNKS))
def test_a_thousand_random_programs_leave_the_same_trace(number: int, tmp_path: Path, node: Path) -> None:
    all_the_same(EACH, number, tmp_path)
