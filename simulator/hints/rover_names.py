"""Names of the robot and of what is on it that stand in a program alone, joined, or after a comma: what was meant."""

import ast
import re

from ..source_text import UNREADABLE
from .bindings import INSTANCE, Bindings, Meant
from .model import Caught, Hint
from .program_names import bound_names, rover_names
from .runtime_shape import runtime_shapes


def robot_name_hint(name: str, error: Caught) -> Hint | None:
    """For an unknown name that is the robot's, a class of its module, or a part of it without its dot."""
    bound = bound_names(error.source)
    if name == "rover" and error.source and "rover" not in bound:
        if "Rover" not in bound:
            return Hint("hint-name-robot-lines")
        if not re.search(r"\bRover\s*\.", error.source):  # else the class is used in the robot's place
            return Hint("hint-name-robot-made")
    if name in rover_names() and error.source and name not in bound:
        return Hint("hint-name-import", {"name": name})
    for robot in _robots(error.source):
        if name in rover_names()["Rover"] and re.search(rf"\b{robot}\s*,\s*{name}\b", error.line):
            return Hint("hint-name-comma", {"whole": robot, "part": name})
        part = name.removeprefix(robot)
        if part != name and part in rover_names()["Rover"]:
            return Hint("hint-name-dot", {"whole": robot, "part": part})
    return None


def joined_attribute(name: str, owner: str) -> Hint | None:
    """`drivestraight` of a robot: a part of it and a command of that part, without the dot."""
    if owner != "Rover":
        return None
    for part, cls in runtime_shapes()["Rover"].parts.items():
        command = name.removeprefix(part)
        if command != name and command in rover_names().get(cls, ()):
            return Hint("hint-name-dot", {"whole": part, "part": command})
    return None


def _robots(source: str) -> list[str]:
    """The names under which a program has made its robot."""
    try:
        names = Bindings(ast.parse(source))
    except UNREADABLE:
        return []
    rover = Meant(INSTANCE, "Rover")
    return [name for name in sorted(names.assigned) if names.meant(ast.Name(name, ast.Load())) == rover]
