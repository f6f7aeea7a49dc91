"""Reads a TOML file into a frozen pydantic model; each fault names file, line, key, what it got and what it may be.

World, robot and task files all come through here. A loader that finds a fault in what the keys mean together raises
`TomlFile.problem(...)`, so that it too can name its line.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, TextIO, TypeVar

from pydantic import BaseModel, ValidationError

from .messages import FOLDER, Param
from .near_names import near_name
from .printable import printable
from .problems import Problem
from .texts import BLANK
from .toml_lines import KeyPath, key_lines, line_of
from .toml_models import allowed_keys, kind_wanted
from .toml_slips import slip_in

CURRICULUM = FOLDER.parent
MOST_BYTES = 2_000_000  # of one file; the largest of ours has 20 000
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


def raise_first(faults: list[FileProblem]) -> None:
    """Raise the fault that comes first in its file, with the rest in `others`; nothing where there is none."""
    if faults:
        first, *others = sorted(faults, key=lambda fault: fault.line)
        first.others = tuple(others)
        raise first


@contextmanager
def open_text(path: Path, most_bytes: int, problem_type: type[FileProblem] = FileProblem) -> Iterator[TextIO]:
    """A file that a person named, to be read as text; the fault is raised where it is no file, too large or no text."""
    try:
        facts = path.stat()
        # Before it is opened: a pipe would wait for a writer, and a device may have no end.
        if not S_ISREG(facts.st_mode):
            raise problem_type("file-not-plain", path, 0, "", folder=int(S_ISDIR(facts.st_mode)))
        if facts.st_size > most_bytes:
            raise problem_type("file-large", path, 0, "", most=most_bytes // 1_000_000)
        # "-sig": editors of Windows put a mark before the text.
        with path.open(encoding="utf-8-sig") as file:
            yield file
    except (FileNotFoundError, NotADirectoryError):
        raise problem_type("file-missing", path.parent, 0, "", file=path.name) from None
    except (UnicodeDecodeError, OSError):
        raise problem_type("file-unreadable", path, 0, "") from None


@dataclass(frozen=True)
class NamedText:
    """What a file would hold that lies nowhere: a world that was drawn. Its faults are told under that name."""

    name: str
    text: str


Source = Path | NamedText


class TomlFile:
    """A file that is TOML, with the line of each key; `problem_type` is the error that its faults are raised as."""

    def __init__(self, source: Source, problem_type: type[FileProblem] = FileProblem) -> None:
        self.problem_type = problem_type
        if isinstance(source, NamedText):
            self.path, self.text = Path(source.name), source.text
        else:
            self.path = source
            with open_text(source, MOST_BYTES, problem_type) as file:
                self.text = file.read(MOST_BYTES)
        if deep := _line_of_a_long_key(self.text):
            raise self._deep_problem(deep)
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
            errors = _without_echoes([dict(e) for e in error.errors()])
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

    def name(self, path: KeyPath) -> str:
        """The key as a person would name it: `part[imu].count`, and `part[2].count` where the second part has no id."""
        name = ""
        node: Any = self.data
        for position, part in enumerate(path):
            items = node
            known = _has_item(items, part) if isinstance(part, int) else isinstance(items, dict) and part in items
            node = items[part] if known else None
            if isinstance(part, int):
                own = "" if path[position + 1 :] == ("id",) else _id_of(items, part)  # an id does not name itself
                name += f"[{own or part + 1}]"
            else:
                name += f".{part}" if name else part
        return printable(name)

    def problem(self, path: KeyPath, message_id: str, /, **params: Param) -> FileProblem:
        """A fault at that key."""
        return self.problem_type(message_id, self.path, self.line(path), key_name(path), **params)

    def unknown_name(self, path: KeyPath, name: str, known: list[str], alike: float = 0.7) -> FileProblem:
        """A fault at that key: it names something that is not among the known names."""
        key = self.name(path)
        near = near_name(name, known, alike)
        name = _clipped(printable(name), 80)  # a path may be this long
        if near:
            return self.problem(path, "name-unknown-near", key=key, name=name, near=near)
        return self.problem(path, "name-unknown", key=key, name=name, known=", ".join(known), count=len(known))

    def _deep_problem(self, line: int = 0) -> FileProblem:
        return self.problem_type("toml-deep", self.path, line, "", most=MOST_DEEP)

    def _syntax_problem(self, detail: str) -> FileProblem:
        _, _, place = detail.rpartition("(at ")
        words = place.replace(",", "").split()
        lines = self.text.splitlines()
        number = int(words[1]) if words[:1] == ["line"] else len(lines)
        message_id, number, params = slip_in(lines, number, detail)
        return self.problem_type(message_id, self.path, number, "", **params)

    def _fault(self, model: type[BaseModel], error: dict[str, Any]) -> FileProblem:
        path = self._in_data(error["loc"])
        key = self.name(path)
        kind: str = error["type"]
        context: dict[str, Any] = error.get("ctx", {})
        if kind.startswith("union_tag"):
            path = (*path, str(context["discriminator"]).strip("'"))
            key = self.name(path)
        if kind == "missing" and isinstance(error["loc"][-1], int):
            count = len(error["input"])
            return self.problem(
                path, "value-count", key=key, bound="too_short", limit=error["loc"][-1] + 1, count=count
            )
        if kind in ("missing", "union_tag_not_found"):
            wanted = "text" if kind.startswith("union_tag") else kind_wanted(model, error["loc"])
            named = path if wanted in ("table", "tables") else path[-1:]
            name = ".".join(part for part in named if isinstance(part, str))
            return self.problem(path, "key-missing", key=key, wanted=wanted, name=name)
        if kind == "extra_forbidden":
            allowed = allowed_keys(model, error["loc"][:-1])
            near = near_name(str(path[-1]), allowed)
            if near:
                return self.problem(path, "key-unknown-near", key=key, near=near)
            return self.problem(path, "key-unknown", key=key, known=", ".join(allowed))
        numbering = hex if path[-1:] == ("address",) else str  # as data sheets give addresses
        given = error.get("input")
        got = _clipped(numbering(given)) if type(given) is int else _shown(given)
        if kind in _TYPES:
            wanted = "tables" if _TYPES[kind] == "list" and isinstance(given, dict) else _TYPES[kind]
            return self.problem(path, "value-type", key=key, wanted=wanted, got=got, name=str(path[-1]))
        if kind in _BOUNDS:
            bound, limit = _BOUNDS[kind]
            return self.problem(path, "value-range", key=key, bound=bound, limit=context[limit], got=got)
        if kind in ("too_short", "too_long"):
            limit = context["min_length" if kind == "too_short" else "max_length"]
            return self.problem(path, "value-count", key=key, bound=kind, limit=limit, count=context["actual_length"])
        choices = [str(choice).strip("' ") for choice in _choices(context)]
        if choices:
            choices = [numbering(int(choice)) if choice.isdigit() else choice for choice in choices]
            got_name = str(context["tag"]) if "tag" in context else _shown_name(error.get("input"), got)
            near = near_name(got_name, choices) if isinstance(error.get("input"), (str, dict)) else ""
            got_name = _clipped(printable(got_name))
            if near:
                return self.problem(path, "value-choice-near", key=key, got=got_name, near=near)
            return self.problem(path, "value-choice", key=key, got=got_name, known=", ".join(choices))
        if kind in ("string_too_short", BLANK):
            return self.problem(path, "value-empty", key=key)
        if kind in ("string_pattern_mismatch", "string_too_long", "finite_number"):
            form = _FORMS.get(context.get("pattern", ""), "length" if kind == "string_too_long" else "number")
            return self.problem(path, "value-form", key=key, got=got, form=form, limit=context.get("max_length", 0))
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


_TOKENS = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[\w-]+|\S")
_PART = re.compile(r"[\w\"'-]")  # of a key

# What people are told about a text that must have a form, by its pattern.
_FORMS = {
    r"^#[0-9a-fA-F]{6}$": "colour",
    r"^[a-z][a-z0-9-]*$": "name",
    r"^[A-Z]{2,4}-[1-9][0-9]?$": "rule",
    r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f]*$": "plain",
    r"^[^/\\:\x00-\x1f]+\.[pP][nN][gG]$": "picture",
    r"^[^/\\:\x00-\x1f]+\.[sS][vV][gG]$": "drawing",
}


def key_name(path: KeyPath) -> str:
    """`variants[2].world`: items counted from 1, as people count."""
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def _told(file: Path) -> str:
    """The path as it was typed; of a file that comes with the tool, the part that is the same on every machine.

    The folder where one is has no name that would tell anything.
    """
    if file == Path():
        return ""
    return file.relative_to(CURRICULUM).as_posix() if file.is_relative_to(CURRICULUM) else str(file)


def _has_item(node: Any, index: int) -> bool:
    return isinstance(node, list) and index < len(node)


def _id_of(items: Any, index: int) -> str:
    """The id of a table of that list, where it has one that no other has."""
    ids = [item.get("id") if isinstance(item, dict) else None for item in items] if _has_item(items, index) else [""]
    own = ids[index] if _has_item(items, index) else ""
    return own if isinstance(own, str) and re.fullmatch(r"[a-z0-9-]{1,40}", own) and ids.count(own) == 1 else ""


def _line_of_a_long_key(text: str) -> int:
    """The first line with a key of more parts than tables may lie deep, 0 where none is. The standard library's reader
    would take gigabytes for some thousands of parts."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") < MOST_DEEP:
            continue
        dots, after_part = 0, False
        for token in _TOKENS.findall(line):
            if token == ".":
                dots = dots + 1 if after_part else 0
            elif after_part or not _PART.match(token):
                dots = 0
            after_part = token != "." and _PART.match(token) is not None
            if dots >= MOST_DEEP:
                return number
    return 0


def _is_shallow(data: Any) -> bool:
    """Whether nothing lies deeper than MOST_DEEP tables and lists."""
    level = [data]
    for _ in range(MOST_DEEP + 1):
        inner = [tuple(node.values()) if isinstance(node, dict) else node for node in level]
        level = [item for items in inner for item in items if isinstance(item, (dict, list))]
    return not level


def _without_echoes(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the errors about missing items of one tuple the last: it tells how many it needs. A list is not too short
    because its items are wrong."""
    wrong = {e["loc"][:length] for e in errors for length in range(len(e["loc"]))}
    errors = [e for e in errors if e["type"] != "too_short" or e["loc"] not in wrong]
    last = {e["loc"][:-1]: e for e in errors if e["type"] == "missing" and isinstance(e["loc"][-1], int)}
    return [e for e in errors if e["loc"][:-1] not in last or e is last[e["loc"][:-1]]]


def _shown(value: Any) -> str:
    return _clipped(printable(json.dumps(value, ensure_ascii=False, default=str)))


def _clipped(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 3] + "…"


def _shown_name(value: Any, got: str) -> str:
    return value if isinstance(value, str) else got


def _choices(context: dict[str, Any]) -> list[str]:
    text = context.get("expected_tags") or context.get("expected") or ""
    return str(text).replace(" or ", ", ").split(", ") if text else []
