"""`marshrut unit list`: the units of the catalogue, the youngest pupils' first."""

import click
from marshrut.simulator.glossary import load_glossary
from marshrut.simulator.messages import say

from .loading import UNITS, load_unit, unit_ids


@click.command("list")
def list_units(lang: str) -> int:
    """Tell the units: for which grades, how long, and what they teach."""
    terms = {term.id: term.of(lang).term for term in load_glossary()}
    for unit in sorted((load_unit(UNITS / name) for name in unit_ids()), key=lambda unit: (unit.grades.least, unit.id)):
        grades = say(lang, "unit-grades-value", least=unit.grades.least, most=unit.grades.most)
        minutes = say(lang, "unit-minutes-value", minutes=unit.minutes.total)
        print(f"{unit.id:20} {grades} · {minutes} · {unit.title.of(lang)}")
        print(f"{'':20} {', '.join(terms[name] for name in unit.teaches)}")
    return 0
