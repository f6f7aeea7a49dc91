"""Reads a TOML file into a frozen pydantic model; each fault names file, line, key, what it got and what it may be.

World, robot and task files all come through here. A loader that finds a fault in what the keys mean together raises
`TomlFile.problem(...)`, so that it too can name its line.
"""

import json
import tomllib
import types
import typing
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .messages import FOLDER, Param
from .near_names import near_name
from .problems import Problem
from .toml_lines import KeyPath, key_lines, line_of

CURRICULUM = FOLDER.parent
MOST_DEEP = 20  # tables and lists within one another; files of ours have six

Model = TypeVar("Model", bound=BaseModel)


class FileProblem(Problem):
    """A fault in a file: `file`, `line` (0: none) and `key`, besides the message. `others` were found with it."""

    def __init__(self, message_id: str, file: Path, line: int, key: str, /, **params: Param) -> None:
        super().__init__(message_id, f"{_told(file)}:{line}" if line else _told(file), **params)
        self.file = file
        self.line = line
        self.key = key
        self.others: tuple[FileProblem, ...] = ()


class TomlFile:
    """A file that is TOML, with the line of each key; `problem_type` is the error that its faults are raised as."""

    def __init__(self, path: Path, problem_type: type[FileProblem] = FileProblem) -> None:
        self.path = path
        self.problem_type = problem_type
        try:
            # "-sig": editors of Windows put a mark before the text.
            self.text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (FileNotFoundError, NotADirectoryError):
            raise problem_type("file-missing", path.parent, 0, "", file=path.name) from None
        except (UnicodeDecodeError, OSError):
            raise problem_type("file-unreadable", path, 0, "") from None
        try:
            self.data: dict[str, Any] = tomllib.loads(self.text)
        except RecursionError:
            raise self._deep_problem() from None
        except ValueError as error:  # a number of thousands of digits, besides what is no TOML
            raise self._syntax_problem(str(error)) from None
        if not _is_shallow(self.data):
            raise self._deep_problem()
        self._lines = key_lines(self.text)

    def parse(self, model: type[Model]) -> Model:
        """The file's content as that model. All faults are found; the first is raised, with the rest in `others`."""
        try:
            # By way of JSON, so that strict models take an array for a tuple.
            return model.model_validate_json(json.dumps(self.data, default=str))
        except ValidationError as error:
            errors = _one_a_tuple([dict(e) for e in error.errors()])
            # What is written and wrong goes before what is missing in the same line.
            faults = sorted(
                (self._fault(model, e) for e in errors), key=lambda f: (f.line, f.message_id == "key-missing")
            )
            # A mistyped key is also a missing one; one sentence about it is enough.
            meant = {fault.params["near"] for fault in faults if fault.message_id == "key-unknown-near"}
            first, *others = (f for f in faults if f.message_id != "key-missing" or f.key.split(".")[-1] not in meant)
            first.others = tuple(others)
            raise first from None

    def line(self, path: KeyPath) -> int:
        """The line of that key, or of the nearest table that should have held it."""
        return line_of(self._lines, path)

    def problem(self, path: KeyPath, message_id: str, /, **params: Param) -> FileProblem:
        """A fault at that key."""
        return self.problem_type(message_id, self.path, self.line(path), key_name(path), **params)

    def unknown_name(self, path: KeyPath, name: str, known: list[str], alike: float = 0.7) -> FileProblem:
        """A fault at that key: it names something that is not among the known names."""
        key = key_name(path)
        near = near_name(name, known, alike)
        if near:
            return self.problem(path, "name-unknown-near", key=key, name=name, near=near)
        return self.problem(path, "name-unknown", key=key, name=name, known=", ".join(known))

    def _deep_problem(self) -> FileProblem:
        return self.problem_type("toml-deep", self.path, 0, "", most=MOST_DEEP)

    def _syntax_problem(self, detail: str) -> FileProblem:
        _, _, place = detail.rpartition("(at ")
        words = place.replace(",", "").split()
        lines = self.text.splitlines()
        number = int(words[1]) if words[:1] == ["line"] else len(lines)
        shown = lines[number - 1].strip() if 0 < number <= len(lines) else ""
        return self.problem_type("toml-syntax", self.path, number, "", shown=shown)

    def _fault(self, model: type[BaseModel], error: dict[str, Any]) -> FileProblem:
        path = self._in_data(error["loc"])
        key = key_name(path)
        kind: str = error["type"]
        context: dict[str, Any] = error.get("ctx", {})
        if kind.startswith("union_tag"):
            path = (*path, str(context["discriminator"]).strip("'"))
            key = key_name(path)
        if kind == "missing" and isinstance(error["loc"][-1], int):
            count = len(error["input"])
            return self.problem(
                path, "value-count", key=key, bound="too_short", limit=error["loc"][-1] + 1, count=count
            )
        if kind in ("missing", "union_tag_not_found"):
            return self.problem(path, "key-missing", key=key)
        if kind == "extra_forbidden":
            allowed = _allowed_keys(model, error["loc"][:-1])
            near = near_name(str(path[-1]), allowed)
            if near:
                return self.problem(path, "key-unknown-near", key=key, near=near)
            return self.problem(path, "key-unknown", key=key, known=", ".join(allowed))
        got = _shown(error.get("input"))
        if kind in _TYPES:
            return self.problem(path, "value-type", key=key, wanted=_TYPES[kind], got=got)
        if kind in _BOUNDS:
            bound, limit = _BOUNDS[kind]
            return self.problem(path, "value-range", key=key, bound=bound, limit=context[limit], got=got)
        if kind in ("too_short", "too_long"):
            limit = context["min_length" if kind == "too_short" else "max_length"]
            return self.problem(path, "value-count", key=key, bound=kind, limit=limit, count=context["actual_length"])
        choices = [str(choice).strip("' ") for choice in _choices(context)]
        if choices:
            got_name = str(context.get("tag", error.get("input")))
            near = near_name(got_name, choices)
            if near:
                return self.problem(path, "value-choice-near", key=key, got=got_name, near=near)
            return self.problem(path, "value-choice", key=key, got=got_name, known=", ".join(choices))
        if kind == "string_too_short":
            return self.problem(path, "value-empty", key=key)
        if kind in ("string_pattern_mismatch", "string_too_long", "finite_number"):
            return self.problem(path, "value-form", key=key, got=got)
        return self.problem(path, "value-rule", key=key, rule=error["msg"].removeprefix("Value error, "), got=got)

    def _in_data(self, loc: tuple[str | int, ...]) -> KeyPath:
        """The error's place as a path in the file: without the names that pydantic puts in for a union's member."""
        path: KeyPath = ()
        node: Any = self.data
        for position, part in enumerate(loc):
            inside = part in node if isinstance(node, dict) else isinstance(part, int) and _has_item(node, part)
            if inside:
                node = node[part]
            elif position < len(loc) - 1 or not isinstance(node, dict):
                continue
            path = (*path, part)
        return path


_TYPES = {
    "int_type": "int",
    "int_from_float": "int",
    "float_type": "float",
    "string_type": "text",
    "bool_type": "bool",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "table",
    "model_type": "table",
    "model_attributes_type": "table",
}
_BOUNDS = {
    "greater_than": ("above", "gt"),
    "greater_than_equal": ("at_least", "ge"),
    "less_than": ("below", "lt"),
    "less_than_equal": ("at_most", "le"),
}


def key_name(path: KeyPath) -> str:
    """`variants[2].world`: items counted from 1, as people count."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def _told(file: Path) -> str:
    """The path as it was typed; of a file that comes with the tool, the part that is the same on every machine."""
    return file.relative_to(CURRICULUM).as_posix() if file.is_relative_to(CURRICULUM) else str(file)


def _has_item(node: Any, index: int) -> bool:
    return isinstance(node, list) and index < len(node)


def _is_shallow(data: Any) -> bool:
    """Whether nothing lies deeper than MOST_DEEP tables and lists."""
    level = [data]
    for _ in range(MOST_DEEP + 1):
        inner = [tuple(node.values()) if isinstance(node, dict) else node for node in level]
        level = [item for items in inner for item in items if isinstance(item, (dict, list))]
    return not level


def _one_a_tuple(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the errors about missing items of one tuple the last: it tells how many it needs."""
    last = {e["loc"][:-1]: e for e in errors if e["type"] == "missing" and isinstance(e["loc"][-1], int)}
    return [e for e in errors if e["loc"][:-1] not in last or e is last[e["loc"][:-1]]]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else text[:37] + "…"


def _choices(context: dict[str, Any]) -> list[str]:
    text = context.get("expected_tags") or context.get("expected") or ""
    return str(text).replace(" or ", ", ").split(", ") if text else []


def _allowed_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """The keys that the model at that place knows."""
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
    return [field.alias or name for c in candidates for name, field in c.model_fields.items()]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [inner for argument in typing.get_args(annotation) for inner in _models_in(argument)]


def _tags(model: type[BaseModel]) -> set[Any]:
    return {tag for field in model.model_fields.values() for tag in typing.get_args(field.annotation)}
