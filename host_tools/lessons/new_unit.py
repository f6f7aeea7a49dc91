"""`marshrut unit new`: a unit to begin with, a copy of one that is in order, under another name."""

import re
from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.tasks.catalogue import task_ids

from ..copied_folder import begin_anew, copied_folder
from ..typed import typed
from ..usage import UsageProblem
from .loading import UNITS, find_unit, load_unit, unit_ids
from .mentions import renamed
from .model import all_pages
from .pages import read_text

MODEL = "line-p-control"


@click.command()
@click.argument("id")
@click.option("--like", metavar="UNIT", default=MODEL, help="The unit to copy.", show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder to make it in; that of the catalogue if left out."
)
def new(id: str, like: str, out: Path | None, lang: str) -> int:
    """Make a unit ID, at version 1: a copy of one that is in order, to be rewritten and checked piece by piece."""
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", id):
        raise UsageProblem("unit-id-form", name=id)
    model = find_unit(like)
    goal = (out if out is not None else UNITS) / id
    if goal.exists() or id in unit_ids():
        raise UsageProblem("unit-there", name=id)
    if id in task_ids():
        raise UsageProblem("task-new-taken", name=id)
    with copied_folder(model.folder, goal) as copy:
        for name in ("unit.toml", "task/task.toml"):
            if (copy / name).is_file():
                begin_anew(copy / name, id)
        for page in all_pages(copy):
            page.write_text(renamed(read_text(page), model.id, id), encoding="utf-8", newline="\n")
        unit = load_unit(copy)
        if unit.id != id or (not unit.task and unit.judged_by.id != id):
            raise RuntimeError("the copy has not got its id")
    print(say(lang, "unit-new", folder=str(goal), typed=typed(goal), like=model.id))
    return 0
