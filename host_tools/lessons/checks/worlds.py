"""A run can be judged in each of the unit's worlds, hidden ones too: what `marshrut task check` asks of a task."""

from collections.abc import Iterator

from marshrut.simulator.problems import Problem
from marshrut.simulator.scoring import check_scorer
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.toml_file import FileProblem

from ...task.check import misnamed, most_points
from ..model import Unit
from .findings import UnitFinding


def worlds(unit: Unit) -> Iterator[Problem]:
    told: set[str] = set()  # one world may be that of several variants
    for task in (unit.judged_by, unit.hidden_task):
        for problem in _faults(task) if task is not None else ():
            if str(problem) not in told:
                told.add(str(problem))
                yield problem


def _faults(task: Task) -> Iterator[Problem]:
    try:
        check_scorer(task)
    except Problem as problem:
        yield problem
    wrong = misnamed(task)
    yield from wrong
    for variant in task.variants if not wrong else ():  # each world would tell the same again
        try:
            most_points(task, variant)
        except FileProblem as first:
            yield from (first, *first.others)
        except Problem as problem:
            yield UnitFinding(problem.message_id, f"{task.id}:{variant.id}", **problem.params)
