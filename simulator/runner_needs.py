"""What only one of the runners can give: a program that asks for it is told before it runs, and which one to take."""

import ast
from collections.abc import Iterator

from .program import Program, ProgramError
from .source_text import UNREADABLE

# Modules that need the interpreter's own memory, and so the real MicroPython.
ONLY_MICROPYTHON = frozenset(("uctypes",))


def refuse_missing_modules(program: Program, runtime: str) -> None:
    """ProgramError when what main.py leads to imports what that runner does not have and the other does."""
    if runtime == "micropython":
        return
    left, seen = ["main.py"], {"main.py"}
    while left:
        file = left.pop(0)
        for module, line in _imports(file, program.files[file]):
            top = module.partition(".")[0]
            if top in ONLY_MICROPYTHON:
                raise ProgramError("module-other-runner", file=file, line=line, module=top, runner="micropython")
            found = [place for place in _places(module) if place in program.files and place not in seen]
            left += found
            seen.update(found)


def _places(module: str) -> Iterator[str]:
    """The files that may run when a module of that full name is imported, those of the packages around it included."""
    parts = module.split(".")
    for count in range(1, len(parts) + 1):
        path = "/".join(parts[:count])
        for root in ("", "lib/"):
            yield f"{root}{path}/__init__.py"
            yield f"{root}{path}.py"


def _imports(file: str, text: str) -> Iterator[tuple[str, int]]:
    """The full names of what a text may import, and the lines; nothing where it is not Python."""
    try:
        tree = ast.parse(text)
    except UNREADABLE:
        return
    package = file.removeprefix("lib/").split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            around = package[: len(package) + 1 - node.level] if node.level else []
            whole = ".".join([*around, *([node.module] if node.module else [])])
            if whole:
                yield whole, node.lineno
            for alias in node.names:  # a name of the module, or a module in the package
                yield f"{whole}.{alias.name}" if whole else alias.name, node.lineno
