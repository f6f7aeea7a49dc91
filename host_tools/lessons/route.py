"""`marshrut unit route`: which units come next, and why, from what a pupil has shown."""

import json
from collections.abc import Iterator, Sequence
from os.path import isdir
from pathlib import Path

import click
from marshrut.simulator.glossary import load_glossary
from marshrut.simulator.messages import say
from marshrut.simulator.toml_file import FileProblem, open_text

from ..usage import UsageProblem
from .concepts import in_order
from .loading import UNITS, find_unit, load_unit, unit_ids
from .model import Unit

MOST_BYTES = 20_000_000  # of a result document


@click.command()
@click.argument("goal", required=False, metavar="[UNIT]")
@click.option(
    "--done", "done", multiple=True, metavar="UNIT", help="A unit that is behind; may be given more than once."
)
@click.option(
    "--results",
    type=click.Path(path_type=Path),
    help="A folder with the pupil's results, as `marshrut check` writes them.",
)
def route(goal: str | None, done: tuple[str, ...], results: Path | None, lang: str) -> int:
    """Tell the order of the units that lead to UNIT, or of all, without those that are behind.

    A unit is behind when a result shows each check of its outcomes.
    """
    if results is not None and not isdir(results):
        raise UsageProblem("route-no-results", folder=str(results))
    units = sorted((load_unit(UNITS / name) for name in unit_ids()), key=lambda unit: (unit.grades.least, unit.id))
    shown = {find_unit(name).id for name in done} | (set(shown_by(units, results)) if results else set())
    order = in_order(units, find_unit(goal).id if goal else "", shown)
    if not order:
        print(say(lang, "route-none"))
    terms = {term.id: term.of(lang).term for term in load_glossary()}
    for number, name in enumerate(order, start=1):
        unit = next(unit for unit in units if unit.id == name)
        grades = say(lang, "unit-grades-value", least=unit.grades.least, most=unit.grades.most)
        print(f"{number}. {unit.title.of(lang)} ({unit.id}) · {grades}")
        needs = [_need(concept, units, terms, lang) for concept in unit.requires]
        if needs:
            print(f"   {say(lang, 'route-needs', names='; '.join(needs))}")
    return 0


def shown_by(units: Sequence[Unit], folder: Path) -> Iterator[str]:
    """The ids of the units whose outcomes are all shown by the result documents in that folder, however deep."""
    passed: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("result.json")):
        try:
            with open_text(path, MOST_BYTES) as file:
                document = json.loads(file.read())
            checks = {check["id"] for check in document["checks"] if check["passed"]}
            passed.setdefault(document["task"]["id"], set()).update(checks if document["verdict"] == "pass" else ())
        except (FileProblem, ValueError, KeyError, TypeError, RecursionError):
            continue  # another program's file of that name
    for unit in units:
        wanted = {check for outcome in unit.outcomes for check in outcome.checks}
        if wanted <= passed.get(unit.judged_by.id, set()):
            yield unit.id


def _need(concept: str, units: Sequence[Unit], terms: dict[str, str], lang: str) -> str:
    """A concept, and the unit that teaches it; where none does, that it is brought along."""
    teachers = [unit.title.of(lang) for unit in units if concept in unit.teaches]
    if teachers:
        return say(lang, "route-taught", concept=terms[concept], unit=teachers[0])
    return say(lang, "route-brought", concept=terms[concept])
