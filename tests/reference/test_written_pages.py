"""What `make docs` has written is what the docstrings of the runtime say, and they leave nothing out."""

import ast
from pathlib import Path

from marshrut.host_tools.reference.faults import faults
from marshrut.host_tools.reference.page import PAGE, error_codes, page
from marshrut.host_tools.reference.runtime import USED_BY_SYNTAX, read_runtime
from marshrut.host_tools.reference.stubs import STUBS, stub

PUBLIC_NAMES = Path(__file__).parent.parent / "programs" / "test_public_names.py"
RUNTIME = read_runtime()


def test_the_reference_is_what_the_docstrings_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(RUNTIME), "run `make docs`"


def test_the_stub_is_what_the_docstrings_say() -> None:
    assert (STUBS / "__init__.pyi").read_text(encoding="utf-8") == stub(RUNTIME), "run `make docs`"


def test_every_docstring_is_complete() -> None:
    assert faults(RUNTIME) == []


def test_the_reference_shows_the_methods_for_programs_and_no_other() -> None:
    tree = ast.parse(PUBLIC_NAMES.read_text(encoding="utf-8"))
    tables = (node for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "METHODS")
    pinned = {name: set(names.split()) for (_, name), names in ast.literal_eval(next(tables).value).items()}
    shown = {one.name: {m.name for m in one.methods} - set(USED_BY_SYNTAX) for one in RUNTIME.classes}
    assert {name: methods for name, methods in shown.items() if name in pinned} == pinned


def test_every_code_is_in_the_table() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for code in error_codes():
        (line,) = (line for line in text.splitlines() if line.startswith(f"| `{code}` |"))
        assert all(cell.strip() for cell in line.strip("|").split(" | ")), f"{code} lacks its words in a language"
