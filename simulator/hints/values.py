"""Values of the wrong kind, and calls with the wrong values in their brackets."""

import re

from ..messages import Param
from .example_calls import example_of_missing
from .model import FUNCTIONS, Caught, Hint, decimal_comma, group_of, groups_of
from .program_names import positional_counts
from .runtime_shape import runtime_shapes


def read_type(error: Caught) -> Hint | None:
    text = error.text
    if "coroutine expected" in text or "a coroutine was expected" in text:
        return Hint("hint-async-brackets")
    counts = groups_of(_COUNTS, text)
    if counts:
        wanted, got = (1 if count == "one" else int(count) for count in counts)
        return _arguments(wanted, got, error)
    missing = re.search(r"missing (\d+) required positional arguments?(?:: (.+))?", text)
    if missing:
        names = (missing[2] or "").replace("'", "").replace(" and ", ", ")
        return _missing(int(missing[1]), names, error)
    keyword = group_of(r"unexpected keyword argument '(\w+)'", text) or group_of(r"'(\w+)' is an invalid keyword", text)
    if keyword:
        return Hint("hint-keyword", {"name": keyword})
    if "keyword argument" in text:
        return Hint("hint-keyword-some")
    operands = groups_of(_OPERANDS, text)
    if operands:
        return _used("hint-operands", {"left": operands[0], "right": operands[1]}, error)
    for message_id, pattern in _TYPE_USES:
        kind = group_of(pattern, text)
        if kind:
            return _used(message_id, {"kind": kind}, error)
    return None


_COUNTS = (
    r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+) (?:was|were) given",
    r"expected (?:at most|at least) (\d+) arguments?, got (\d+)",
    r"takes (?:at most|at least|exactly) (\w+) arguments? \((\d+) given\)",
)
_OPERANDS = (
    r"unsupported (?:operand )?type(?:\(s\)|s) for .+?: '(\w+)'(?: and |, )'(\w+)'",
    r"can only concatenate (\w+) \(not \"(\w+)\"\)",
    r"not supported between instances of '(\w+)' and '(\w+)'",
)
_TYPE_USES = (
    ("hint-brackets-some", r"object of type '((?:bound_)?method|function|closure)' has no len"),
    ("hint-not-callable", r"'(\w+)' object is(?:n't| not) callable"),
    ("hint-not-indexable", r"'(\w+)' object (?:is(?:n't| not) subscriptable|does(?:n't| not) support item)"),
    ("hint-not-iterable", r"'(\w+)' object is(?:n't| not) iterable"),
    ("hint-not-a-number", r"can't convert '?(\w+)'? (?:object )?to (?:int|float)"),
    ("hint-not-a-number", r"'(\w+)' object cannot be interpreted as an integer"),
    ("hint-not-a-number", r"real number, not '?(\w+)"),
    ("hint-not-a-number", r"by non-int of type '(\w+)'"),
    ("hint-not-a-number", r"(?:bad operand type for .+|unsupported type for \w+): '(\w+)'"),
)


def _used(message_id: str, kinds: dict[str, Param], error: Caught) -> Hint:
    """None in the wrong place nearly always comes from a function that gives nothing back: say that instead.

    A function there was not called, and a part of the robot before brackets is no command.
    """
    if "NoneType" in kinds.values():
        return Hint("hint-none-used")
    if any(kind in FUNCTIONS for kind in kinds.values()):
        return Hint("hint-brackets-some")
    if message_id == "hint-not-callable":
        return _not_callable(str(kinds["kind"]), error)
    return Hint(message_id, kinds)


def _not_callable(kind: str, error: Caught) -> Hint:
    named = group_of(r"(\w+)\(", error.line)
    if kind == "module" and named == "rover":
        return Hint("hint-module")
    shape = runtime_shapes().get(kind)
    if shape is not None and shape.example and kind not in error.source:
        part = group_of(rf"\b({'|'.join(runtime_shapes()['Rover'].parts)})\(", error.line)
        if part:
            return Hint("hint-part", {"part": part, "example": shape.example})
    return Hint("hint-not-callable", {"kind": kind})


def _arguments(wanted: int, got: int, error: Caught) -> Hint:
    """Both interpreters count `self`, which nobody writes in a call; the line tells how many were written."""
    if got < wanted:
        return _missing(wanted - got, "", error)
    decimal = decimal_comma(error.line, "")
    written = positional_counts(error.line)
    unwritten = int(got not in written and (got - 1 in written or "." in group_of(r"([\w.]+)\(\) takes", error.text)))
    params: dict[str, Param] = {"wanted": wanted - unwritten, "got": got - unwritten}
    if decimal and got == wanted + 1:
        return Hint("hint-arguments-decimal", {**params, "number": decimal})
    return Hint("hint-arguments", params)


def _missing(count: int, names: str, error: Caught) -> Hint:
    params: dict[str, Param] = {"count": count, "named": int(bool(names)), "names": names}
    example = example_of_missing(error.line)
    if example:
        return Hint("hint-arguments-missing-example", {**params, "example": example})
    return Hint("hint-arguments-missing", params)
