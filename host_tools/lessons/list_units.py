"""`marshrut unit list`: the units of the catalogue, the youngest pupils' first."""

import os

import click
from marshrut.simulator.glossary import load_glossary
from marshrut.simulator.messages import LANGUAGES, say

from ..choices import one_of
from ..language import chosen_language
from .loading import UNITS, load_unit, unit_ids


@click.command("list")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def list_units(lang: str | None, debug: bool) -> int:
    """Tell the units: for which grades, how long, and what they teach."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    terms = {term.id: term.of(language).term for term in load_glossary()}
    for unit in sorted((load_unit(UNITS / name) for name in unit_ids()), key=lambda unit: (unit.grades.least, unit.id)):
        grades = say(language, "unit-grades-value", least=unit.grades.least, most=unit.grades.most)
        minutes = say(language, "unit-minutes-value", minutes=unit.minutes.total)
        print(f"{unit.id:20} {grades} · {minutes} · {unit.title.of(language)}")
        print(f"{'':20} {', '.join(terms[name] for name in unit.teaches)}")
    return 0
