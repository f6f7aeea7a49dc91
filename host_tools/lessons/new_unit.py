"""`marshrut unit new`: a unit to begin with, a copy of one that is in order, under another name."""

import os
import re
import shutil
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say

from ..choices import one_of
from ..language import chosen_language
from ..usage import UsageProblem
from .loading import UNITS, find_unit, unit_ids
from .model import all_pages

MODEL = "line-p-control"


@click.command()
@click.argument("id")
@click.option("--like", default=MODEL, help="The unit to copy.", show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path), help="The folder to make it in; that of the catalogue if left out."
)
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def new(id: str, like: str, out: Path | None, lang: str | None, debug: bool) -> int:
    """Make a unit ID: a copy of one that is in order, to be rewritten piece by piece, each time checked."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", id):
        raise UsageProblem("unit-id-form", name=id)
    model = find_unit(like)
    goal = (out if out is not None else UNITS) / id
    if goal.exists() or id in unit_ids():
        raise UsageProblem("unit-there", name=id)
    try:
        shutil.copytree(model.folder, goal, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("unit.toml", "task/task.toml"):
            file = goal / name
            if file.is_file():
                text = file.read_text(encoding="utf-8")
                file.write_text(text.replace(f'id = "{model.id}"', f'id = "{id}"', 1), encoding="utf-8", newline="\n")
        for page in all_pages(goal):  # they name the unit in commands and paths
            text = page.read_text(encoding="utf-8")
            page.write_text(text.replace(model.id, id), encoding="utf-8", newline="\n")
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(goal)) from None
    print(say(language, "unit-new", folder=str(goal), like=model.id))
    return 0
