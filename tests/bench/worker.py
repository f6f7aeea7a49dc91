"""Measures one case on one runtime, in a process of its own: only so is its memory its own.

Usage: worker.py CASE RUNTIME RUNS. Prints a Figures as JSON.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median

from alone import run_alone
from cases import CASES
from measuring import Spent, own_peak_mb, spent
from simulated import Run, simulate


@dataclass(frozen=True)
class Figures:
    """CPU seconds are medians over the runs, without what the start takes, which is told beside."""

    host_s: float
    children_s: float
    start_s: float
    alone_s: float | None
    frames: int
    steps: int
    peak_mb: float
    trace_sha256: str

    @property
    def cpu_s(self) -> float:
        return self.host_s + self.children_s


def measure(name: str, runtime: str, runs: int) -> Figures:
    case = next(case for case in CASES if case.name == name)
    simulate(case, runtime, nothing=True)  # what is loaded, and compiled, only once
    found: list[Run] = []
    starts, whole = [], []
    for _ in range(runs):  # by turns, so that a computer's moods fall on both
        starts.append(_spent_by(lambda: simulate(case, runtime, nothing=True)))
        whole.append(_spent_by(lambda: found.append(simulate(case, runtime))))
    memory = own_peak_mb() + max(run.children_mb for run in found)
    alone_s = None
    if case.alone:
        begun = [_spent_by(lambda: run_alone(case, runtime, nothing=True)).total_s for _ in range(runs)]
        ended = [_spent_by(lambda: run_alone(case, runtime)).total_s for _ in range(runs)]
        alone_s = max(1e-3, median(ended) - median(begun))
    start = _median(starts)
    ran = _median(whole).less(start)
    run = found[-1]
    return Figures(ran.own_s, ran.children_s, start.total_s, alone_s, run.frames, run.steps, memory, run.trace_sha256)


def _spent_by(action: Callable[[], object]) -> Spent:
    before = spent()
    action()
    return spent().less(before)


def _median(all_spent: list[Spent]) -> Spent:
    """The run in the middle, by what it took in all."""
    return sorted(all_spent, key=lambda each: each.total_s)[len(all_spent) // 2]


if __name__ == "__main__":
    print(json.dumps(asdict(measure(sys.argv[1], sys.argv[2], int(sys.argv[3])))))
