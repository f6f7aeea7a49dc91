"""Names that are not there: of variables, of what stands after a dot, of modules."""

import builtins

from ..near_names import near_name
from .model import Caught, Hint, group_of
from .program_names import bound_names, rover_names


def read_name(error: Caught) -> Hint | None:
    if "local variable" in error.text:
        name = group_of(r"variable '(\w+)'", error.text)
        return Hint("hint-name-local-named", {"name": name}) if name else Hint("hint-name-local")
    name = group_of(r"name '(\w+)' is(?:n't| not) defined", error.text)
    if not name:
        return None
    known = bound_names(error.source) | set(rover_names()) | {n for n in dir(builtins) if n[0].islower()}
    near = near_name(name, known)
    return Hint("hint-name-near", {"name": name, "near": near}) if near else Hint("hint-name", {"name": name})


def read_attribute(error: Caught) -> Hint | None:
    name = group_of(r"no attribute '(\w+)'", error.text)
    if not name:
        return None
    owner = group_of(r"'(\w+)' object", error.text) or group_of(r"module '([\w.]+)'", error.text)
    if owner == "NoneType":
        return Hint("hint-none", {"name": name})
    rover = rover_names()
    known = rover.get(owner, ()) if owner in rover else {name for names in rover.values() for name in names}
    near = near_name(name, known)
    if near:
        return Hint("hint-attribute-near", {"name": name, "near": near})
    if owner in rover:
        return Hint("hint-attribute-known", {"name": name, "owner": owner, "known": ", ".join(sorted(known))})
    return Hint("hint-attribute", {"name": name})


def read_import(error: Caught) -> Hint | None:
    name = group_of(r"[Nn]o module named '?([\w.]+)'?", error.text)
    if name:
        near = near_name(name, error.modules)
        if near:
            return Hint("hint-import-near", {"name": name, "near": near})
        if error.modules:
            return Hint("hint-import-known", {"name": name, "known": ", ".join(sorted(error.modules))})
        return Hint("hint-import", {"name": name})
    name = group_of(r"(?:cannot|can't) import name '?(\w+)'?", error.text)
    if not name:
        return None
    near = near_name(name, rover_names())
    return (
        Hint("hint-import-name-near", {"name": name, "near": near})
        if near
        else Hint("hint-import-name", {"name": name})
    )
