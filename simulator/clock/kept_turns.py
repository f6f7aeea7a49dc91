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

from .places import Assignment, Beginning, Function, beginning, called_in, name_of, own_names, place_of, read_in, stored

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
_MOST_CALLED = 12  # functions that are looked through for what one call does
_MOST_STEPS = 20_000  # from variable to variable of one function
# Looks at nodes and places; beyond them a loop or a function is said to keep something. A program of 5,000 lines takes
# 40,000.
_MOST_LOOKS = 300_000
_LOOKED_THROUGH = (ast.While, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.Call, *Assignment.__args__)


class Keeping:
    """What the loops and functions of one file keep."""

    def __init__(self, tree: ast.AST) -> None:
        self._modules = {
            name.asname or name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in node.names
        }
        self._functions: dict[str, list[_Reach]] = {}
        self._reads: dict[str, set[str]] = {}
        self._makes: dict[str, dict[str, set[str]]] = {}
        self._looks = _MOST_LOOKS - _looks_at(tree)  # that are left
        for node in ast.walk(tree) if self._looks > 0 else ():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                self._functions.setdefault(node.name, []).append(_Reach(node))
        reaches = (reach for found in self._functions.values() for reach in found)
        self._read_by_functions = {place for reach in reaches for place in reach.read}

    def loop_keeps(self, loop: ast.While) -> bool:
        return self._looks < 0 or _yields(loop) or any(True for _ in self._kept(loop))

    def function_keeps(self, function: Function) -> bool:
        """Whether it does so in a place that is not its own."""
        if self._looks < 0:
            return True
        kept = list(self._kept(function.body if isinstance(function, ast.Lambda) else function))
        if not kept:
            return False
        own, fresh = own_names(function)
        return any((name not in own) if whole else (name not in own or name not in fresh) for name, whole in kept)

    def loop_turns(self, loop: ast.While) -> int:
        """How many turns that read nothing new a loop takes until the next one does as the last: one, and one for each
        assignment to what is used before it in the next turn."""
        read_at: dict[str, tuple[int, int]] = {}
        for part in ast.walk(loop):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
                at = part.lineno, part.col_offset
                read_at[part.id] = min(at, read_at.get(part.id, at))
        anew: set[str] = set()  # what each turn assigns before it uses it
        for statement in loop.body:
            begin = statement.lineno, statement.col_offset
            for item in stored(statement):
                if isinstance(item, ast.Name) and read_at.get(item.id, begin) >= begin:
                    anew.add(item.id)
        anew -= self._read_by_functions
        return 1 + sum(1 for part in ast.walk(loop) for item in stored(part) if place_of(item) not in anew)

    def function_turns(self, function: Function) -> int:
        """How many assignments it makes to what is not its own."""
        own, fresh = own_names(function)
        begins = (beginning(item) for part in ast.walk(function) for item in stored(part))
        return sum(1 for name, whole in begins if name not in own or not (whole or name in fresh))

    def _kept(self, node: ast.AST) -> Iterator[Beginning]:
        """For each place that becomes another by what it was: with what it begins."""
        made_of: dict[str, set[str]] = {}
        begins: dict[str, Beginning] = {}
        indexed: list[ast.Subscript] = []
        for part in ast.walk(node):
            if isinstance(part, ast.AugAssign):
                yield beginning(part.target)
            elif isinstance(part, ast.Delete):
                yield from map(beginning, part.targets)
            elif isinstance(part, ast.Call):
                name = name_of(part.func)
                if name in _KEEPERS or (name == "update" and part.args and name not in self._functions):
                    yield beginning(part.func)
                made = self._made_by(name)
                if made or isinstance(part.func, ast.Attribute):
                    given = {place for value in (*part.args, *part.keywords) for place in self._read_in(value)}
                    given -= self._modules  # `time.ticks_diff(time.ticks_ms(), begun)` keeps nothing
                    if isinstance(part.func, ast.Attribute) and place_of(part.func.value) in given:
                        yield beginning(part.func)  # `one.set(one.get() + 1)` does
                    for place, read in made.items():
                        self._looks -= len(read) + len(given)
                        if self._looks < 0:
                            yield "", True
                            return
                        made_of[place] = made_of.get(place, set()) | read | given
                        begins.setdefault(place, ("", True))
            elif isinstance(part, Assignment) and part.value is not None:
                read = self._read_in(part.value)
                for item in stored(part):
                    place = place_of(item)
                    made_of[place] = made_of[place] | read if place in made_of else read
                    begins[place] = beginning(item)
                    if isinstance(item, ast.Subscript):
                        indexed.append(item)
        for place in _in_rings(made_of):
            yield begins[place]
        for item in indexed:
            if called_in(item.slice) or not made_of.keys().isdisjoint(read_in(item.slice)):
                yield beginning(item)  # another item each time

    def _read_in(self, value: ast.AST) -> set[str]:
        """All places that a value is made of, also by the functions that it calls."""
        return read_in(value).union(*(self._read_by(name) for name in called_in(value)))

    def _read_by(self, name: str) -> set[str]:
        if name not in self._reads:
            self._reads[name] = {place for reach in self._called_from(name) for place in reach.read}
        return self._reads[name]

    def _made_by(self, name: str) -> dict[str, set[str]]:
        """What a called function makes in places that are not its own, and of what."""
        if name not in self._makes:
            makes = self._makes[name] = {}
            for reach in self._called_from(name):
                if reach.made:
                    called = set[str]().union(*map(self._read_by, reach.called))
                    for place, read in reach.made.items():
                        self._looks -= len(read) + len(called)
                        if self._looks < 0:
                            break
                        makes[place] = makes.get(place, set()) | read | called
        return self._makes[name]

    def _called_from(self, name: str) -> "Iterator[_Reach]":
        """The functions of this file with that name, and what they call in turn, the nearest first."""
        found = [name]
        left = _MOST_CALLED
        for one in found:
            for reach in self._functions.get(one, ())[:left]:
                yield reach
                left -= 1
                found += [other for other in reach.called if other in self._functions and other not in found][:left]


class _Reach:
    """What a function reads and makes outside itself, of what it makes that, and by name what it calls."""

    def __init__(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        own = own_names(function)[0] | {part.arg for part in ast.walk(function.args) if isinstance(part, ast.arg)}
        self.read = read_in(function) - own
        self.called = sorted(called_in(function))
        made_of: dict[str, set[str]] = {}
        for part in ast.walk(function):
            if isinstance(part, Assignment) and part.value is not None:
                read = read_in(part.value)
                for item in stored(part):
                    place = place_of(item)
                    made_of[place] = made_of[place] | read if place in made_of else read
        # What its own variables are made of in turn.
        self.made: dict[str, set[str]] = {}
        steps = _MOST_STEPS
        for place, read in made_of.items():
            if place in own:
                continue
            if own.isdisjoint(read):
                self.made[place] = read
                continue
            found = set(read)
            left = list(read & own)
            while left and steps > 0:
                more = made_of.get(left.pop(), set()) - found
                steps -= 1 + len(more)
                found |= more
                left += more & own
            self.made[place] = found - own


def _looks_at(tree: ast.AST) -> int:
    """How many nodes are looked at when all that is looked through is."""
    total = 0
    sizes: dict[ast.AST, int] = {}
    for node in reversed(list(ast.walk(tree))):  # children before their parents
        size = sizes[node] = 1 + sum(sizes[child] for child in ast.iter_child_nodes(node))
        if isinstance(node, _LOOKED_THROUGH):
            total += size
    return total


def _yields(loop: ast.While) -> bool:
    """Whether each turn is one of whoever goes on with the generator."""
    left = list[ast.AST](loop.body)
    for node in left:
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            left += ast.iter_child_nodes(node)
    return False


def _in_rings(made_of: dict[str, set[str]]) -> Iterable[str]:
    """The places that are made of themselves, by way of others or not, and those between two such rings."""
    waits_for: dict[str, int] = {}  # how many others
    needed_by: dict[str, list[str]] = {}
    for place, read in made_of.items():
        needed = [one for one in read if one in made_of]
        waits_for[place] = len(needed)
        for one in needed:
            needed_by.setdefault(one, []).append(place)
    settled = [place for place, count in waits_for.items() if not count]
    while settled:
        place = settled.pop()
        del waits_for[place]
        for other in needed_by.get(place, ()):
            waits_for[other] -= 1
            if not waits_for[other]:
                settled.append(other)
    return waits_for
