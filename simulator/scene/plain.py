"""A scene as plain JSON values and back, for the trace's header. "kind" tells which, where there are several."""

import types
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from .model import Arc, Image, Line, Mat, Polygon, Scene, Stripe

_KINDS: dict[str, type] = {"Line": Line, "Arc": Arc, "Stripe": Stripe, "Polygon": Polygon, "Image": Image}


def scene_to_json(scene: Scene) -> dict[str, Any]:
    plain = _plain(scene)
    assert isinstance(plain, dict)
    return plain


def mat_to_json(mat: Mat) -> dict[str, Any]:
    """A mat as it is in a scene of a trace's header, for what draws from there."""
    plain = _plain(mat)
    assert isinstance(plain, dict)
    return plain


def scene_from_json(value: dict[str, Any]) -> Scene:
    """The scene of a trace's header; exactly the one that was written."""
    scene = _built(value, Scene)
    assert isinstance(scene, Scene)
    return scene


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        name = type(value).__name__
        tag = {"kind": name} if name in _KINDS else {}
        return tag | {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _built(value: Any, wanted: Any) -> Any:
    if get_origin(wanted) is tuple:
        members = get_args(wanted)
        if len(members) == 2 and members[1] is Ellipsis:
            return tuple(_built(item, members[0]) for item in value)
        return tuple(_built(item, member) for item, member in zip(value, members, strict=True))
    if get_origin(wanted) in (Union, types.UnionType):
        if not isinstance(value, dict):
            return value  # a number, or none
        classes = [member for member in get_args(wanted) if is_dataclass(member)]
        wanted = classes[0] if len(classes) == 1 else _KINDS[value["kind"]]
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = get_type_hints(wanted)
        return wanted(**{field.name: _built(value[field.name], hints[field.name]) for field in fields(wanted)})
    return float(value) if wanted is float else value
