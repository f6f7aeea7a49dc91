"""`marshrut task new`: a folder with a task that is whole, to be changed bit by bit."""

import os
import re
import shutil
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.loading import load_task

from ..choices import one_of
from ..language import chosen_language
from ..usage import UsageProblem

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--like", default="kegelring", help="The task to begin with.", show_default=True)
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def new(folder: Path, like: str, lang: str | None, debug: bool) -> int:
    """Make a task in FOLDER: a copy of another one under the folder's name, at version 1, that runs and is judged."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    if not _ID.fullmatch(folder.name):
        raise UsageProblem("task-new-name", name=folder.name)
    if folder.exists():
        raise UsageProblem("task-new-there", folder=str(folder))
    pattern = find_task(like)
    partial = folder.with_name(folder.name + ".partial")
    try:
        shutil.copytree(pattern.folder, partial, ignore=shutil.ignore_patterns("__pycache__"))
        path = partial / "task.toml"
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"^id = .*$", f'id = "{folder.name}"', text, count=1, flags=re.M)
        path.write_text(re.sub(r"^version = .*$", "version = 1", text, count=1, flags=re.M), encoding="utf-8")
        load_task(partial)
        partial.rename(folder)
    except OSError:
        raise UsageProblem("folder-unwritable", folder=str(folder)) from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    print(say(language, "task-new-done", folder=str(folder), like=pattern.id))
    return 0
