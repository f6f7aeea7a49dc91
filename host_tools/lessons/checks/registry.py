"""The checks of a unit, in the order in which they are told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from marshrut.simulator.problems import Problem

from ..model import Unit
from .bundle import bundle
from .code_blocks import code_blocks, code_runs
from .findings import UnitFinding
from .headings import headings
from .hint_lists import hint_lists
from .languages import languages
from .mutants import mutants
from .own_id import own_id
from .pictures import pictures
from .readable import readable
from .references import references
from .starter import starter, starter_runs
from .worlds import worlds

PAGE_CHECKS: tuple[Callable[[Unit], Iterator[Problem]], ...] = (
    headings,
    languages,
    own_id,
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


def all_findings(unit: Unit, plan: Plan | None = None) -> Iterator[Problem]:
    """All that is wrong with it; without a plan no program runs.

    Pages are looked at where all of them can be read, and programs run where each world can be driven in.
    """
    unreadable, undrivable = list(readable(unit)), list(worlds(unit))
    yield from (*unreadable, *undrivable)
    for check in PAGE_CHECKS if not unreadable else ():
        yield from check(unit)
    if plan is not None and not (unreadable or undrivable):
        yield from run_checks(unit, plan)


def run_checks(unit: Unit, plan: Plan) -> Iterator[UnitFinding]:
    """What the unit's programs do is what the unit says of them."""
    yield from references(unit, plan.seeds, plan.runtimes)
    yield from starter_runs(unit, plan.seeds[0])
    yield from mutants(unit, plan.seeds[:2])
    yield from code_runs(unit, plan.seeds[0])
