"""`marshrut task new`: a folder with a task that is whole, to be changed bit by bit."""

import re
from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.tasks.catalogue import find_task, task_ids, units_with_task
from marshrut.simulator.tasks.loading import load_task

from ..copied_folder import begin_anew, copied_folder
from ..typed import typed
from ..usage import UsageProblem

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--like", metavar="TASK", default="kegelring", help="The task to begin with.", show_default=True)
def new(folder: Path, like: str, lang: str) -> int:
    """Make a task in FOLDER: a copy of another one under the folder's name, at version 1, that runs and is judged."""
    if not _ID.fullmatch(folder.name):
        raise UsageProblem("task-new-name", name=folder.name)
    if folder.exists():
        raise UsageProblem("task-new-there", folder=str(folder))
    if folder.name in (*task_ids(), *units_with_task()):
        raise UsageProblem("task-new-taken", name=folder.name)
    pattern = find_task(like)
    with copied_folder(pattern.folder, folder) as copy:
        begin_anew(copy / "task.toml", folder.name)
        if load_task(copy).id != folder.name:
            raise RuntimeError("the copy has not got its id")
    print(say(lang, "task-new-done", folder=str(folder), typed=typed(folder), like=pattern.id))
    return 0
