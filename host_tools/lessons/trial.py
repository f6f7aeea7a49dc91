"""One run of a unit's program, and what is to be known of it; many of them on all cores."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.program import Program, load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks.model import Task, Variant

from .cause import cause_of, check_of


@dataclass(frozen=True)
class Trial:
    """A run to be made."""

    program: Path | str  # a file or folder; or a program's text
    task: Task
    variant: Variant
    seed: int
    runtime: str = "cpython"


@dataclass(frozen=True)
class Seen:
    """`cause` and `says` are the check that is told first and its message; `failed` all checks that were not passed.

    `fault` is the exception that ended the program, "" for none.
    """

    trial: Trial
    verdict: str
    ended: str
    points: int
    most: int
    cause: str
    says: str
    failed: frozenset[str]
    fault: str
    trace_sha256: str


def look(trial: Trial) -> Seen:
    """Make the run."""
    program = load_program(trial.program) if isinstance(trial.program, Path) else _of_text(trial.program)
    run = run_program(program, Conditions(trial.task, trial.variant, trial.seed, runtime=trial.runtime))
    judged, fault = run.judgement, run.outcome.fault
    cause = cause_of(judged, trial.task)
    return Seen(
        trial=trial,
        verdict=judged.verdict,
        ended=judged.ended,
        points=judged.points,
        most=judged.max_points,
        cause=check_of(cause) if cause else "",
        says=cause.message_id if cause else "",
        failed=frozenset(check_of(check) for check in judged.checks if not check.passed),
        fault=f"{fault.cls}: {fault.message} ({fault.file}:{fault.line})" if fault else "",
        trace_sha256=run.trace.sha256,
    )


def look_at_all(trials: Sequence[Trial]) -> Iterator[Seen]:
    """Make the runs on all cores; what was seen comes in the order of the trials."""
    if len(trials) < 2:
        yield from map(look, trials)
        return
    with ProcessPoolExecutor(min(len(trials), os.cpu_count() or 1)) as pool:
        yield from pool.map(look, trials, chunksize=1)


def _of_text(text: str) -> Program:
    return Program("main.py", {"main.py": text})
