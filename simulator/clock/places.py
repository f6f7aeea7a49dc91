"""Places of a program: what a piece of its text reads, assigns to and calls, by names alone.

A place is a variable (`x`), an attribute of whatever (`.x`), or an item of what has a name (`x[]`).
"""

import ast
from collections.abc import Iterator

_PLACES = (ast.Name, ast.Attribute, ast.Subscript)
_FRESH = (ast.List, ast.ListComp, ast.Dict, ast.DictComp, ast.Set, ast.SetComp, ast.BinOp)
_MAKERS = frozenset(("list", "dict", "set", "bytearray", "array", "deque"))

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Assignment = ast.Assign | ast.AnnAssign | ast.NamedExpr
Beginning = tuple[str, bool]  # the name that a place begins with, and whether that is all


def place_of(node: ast.AST) -> str:
    if isinstance(node, ast.Subscript):
        return name_of(node.value) + "[]"
    return "." + node.attr if isinstance(node, ast.Attribute) else name_of(node)


def name_of(node: ast.AST) -> str:
    """Of a variable or an attribute, without whose it is; "" for anything else."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def beginning(node: ast.AST) -> Beginning:
    whole = isinstance(node, ast.Name)
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else "", whole


def read_in(node: ast.AST) -> set[str]:
    """The places that are read there. What has a name may be read for one of its items, too."""
    found: set[str] = set()
    methods = {id(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
    for part in ast.walk(node):
        if isinstance(part, _PLACES) and isinstance(part.ctx, ast.Load) and id(part) not in methods:
            found.add(place_of(part))
            if not isinstance(part, ast.Subscript):
                found.add(name_of(part) + "[]")
    return found


def called_in(node: ast.AST) -> set[str]:
    """The names of the functions that are called there."""
    return {name_of(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}


def stored(part: ast.AST) -> Iterator[ast.expr]:
    """What an assignment assigns to; nothing for anything else, not even for `+=`."""
    if isinstance(part, Assignment) and part.value is not None:
        for target in part.targets if isinstance(part, ast.Assign) else (part.target,):
            for item in ast.walk(target):
                if isinstance(item, _PLACES) and isinstance(item.ctx, ast.Store):
                    yield item


def own_names(function: Function) -> tuple[set[str], set[str]]:
    """The names that are a function's own variables, and those among them for what it has made itself."""
    outside: set[str] = set()
    own: set[str] = set()
    fresh: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Global | ast.Nonlocal):
            outside.update(node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.Assign) and _is_fresh(node.value):
            fresh.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return own - outside, fresh


def _is_fresh(node: ast.AST) -> bool:
    return isinstance(node, _FRESH) or (isinstance(node, ast.Call) and name_of(node.func) in _MAKERS)
