"""Names that are not there: of variables, of what stands after a dot, of modules."""

import builtins
import re
from collections.abc import Iterable

from ..board_flash import board_modules
from ..near_names import digits_meant, is_cyrillic, latin_meant, latin_twin, letter_in_number, near_name, odd_letter
from ..real_boards import BOARDS, MODULES
from ..scene.chips import CHIPS
from .board_classes import board_class_names
from .model import FUNCTIONS, Caught, Hint, group_of
from .program_names import bound_names, rover_names
from .rover_names import joined_attribute, robot_name_hint

_VALUES = {"True", "False", "None"}
OFTEN = ("rover", "machine", "time", "math", "random", "asyncio")  # modules to name where all would be too many
SHOWN_MODULES = 10
SHOWN_ATTRIBUTES = 25


def read_name(error: Caught) -> Hint | None:
    if "local variable" in error.text:
        name = group_of(r"variable '(\w+)'", error.text)
        return Hint("hint-name-local-named", {"name": name}) if name else Hint("hint-name-local")
    name = group_of(r"name '(\w+)' is(?:n't| not) defined", error.text)
    if not name:
        return None
    known = bound_names(error.source) | set(rover_names()) | {n for n in dir(builtins) if n[0].islower()} | _VALUES
    if digits_meant(name):
        letter = letter_in_number(name)
        return Hint("hint-letters-digits", {"word": name, "letter": letter, "number": digits_meant(name)})
    odd = _odd(name) or next((_odd(other) for other in sorted(known) if latin_twin(other) == name), None)
    if odd:
        return odd
    of_robot = robot_name_hint(name, error)
    if of_robot:
        return of_robot
    if is_cyrillic(name) and not any(map(is_cyrillic, bound_names(error.source))):
        return _cyrillic(name, known | set(rover_names()["Rover"]) | {"rover"})
    if name == "rover" and "Rover" in bound_names(error.source):
        return Hint("hint-class-used", {"cls": "Rover", "name": "rover", "made": "rover = Rover()"})
    near = near_name(name, known)
    return Hint("hint-name-near", {"name": name, "near": near}) if near else Hint("hint-name", {"name": name})


def _odd(name: str) -> Hint | None:
    """For a name with a Cyrillic letter that only looks Latin."""
    near = latin_twin(name)
    return Hint("hint-letters", {"name": name, "letter": odd_letter(name), "near": near}) if near else None


def _cyrillic(name: str, known: Iterable[str]) -> Hint:
    near = latin_meant(name, known)
    return (
        Hint("hint-letters-cyrillic-near", {"name": name, "near": near})
        if near
        else Hint("hint-letters-cyrillic", {"name": name})
    )


def read_attribute(error: Caught) -> Hint | None:
    name = group_of(r"no attribute '(\w+)'", error.text)
    if not name:
        return None
    owner = group_of(r"(?:^'|^type object '|^module ')([\w.]+)'", error.text)
    if owner == "NoneType":
        return Hint("hint-none", {"name": name})
    odd = _odd(name)
    if odd:
        return odd
    if owner in FUNCTIONS:
        return Hint("hint-brackets-some")
    board = board_class_names().get(owner, ())
    if board and not any(re.search(rf"^\s*class {owner}\b", text, re.M) for text in (error.source, *error.sources)):
        return _of_board(name, owner, board)
    rover = rover_names()
    known = rover.get(owner, ()) if owner in rover else {name for names in rover.values() for name in names}
    if is_cyrillic(name):
        return _cyrillic(name, known)
    joined = joined_attribute(name, owner)
    if joined:
        return joined
    near = near_name(name, known)
    if near:
        return Hint("hint-attribute-near", {"name": name, "near": near})
    if owner in rover:
        return Hint("hint-attribute-known", {"name": name, "owner": owner, "known": ", ".join(sorted(known))})
    return Hint("hint-attribute", {"name": name})


def _of_board(name: str, owner: str, names: Iterable[str]) -> Hint:
    near = near_name(name, names)
    if near:
        return Hint("hint-attribute-of-near", {"name": name, "owner": owner, "near": near})
    known = sorted(names)
    if len(known) > SHOWN_ATTRIBUTES:
        return Hint("hint-attribute", {"name": name})
    return Hint("hint-attribute-known", {"name": name, "owner": owner, "known": ", ".join(known)})


def _real_modules(modules: tuple[str, ...]) -> frozenset[str]:
    """What the real board can import that has those modules on the simulator: its port's and, with a radio, network."""
    return frozenset().union(*(real for board, real in MODULES.items() if not modules or _is_of(board, real, modules)))


def _is_of(board: str, real: frozenset[str], modules: tuple[str, ...]) -> bool:
    return board.partition("_")[0] in modules and ("network" in real) == ("network" in modules)


def _board_with(name: str, modules: tuple[str, ...]) -> str:
    """A simulated board that has the module, where the one with those modules has not."""
    if not modules or name in modules:
        return ""
    return next((board for board in CHIPS if name in board_modules(board)), "")


def read_import(error: Caught) -> Hint | None:
    name = group_of(r"[Nn]o module named '?([\w.]+)'?", error.text)
    if name:
        if name in _real_modules(error.modules) and name not in error.modules:
            return Hint("hint-import-threads" if name == "_thread" else "hint-import-real", {"name": name})
        other = _board_with(name, error.modules)
        if other:
            return Hint("hint-import-board", {"name": name, "chip": BOARDS[CHIPS[other]], "board": other})
        near = near_name(name, error.modules)
        if near:
            return Hint("hint-import-near", {"name": name, "near": near})
        if error.modules:
            known = ", ".join(sorted(error.modules))
            if len(error.modules) > SHOWN_MODULES:
                known = ", ".join(module for module in OFTEN if module in error.modules) + ", …"
            return Hint("hint-import-known", {"name": name, "known": known})
        return Hint("hint-import", {"name": name})
    name = group_of(r"(?:cannot|can't) import name '?(\w+)'?", error.text)
    if not name:
        return None
    module = group_of(r"^from (\w+) import\b", error.line)
    near = near_name(name, board_class_names().get(module, ())) or near_name(name, rover_names())
    return (
        Hint("hint-import-name-near", {"name": name, "near": near})
        if near
        else Hint("hint-import-name", {"name": name})
    )
