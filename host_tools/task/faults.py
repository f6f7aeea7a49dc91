"""What keeps the runs of a task from being judged: what its rules misname, its scorer, and what each world lacks."""

from contextlib import suppress

from marshrut.simulator.judge import BoutReferee, Onlooker, watcher_of
from marshrut.simulator.judge.points import earned_points, sum_of
from marshrut.simulator.problems import Problem
from marshrut.simulator.run import Conditions, scenes_for
from marshrut.simulator.scoring import check_scorer
from marshrut.simulator.tasks.loading import TaskError
from marshrut.simulator.tasks.model import Task, Variant
from marshrut.simulator.tasks.places import lacks, place_faults, place_of, places_of, press_faults
from marshrut.simulator.toml_file import FileProblem, TomlFile


def faults_and_points(task: Task) -> tuple[list[Problem], dict[str, int]]:
    """The faults, of which one of a file may bring others with it; and the most points in each world that has none, by
    the variant's id."""
    faults: list[Problem] = [*_misnamed(task)]
    named = not faults  # else each world would tell the same again
    most: dict[str, int] = {}
    try:
        check_scorer(task)
    except Problem as problem:
        faults.append(problem)
    for variant in task.variants:
        try:
            lacking = [each for each in lacks(task, place_of(task, variant)) if named]
            faults += [_of_variant(task, variant, problem) for problem in lacking]
            if named and not lacking:
                most[variant.id] = _most_points(task, variant)
        except FileProblem as fault:
            faults.append(fault)
        except Problem as fault:
            faults.append(_of_variant(task, variant, fault))
    return faults, most


def _of_variant(task: Task, variant: Variant, problem: Problem) -> Problem:
    where = f"{task.id}:{variant.id}"
    return Problem(problem.message_id, f"{where}: {problem.where}" if problem.where else where, **problem.params)


def _misnamed(task: Task) -> list[FileProblem]:
    """What the task file names and neither the robot nor any world has, each with its line; a robot's faults are told
    with the worlds."""
    toml = TomlFile(task.folder / "task.toml", TaskError)
    faults = list(place_faults(toml, task, places_of(task)))
    with suppress(Problem):
        faults += press_faults(toml, task)
    return sorted(faults, key=lambda fault: fault.line)


def _most_points(task: Task, variant: Variant) -> int:
    """In that world. Raises what is wrong with it."""
    scenes = scenes_for(Conditions(task, variant, seed=0), 1 if task.bout is None else 2)
    watcher = watcher_of(task, scenes)
    if isinstance(watcher, Onlooker):
        return 0
    referee = watcher.own if isinstance(watcher, BoutReferee) else watcher
    items = {check.id: referee.items_of(check.id) for check in task.checks}
    return sum_of(task, earned_points(task, items, {}), referee.record)[1]
