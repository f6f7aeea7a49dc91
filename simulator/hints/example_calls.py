"""Whole calls of the robot's commands, as docstrings show them, for a call whose brackets lack values."""

import ast
import re
from functools import cache

from ..source_text import UNREADABLE
from .program_names import runtime_classes

# Where no docstring has a call of plain values: what a pupil may write for each of those
_PLAIN = {
    "angle": "90", "brightness": "50", "colour": '"red"', "distance": "200", "duty": "50", "forward": "50", "i": "0",
    "left": "50", "notes": '"C4/4"', "radius": "150", "right": "50", "speed": "200", "time": "1000", "turn": "0",
}  # fmt: skip
_VALUE = r"\d+|\"[^\"\n]*\""


def example_of_missing(line: str) -> str:
    """That call of a line which gives a robot's command too few values, written out with some; "" where none does, or
    several may."""
    try:
        tree = ast.parse(line.rstrip(": \t") if line.endswith(":") else line)
    except UNREADABLE:
        return ""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    found = [
        f"{ast.unparse(call.func)}({_examples()[call.func.attr]})"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and len(call.args) + len(call.keywords) < len(_required().get(call.func.attr, ()))
        and call.func.attr in _examples()
    ]
    return found[0] if len(found) == 1 else ""


@cache
def _required() -> dict[str, tuple[str, ...]]:
    """The values that each method must be given."""
    required: dict[str, tuple[str, ...]] = {}
    for node in runtime_classes().values():
        for item in node.body:
            if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
                values = item.args.args[1 : len(item.args.args) - len(item.args.defaults)]
                if values:
                    required.setdefault(item.name, tuple(value.arg for value in values))
    return required


@cache
def _examples() -> dict[str, str]:
    """What stands in the brackets of each such method in an example, or plain values for its parameters."""
    told = "\n".join(ast.get_docstring(node) or "" for node in runtime_classes().values())
    examples: dict[str, str] = {}
    for name, values in _required().items():
        shown = re.search(rf"\.{name}\(((?:{_VALUE})(?:, (?:{_VALUE}))*)\)", told)
        if shown:
            examples[name] = shown[1]
        elif all(value in _PLAIN for value in values):
            examples[name] = ", ".join(_PLAIN[value] for value in values)
    return examples
