"""`marshrut unit check`: is a unit as it must be, and do its programs do what it says of them?"""

import sys
from collections.abc import Iterator

import click
from marshrut.simulator.messages import say
from marshrut.simulator.problems import Problem

from ..choices import whole_number
from .checks import Plan, all_findings
from .checks.catalogue import catalogue_findings
from .loading import load_or_faults, unit_ids
from .model import Unit

MOST_SEEDS = 1000


@click.command()
@click.argument("units", nargs=-1, metavar="[UNIT]...")
@click.option("--quick", is_flag=True, help="Run no program.")
@click.option("--seeds", metavar="NUMBER", default="2", help="On how many seeds the solutions run.", show_default=True)
def check(units: tuple[str, ...], quick: bool, seeds: str, lang: str) -> int:
    """Find all that is wrong with units: their files, their pages, and what their programs do.

    UNIT is a unit of the catalogue, or a unit's folder; all of the catalogue if left out.
    """
    plan = None if quick else Plan(seeds=tuple(range(1, whole_number("--seeds", seeds, 1, MOST_SEEDS) + 1)))
    wrong = 0
    loaded: list[Unit] = []
    for name in units or unit_ids():
        unit, faults = load_or_faults(name)
        found = iter(faults) if unit is None else all_findings(unit, plan)
        count = _tell(found, lang)
        wrong += count
        if unit is not None:
            loaded.append(unit)
            if not count:
                print(say(lang, "unit-fine", unit=unit.id, title=unit.title.of(lang)), flush=True)
    wrong += _tell(catalogue_findings(_with_catalogue(loaded)), lang)
    return 2 if wrong else 0


def _with_catalogue(units: list[Unit]) -> list[Unit]:
    """The units, and those of the catalogue that can be read."""
    named = {unit.id for unit in units}
    others = (load_or_faults(name)[0] for name in unit_ids() if name not in named)
    return [*(other for other in others if other is not None), *units]


def _tell(problems: Iterator[Problem], lang: str) -> int:
    """Each at once; returns how many there were."""
    count = 0
    for problem in problems:
        print(problem.tell(lang), file=sys.stderr, flush=True)
        count += 1
    return count
