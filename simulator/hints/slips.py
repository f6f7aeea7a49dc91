"""Slips that a program shows without being run: brackets that are missing, a robot that was never made, an end that
stops the motors.

Only what is certain is told. A method may be handed on as a value, as a callback, so it is a slip only where such a
value makes no sense: alone in a line, as a condition, in arithmetic, in what is printed.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeGuard

from ..messages import Param
from ..source_text import UNREADABLE
from .bindings import ASYNC, CLASS, FUNCTION, METHOD, MODULE, Bindings, Meant
from .ends import ends_moving
from .model import Caught, Hint

ENDS = ("hint-ends", "hint-ends-move")
_UNCALLED = ("hint-brackets", "hint-brackets-condition", "hint-brackets-value", "hint-brackets-which")
# A value that one of these takes is looked at: a function is of no use there.
_LOOK = frozenset(
    ("print", "str", "int", "float", "abs", "round", "min", "max", "sum", "len", "range", "sorted", "divmod", "bool")
)
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_PLAIN = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.List)
_SLEEPS = ("sleep", "sleep_ms")
# Parameters that want a command itself
_CALLBACKS = ("enter", "during", "exit", "when", "until", "step")
_SHOWN_PLACES = 3  # where a name got its value
_SHOWN = 40  # characters of the program's own text in a hint
_MOST = 100_000  # characters of a program; a longer one was not written by hand
# A function, as interpreters call it in their complaints
_CALLABLE = re.compile(r"\b(?:bound_)?method\b|(?:'|to |convert )(?:function|closure|generator)|function_or_method")
_OF_A_CLASS = re.compile(r"\bproperty\b|type object|'self'")


class Slip(NamedTuple):
    """A hint with its line, and the lines where an interpreter may complain of it."""

    hint: Hint
    lines: frozenset[int]


@lru_cache(maxsize=64)
def slips(source: str) -> tuple[Slip, ...]:
    """All slips of a file, by line; none when it cannot be read or is very long."""
    if len(source) > _MOST:
        return ()
    try:
        tree = ast.parse(source)
        names = Bindings(tree)
        found = list(_Search(tree, names).all())
        found += [Slip(end, frozenset((end.line,))) for end in ends_moving(tree, names)]
    except UNREADABLE:
        return ()
    first: dict[tuple[str, int], Slip] = {}
    for slip in sorted(found, key=lambda slip: slip.hint.line):
        first.setdefault((slip.hint.message_id, slip.hint.line), slip)
    return tuple(first.values())


def read_slip(error: Caught) -> Hint | None:
    """The slip that an exception came from."""
    for slip in slips(error.source):
        message_id, here = slip.hint.message_id, error.number in slip.lines
        if message_id in _UNCALLED:
            if here and _CALLABLE.search(error.text):
                return slip.hint
        elif message_id == "hint-class":
            if here or _OF_A_CLASS.search(error.text):
                return slip.hint
        elif here and message_id not in ENDS:
            return slip.hint
    return None


class _Search:
    """Goes through a program, statement by statement."""

    def __init__(self, tree: ast.Module, names: Bindings):
        self._tree = tree
        self._names = names
        uses: dict[str, set[int]] = {}  # a name -> the lines where something of it is asked for
        attributes: dict[str, set[int]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                attributes.setdefault(node.attr, set()).add(node.lineno)
                if isinstance(node.value, ast.Name):
                    uses.setdefault(node.value.id, set()).add(node.lineno)
        self._uses = {name: frozenset(lines) for name, lines in uses.items()}
        self._attributes = {name: frozenset(lines) for name, lines in attributes.items()}

    def all(self) -> Iterator[Slip]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.stmt):
                yield from self._statement(node)
        yield from self._classes()
        yield from self._awaits()

    def _statement(self, node: ast.stmt) -> Iterator[Slip]:
        """The slips in a statement's own expressions; those of statements in it come by themselves."""
        lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
        if isinstance(node, ast.Expr):
            yield from self._uncalled("hint-brackets", node.value, lines)
            yield from self._not_awaited(node.value)
        elif isinstance(node, ast.If | ast.While | ast.Assert):
            yield from self._condition(node.test, lines)
        elif isinstance(node, ast.For):
            yield from self._uncalled("hint-brackets-value", node.iter, lines)
        elif isinstance(node, ast.Assign):
            yield from self._assigned(node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                for inner in ast.walk(child):
                    yield from self._expression(inner, lines)

    def _expression(self, node: ast.AST, lines: range) -> Iterator[Slip]:
        looked: list[ast.expr] = []
        if isinstance(node, ast.IfExp):
            yield from self._condition(node.test, lines)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from self._condition(node.operand, lines)
        elif isinstance(node, ast.Compare):
            yield from self._compared(node, lines)
        elif isinstance(node, ast.BinOp):
            looked = [node.left, node.right]
        elif isinstance(node, ast.UnaryOp):
            looked = [node.operand]
        elif isinstance(node, ast.Subscript | ast.FormattedValue) or _asks(node):
            looked = [node.value]
        elif isinstance(node, ast.Lambda):
            looked = [node.body]
        elif isinstance(node, ast.keyword) and node.arg in _CALLBACKS:
            yield from self._called_too_soon(node.value)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            looked = node.args if node.func.id in _LOOK and node.func.id not in self._names else []
        for value in looked:
            yield from self._uncalled("hint-brackets-value", value, lines)

    def _condition(self, test: ast.expr, lines: range) -> Iterator[Slip]:
        if isinstance(test, ast.BoolOp):
            for value in test.values:
                yield from self._condition(value, lines)
        else:
            yield from self._uncalled("hint-brackets-condition", test, lines)

    def _compared(self, node: ast.Compare, lines: range) -> Iterator[Slip]:
        """Functions can be told apart with == and `is`, so there the other side has to be a plain value."""
        sides = [node.left, *node.comparators]
        for i, sign in enumerate(node.ops):
            left, right = sides[i], sides[i + 1]
            if isinstance(sign, ast.In | ast.NotIn):
                yield from self._uncalled("hint-brackets-value", right, lines)
                continue
            for side, other in ((left, right), (right, left)):
                none = isinstance(other, ast.Constant) and other.value is None
                if isinstance(sign, _ORDER) or (isinstance(other, _PLAIN) and not none):
                    yield from self._uncalled("hint-brackets-condition", side, lines)

    def _uncalled(self, message_id: str, node: ast.expr, lines: range) -> Iterator[Slip]:
        meant = self._names.meant(node)
        if meant is None or meant.sort not in (METHOD, FUNCTION, ASYNC):
            return
        kept = isinstance(node, ast.Name) and meant.sort == METHOD and message_id != "hint-brackets"
        if isinstance(node, ast.Name) and kept and node.id not in self._names.called:
            # `x = rover.range.distance`, and then `x < 100`: the brackets are missing where x got its value.
            for given in self._names.assigned.get(node.id, [])[:_SHOWN_PLACES]:
                yield _slip("hint-brackets-value", given.value, meant, {*lines, given.lineno})
            return
        if isinstance(node, ast.Name) and node.id in self._names.emptied and message_id == "hint-brackets-condition":
            return  # `step = None` and then `if step:` asks whether there is one
        if meant.name == "bumper" and message_id == "hint-brackets-value":
            message_id = "hint-brackets-which"
        yield _slip(message_id, node, meant, lines)

    def _called_too_soon(self, node: ast.expr) -> Iterator[Slip]:
        """`enter=rover.drive.brake()`."""
        meant = self._names.meant(node.func) if isinstance(node, ast.Call) else None
        if meant is not None and meant.sort == METHOD:
            params: dict[str, Param] = {"name": meant.name, "call": _limited(ast.unparse(node), f"{meant.name}(…)")}
            yield Slip(Hint("hint-brackets-extra", params, node.lineno), frozenset((node.lineno,)))

    def _assigned(self, node: ast.Assign) -> Iterator[Slip]:
        """`rover.drive.turn = 90`."""
        if not isinstance(node.value, _PLAIN):
            return
        value = ast.unparse(node.value)
        inside = value if len(value) <= _SHOWN // 2 else "…"
        for target in node.targets:
            meant = self._names.meant(target) if isinstance(target, ast.Attribute) else None
            if meant is not None and meant.sort == METHOD:
                params: dict[str, Param] = {"name": meant.name, "call": _short(target, meant, inside)}
                yield Slip(Hint("hint-brackets-assigned", params, node.lineno), self._attributes[meant.name])

    def _classes(self) -> Iterator[Slip]:
        """`rover = Rover`, and `Rover.drive`."""
        for name, given in self._names.assigned.items():
            meant = self._names.meant(ast.Name(name, ast.Load()))
            used = self._uses.get(name, frozenset())
            if meant is not None and meant.sort == CLASS and used and name not in self._names.called:
                for node in given:
                    params: dict[str, Param] = {"cls": meant.owner, "made": f"{name} = {ast.unparse(node.value)}()"}
                    yield Slip(Hint("hint-class", params, node.lineno), used)
        parents = {base.id for base in self._bases() if isinstance(base, ast.Name)}
        for use in ast.walk(self._tree):
            if isinstance(use, ast.Attribute) and isinstance(use.value, ast.Name) and use.attr[0] != "_":
                own = use.value.id
                if own in parents:  # `Rover.stop(self)` in a class of the program's own
                    continue
                if self._names.meant(use.value) == Meant(CLASS, "Rover") and own not in self._names.assigned:
                    params = {"cls": own, "name": "rover", "made": f"rover = {own}()"}
                    yield Slip(Hint("hint-class-used", params, use.lineno), frozenset((use.lineno,)))

    def _bases(self) -> Iterator[ast.expr]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ClassDef):
                yield from node.bases

    def _awaits(self) -> Iterator[Slip]:
        """`await` in a function without `async`: to MicroPython that is a generator, and a call of it does nothing."""
        todo: list[tuple[ast.AST, bool]] = [(self._tree, False)]
        while todo:
            node, waits = todo.pop()
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and waits:
                yield from self._waits_for_nothing(node.value)
            if isinstance(node, ast.Await) and not waits:
                yield Slip(Hint("hint-async-await", {}, node.lineno), frozenset((node.lineno,)))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                waits = isinstance(node, ast.AsyncFunctionDef)
            todo += [(child, waits) for child in ast.iter_child_nodes(node)]

    def _waits_for_nothing(self, node: ast.Call) -> Iterator[Slip]:
        """`rover.button.wait_pressed()` in a task, where it has to be awaited."""
        meant = self._names.meant(node.func)
        if meant is not None and meant.sort == METHOD and (meant.name == "every" or meant.name.startswith("wait_")):
            params: dict[str, Param] = {"name": meant.name, "call": _limited(ast.unparse(node), f"{meant.name}(…)")}
            yield Slip(Hint("hint-async-wait", params, node.lineno), frozenset((node.lineno,)))

    def _not_awaited(self, node: ast.expr) -> Iterator[Slip]:
        """A coroutine that is made and thrown away."""
        if not isinstance(node, ast.Call):
            return
        meant = self._names.meant(node.func)
        line = frozenset((node.lineno,))
        if meant is not None and meant.sort == ASYNC:
            called = f"{meant.name}(…)" if node.args or node.keywords else f"{meant.name}()"
            yield Slip(Hint("hint-async-called", {"name": meant.name, "call": called}, node.lineno), line)
        elif isinstance(node.func, ast.Attribute) and node.func.attr in _SLEEPS:
            owner = self._names.meant(node.func.value)
            if owner is not None and owner.sort == MODULE and owner.name in ("asyncio", "uasyncio"):
                yield Slip(Hint("hint-async-sleep", {"name": node.func.attr}, node.lineno), line)


def _asks(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """Whether that takes something of a value that functions do not have."""
    return isinstance(node, ast.Attribute) and not node.attr.startswith("__")


def _slip(message_id: str, node: ast.expr, meant: Meant, lines: Iterable[int]) -> Slip:
    inside = '"front"' if meant.name == "bumper" else "…" if meant.takes else ""
    params: dict[str, Param] = {"name": meant.name, "call": _short(node, meant, inside)}
    return Slip(Hint(message_id, params, node.lineno), frozenset(lines))


def _short(node: ast.expr, meant: Meant, inside: str) -> str:
    """The program's own words with brackets, or the name alone where they are long."""
    return _limited(f"{ast.unparse(node)}({inside})", f"{meant.name}({inside})")


def _limited(text: str, short: str) -> str:
    return text if len(text) <= _SHOWN else short
