"""What a program's names stand for, as far as that is certain: the robot, a part of it, a method of one, a function.

A name counts only when all that the program binds it to is the same, wherever that stands.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from .runtime_shape import runtime_shapes

INSTANCE, METHOD, CLASS, MODULE, FUNCTION, ASYNC = "instance", "method", "class", "module", "function", "async"


class Meant(NamedTuple):
    """What an expression is: `owner` is its class or its method's, `name` that of a method, function or module."""

    sort: str
    owner: str = ""
    name: str = ""
    takes: bool = False  # a method or function that must be given a value


class Bindings:
    """The names of one parsed program."""

    def __init__(self, tree: ast.Module):
        self._bound: dict[str, list[Meant | ast.expr | None]] = {}
        self._known: dict[str, Meant | None] = {}
        self.assigned: dict[str, list[ast.Assign]] = {}
        self.called: set[str] = set()
        self.emptied: set[str] = set()  # names that are bound to None somewhere, too
        for node in ast.walk(tree):
            self._note(node)

    def __contains__(self, name: str) -> bool:
        return name in self._bound

    def values(self, name: str) -> list[ast.expr]:
        """The values that the name is given, if that is all that binds it; else none."""
        bound = self._bound.get(name, [])
        values = [value for value in bound if isinstance(value, ast.expr)]
        return values if len(values) == len(bound) else []

    def meant(self, node: ast.expr) -> Meant | None:
        if isinstance(node, ast.Name):
            return self._of_name(node.id)
        if isinstance(node, ast.Attribute):
            owner = self.meant(node.value)
            return _attribute(owner, node.attr) if owner else None
        if isinstance(node, ast.Call):
            called = self.meant(node.func)
            if called is None:
                return None
            if called.sort == CLASS:
                return Meant(INSTANCE, called.owner)
            given = runtime_shapes()[called.owner].gives.get(called.name) if called.sort == METHOD else None
            return Meant(INSTANCE, given) if given else None
        return None

    def _of_name(self, name: str) -> Meant | None:
        if name not in self._known:
            self._known[name] = None  # a name that is bound to itself is not known
            bound = self._bound.get(name, [None])
            found = {self.meant(item) if isinstance(item, ast.expr) else item for item in bound}
            self._known[name] = found.pop() if len(found) == 1 else None
        return self._known[name]

    def _note(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    self._bind(target.id, node.value)
                    self.assigned.setdefault(target.id, []).append(node)
                else:
                    for name in _stored(target):
                        self._bind(name, None)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            self.called.add(node.func.id)
        else:
            for name, meant in _bound_by(node):
                self._bind(name, meant)

    def _bind(self, name: str, value: Meant | ast.expr | None) -> None:
        if isinstance(value, ast.Constant) and value.value is None:  # `rover = None` only keeps the place
            self.emptied.add(name)
        else:
            self._bound.setdefault(name, []).append(value)


def _attribute(owner: Meant, name: str) -> Meant | None:
    shapes = runtime_shapes()
    if owner.sort == MODULE:
        return Meant(CLASS, name) if owner.name == "rover" and name in shapes else None
    if owner.sort != INSTANCE:
        return None
    shape = shapes[owner.owner]
    if name in shape.takes:
        return Meant(METHOD, owner.owner, name, shape.takes[name])
    return Meant(INSTANCE, shape.parts[name]) if name in shape.parts else None


def _stored(target: ast.AST) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _bound_by(node: ast.AST) -> Iterator[tuple[str, Meant | None]]:
    """What a node binds that is not a plain assignment."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        takes = len(node.args.args) > len(node.args.defaults)
        sort = ASYNC if isinstance(node, ast.AsyncFunctionDef) else FUNCTION
        yield node.name, None if node.decorator_list else Meant(sort, "", node.name, takes)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            ours = node.module == "rover" and alias.name in runtime_shapes()
            yield alias.asname or alias.name, Meant(CLASS, alias.name) if ours else None
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.asname or alias.name.partition(".")[0], Meant(MODULE, "", alias.name)
    elif isinstance(node, ast.arg):
        yield node.arg, None
    elif isinstance(node, ast.ClassDef | ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
        if node.name:
            yield node.name, None
    elif isinstance(node, ast.For | ast.AsyncFor | ast.comprehension | ast.NamedExpr | ast.AnnAssign | ast.AugAssign):
        yield from ((name, None) for name in _stored(node.target))
    elif isinstance(node, ast.withitem) and node.optional_vars is not None:
        yield from ((name, None) for name in _stored(node.optional_vars))
    elif isinstance(node, ast.Delete):
        yield from (
            (name.id, None) for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)
        )
