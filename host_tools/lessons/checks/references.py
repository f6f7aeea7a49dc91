"""Every solution gets full marks in every world, hidden ones too, and leaves the same trace on each interpreter."""

from collections.abc import Iterator, Sequence

from marshrut.simulator.tasks.model import Task

from ..model import Unit
from ..trial import Seen, Trial, look_at_all
from .findings import UnitFinding, at


def references(unit: Unit, seeds: Sequence[int], runtimes: Sequence[str]) -> Iterator[UnitFinding]:
    tasks: list[Task] = [unit.judged_by, *([unit.hidden_task] if unit.hidden_task else [])]
    trials = [
        Trial(program, task, variant, seed, runtime)
        for program in unit.solutions
        for task in tasks
        for variant in task.variants
        for seed in seeds
        for runtime in runtimes
    ]
    first: dict[tuple[str, str, int], Seen] = {}
    for seen in look_at_all(trials):
        trial = seen.trial
        assert not isinstance(trial.program, str)
        if seen.verdict != "pass" or seen.points < seen.most:
            yield at(
                trial.program, 0, "unit-reference-fails", variant=trial.variant.id, seed=trial.seed,
                runtime=trial.runtime, points=seen.points, most=seen.most, ended=seen.fault or seen.ended,
            )  # fmt: skip
        other = first.setdefault((str(trial.program), trial.variant.id, trial.seed), seen)
        if other.trace_sha256 != seen.trace_sha256:
            yield at(trial.program, 0, "unit-traces-differ", variant=trial.variant.id, seed=trial.seed)
