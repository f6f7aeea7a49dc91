"""A run can be judged in each of the unit's worlds, hidden ones too: what `marshrut task check` asks of a task."""

from collections.abc import Iterator

from marshrut.simulator.problems import Problem
from marshrut.simulator.toml_file import FileProblem

from ...task.faults import faults_and_points
from ..model import Unit


def worlds(unit: Unit) -> Iterator[Problem]:
    told: set[str] = set()  # one world may be that of several variants
    for task in (unit.judged_by, unit.hidden_task):
        for first in faults_and_points(task)[0] if task is not None else ():
            for problem in (first, *first.others) if isinstance(first, FileProblem) else (first,):
                if str(problem) not in told:
                    told.add(str(problem))
                    yield problem
