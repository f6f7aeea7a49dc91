"""Puts a call at the head of every loop of a program, so that virtual time passes in it: text in, text out.

Line numbers are kept. The calls are builtins of the children:

    while C:             ->  while __h__(n) and (C):            where each turn counts (see `kept_turns`)
    while C:             ->  while __w__(n) and (C):            else: a program that only polls may skip in it
    while C: pass        ->  while (C) and __h0__(n): pass      where C calls nothing: only a callback can end it
    for x in xs: f()     ->  for x in xs: __h__(n);f()
    for x in xs:         ->  for x in xs:                       a compound first statement takes it in its header
        if C: …                  if __h__(n) and (C): …
    for x in xs:         ->  for x in __each__(n, (xs)):        where the body has no such place
        def f(): …
    def f():             ->  def f():                           a function each call of which counts, likewise
        global n                 global n
        n += 1                   __k__();n += 1

Comprehensions are left alone. `@micropython.native` says how a board shall compile a function, which is an ordinary one
here: it is taken away.
"""

import ast

from ..source_text import UNREADABLE
from .kept_turns import function_keeps, loop_keeps

_CALLS = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


def add_loop_heads(text: str, echoed: bool = False) -> str:
    """The program with loop heads. SyntaxError if it is not Python.

    `echoed`: it is a statement of the prompt, which prints the value of every expression that is not None.
    """
    tree = ast.parse(text)
    lines = text.encode().split(b"\n")
    inserts: list[tuple[int, int, bytes]] = []  # (line from 0, byte column, what), each before the text at that place
    for node in ast.walk(tree):
        if isinstance(node, ast.While):
            if _is_idle(node):
                _wrap(inserts, node.test, b"(", b") and __h0__(%d)" % node.lineno)
            elif loop_keeps(node):
                _wrap(inserts, node.test, b"__h__(%d) and (" % node.lineno, b")")
            else:
                _wrap(inserts, node.test, b"__w__(%d) and (" % node.lineno, b")")
        elif isinstance(node, ast.For | ast.AsyncFor):
            head = b"__h__(%d)" % node.lineno
            placed = _call_in_body(inserts, node.body, head, echoed)
            if not placed and isinstance(node, ast.For):
                _wrap(inserts, node.iter, b"__each__(%d, (" % node.lineno, b"))")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in node.decorator_list:
                if ast.unparse(decorator) in ("micropython.native", "micropython.bytecode"):
                    lines[decorator.lineno - 1] = b""
            if function_keeps(node):
                _call_in_body(inserts, node.body, b"__k__()", echoed)
    for row, column, piece in sorted(inserts, key=lambda insert: insert[:2], reverse=True):
        lines[row] = lines[row][:column] + piece + lines[row][column:]
    return b"\n".join(lines).decode()


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


def _call_in_body(inserts: list[tuple[int, int, bytes]], body: list[ast.stmt], call: bytes, echoed: bool) -> bool:
    """Put a call that is true into the first statement that has a place for it, if that is run before any other."""
    first = next((part for part in body if not _is_silent(part)), body[-1])
    wrapped = call + b" and ("
    if isinstance(first, ast.If):
        _wrap(inserts, first.test, wrapped, b")")
    elif isinstance(first, ast.For):
        _wrap(inserts, first.iter, wrapped, b")")
    elif isinstance(first, ast.While):
        return not _is_idle(first)  # its own head runs at least once
    elif isinstance(first, ast.With):
        _wrap(inserts, first.items[0].context_expr, wrapped, b")")
    elif isinstance(first, ast.Try):
        return _call_in_body(inserts, first.body, call, echoed)
    elif isinstance(first, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.AsyncFor | ast.AsyncWith):
        return False
    else:
        inserts.append((first.lineno - 1, first.col_offset, call + (b" and None;" if echoed else b";")))
    return True


def _is_silent(part: ast.stmt) -> bool:
    """A text that says what a function is for, or the names that are not its own."""
    return isinstance(part, ast.Global | ast.Nonlocal) or (
        isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
    )


def _wrap(inserts: list[tuple[int, int, bytes]], node: ast.expr, before: bytes, after: bytes) -> None:
    assert node.end_lineno is not None and node.end_col_offset is not None
    inserts.append((node.lineno - 1, node.col_offset, before))
    inserts.append((node.end_lineno - 1, node.end_col_offset, after))
