"""What the classes of the robot's runtime have: methods and parts, and what those give. Read, never imported."""

import ast
import re
from dataclasses import dataclass, field
from functools import cache

from .program_names import runtime_classes


@dataclass
class Shape:
    """A class: each method with what it takes and gives, each property with the class of the part that it is."""

    takes: dict[str, bool] = field(default_factory=dict)  # method -> whether it must be given a value
    gives: dict[str, str] = field(default_factory=dict)  # method -> the class of what it returns, where it is one
    parts: dict[str, str] = field(default_factory=dict)  # property -> its class
    example: str = ""  # the first line of its docstring's example


@cache
def runtime_shapes() -> dict[str, Shape]:
    """Each public class of `lib/rover` by its name."""
    return {name: _shape(node) for name, node in runtime_classes().items()}


def _shape(node: ast.ClassDef) -> Shape:
    shape = Shape()
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
            _add(shape, item)
    example = re.search(r"Example:\n\s*(\S.*)", ast.get_docstring(node) or "")
    shape.example = example[1] if example else ""
    return shape


def _add(shape: Shape, item: ast.FunctionDef) -> None:
    told, classes = ast.get_docstring(item) or "", runtime_classes()
    if any(ast.unparse(decorator) == "property" for decorator in item.decorator_list):
        part = re.search(r"\((\w+)\)", told)
        if part and part[1] in classes:
            shape.parts[item.name] = part[1]
        return
    shape.takes[item.name] = len(item.args.args) - 1 > len(item.args.defaults)
    given = re.search(r"Returns \((\w+)\)", told)
    if given and given[1] in classes:
        shape.gives[item.name] = given[1]
