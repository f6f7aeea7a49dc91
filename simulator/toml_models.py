"""What a model knows at a place in a file: the keys there, and what they hold."""

import types
import typing
from typing import Any

from pydantic import BaseModel

_KINDS: dict[Any, str] = {int: "int", float: "float", str: "text", bool: "bool"}


def allowed_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the model at that place knows."""
    return [field.alias or name for c in _models_at(model, loc) for name, field in c.model_fields.items()]


def kind_wanted(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """What a missing key must hold, as a message calls it."""
    for candidate in _models_at(model, loc[:-1]):
        for name, field in candidate.model_fields.items():
            if loc[-1] in (name, field.alias):
                return _kind_of(field.annotation)
    return "list"


def _kind_of(annotation: Any) -> str:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return _KINDS.get(type(arguments[0]), "text")
    if origin in (tuple, list):
        return "tables" if _models_in(annotation) else "list"
    if origin is dict or _models_in(annotation):
        return "table"
    return next((_KINDS[part] for part in (annotation, *arguments) if part in _KINDS), "text")


def _models_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[type[BaseModel]]:
    candidates: list[type[BaseModel]] = [model]
    for part in loc:
        if isinstance(part, int):
            continue
        deeper = [
            inner
            for candidate in candidates
            if part in candidate.model_fields
            for inner in _models_in(candidate.model_fields[part].annotation)
        ]
        # A name that is no key is the tag of a union's member: keep those members that carry it.
        candidates = deeper or [c for c in candidates if part in _tags(c)] or candidates
    return candidates


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [inner for argument in typing.get_args(annotation) for inner in _models_in(argument)]


def _tags(model: type[BaseModel]) -> set[Any]:
    return {tag for field in model.model_fields.values() for tag in typing.get_args(field.annotation)}
