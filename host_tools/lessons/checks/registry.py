"""The checks of a unit, in the order in which they are told. QUICK_CHECKS run no program."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..model import Unit
from .bundle import bundle
from .code_blocks import code_blocks, code_runs
from .findings import UnitFinding
from .headings import headings
from .hint_lists import hint_lists
from .languages import languages
from .mutants import mutants
from .pictures import pictures
from .references import references
from .starter import starter, starter_runs

QUICK_CHECKS: tuple[Callable[[Unit], Iterator[UnitFinding]], ...] = (
    headings,
    languages,
    pictures,
    hint_lists,
    code_blocks,
    starter,
    bundle,
)


@dataclass(frozen=True)
class Plan:
    """How thoroughly the programs are run: the seeds of the references, and on which interpreters."""

    seeds: tuple[int, ...] = (1, 2)
    runtimes: tuple[str, ...] = ("cpython", "micropython")


def run_checks(unit: Unit, plan: Plan) -> Iterator[UnitFinding]:
    """What the unit's programs do is what the unit says of them."""
    yield from references(unit, plan.seeds, plan.runtimes)
    yield from starter_runs(unit, plan.seeds[0])
    yield from mutants(unit, plan.seeds[:2])
    yield from code_runs(unit, plan.seeds[0])
