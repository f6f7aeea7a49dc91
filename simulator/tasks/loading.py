"""Loads a task's folder: the file's shape first, then what its parts say about each other."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ..messages import FOLDER, LANGUAGES
from ..problems import Problem
from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .model import Task, TaskFile

CURRICULUM = FOLDER.parent


class TaskError(FileProblem):
    """A task's file is not as it must be; the text names file, line and key."""


class UnknownName(Problem):
    """A task or variant is asked for by a name that does not exist."""


def load_task(folder: Path) -> Task:
    """The task in that folder. TaskError names the first thing that is wrong with it."""
    toml = TomlFile(folder / "task.toml", TaskError)
    content = toml.parse(TaskFile)
    robot_path = _robot_path(folder, content.robot)
    _check_names(toml, content)
    _check_files(toml, content, robot_path)
    worlds = [folder / variant.world for variant in content.variants]
    fields = {name: getattr(content, name) for name in TaskFile.model_fields}
    return Task(**fields, folder=folder, robot_path=robot_path, sha256=_sha256([toml.path, *worlds, robot_path]))


def with_robot(task: Task, robot_path: Path) -> Task:
    """The same task for another robot."""
    toml = task.folder / "task.toml"
    worlds = [task.world_path(variant) for variant in task.variants]
    return task.model_copy(update={"robot_path": robot_path, "sha256": _sha256([toml, *worlds, robot_path])})


def robot_files(folder: Path) -> list[Path]:
    """The robots that a task in that folder may have: its own, then the curriculum's."""
    return [*sorted((folder / "robots").glob("*.toml")), *sorted((CURRICULUM / "robots").glob("*.toml"))]


def _robot_path(folder: Path, robot: str) -> Path:
    """The robot's file: the task may bring its own in `robots/`, else it is the curriculum's."""
    own = folder / "robots" / f"{robot}.toml"
    return own if own.is_file() else CURRICULUM / "robots" / f"{robot}.toml"


def _check_names(toml: TomlFile, task: TaskFile) -> None:
    for table in ("variants", "rules", "checks"):
        seen: set[str] = set()
        for index, item in enumerate(getattr(task, table)):
            if item.id in seen:
                key = (table, index, "id")
                raise toml.problem(key, "name-twice", key=f"{table}[{index + 1}].id", name=item.id)
            seen.add(item.id)
    rules = [rule.id for rule in task.rules]
    citing: list[tuple[KeyPath, str]] = [(("limits", "rule"), task.limits.rule)]
    citing += [(("conduct", index, "rule"), item.rule) for index, item in enumerate(task.conduct)]
    citing += [(("checks", index, "rule"), item.rule) for index, item in enumerate(task.checks)]
    for path, rule_id in citing:
        if rule_id not in rules:
            raise toml.unknown_name(path, rule_id, rules)


def _check_files(toml: TomlFile, task: TaskFile, robot_path: Path) -> None:
    if not robot_path.is_file():
        raise toml.unknown_name(("robot",), task.robot, sorted(path.stem for path in robot_path.parent.glob("*.toml")))
    for index, variant in enumerate(task.variants):
        if not (toml.path.parent / variant.world).is_file():
            worlds = sorted(f"worlds/{path.name}" for path in (toml.path.parent / "worlds").glob("*.toml"))
            raise toml.unknown_name(("variants", index, "world"), variant.world, worlds)
    for lang in LANGUAGES:
        text = toml.path.parent / "text" / f"{lang}.md"
        if not text.is_file():
            raise TaskError("file-missing", text.parent, 0, "", file=text.name)


def _sha256(files: Iterable[Path]) -> str:
    """One hash over the task file, the worlds and the robot.

    The clauses in the task file count: an appeal is decided by them. The statements in text/ do not: they tell the
    same in a person's words, and a comma put right there must not set old results apart. Line ends are made equal,
    because a checkout on Windows may change them.
    """
    digest = hashlib.sha256()
    for path in dict.fromkeys(files):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()
