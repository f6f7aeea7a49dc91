"""`marshrut unit bundle`: a pupil's copy of a unit."""

from pathlib import Path

import click
from marshrut.simulator.messages import say

from .bundle import write_bundle
from .loading import find_unit


@click.command()
@click.argument("unit")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to put it into.")
def bundle(unit: str, out: Path, lang: str) -> int:
    """Copy what a pupil is given: pages, starter and the task with its public worlds; no solution, no hidden world."""
    the_unit = find_unit(unit)
    written = write_bundle(the_unit, out)
    print(say(lang, "unit-bundle-written", folder=str(out / the_unit.id), count=len(written)))
    return 0
