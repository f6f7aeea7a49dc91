"""A mutant is told what its unit says: that check goes first, by that message. No check is there that none fails."""

from collections.abc import Iterator, Sequence

from marshrut.simulator.tasks.catalogue import find_variant

from ..model import Mutant, Unit
from ..trial import Trial, look_at_all
from .findings import UnitFinding, at


def mutants(unit: Unit, seeds: Sequence[int]) -> Iterator[UnitFinding]:
    cases = [(mutant, seed) for mutant in unit.mutants for seed in seeds]
    failed: set[str] = set()
    trials = [_trial(unit, mutant, seed) for mutant, seed in cases]
    for (mutant, _), seen in zip(cases, look_at_all(trials), strict=True):
        failed |= seen.failed
        path, variant, seed = unit.mutant_path(mutant), seen.trial.variant.id, seen.trial.seed
        if seen.verdict == "pass":
            yield at(path, 0, "unit-mutant-passes", variant=variant, seed=seed)
        elif seen.fault:
            yield at(path, 0, "unit-code-fails", what=seen.fault)
        elif (seen.cause, seen.says) != (mutant.fails, mutant.says):
            wanted, told = f"{mutant.fails}: {mutant.says}", f"{seen.cause}: {seen.says}"
            yield at(path, 0, "unit-mutant-other", wanted=wanted, told=told, variant=variant, seed=seed)
    for check in unit.check_ids:
        if check not in failed:
            yield at(unit.folder / "unit.toml", 0, "unit-check-unfailed", check=check)


def _trial(unit: Unit, mutant: Mutant, seed: int) -> Trial:
    variant = find_variant(unit.judged_by, mutant.variant or None)
    return Trial(unit.mutant_path(mutant), unit.judged_by, variant, seed)
