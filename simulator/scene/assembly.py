"""Puts a world, a robot and a start together into the nominal scene of a run."""

from collections.abc import Sequence
from pathlib import Path

from .errors import SceneError
from .model import Press, Scene
from .robot_file import load_robot
from .world_file import load_world


def load_scene(world: Path | str, robot: Path | str, start: str = "", presses: Sequence[Press] = ()) -> Scene:
    """The nominal scene: the robot stands at the start of that id, or at the file's first one."""
    mat = load_world(world).mat
    machine = load_robot(robot)
    starts = {place.id: place for place in mat.starts}
    if start and start not in starts:
        raise _unknown(Path(world), "start", start, list(starts))
    for press in presses:
        buttons = [button.id for button in machine.buttons]
        if press.button not in buttons:
            raise _unknown(Path(robot), "button", press.button, buttons)
    return Scene(mat, machine, starts[start] if start else mat.starts[0], tuple(presses))


def _unknown(path: Path, key: str, name: str, known: list[str]) -> SceneError:
    return SceneError("name-unknown", path, 0, key, key=key, name=name, known=", ".join(known))
