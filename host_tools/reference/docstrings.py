"""A docstring of the runtime, taken apart: summary, text, arguments with type and unit, what is returned, example.

The form, of which every section may be left out:

    One line that says what it does.

    More text.

    Arguments:
        speed (Number, mm/s): what it is; its range.
        left, right (Motor): two of one kind.
        args: the caller's own, passed on as they are.

    Returns (int, deg): what it is.

    Example:
        rover.drive.straight(500)
"""

import inspect
import re
from dataclasses import dataclass

HEADS = ("Arguments", "Attributes", "Example")
_HEAD = re.compile(rf"({'|'.join(HEADS)}):\s*$")
_TYPE = r"\((?P<type>[^()]*(?:\([^()]*\)[^()]*)*)\)"  # with brackets inside, one deep
_RETURNS = re.compile(rf"Returns {_TYPE}(?::\s*(?P<text>.*))?$", re.S)
_ENTRY = re.compile(rf"(?P<names>\*{{0,2}}\w+(?:, \*{{0,2}}\w+)*)(?: {_TYPE})?:\s*(?P<text>.*)$", re.S)


@dataclass(frozen=True)
class Type:
    """As the docstring has it: "int", "list of int", "str or None", a class of the runtime; and its unit or ""."""

    name: str
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.name}, {self.unit}" if self.unit else self.name


@dataclass(frozen=True)
class Entry:
    """One line of "Arguments:" or "Attributes:"; `type` is None where the docstring gives none."""

    names: tuple[str, ...]
    type: Type | None
    text: str


@dataclass(frozen=True)
class Returned:
    type: Type
    text: str


@dataclass(frozen=True)
class Docstring:
    summary: str
    text: tuple[str, ...] = ()  # paragraphs; one that is indented is code
    arguments: tuple[Entry, ...] = ()
    attributes: tuple[Entry, ...] = ()
    returns: Returned | None = None
    example: str = ""
    unreadable: tuple[str, ...] = ()  # lines of a section that have not its form

    def argument(self, name: str) -> Entry | None:
        return next((entry for entry in self.arguments if name in entry.names), None)


def parse(raw: str | None) -> Docstring:
    """Take a docstring apart. What has no section's form stays text."""
    lines = inspect.cleandoc(raw or "").splitlines()
    sections: dict[str, list[str]] = {}
    text: list[str] = []
    returns: list[str] = []
    current = text
    for line in lines:
        head = _HEAD.match(line)
        if head:
            current = sections.setdefault(head[1], [])
        elif line.startswith("Returns ("):
            returns = [line]
            current = returns
        elif current is returns and not line.strip():
            current = text
            text.append("")
        elif current is not text and current is not returns and line.strip() and not line.startswith(" "):
            current = text
            text += ["", line]
        else:
            current.append(line)
    paragraphs = _paragraphs(text)
    arguments, bad_arguments = _entries(sections.get("Arguments", []))
    attributes, bad_attributes = _entries(sections.get("Attributes", []))
    returned = _RETURNS.match(" ".join(line.strip() for line in returns))
    return Docstring(
        summary=paragraphs[0] if paragraphs else "",
        text=tuple(paragraphs[1:]),
        arguments=arguments,
        attributes=attributes,
        returns=Returned(type_of(returned["type"]), (returned["text"] or "").strip()) if returned else None,
        example=inspect.cleandoc("\n".join(["", *sections.get("Example", [])])).strip(),
        unreadable=(*bad_arguments, *bad_attributes, *(returns if returns and not returned else ())),
    )


def type_of(text: str) -> Type:
    """ "Number, deg/s per mm": the type's name, and its unit."""
    name, _, unit = re.sub(r",(?![^(]*\))", "\n", text, count=1).partition("\n")
    return Type(name.strip(), unit.strip())


def _paragraphs(lines: list[str]) -> list[str]:
    """Paragraphs of text on one line each; indented lines are kept as they are."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", "\n".join(lines)):
        if block.strip():
            code = block.strip("\n")
            prose = " ".join(line.strip() for line in block.splitlines()).strip()
            found.append(code if code.startswith(" ") else prose)
    return found


def _entries(lines: list[str]) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The entries of a section; a line that is indented further goes on with the entry before it."""
    indents = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    least = min(indents, default=0)
    joined: list[str] = []
    for line in filter(str.strip, lines):
        if len(line) - len(line.lstrip()) > least and joined:
            joined[-1] += " " + line.strip()
        else:
            joined.append(line.strip())
    entries, unreadable = [], []
    for line in joined:
        match = _ENTRY.match(line)
        if match:
            names = tuple(name.lstrip("*") for name in match["names"].split(", "))
            entries.append(Entry(names, type_of(match["type"]) if match["type"] else None, match["text"].strip()))
        else:
            unreadable.append(line)
    return tuple(entries), tuple(unreadable)
