"""The names that a program may mean: those it binds itself, and those of the robot's runtime. Read, never imported."""

import ast
from functools import cache
from pathlib import Path

from ..source_text import UNREADABLE

STUB = Path(__file__).resolve().parents[2] / "lib" / "rover-stubs" / "__init__.pyi"


def bound_names(source: str) -> set[str]:
    """The names that a program assigns, defines, imports or takes as parameters; none when it cannot be parsed."""
    try:
        tree = ast.parse(source)
    except UNREADABLE:
        return set()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
    return names


def positional_counts(line: str) -> set[int]:
    """How many positional arguments the calls in a line of a program give; none when it cannot be parsed alone."""
    try:
        tree = ast.parse(line.rstrip(": \t") if line.endswith(":") else line)
    except UNREADABLE:
        return set()
    return {len(node.args) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@cache
def runtime_classes() -> dict[str, ast.ClassDef]:
    """The public classes of `lib/rover`, as the stub for editors has them: one file, without what is inside."""
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")}


@cache
def rover_names() -> dict[str, frozenset[str]]:
    """The public classes of `lib/rover`, each with its public methods and attributes."""
    return {name: frozenset(_members(node)) for name, node in runtime_classes().items()}


def _members(definition: ast.ClassDef) -> set[str]:
    names = {node.name for node in definition.body if isinstance(node, ast.FunctionDef)}
    attributes = (node.target for node in definition.body if isinstance(node, ast.AnnAssign))
    names |= {target.id for target in attributes if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}
