"""Puts a world, a robot and a start together into the nominal scene of a run."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..messages import Param
from ..toml_file import Source, TomlFile
from .errors import SceneError
from .faults import breakable, check_faults, clash
from .model import Press, Robot, RobotFault, Scene
from .robot_file import load_robot
from .starts import check_start
from .world_file import load_world


def load_scene(
    world: Source | str,
    robot: Path | str,
    start: str = "",
    presses: Sequence[Press] = (),
    faults: Sequence[RobotFault] = (),
) -> Scene:
    """The nominal scene: the robot stands at the start of that id, or at the file's first one.

    `faults` come on top of those that the two files name.
    """
    world = Path(world) if isinstance(world, str) else world
    place = load_world(world)
    mat = place.mat
    machine = load_robot(robot)
    starts = {item.id: item for item in mat.starts}
    if start and start not in starts:
        raise _unknown(world, "start", start, list(starts))
    for press in presses:
        buttons = [button.id for button in machine.buttons]
        if press.button not in buttons:
            listed = ", ".join(buttons)
            params: dict[str, Param] = {"name": press.button, "some": int(bool(buttons)), "known": listed}
            raise SceneError("name-unknown-button", Path(robot), 0, "button", **params)
    check_world_faults(world, machine, place.faults)
    in_files = (*machine.faults, *place.faults)
    check_faults(machine, in_files, faults)
    begin = starts[start] if start else mat.starts[0]
    check_start(world, mat, machine, begin)
    return Scene(
        mat,
        replace(machine, faults=()),
        begin,
        tuple(presses),
        (*in_files, *faults),
    )


def check_world_faults(world: Source, machine: Robot, faults: Sequence[RobotFault]) -> None:
    """SceneError where what a world breaks is not on the robot, or cannot break there as well."""
    for number, fault in enumerate(faults, start=1):
        known = breakable(machine, fault.kind)
        if fault.device and fault.device not in known:
            raise _unknown(world, f"fault[{number}].device", fault.device, known)
    together = (*machine.faults, *faults)
    for i in range(len(faults)):
        problem = clash(machine, together, len(machine.faults) + i)
        if problem:
            raise TomlFile(world, SceneError).problem(("fault", i), problem.message_id, **problem.params)


def _unknown(world: Source, key: str, name: str, known: list[str]) -> SceneError:
    file = world if isinstance(world, Path) else Path(world.name)
    return SceneError("name-unknown", file, 0, key, key=key, name=name, known=", ".join(known), count=len(known))
