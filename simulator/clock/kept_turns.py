"""Whether a loop keeps something of each of its turns: then none may be skipped, even where all that it does is look.

It counts, sums up or smooths (`n += 1`, `mean = mean + …`), keeps what it has read in a list, goes on with a generator,
or calls a function of the same file that does so for longer than its call.
"""

import ast
from collections.abc import Iterator

_KEEPERS = frozenset(("append", "appendleft", "extend", "insert", "next", "pop", "popleft", "popitem"))
_PLACES = (ast.Name, ast.Attribute, ast.Subscript)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def keeping_functions(tree: ast.AST) -> frozenset[str]:
    """The names of functions and methods that keep something beyond their call."""
    functions = [node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]
    callers: dict[str, list[str]] = {}
    for node in functions:
        for name in _called(node):
            callers.setdefault(name, []).append(node.name)
    found: set[str] = set()
    more = [node.name for node in functions if _keeps_beyond(node)]
    while more:
        name = more.pop()
        if name not in found:
            found.add(name)
            more += callers.get(name, ())
    return frozenset(found)


def keeps_turns(loop: ast.While, functions: frozenset[str]) -> bool:
    """`functions` are those of its file that keep something."""
    return any(True for _ in _kept(loop)) or not functions.isdisjoint(_called(loop))


def _keeps_beyond(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    outside = {
        name for node in ast.walk(function) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names
    }
    own = {
        node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    } - outside
    return any(name not in own for name in _kept(function))


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


def _called(node: ast.AST) -> set[str]:
    return {_name(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}


def _name(node: ast.AST) -> str:
    """What is called, without whose it is."""
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
