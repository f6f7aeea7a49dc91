"""What paste mode makes of a program: outside functions and classes every expression's value is printed."""

import ast
from collections.abc import Iterator

from ..source_text import UNREADABLE

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def with_values_printed(text: str) -> str:
    """The program with MicroPython's own `__repl_print__` around each such expression; lines keep their numbers. As it
    is where Python's own parser does not read it: the board compiles it and says why."""
    try:
        tree = ast.parse(text)
    except UNREADABLE:
        return text
    lines = text.encode().split(b"\n")
    for value in sorted(_values(tree), key=lambda node: (node.lineno, node.col_offset), reverse=True):
        assert value.end_lineno is not None and value.end_col_offset is not None
        _insert(lines, value.end_lineno, value.end_col_offset, b"))")
        _insert(lines, value.lineno, value.col_offset, b"__repl_print__((")
    return b"\n".join(lines).decode()


def _values(tree: ast.Module) -> Iterator[ast.expr]:
    """Of the statements that are expressions. No recursion: an expression may be deeper than Python's stack."""
    ahead: list[ast.AST] = [*tree.body]
    while ahead:
        node = ahead.pop()
        if isinstance(node, ast.Expr):
            yield node.value
        elif not isinstance(node, _SCOPES):
            ahead += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr)]


def _insert(lines: list[bytes], line: int, column: int, piece: bytes) -> None:
    lines[line - 1] = lines[line - 1][:column] + piece + lines[line - 1][column:]
