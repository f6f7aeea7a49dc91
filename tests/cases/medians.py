"""What programs of a task earn in the median, variant after variant, each on a robot and in a round of its own."""

import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise

from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks import Task, Variant

LEAST_GAP = 0.15  # of all points, between a program and the next better one


def medians(
    task: Task, names: Sequence[str], variants: Iterable[Variant], seeds: Iterable[int], runtime: str
) -> list[float]:
    where = [(variant, seed) for variant in variants for seed in seeds]

    def median(name: str) -> float:
        program = load_program(next((task.folder / "programs").glob(f"*/{name}.py")))
        runs = [
            run_program(program, Conditions(task, variant, seed, runtime=runtime, round_seed=seed))
            for variant, seed in where
        ]
        return statistics.median(run.judgement.points for run in runs)

    return [median(name) for name in names]


def well_apart(points: Sequence[float], most: int) -> bool:
    return all(better - worse >= LEAST_GAP * most for better, worse in pairwise(points))
