"""The names that the board's own modules and classes have. Read, never imported: they are the board's, not ours."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BOARD = Path(__file__).resolve().parent.parent / "board"
# Names that a class or module gets from a board's profile, by the profile's own name for them.
_OF_PROFILE = {"MACHINE_NAMES": "machine", "PIN_CONSTANTS": "Pin", "UART_CONSTANTS": "UART"}


@cache
def board_class_names() -> dict[str, frozenset[str]]:
    """What stands after the dot, of each of the board's modules and public classes: of all boards together."""
    names: dict[str, set[str]] = {}
    for path in sorted(BOARD.glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        if not path.stem.startswith("_"):
            names.setdefault(path.stem, set()).update(_bound(tree.body))
        for name in classes:
            if not name.startswith("_"):
                names.setdefault(name, set()).update(_members(name, classes))
    for path in sorted((BOARD / "profiles").glob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            owner = _OF_PROFILE.get(next(iter(_bound([node])), ""))
            if owner and isinstance(node, ast.Assign):
                names.setdefault(owner, set()).update(ast.literal_eval(node.value))
    return {owner: frozenset(name for name in known if not name.startswith("_")) for owner, known in names.items()}


def _members(name: str, classes: dict[str, ast.ClassDef]) -> Iterator[str]:
    yield from _bound(classes[name].body)
    for base in classes[name].bases:
        if isinstance(base, ast.Name) and base.id in classes:
            yield from _members(base.id, classes)


def _bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that these statements define, assign or take from another module."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                yield from (part.id for part in ast.walk(target) if isinstance(part, ast.Name))
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.If):
            yield from _bound(node.body + node.orelse)
