"""A docstring's types as an editor knows them: "list of int" is `list[int]`, "Number" any number."""

import re
from collections.abc import Collection

# What else a docstring may say, and how it is written in a stub.
WORDS = {
    "int": "int",
    "float": "float",
    "Number": "float",  # which takes an int too
    "str": "str",
    "bool": "bool",
    "bytes": "bytes",
    "bytearray": "bytearray",
    "None": "None",
    "any": "Any",
    "anything": "Any",
    "object": "object",
    "module": "Any",
    "function": "Callable[..., Any]",
    "coroutine function": "Callable[..., Coroutine[Any, Any, Any]]",
    "list": "list[Any]",
    "tuple": "tuple[Any, ...]",
    "pair": "tuple[float, float]",
    "dict": "dict[Any, Any]",
    "file": "IO[Any]",
    "Pin": "Any",  # an editor may know nothing of `machine`
    "I2C": "Any",
    "framebuf.FrameBuffer": "Any",
}
ROW = {"list": "list[{}]", "tuple": "tuple[{}, ...]", "sequence": "Sequence[{}]"}
SPLIT = re.compile(r" or (?![^(]*\))")


def annotation(text: str, classes: Collection[str]) -> str:
    """The annotation for a type of a docstring; `classes` are the runtime's own. "Any" for what is not known."""
    parts = [_single(part.strip(), classes) for part in SPLIT.split(text)]
    return "Any" if "Any" in parts else " | ".join(dict.fromkeys(parts))


def unknown_words(text: str, classes: Collection[str]) -> list[str]:
    """The alternatives of that type that `annotation` cannot tell."""
    return [part for part in map(str.strip, SPLIT.split(text)) if not _known(part, classes)]


def _known(part: str, classes: Collection[str]) -> bool:
    inner = _inner(part)
    return part in WORDS or part in classes or (bool(inner) and all(_known(item, classes) for item in inner))


def _inner(part: str) -> list[str]:
    """The types inside: of "list of int", "pair of Number", "tuple of 3 int" and "tuple (int, str)"."""
    exact = re.fullmatch(r"tuple \((.+)\)", part)
    if exact:
        return [item.strip() for item in exact[1].split(",")]
    match = re.fullmatch(r"(?:list|tuple|pair|sequence) of (?:\d+ )?(.+)", part)
    return [match[1]] if match else []


def _single(part: str, classes: Collection[str]) -> str:
    if part in WORDS:
        return WORDS[part]
    if part in classes:
        return part
    if not _known(part, classes):
        return "Any"
    inner = [annotation(item, classes) for item in _inner(part)]
    if part.startswith("tuple ("):
        return f"tuple[{', '.join(inner)}]"
    count = re.match(r"tuple of (\d+) |pair of ", part)
    if count:
        return f"tuple[{', '.join(inner * int(count[1] or 2))}]"
    return ROW[part.split()[0]].format(inner[0])
