"""`marshrut task check`: can a run of the task be judged in each of its worlds?"""

import sys

import click
from marshrut.simulator.messages import say
from marshrut.simulator.problems import Problem
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.toml_file import FileProblem, TomlFile

from ..faults_told import faults_told
from ..own_languages import language_faults
from .faults import faults_and_points


@click.command()
@click.argument("tasks", nargs=-1, required=True, metavar="TASK...")
def check(tasks: tuple[str, ...], lang: str) -> int:
    """Find the faults of tasks, of their worlds and of what their rules say of these.

    TASK is a task of the catalogue, or a task's folder.
    """
    faults = [fault for name in tasks for fault in _faults(name, lang)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 2 if faults else 0


def _faults(name: str, lang: str) -> list[str]:
    """Those of one task, each as a sentence; a task without any is told at once."""
    try:
        task = find_task(name)
    except FileProblem as problem:
        return list(faults_told(problem, lang))
    except Problem as problem:
        return [problem.tell(lang)]
    faults = [fault.tell(lang) for fault in language_faults(TomlFile(task.folder / "task.toml"))]
    found, most = faults_and_points(task)
    for fault in found:
        faults += faults_told(fault, lang) if isinstance(fault, FileProblem) else [fault.tell(lang)]
    if not faults:
        print(_fine(task, most, lang))
    return faults


def _fine(task: Task, most: dict[str, int], lang: str) -> str:
    """That the task is in order, and how many points there are at most: in each world, where they differ."""
    facts: dict[str, str | int] = {"task": task.id, "title": task.title.of(lang), "count": len(task.variants)}
    if not task.judged:
        return say(lang, "task-fine-unjudged", **facts)
    if len(set(most.values())) == 1:
        return say(lang, "task-fine", points=max(most.values()), **facts)
    each = ", ".join(f"{variant} {points}" for variant, points in most.items())
    return say(lang, "task-fine-each", each=each, **facts)
