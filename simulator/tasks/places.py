"""What the rules of a task call by name, held against what stands and lies in its worlds."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..problems import Problem
from ..scene import load_robot, load_world
from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .model import Task, Variant
from .names import is_called
from .rounds import world_of

OF_ZONES = ("zone", "first", "last")  # the keys of conditions that are ids of zones
OF_OBJECTS = ("objects", "post")


class Place(NamedTuple):
    """The ids of what a world has."""

    zones: tuple[str, ...]
    objects: tuple[str, ...]

    def has(self, key: str, name: str) -> bool:
        """Whether a condition may say that name under that key."""
        if key in OF_ZONES:
            return name in self.zones
        return name in self.objects or (key == "objects" and any(is_called(each, name) for each in self.objects))


def place_of(task: Task, variant: Variant) -> Place:
    """Problem where it has no world that can be read."""
    mat = load_world(world_of(task, variant)).mat
    return Place(tuple(zone.id for zone in mat.zones), tuple(each.id for each in mat.objects))


def places_of(task: Task) -> list[Place]:
    """Those of the variants whose worlds can be read."""
    places = []
    for variant in task.variants:
        try:
            places.append(place_of(task, variant))
        except Problem:
            continue
    return places


def spoken_names(task: Task) -> Iterator[tuple[KeyPath, str]]:
    """Where the rules say a name, and the name."""
    for table in ("conduct", "penalties", "checks"):
        for index, item in enumerate(getattr(task, table)):
            for key in (*OF_ZONES, *OF_OBJECTS):
                name = getattr(item.when, key, None)
                if name is not None:
                    yield (table, index, "when", key), name


def place_faults(toml: TomlFile, task: Task, places: Collection[Place]) -> Iterator[FileProblem]:
    """Names that none of these worlds knows, each with its line."""
    for path, name in spoken_names(task) if places else ():
        key = str(path[-1])
        if not any(place.has(key, name) for place in places):
            yield toml.unknown_name(path, name, _known(key, places))


def lacks(task: Task, place: Place) -> Iterator[Problem]:
    """What one world lacks of all that the rules speak of, each thing once."""
    missing = {
        (str(path[-1]) in OF_ZONES, name) for path, name in spoken_names(task) if not place.has(str(path[-1]), name)
    }
    for is_zone, name in sorted(missing):
        yield Problem("course-no-zone", zone=name) if is_zone else Problem("course-no-object", objects=name)


def press_faults(toml: TomlFile, task: Task) -> Iterator[FileProblem]:
    """Presses of buttons that the robot has not. Of a robot without any its own file is told."""
    buttons = [button.id for button in load_robot(task.robot_path).buttons]
    for index, press in enumerate(task.presses) if buttons else ():
        if press.button not in buttons:
            yield toml.unknown_name(("presses", index, "button"), press.button, buttons)


def unspoken_faults(toml: TomlFile, task: Task) -> Iterator[FileProblem]:
    """Names of what no rule speaks of; `pin-3` is one of the `pin` that a rule speaks of.

    Where a rule speaks of what no world has, that is the slip, and the name may be right: `task check` tells it with
    all the others.
    """
    spoken = {name for _, name in spoken_names(task)}
    unspoken = [i for i, each in enumerate(task.names) if not any(is_called(each.id, name) for name in spoken)]
    if unspoken and not any(place_faults(toml, task, places_of(task))):
        for index in unspoken:
            yield toml.unknown_name(("names", index, "id"), task.names[index].id, sorted(spoken))


def _known(key: str, places: Collection[Place]) -> list[str]:
    """What may be said under that key; of `pin-1`, `pin-2` and so on `pin`."""
    if key in OF_ZONES:
        found = {zone for place in places for zone in place.zones}
    else:
        found = {each for place in places for each in place.objects}
    return sorted({re.sub(r"-\d+$", "", each) for each in found} if key == "objects" else found)
