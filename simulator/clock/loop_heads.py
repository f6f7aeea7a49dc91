"""Puts a call at the head of every loop of a program, so that virtual time passes in it: text in, text out.

Line numbers are kept. The calls are builtins of the children:

    while C:             ->  while __h__(n) and (C):            where each turn counts (see `kept_turns`)
    while C:             ->  while __w__(n, k, t) and ((C) or __x__(k)):
        break                    __x__(k);break                 else: a program that only polls may skip in it
    except E:                except E:
        f()                      not __x__(0);f()
    while C: pass        ->  while ((C) or __x__(k)) and __h0__(n, k): pass
                                                                where C calls nothing: only a callback can end it
    for x in xs: f()     ->  for x in xs: __h__(n);f()
    for x in xs:         ->  for x in xs:                       a compound first statement takes it in its header
        if C: …                  if __h__(n) and (C): …
    for x in xs:         ->  for x in __each__(n, (xs)):        where the body has no such place
        def f(): …
    def f():             ->  def f():                           a function each call of which counts, likewise
        global n                 global n
        n += 1                   __k__();n += 1
    def f():             ->  def f():                           one of which the next few calls depend
        global was               global was
        was = now                __k__(1);was = now
    lambda: f()          ->  lambda: __k__() and (f())          likewise

n is the line, k tells the loop from all others of all files, and t is how many turns the next one may depend on.
Comprehensions are left alone. `@micropython.native` says how a board shall compile a function, which is an ordinary one
here: it is taken away.
"""

import ast
import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from ..source_text import UNREADABLE
from .kept_turns import Keeping

Insert = tuple[int, int, bytes]  # line from 0, byte column, what stands before the text at that place
_WITHOUT_PLACE = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.AsyncFor, ast.AsyncWith, ast.Global, ast.Nonlocal,
)  # fmt: skip
_CALLS = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_MOST_KEY = 0x3FFFFFFF  # an integer that takes no heap on the board


def add_loop_heads(text: str, echoed: bool = False) -> str:
    """The program with loop heads. SyntaxError if it is not Python.

    `echoed`: it is a statement of the prompt, which prints the value of every expression that is not None.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as both interpreters read it, and count its lines
    tree = ast.parse(text)
    keeping = Keeping(tree)
    lines = text.encode().split(b"\n")
    mark = zlib.crc32(text.encode())
    inserts: list[Insert] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            key = (mark ^ node.lineno) & _MOST_KEY or 1
            left = b"__x__(%d)" % key
            if _is_idle(node):
                _wrap(inserts, node.test, b"((", b") or %s) and __h0__(%d,%d)" % (left, node.lineno, key))
            elif keeping.loop_keeps(node):
                _wrap(inserts, node.test, b"__h__(%d) and (" % node.lineno, b")")
            else:
                head = b"__w__(%d,%d,%d)" % (node.lineno, key, keeping.loop_turns(node))
                _wrap(inserts, node.test, head + b" and ((", b") or %s)" % left)
                for statement in _ways_out(node.body, True):
                    _call_in(inserts, statement, left, echoed)
        elif isinstance(node, ast.For | ast.AsyncFor):
            placed = _head_in_body(inserts, node.body, b"__h__(%d)" % node.lineno, echoed)
            if not placed and isinstance(node, ast.For):
                _wrap(inserts, node.iter, b"__each__(%d, (" % node.lineno, b"))")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                if ast.unparse(decorator) in ("micropython.native", "micropython.bytecode"):
                    lines[decorator.lineno - 1] = b""
            if keeping.function_keeps(node):
                any(_call_in(inserts, part, b"__k__()", echoed) for part in node.body)
            elif turns := keeping.function_turns(node):
                any(_call_in(inserts, part, b"__k__(%d)" % turns, echoed) for part in node.body)
        elif isinstance(node, ast.ExceptHandler):  # loops may have been left that do not say so
            any(_call_in(inserts, part, b"not __x__(0)", echoed) for part in node.body)
        elif isinstance(node, ast.Lambda) and keeping.function_keeps(node):
            _wrap(inserts, node.body, b"__k__() and (", b")")
    inserts.reverse()  # at one place what is found first comes last
    for row, pieces in groupby(sorted(inserts, key=itemgetter(0, 1)), itemgetter(0)):
        lines[row] = _with_pieces(lines[row], pieces)
    return b"\n".join(lines).decode()


def _with_pieces(line: bytes, inserts: Iterable[Insert]) -> bytes:
    parts: list[bytes] = []
    at = 0
    for _, column, piece in inserts:
        parts.append(line[at:column])
        at = column
        if line[max(0, column - 1) : column].isalpha() and piece[:1] not in b"()":
            parts.append(b" ")  # `while(a)and(b):`
        parts.append(piece)
    parts.append(line[at:])
    return b"".join(parts)


def with_loop_heads(text: str, echoed: bool = False) -> str:
    """The same, or the text as it is where Python's own parser does not read it: the child compiles it and says why."""
    try:
        return add_loop_heads(text, echoed)
    except UNREADABLE:
        return text


def _is_idle(node: ast.While) -> bool:
    """Nothing happens in the loop, and its condition only looks at names: it waits for a callback."""
    if any(isinstance(part, _CALLS) for part in ast.walk(node.test)):
        return False
    return all(
        isinstance(statement, ast.Pass | ast.Continue)
        or (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in node.body
    )


def _ways_out(body: list[ast.stmt], breaks: bool) -> Iterator[ast.stmt]:
    """The statements that leave a loop before its condition does; `breaks`: a `break` there is its own."""
    for statement in body:
        if isinstance(statement, ast.Return | ast.Raise) or (breaks and isinstance(statement, ast.Break)):
            yield statement
        elif isinstance(statement, ast.For | ast.AsyncFor | ast.While):
            yield from _ways_out(statement.body, False)
            yield from _ways_out(statement.orelse, breaks)
        elif not isinstance(statement, _FUNCTIONS):
            for field in ("body", "orelse", "finalbody"):
                yield from _ways_out(getattr(statement, field, []), breaks)
            for handler in getattr(statement, "handlers", []):
                yield from _ways_out(handler.body, breaks)


def _head_in_body(inserts: list[Insert], body: list[ast.stmt], head: bytes, echoed: bool) -> bool:
    """Put the head of a `for` into the first statement of its body, if that has a place for it."""
    first = body[0]
    if isinstance(first, ast.While):
        return not _is_idle(first)  # its own head runs at least once
    if isinstance(first, ast.Try):
        return _head_in_body(inserts, first.body, head, echoed)
    return _call_in(inserts, first, head, echoed)


def _call_in(inserts: list[Insert], part: ast.stmt, call: bytes, echoed: bool) -> bool:
    """Put a call that is true into a statement, so that it comes before all else that this does; whether there is a
    place for it."""
    wrapped = call + b" and ("
    if isinstance(part, ast.If | ast.While):
        _wrap(inserts, part.test, wrapped, b")")
    elif isinstance(part, ast.For):
        _wrap(inserts, part.iter, wrapped, b")")
    elif isinstance(part, ast.With):
        _wrap(inserts, part.items[0].context_expr, wrapped, b")")
    elif isinstance(part, ast.Try):
        return any(_call_in(inserts, inner, call, echoed) for inner in part.body)
    elif isinstance(part, _WITHOUT_PLACE) or (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)):
        return False
    else:
        inserts.append((part.lineno - 1, part.col_offset, call + (b" and None;" if echoed else b";")))
    return True


def _wrap(inserts: list[Insert], node: ast.expr, before: bytes, after: bytes) -> None:
    assert node.end_lineno is not None and node.end_col_offset is not None
    inserts.append((node.lineno - 1, node.col_offset, before))
    inserts.append((node.end_lineno - 1, node.end_col_offset, after))
