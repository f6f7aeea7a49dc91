"""The starter compiles, runs without an error, and does not pass: there is something left to do."""

from collections.abc import Iterator

from marshrut.simulator.program import load_program
from marshrut.simulator.syntax_gate import syntax_fault

from ..model import Unit
from ..trial import Trial, look_at_all
from .findings import UnitFinding, at


def starter(unit: Unit) -> Iterator[UnitFinding]:
    for file, text in load_program(unit.starter).files.items():
        fault = syntax_fault(file, text)
        if fault is not None:
            yield at(unit.starter / file, fault.line, "unit-code-syntax", what=fault.message)


def starter_runs(unit: Unit, seed: int) -> Iterator[UnitFinding]:
    trials = [Trial(unit.starter, unit.judged_by, variant, seed) for variant in unit.public_variants]
    for seen in look_at_all(trials):
        if seen.verdict == "pass":
            yield at(unit.starter / "main.py", 0, "unit-starter-passes", variant=seen.trial.variant.id)
        if seen.fault:
            yield at(unit.starter / "main.py", 0, "unit-code-fails", what=seen.fault)
