"""`marshrut unit bundle`: a pupil's copy of a unit."""

import os
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say

from ..choices import one_of
from ..language import chosen_language
from .bundle import write_bundle
from .loading import find_unit


@click.command()
@click.argument("unit")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to put it into.")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def bundle(unit: str, out: Path, lang: str | None, debug: bool) -> int:
    """Copy what a pupil is given: pages, starter and the task with its public worlds; no solution, no hidden world."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    the_unit = find_unit(unit)
    written = write_bundle(the_unit, out)
    print(say(language, "unit-bundle-written", folder=str(out / the_unit.id), count=len(written)))
    return 0
