"""What only one of the runners can give: a program that asks for it is told before it runs, and which one to take."""

import ast
from collections.abc import Iterator

from .program import Program, ProgramError
from .source_text import UNREADABLE

# Modules that need the interpreter's own memory, and so the real MicroPython.
ONLY_MICROPYTHON = frozenset(("uctypes",))


def refuse_missing_modules(program: Program, runtime: str) -> None:
    """ProgramError when a file of the program imports what that runner does not have and the other does."""
    if runtime == "micropython":
        return
    for file, text in sorted(program.files.items()):
        for module, line in _imports(text):
            if module in ONLY_MICROPYTHON:
                raise ProgramError("module-other-runner", file=file, line=line, module=module, runner="micropython")


def _imports(text: str) -> Iterator[tuple[str, int]]:
    """The modules at the top of what a text imports, and the lines; nothing where it is not Python."""
    try:
        tree = ast.parse(text)
    except UNREADABLE:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0], node.lineno
