"""Which world a command means: a world file, or TASK[:VARIANT] of the catalogue."""

from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.tasks.loading import CURRICULUM

STANDARD_ROBOT = CURRICULUM / "robots" / "esp32-rover.toml"


@dataclass(frozen=True)
class NamedWorld:
    """A world file, and the robot that would stand on it."""

    path: Path
    robot: Path


def named_world(name: str) -> NamedWorld:
    """What ends in .toml is a file, all else a task; UnknownName and TaskError where there is none."""
    if name.endswith(".toml") or Path(name).is_file():
        return NamedWorld(Path(name), STANDARD_ROBOT)
    asked, colon, variant = name.rpartition(":")
    if not colon or Path(name).is_dir():
        asked, variant = name, ""
    task = find_task(asked)
    return NamedWorld(task.world_path(find_variant(task, variant or None)), task.robot_path)
