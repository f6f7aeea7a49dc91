"""Writes `docs/reference/rover.md`: every class and method of the runtime, and the table of its errors."""

import ast
import re
from pathlib import Path

from marshrut.simulator.messages import has, say

from .docstrings import Docstring, Entry
from .runtime import ROVER, Class, Method, Parameter, Runtime

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "rover.md"
NOTE = "<!-- Written by `make docs` from the docstrings of lib/rover; a test compares. -->"
LANGUAGES = ("en", "ru", "kk")
ERRORS = ROVER / "errors.py"


def page(runtime: Runtime, errors: Path = ERRORS) -> str:
    """The whole page: how to read it, in each language; the classes; the errors."""
    parts = [NOTE, "# The runtime `rover`", runtime.doc.summary]
    parts += ["> " + say(lang, "reference-intro") for lang in LANGUAGES]
    parts += list(runtime.doc.text)
    exported = [one for one in runtime.classes if one.name in runtime.exported]
    others = [one for one in runtime.classes if one.name not in runtime.exported]
    table = ["| class | what it is |", "| --- | --- |"]
    table += [f"| [{one.name}](#{one.name.lower()}) | {one.doc.summary} |" for one in (*exported, *others)]
    table += [f"| [{one.name}()](#{one.name.lower()}) | {one.doc.summary} |" for _, one in runtime.functions]
    table += ["| [errors](#errors) | what the robot says when it cannot do something, code by code |"]
    parts.append("\n".join(table))
    for one in (*exported, *others):
        parts += _class(one, one.name in runtime.exported)
    for _, function in runtime.functions:
        parts += [f"## {function.name}", *_method(function, Docstring(""), "")]
    parts += ["## Errors", say("en", "reference-errors"), _errors(errors)]
    return "\n\n".join(parts) + "\n"


def error_codes(errors: Path = ERRORS) -> dict[str, tuple[str, str]]:
    """The runtime's own table: code -> what happened, what to try."""
    for node in ast.parse(errors.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            table: dict[str, tuple[str, str]] = ast.literal_eval(node.value)
            return table
    raise ValueError(f"{errors.name} has no table of codes")


def _class(one: Class, is_exported: bool) -> list[str]:
    parts = [f"## {one.name}", one.doc.summary, *one.doc.text]
    if one.doc.example:
        parts.append(_code(one.doc.example))
    if is_exported and one.parameters:
        parts += [f"`{one.name}({_signature(one.parameters)})`", _entries(one.doc.arguments)]
    if one.doc.attributes:
        parts.append("Attributes:\n\n" + _entries(one.doc.attributes))
    properties = [method for method in one.methods if method.is_property]
    if properties:
        parts.append("\n".join(["| part | its class | |", "| --- | --- | --- |", *map(_property, properties)]))
    for method in one.methods:
        if not (method.name.startswith("__") or method.is_property):
            parts += _method(method, one.doc, f"{one.name}.")
    return list(filter(None, parts))


def _property(method: Method) -> str:
    kind = method.property_type
    name = kind.name if kind else ""
    what = method.doc.summary.replace(f" ({name})", "", 1)
    shown = f"[{name}](#{name.lower()})" if name[:1].isupper() else name
    return f"| `.{method.name}` | {shown} | {' '.join([what, *method.doc.text])} |"


def _method(method: Method, owner: Docstring, prefix: str) -> list[str]:
    doc = method.doc
    call = f"{method.name}({_signature(method.parameters)})"
    parts = [f"### {prefix}{method.name}", f"`{'await ' if method.is_async else ''}{call}`", doc.summary, *doc.text]
    entries = [entry for p in method.parameters if (entry := doc.argument(p.name) or owner.argument(p.name))]
    parts.append(_entries(tuple(dict.fromkeys(entries))))
    if doc.returns:
        parts.append(f"Returns *{doc.returns.type}*" + (f": {doc.returns.text}" if doc.returns.text else "."))
    elif method.answers_yes_or_no:
        parts.append("Returns *bool*.")
    if doc.example:
        parts.append(_code(doc.example))
    return list(filter(None, parts))


def _signature(parameters: tuple[Parameter, ...]) -> str:
    shown: list[str] = []
    for parameter in parameters:
        if parameter.keyword_only and "*" not in "".join(shown):
            shown.append("*")
        default = "" if parameter.default is None else f"={parameter.default}"
        shown.append(f"{parameter.star}{parameter.name}{default}".replace("'", '"'))
    return ", ".join(shown)


def _entries(entries: tuple[Entry, ...]) -> str:
    lines = []
    for entry in entries:
        names = ", ".join(f"`{name}`" for name in entry.names)
        lines.append(f"- {names}" + (f" *({entry.type})*" if entry.type else "") + f": {entry.text}")
    return "\n".join(lines)


def _code(text: str) -> str:
    return f"```python\n{text}\n```"


def _errors(path: Path) -> str:
    lines = ["| code | on the robot | по-русски | қазақша |", "| --- | --- | --- | --- |"]
    for code, (what, fix) in sorted(error_codes(path).items()):
        english = f"{what}. {fix}" if fix else what
        cells = [f"`{code}`", re.sub(r"\{(\w+)[^}]*\}", r"*\1*", english)]
        message = f"hint-robot-{code.lower()}"
        names = set(re.findall(r"\{(\w+)", english))
        for lang in ("ru", "kk"):
            words = say(lang, message, **{name: f"*{name}*" for name in names}) if has(lang, message) else ""
            cells.append(words.replace(f" [{code}]", ""))
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)
