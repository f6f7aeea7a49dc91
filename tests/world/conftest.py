"""A rover, an empty mat, and worlds to put them in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from marshrut.simulator.scene import load_robot, load_scene
from marshrut.simulator.scene.model import Mat, Press, Robot, Scene, Start, Surface
from marshrut.simulator.world import World

CURRICULUM = Path(__file__).resolve().parents[2] / "curriculum"
ROVER = CURRICULUM / "robots" / "esp32-rover.toml"
LINE_SPRINT = CURRICULUM / "tasks" / "line-sprint" / "worlds"

MakeScene = Callable[..., Scene]
MakeWorld = Callable[..., World]


@pytest.fixture(scope="session")
def rover() -> Robot:
    return load_robot(ROVER)


@pytest.fixture(scope="session")
def make_scene(rover: Robot) -> MakeScene:
    """A rover in the middle of a white mat of 4 m by 4 m; keywords change fields of the robot or of both motors."""

    def make(*surfaces: Surface, presses: tuple[Press, ...] = (), motor: dict | None = None, **robot: object) -> Scene:
        start = Start("start", 2000.0, 2000.0, 0.0)
        changed = replace(
            rover, left=replace(rover.left, **motor or {}), right=replace(rover.right, **motor or {}), **robot
        )
        return Scene(Mat(4000.0, 4000.0, 0.85, surfaces, (start,)), changed, start, presses)

    return make


@pytest.fixture(scope="session")
def line_sprint() -> dict[str, Scene]:
    """The three scenes of the task, by the name of their world."""
    return {path.stem: load_scene(path, ROVER) for path in sorted(LINE_SPRINT.glob("*.toml"))}
