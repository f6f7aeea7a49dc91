"""Each program of each judged task of the catalogue comes to the end that its folder names, in the first variant."""

from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks import Task, find_task, task_ids

TASKS = [task for task in map(find_task, task_ids()) if task.judged]
PROGRAMS = [(task, path) for task in TASKS for path in sorted((task.folder / "programs").glob("*/*.py"))]


@pytest.mark.slow
@pytest.mark.parametrize(("task", "path"), PROGRAMS, ids=[f"{task.id}-{path.stem}" for task, path in PROGRAMS])
def test_it_ends_as_its_folder_says(task: Task, path: Path) -> None:
    # In a bout the folders tell the end against a robot that does nothing.
    rivals = [] if task.bout is None else [load_program(task.folder / "programs" / "draw" / "nothing.py")]
    run = run_program(load_program(path), Conditions(task, task.variants[0], seed=1), rivals=rivals)
    assert run.judgement.ended == path.parent.name


def test_each_judged_task_has_a_reference_and_programs_that_fail() -> None:
    for task in TASKS:
        folders = {path.parent.name for own, path in PROGRAMS if own is task}
        assert "goal" in folders and len(folders) > 1, task.id
