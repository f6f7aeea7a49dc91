"""`marshrut task check`: can a run of the task be judged in each of its worlds?"""

import os
import sys
from contextlib import suppress

import click
from marshrut.simulator.judge import BoutReferee, Onlooker, watcher_of
from marshrut.simulator.judge.points import earned_points, sum_of
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.problems import Problem
from marshrut.simulator.run import Conditions, scenes_for
from marshrut.simulator.scoring import check_scorer
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.loading import TaskError
from marshrut.simulator.tasks.model import Task, Variant
from marshrut.simulator.tasks.places import lacks, place_faults, place_of, places_of, press_faults
from marshrut.simulator.toml_file import FileProblem, TomlFile

from ..choices import one_of
from ..faults_told import faults_told
from ..language import chosen_language


@click.command()
@click.argument("tasks", nargs=-1, required=True, metavar="TASK...")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def check(tasks: tuple[str, ...], lang: str | None, debug: bool) -> int:
    """Find all faults of tasks, of their worlds and of what their rules say of these.

    TASK is a task of the catalogue, or a task's folder.
    """
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    faults = [fault for name in tasks for fault in _faults(name, language)]
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
    faults = [fault.tell(lang) for fault in misnamed(task)]
    named = not faults  # else each world would tell the same again
    try:
        check_scorer(task)
    except Problem as problem:
        faults.append(problem.tell(lang))
    for variant in task.variants:
        try:
            lacking = [each for each in lacks(task, place_of(task, variant)) if named]
            faults += [f"{task.id}:{variant.id}: {problem.tell(lang)}" for problem in lacking]
            if named and not lacking:
                most = most_points(task, variant)
        except FileProblem as problem:
            faults += faults_told(problem, lang)
        except Problem as problem:
            faults.append(f"{task.id}:{variant.id}: {problem.tell(lang)}")
    if not faults:
        fine = "task-fine" if task.judged else "task-fine-unjudged"
        print(say(lang, fine, task=task.id, title=task.title.of(lang), count=len(task.variants), points=most))
    return faults


def misnamed(task: Task) -> list[FileProblem]:
    """What the task file names and neither the robot nor any world has, each with its line; a robot's faults are told
    with the worlds."""
    toml = TomlFile(task.folder / "task.toml", TaskError)
    faults = list(place_faults(toml, task, places_of(task)))
    with suppress(Problem):
        faults += press_faults(toml, task)
    return sorted(faults, key=lambda fault: fault.line)


def most_points(task: Task, variant: Variant) -> int:
    """In that world. Raises what is wrong with it."""
    scenes = scenes_for(Conditions(task, variant, seed=0), 1 if task.bout is None else 2)
    watcher = watcher_of(task, scenes)
    if isinstance(watcher, Onlooker):
        return 0
    referee = watcher.own if isinstance(watcher, BoutReferee) else watcher
    items = {check.id: referee.items_of(check.id) for check in task.checks}
    return sum_of(task, earned_points(task, items, {}), referee.record)[1]
