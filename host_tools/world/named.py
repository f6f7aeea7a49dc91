"""Which world a command means: a world file, or TASK[:VARIANT[:ROUND]] of the catalogue."""

from dataclasses import dataclass
from os.path import isdir, isfile  # they take what cannot be looked at for what is not there
from pathlib import Path

from marshrut.simulator.tasks.catalogue import find_task, find_variant, folder_facts
from marshrut.simulator.tasks.loading import CURRICULUM, UnknownName
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.tasks.rounds import world_of
from marshrut.simulator.toml_file import Source

from ..chosen_round import round_of
from ..usage import UsageProblem

STANDARD_ROBOT = CURRICULUM / "robots" / "sensor-rover.toml"  # which drives in a world file


@dataclass(frozen=True)
class NamedWorld:
    """A world file, or what was drawn in its place, and the robot that would stand on it."""

    source: Source
    robot: Path


def named_world(name: str) -> NamedWorld:
    """What ends in .toml is a file, all else a task; UnknownName, TaskError and UsageProblem where there is
    none."""
    if name.endswith(".toml") or isfile(name):
        return NamedWorld(Path(name), STANDARD_ROBOT)
    asked, variant, round_text = _parts(name)
    task = _task_in_place_of_a_world(asked)
    the_variant = find_variant(task, variant or None)
    return NamedWorld(world_of(task, the_variant, round_of(the_variant, round_text)), task.robot_path)


def _task_in_place_of_a_world(name: str) -> Task:
    try:
        return find_task(name)
    except UnknownName as problem:
        if problem.message_id != "folder-given":
            raise
    files = sorted(str(path) for path in Path(name).glob("*.toml"))
    raise UsageProblem("folder-given", what="world", **folder_facts(name, files))


def _parts(name: str) -> tuple[str, str, str | None]:
    """A task, its variant or "", and a round or None. A folder's name may have colons of its own."""
    if isdir(name):
        return name, "", None
    asked, _, last = name.rpartition(":")
    if last.isdecimal() and ":" in asked:
        asked, _, variant = asked.rpartition(":")
        return asked, variant, last
    return (asked, last, None) if asked else (name, "", None)
