"""Finds a task by its id in the catalogue, by the unit that it is of, or by its folder."""

from os.path import isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from ..messages import Param
from ..near_names import near_name
from ..toml_file import FileProblem, TomlFile
from .loading import CURRICULUM, UnknownName, load_task, robot_files, task_of_world
from .model import Task, Variant

TASKS = CURRICULUM / "tasks"
UNITS = CURRICULUM / "units"
MOST_INSIDE = 3  # names of what is in a folder that was given in place of it


def task_ids() -> list[str]:
    """The ids of the catalogue, in alphabetical order. An id is its folder's name."""
    return sorted(path.parent.name for path in TASKS.glob("*/task.toml"))


def units_with_task() -> list[str]:
    """The units that have a task of their own, in alphabetical order."""
    return sorted(path.parent.parent.name for path in UNITS.glob("*/task/task.toml"))


def find_task(name: str) -> Task:
    """The task with that catalogue id, of that unit, in that folder, or of that world file, where nothing is judged.

    The catalogue goes first; `./name` is always a folder.
    """
    known = task_ids()
    if name in known:
        return load_task(TASKS / name)
    units = units_with_task()
    if name in units:
        return load_task(UNITS / name / "task")
    folder = Path(name)
    if folder.name == "task.toml":
        folder = folder.parent
    if not isfile(folder / "task.toml") and isfile(folder / "task" / "task.toml"):
        folder /= "task"  # of a unit's folder
    if isfile(folder / "task.toml"):
        return load_task(folder)
    if isdir(folder):
        inside = sorted(str(path.parent) for path in folder.glob("*/task.toml"))
        raise UnknownName("folder-given", what="task", **folder_facts(name, inside))
    if folder.suffix == ".toml" and isfile(folder):
        return task_of_world(folder)
    near = near_name(name, [*known, *units])
    if near:
        raise UnknownName("task-unknown-near", name=name, near=near)
    raise UnknownName("task-unknown", name=name, known=", ".join([*known, *units]))


def folder_facts(name: str, inside: list[str]) -> dict[str, Param]:
    """What is told of a folder that was given in place of something else; `inside` are things in it that would do."""
    known = ", ".join([*inside[:MOST_INSIDE], *(["…"] if len(inside) > MOST_INSIDE else [])])
    return {"name": name, "count": len(inside), "known": known}


def robots_by_board(task: Task) -> dict[str, Path]:
    """The robots a task may be run with: its own for each board, else the curriculum's."""
    robots = {_board_of(path): path for path in reversed(robot_files(task.folder))}
    robots[_board_of(task.robot_path)] = task.robot_path
    robots.pop("", None)
    return robots


def robots_by_name(task: Task) -> dict[str, Path]:
    """The robots a task may be run with, by the names of their files: its own go before the curriculum's."""
    return {path.stem: path for path in reversed(robot_files(task.folder))}


def _board_of(robot: Path) -> str:
    """What a robot file says its board is; "" where it says nothing that can be read."""
    try:
        return str(TomlFile(robot).data.get("board", ""))
    except FileProblem:
        return ""


def find_variant(task: Task, name: str | None) -> Variant:
    """The variant with that id; the first one when none is asked for."""
    if name is None:
        return task.variants[0]
    for variant in task.variants:
        if variant.id == name:
            return variant
    known = [variant.id for variant in task.variants]
    near = near_name(name, known)
    if near:
        raise UnknownName("variant-unknown-near", name=name, near=near, task=task.id)
    raise UnknownName("variant-unknown", name=name, known=", ".join(known), task=task.id)
