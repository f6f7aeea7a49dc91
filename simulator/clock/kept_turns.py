"""What keeps something of each of its turns: none may be skipped then, even where all that it does is look.

A loop that counts, sums up or smooths (`n += 1`, `mean = mean + …`), keeps what it has read in a list, or goes on with
a generator; and a function that does so for longer than its call.
"""

import ast
from collections.abc import Iterator

_KEEPERS = frozenset(("append", "appendleft", "extend", "insert", "next", "pop", "popleft", "popitem"))
_PLACES = (ast.Name, ast.Attribute, ast.Subscript)


def loop_keeps(loop: ast.While) -> bool:
    return any(True for _ in _kept(loop))


def function_keeps(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it does so in a place that is not its own."""
    kept = set(_kept(function))
    if not kept:
        return False
    outside: set[str] = set()
    own: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Global | ast.Nonlocal):
            outside.update(node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    return not kept <= own - outside


def _kept(node: ast.AST) -> Iterator[str]:
    """For each place that becomes another by what it was, the name that it begins with."""
    for part in ast.walk(node):
        if isinstance(part, ast.AugAssign):
            yield _beginning(part.target)
        elif isinstance(part, ast.Assign):
            read = {_place(item) for item in ast.walk(part.value) if isinstance(item, _PLACES)}
            for item in (item for target in part.targets for item in ast.walk(target)):
                if isinstance(item, _PLACES) and isinstance(item.ctx, ast.Store) and _place(item) in read:
                    yield _beginning(item)
        elif isinstance(part, ast.Call) and _name(part.func) in _KEEPERS:
            yield _beginning(part.func)


def _name(node: ast.AST) -> str:
    """Of a function that is called, without whose it is."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _beginning(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _place(node: ast.AST) -> str:
    """A variable, an attribute of whatever, or an item of what has a name."""
    if isinstance(node, ast.Subscript):
        return _name(node.value) + "[]"
    return "." + node.attr if isinstance(node, ast.Attribute) else _name(node)
