"""Writes `lib/rover-stubs`: what an editor knows of the runtime, by PEP 561. Types come from the docstrings."""

import re
from collections.abc import Iterable
from pathlib import Path

from .docstrings import Docstring, Entry
from .runtime import Class, Method, Parameter, Runtime
from .types import annotation

STUBS = Path(__file__).resolve().parents[2] / "lib" / "rover-stubs"
NOTE = "# Written by `make docs` from the docstrings of lib/rover; a test compares."
WIDTH = 120
# What a program uses without naming it, and no docstring gives the type of.
BY_SYNTAX = {
    "__await__": "def __await__(self) -> Generator[Any, None, {result}]: ...",
    "__iter__": "def __iter__(self) -> Iterator[Any]: ...",
    "__next__": "def __next__(self) -> Any: ...",
    "__enter__": "def __enter__(self) -> Self: ...",
    "__exit__": "def __exit__(self, *error: object) -> None: ...",
    "__aenter__": "async def __aenter__(self) -> Self: ...",
    "__aexit__": "async def __aexit__(self, *error: object) -> None: ...",
    "__len__": "def __len__(self) -> int: ...",
}
# What a call that waits gives: how it ended, a text; and in an asyncio task something to await.
ENDED = """class _Ended(str):
    \"""How it ended. In an asyncio task, `await` it.\"""

    def __await__(self) -> Generator[Any, None, str]: ..."""
MOTION = "Motion"  # what it gives with `wait=False`
FROM_TYPING = ("IO", "Any", "Literal", "Self", "overload")
FROM_ABC = ("Callable", "Coroutine", "Generator", "Iterator", "Sequence")


def stub(runtime: Runtime) -> str:
    """The content of the stub: every class in one file, since that is what a program imports from.

    What is not exported but comes back from a method is there too.
    """
    names = frozenset(one.name for one in runtime.classes)
    parts = [_class(one, names) for one in sorted(runtime.classes, key=lambda one: one.name)]
    parts += ["\n".join(_function(function, Docstring(""), names, "")) for _, function in runtime.functions]
    parts = [ENDED, *parts] if any("_Ended" in part for part in parts) else parts
    body = "\n\n".join(parts)
    used = set(re.findall(r"\b[A-Za-z_]\w*\b", re.sub(r'"""(?s:.*?)"""', "", body)))
    imports = [
        f"from {module} import {', '.join(found)}"
        for module, offered in (("collections.abc", FROM_ABC), ("typing", FROM_TYPING))
        if (found := [name for name in offered if name in used])
    ]
    exports = [one.name for one in runtime.classes if one.name in runtime.exported]
    exports += [function.name for _, function in runtime.functions]
    listed = "__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted(exports)) + "]"
    groups = [f"{NOTE}\n{_quoted(runtime.doc.summary, '')}", "\n".join(imports), listed, body]
    return "\n\n".join(filter(None, groups)) + "\n"


def write(runtime: Runtime, folder: Path = STUBS) -> None:
    """Write the stub package. "partial": modules of the runtime that have no stub are read from their source."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "__init__.pyi").write_text(stub(runtime), encoding="utf-8", newline="\n")
    (folder / "py.typed").write_text("partial\n", encoding="utf-8", newline="\n")


def _class(one: Class, names: frozenset[str]) -> str:
    base = f"({one.base})" if one.base else ""
    lines = [f"class {one.name}{base}:", _quoted(_told(one.doc), "    ")]
    lines += [f"    {name}: {_attribute_type(name, source, one, names)}" for name, source in _attributes(one)]
    if one.parameters:
        lines.append(_signature("__init__", one.parameters, one.doc, Docstring(""), names, "None", bound=True))
    for method in one.methods:
        if method.name in BY_SYNTAX:
            waiting = next((m.doc.returns.type.name for m in one.methods if m.name == "wait" and m.doc.returns), "any")
            lines.append("    " + BY_SYNTAX[method.name].format(result=annotation(waiting, names)))
        else:
            lines += _function(method, one.doc, names, "    ")
    return "\n".join(lines)


def _attributes(one: Class) -> list[tuple[str, str]]:
    documented = [(name, "") for entry in one.doc.attributes for name in entry.names]
    known = {name for name, _ in documented}
    return documented + [pair for pair in one.attributes if pair[0] not in known]


def _attribute_type(name: str, source: str, one: Class, names: frozenset[str]) -> str:
    """As documented; else that of the constructor's argument that it keeps."""
    documented = next((entry.type for entry in one.doc.attributes if name in entry.names), None)
    kept: Entry | None = one.doc.argument(source)
    kind = documented or (kept.type if kept else None)
    if kind:
        return annotation(kind.name, names)
    if re.fullmatch(r"int\(.*\)|-?\d+", source):
        return "int"
    return "bool" if source in ("True", "False") else "Any"


def _function(method: Method, owner: Docstring, names: frozenset[str], indent: str) -> list[str]:
    result = _result(method, names)
    told = _quoted(_told(method.doc), indent + "    ") if method.doc.summary else ""
    kind = "async " if method.is_async else ""

    def head(parameters: tuple[Parameter, ...], result: str) -> str:
        return _signature(method.name, parameters, method.doc, owner, names, result, bool(indent), kind)

    if not (result == "str" and MOTION in names and any(one.name == "wait" for one in method.parameters)):
        first = [f"{indent}@property"] if method.is_property else []
        line = head(method.parameters, result)
        return [*first, line.removesuffix(" ..."), told] if told else [*first, line]
    before = tuple(one for one in method.parameters if one.name != "wait")
    waits = Parameter("wait", "True", literal=True)
    at_once = Parameter("wait", None, keyword_only=True, literal=True)
    mark = f"{indent}@overload"
    return [
        mark, head((*before, waits), "_Ended").removesuffix(" ..."), told,
        mark, head((*before, at_once), MOTION).replace("Literal[True]", "Literal[False]"),
        mark, head(method.parameters, "Any"),
    ]  # fmt: skip


def _result(method: Method, names: frozenset[str]) -> str:
    if method.is_property:
        return annotation(method.property_type.name, names) if method.property_type else "Any"
    if method.can_be_awaited and not any(one.name == "wait" for one in method.parameters):
        return "Any"  # what it returns, or something to await that gives this
    if method.doc.returns:
        return annotation(method.doc.returns.type.name, names)
    if method.answers_yes_or_no:
        return "bool"
    return "Any" if method.gives_value else "None"


def _signature(
    name: str,
    parameters: Iterable[Parameter],
    doc: Docstring,
    owner: Docstring,
    names: frozenset[str],
    result: str,
    bound: bool,
    kind: str = "",
) -> str:
    parts = ["self"] if bound else []
    keyword_only = False
    for parameter in parameters:
        if parameter.keyword_only and not keyword_only and not any(part.startswith("*") for part in parts):
            parts.append("*")
        keyword_only = keyword_only or parameter.keyword_only
        entry = doc.argument(parameter.name) or owner.argument(parameter.name)
        text = annotation(entry.type.name, names) if entry and entry.type else "Any"
        text = "Literal[True]" if parameter.literal else text
        if parameter.default == "None" and "None" not in text and text != "Any":
            text += " | None"
        default = f" = {parameter.default}" if parameter.default is not None else ""
        if default and not re.fullmatch(r"-?[\d._]+|None|True|False|'[^']*'", parameter.default or ""):
            default = " = ..."
        parts.append(f"{parameter.star}{parameter.name}: {text}{default}".replace("'", '"'))
    indent = "    " if bound else ""
    line = f"{indent}{kind}def {name}({', '.join(parts)}) -> {result}: ..."
    if len(line) <= WIDTH:
        return line
    inside = "".join(f"{indent}    {part},\n" for part in parts)
    return f"{indent}{kind}def {name}(\n{inside}{indent}) -> {result}: ..."


def _told(doc: Docstring) -> str:
    """What an editor shows: the first line, the arguments with unit and range, what comes back."""
    lines = [doc.summary, *(f"\n{part}" for part in doc.text)]
    if doc.arguments:
        lines.append("\nArguments:")
        lines += [f"    {', '.join(e.names)}{f' ({e.type})' if e.type else ''}: {e.text}" for e in doc.arguments]
    if doc.returns:
        lines.append(f"\nReturns ({doc.returns.type})" + (f": {doc.returns.text}" if doc.returns.text else ""))
    if doc.example:
        lines += ["\nExample:", *("    " + line for line in doc.example.splitlines())]
    return "\n".join(lines)


def _quoted(text: str, indent: str) -> str:
    lines = text.replace("\\", "\\\\").splitlines()
    body = "\n".join(indent + line if line else "" for line in lines).lstrip()
    closing = f"\n{indent}" if len(lines) > 1 else " " if body.endswith('"') else ""
    return f'{indent}"""{body}{closing}"""'
