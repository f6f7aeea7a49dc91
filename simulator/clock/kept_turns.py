"""What keeps something of each of its turns: none may be skipped then, even where all that it does is look.

A loop that counts, sums up or smooths (`n += 1`; `mean = mean + …`; `new = old + …` and then `old = new`), keeps what
it has read in a list, or goes on with a generator; and a function that does so for longer than its call. The text
tells, so what goes by another name (`add = seen.append`) is not seen.
"""

import ast
from collections.abc import Iterable, Iterator

_KEEPERS = frozenset(("add", "append", "appendleft", "extend", "insert", "next", "pop", "popitem", "popleft", "send"))
_PLACES = (ast.Name, ast.Attribute, ast.Subscript)
_FRESH = (ast.List, ast.ListComp, ast.Dict, ast.DictComp, ast.Set, ast.SetComp, ast.BinOp)
_MAKERS = frozenset(("list", "dict", "set", "bytearray", "array", "deque"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def loop_keeps(loop: ast.While) -> bool:
    return any(True for _ in _kept(loop))


def function_keeps(function: Function) -> bool:
    """Whether it does so in a place that is not its own."""
    kept = list(_kept(function))
    if not kept:
        return False
    outside: set[str] = set()
    own: set[str] = set()
    fresh: set[str] = set()  # of those, what it has made itself
    for node in ast.walk(function):
        if isinstance(node, ast.Global | ast.Nonlocal):
            outside.update(node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
        elif isinstance(node, ast.Assign) and _is_fresh(node.value):
            fresh.update(target.id for target in node.targets if isinstance(target, ast.Name))
    own -= outside
    return any((name not in own) if whole else (name not in own or name not in fresh) for name, whole in kept)


def _kept(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """For each place that becomes another by what it was: the name that it begins with, and whether that is all."""
    made_of: dict[str, set[str]] = {}
    begins: dict[str, tuple[str, bool]] = {}
    for part in ast.walk(node):
        if isinstance(part, ast.AugAssign):
            yield _beginning(part.target)
        elif isinstance(part, ast.Call) and _name(part.func) in _KEEPERS:
            yield _beginning(part.func)
        elif isinstance(part, ast.Assign | ast.AnnAssign | ast.NamedExpr) and part.value is not None:
            read = {_place(item) for item in ast.walk(part.value) if isinstance(item, _PLACES)}
            for target in part.targets if isinstance(part, ast.Assign) else (part.target,):
                for item in ast.walk(target):
                    if isinstance(item, _PLACES) and isinstance(item.ctx, ast.Store):
                        place = _place(item)
                        made_of.setdefault(place, set()).update(read)
                        begins[place] = _beginning(item)
    for place in _in_rings(made_of):
        yield begins[place]


def _in_rings(made_of: dict[str, set[str]]) -> Iterable[str]:
    """The places that are made of themselves, by way of others or not, and those between two such rings."""
    waits_for = {place: {one for one in read if one in made_of} for place, read in made_of.items()}
    needed_by: dict[str, list[str]] = {}
    for place, read in waits_for.items():
        for one in read:
            needed_by.setdefault(one, []).append(place)
    settled = [place for place, read in waits_for.items() if not read]
    while settled:
        place = settled.pop()
        del waits_for[place]
        for other in needed_by.get(place, ()):
            waits_for[other].discard(place)
            if not waits_for[other]:
                settled.append(other)
    return waits_for


def _is_fresh(node: ast.AST) -> bool:
    return isinstance(node, _FRESH) or (isinstance(node, ast.Call) and _name(node.func) in _MAKERS)


def _name(node: ast.AST) -> str:
    """Of a function that is called, without whose it is."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _beginning(node: ast.AST) -> tuple[str, bool]:
    whole = isinstance(node, ast.Name)
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else "", whole


def _place(node: ast.AST) -> str:
    """A variable, an attribute of whatever, or an item of what has a name."""
    if isinstance(node, ast.Subscript):
        return _name(node.value) + "[]"
    return "." + node.attr if isinstance(node, ast.Attribute) else _name(node)
