"""What keeps something of each of its turns: none may be skipped then, even where all that it does is look.

A loop that counts, sums up or smooths (`n += 1`; `mean = mean + …`; `new = old + …` and then `old = new`), keeps what
it has read in a list, or goes on with a generator; and a function that does so for longer than its call. What reads or
changes it may be other functions of the same file. The text tells, so what goes by another name (`add = seen.append`)
is not seen.

What is kept of the last few turns alone (`before = now`; `a = b` and then `b = read()`; the state of a machine) is as
it will be after so many turns in which nothing new is read: then a loop may be skipped.
"""

import ast
from collections.abc import Iterable, Iterator

_KEEPERS = frozenset(
    (
        "add",
        "append",
        "appendleft",
        "extend",
        "insert",
        "next",
        "pop",
        "popitem",
        "popleft",
        "send",
        "setdefault",
        "write",
    )
)
_PLACES = (ast.Name, ast.Attribute, ast.Subscript)
_FRESH = (ast.List, ast.ListComp, ast.Dict, ast.DictComp, ast.Set, ast.SetComp, ast.BinOp)
_MAKERS = frozenset(("list", "dict", "set", "bytearray", "array", "deque"))

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Assignment = ast.Assign | ast.AnnAssign | ast.NamedExpr
Beginning = tuple[str, bool]  # the name that a place begins with, and whether that is all


class Keeping:
    """What the loops and functions of one file keep."""

    def __init__(self, tree: ast.AST) -> None:
        self._functions: dict[str, list[_Reach]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self._functions.setdefault(node.name, []).append(_Reach(node))
        self._read_by_functions = {
            place for found in self._functions.values() for reach in found for place in reach.read
        }

    def loop_keeps(self, loop: ast.While) -> bool:
        return any(True for _ in self._kept(loop))

    def function_keeps(self, function: Function) -> bool:
        """Whether it does so in a place that is not its own."""
        kept = list(self._kept(function.body if isinstance(function, ast.Lambda) else function))
        if not kept:
            return False
        own, fresh = _own(function)
        return any((name not in own) if whole else (name not in own or name not in fresh) for name, whole in kept)

    def loop_turns(self, loop: ast.While) -> int:
        """How many turns that read nothing new a loop takes until the next one does as the last: one, and one for each
        assignment to what is used before it in the next turn."""
        stores: dict[str, int] = {}
        anew: set[str] = set()  # what each turn assigns before it uses it
        for part in ast.walk(loop):
            for place in _targets(part):
                stores[place] = stores.get(place, 0) + 1
        for statement in loop.body:
            for place in _targets(statement):
                begin = statement.lineno, statement.col_offset
                if (
                    place.isidentifier()
                    and place not in self._read_by_functions
                    and not _used_before(loop, place, begin)
                ):
                    anew.add(place)
        return 1 + sum(count for place, count in stores.items() if place not in anew)

    def function_turns(self, function: Function) -> int:
        """How many assignments it makes to what is not its own."""
        own, fresh = _own(function)
        return sum(
            1
            for part in ast.walk(function)
            for item in _stored(part)
            for name, whole in (_beginning(item),)
            if name not in own or not (whole or name in fresh)
        )

    def _kept(self, node: ast.AST) -> Iterator[Beginning]:
        """For each place that becomes another by what it was: with what it begins."""
        made_of: dict[str, set[str]] = {}
        begins: dict[str, Beginning] = {}
        for part in ast.walk(node):
            if isinstance(part, ast.AugAssign):
                yield _beginning(part.target)
            elif isinstance(part, ast.Call):
                given = {place for value in (*part.args, *part.keywords) for place in self._read(value)}
                if _name(part.func) in _KEEPERS or (
                    isinstance(part.func, ast.Attribute) and _place(part.func.value) in given
                ):
                    yield _beginning(part.func)  # the latter: `one.set(one.get() + 1)`
                for place, read in self._made_by(part):
                    made_of.setdefault(place, set()).update(read | given)
                    begins.setdefault(place, ("", True))
            elif isinstance(part, Assignment) and part.value is not None:
                read = self._read(part.value)
                for item in _stored(part):
                    if isinstance(item, ast.Subscript) and any(
                        isinstance(one, ast.Call) for one in ast.walk(item.slice)
                    ):
                        yield _beginning(item)  # another item each time
                    place = _place(item)
                    made_of.setdefault(place, set()).update(read)
                    begins[place] = _beginning(item)
        for place in _in_rings(made_of):
            yield begins[place]

    def _read(self, value: ast.AST) -> set[str]:
        """All places that a value is made of, also by the functions that it calls."""
        found = _read(value)
        for name in self._called_from(_called(value)):
            for reach in self._functions[name]:
                found |= reach.read
        return found

    def _made_by(self, call: ast.Call) -> Iterator[tuple[str, set[str]]]:
        """What a called function makes in places that are not its own, and of what."""
        for name in self._called_from({_name(call.func)}):
            for reach in self._functions[name]:
                for place, (read, called) in reach.made.items():
                    yield (
                        place,
                        read.union(
                            *(other.read for one in self._called_from(called) for other in self._functions[one])
                        ),
                    )

    def _called_from(self, names: Iterable[str]) -> Iterable[str]:
        """The functions of this file among those, and what they call."""
        found: dict[str, None] = {}
        left = [name for name in sorted(names) if name in self._functions]
        while left:
            name = left.pop()
            if name not in found:
                found[name] = None
                left += (
                    one for reach in self._functions[name] for one in sorted(reach.called) if one in self._functions
                )
        return found


class _Reach:
    """What a function reads and makes outside itself, and by name what it calls."""

    def __init__(self, function: Function) -> None:
        own, _ = _own(function)
        self.read = {place for place in _read(function) if place not in own}
        self.called = _called(function)
        self.made: dict[str, tuple[set[str], set[str]]] = {}
        inside = {name: set[str]() for name in own}  # of what its own variables are made
        for part in ast.walk(function):
            if isinstance(part, Assignment) and part.value is not None:
                for place in _targets(part):
                    inside.setdefault(place, set()).update(_read(part.value))
        for part in ast.walk(function):
            if isinstance(part, Assignment) and part.value is not None:
                for item in _stored(part):
                    if _place(item) not in own:
                        read, called = self.made.setdefault(_place(item), (set(), set()))
                        read |= _through(_read(part.value), inside) - own
                        called |= self.called


def _through(read: set[str], made_of: dict[str, set[str]]) -> set[str]:
    """Those places, and what they are made of in turn."""
    found, left = set[str](), list(read)
    while left:
        place = left.pop()
        if place not in found:
            found.add(place)
            left += made_of.get(place, ())
    return found


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


def _own(function: Function) -> tuple[set[str], set[str]]:
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


def _read(node: ast.AST) -> set[str]:
    """The places that are read there. What has a name may be read for one of its items, too."""
    found: set[str] = set()
    methods = {id(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
    for part in ast.walk(node):
        if isinstance(part, _PLACES) and isinstance(part.ctx, ast.Load) and id(part) not in methods:
            found.add(_place(part))
            if not isinstance(part, ast.Subscript):
                found.add(_name(part) + "[]")
    return found


def _called(node: ast.AST) -> set[str]:
    return {_name(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}


def _used_before(loop: ast.While, place: str, begin: tuple[int, int]) -> bool:
    return any(
        isinstance(part, ast.Name)
        and isinstance(part.ctx, ast.Load)
        and part.id == place
        and (part.lineno, part.col_offset) < begin
        for part in ast.walk(loop)
    )


def _stored(part: ast.AST) -> Iterator[ast.expr]:
    """What an assignment assigns to."""
    if isinstance(part, Assignment) and part.value is not None:
        for target in part.targets if isinstance(part, ast.Assign) else (part.target,):
            for item in ast.walk(target):
                if isinstance(item, _PLACES) and isinstance(item.ctx, ast.Store):
                    yield item


def _targets(part: ast.AST) -> Iterator[str]:
    return map(_place, _stored(part))


def _is_fresh(node: ast.AST) -> bool:
    return isinstance(node, _FRESH) or (isinstance(node, ast.Call) and _name(node.func) in _MAKERS)


def _name(node: ast.AST) -> str:
    """Of a function that is called, without whose it is."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _beginning(node: ast.AST) -> Beginning:
    whole = isinstance(node, ast.Name)
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else "", whole


def _place(node: ast.AST) -> str:
    """A variable, an attribute of whatever, or an item of what has a name."""
    if isinstance(node, ast.Subscript):
        return _name(node.value) + "[]"
    return "." + node.attr if isinstance(node, ast.Attribute) else _name(node)
