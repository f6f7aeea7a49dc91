"""The transform keeps a program's meaning and its line numbers; every turn of a loop passes a head."""

import ast
import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.clock.loop_heads import add_loop_heads

SOURCES = sorted(Path(__file__).parent.glob("programs/*.py"))


def run(text: str) -> tuple[str, list[int]]:
    """What the text prints, and the lines whose heads were passed."""
    heads: list[int] = []

    def head(line: int) -> bool:
        heads.append(line)
        return True

    def each(line: int, items):  # type: ignore[no-untyped-def]
        for item in items:
            head(line)
            yield item

    names = {"__h__": head, "__w__": head, "__h0__": head, "__each__": each}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(text, "main.py", "exec"), names)
    return printed.getvalue(), heads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("while x:\n    f()\n", "while __w__(1) and (x):\n    f()\n"),
        ("while x:\n    n += 1\n", "while __h__(1) and (x):\n    n += 1\n"),
        ("while not flag: pass\n", "while (not flag) and __h0__(1): pass\n"),
        ("while not f():\n    pass\n", "while __w__(1) and (not f()):\n    pass\n"),
        ("for i in a: f()\n", "for i in a: __h__(1);f()\n"),
        ("for i in a:\n    if i:\n        f()\n", "for i in a:\n    if __h__(1) and (i):\n        f()\n"),
        (
            "for i in a:\n    def g(): pass\n",
            "for i in __each__(1, (a)):\n    def g(): pass\n",
        ),
        ("for ё in 'é': f('ё'); g()\n", "for ё in 'é': __h__(1);f('ё'); g()\n"),
        ("while (a or\n       b):\n    f()\n", "while (__w__(1) and (a or\n       b)):\n    f()\n"),
        ("x = [i for i in a if i]\n", "x = [i for i in a if i]\n"),
    ],
)
def test_where_the_head_goes(text: str, expected: str) -> None:
    assert add_loop_heads(text) == expected


@pytest.mark.parametrize(
    "body",
    [
        "n = n + 1",
        "last, now = now, read()",
        "self.mean = 0.9 * self.mean + 0.1 * read()",
        "item[0] = item[0] + read()",
        "seen.append(read())",
        "x = next(steps)",
        "smooth()",
        "filter.step()",
        "if read():\n        both()",
    ],
)
def test_a_loop_that_keeps_something_of_each_turn_is_not_skipped(body: str) -> None:
    functions = (
        "def smooth():\n    global mean\n    mean = mean * 0.9 + read() * 0.1\n"
        "class Filter:\n    def step(self):\n        self.count += 1\n"
        "def both():\n    return smooth() + 1\n"
    )
    assert "__h__(9)" in add_loop_heads(f"{functions}while True:\n    {body}\n")


@pytest.mark.parametrize(
    "body",
    [
        "x = read()",
        "average()",
        "x = y + read()",
        "last = now",
        "print(mean)",
        "left.count = right.total",
        "a[0] = b[0]",
    ],
)
def test_one_that_only_looks_may_be(body: str) -> None:
    functions = (
        "def average():\n    total, seen = 0, []\n    for _ in range(4):\n        total += read()\n"
        "        seen.append(total)\n    return total / 4\n"
    )
    assert "__w__(7)" in add_loop_heads(f"{functions}while True:\n    {body}\n")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_lines_stay_where_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before = [node.lineno for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt)]
    after = {node.lineno for node in ast.walk(ast.parse(add_loop_heads(text))) if isinstance(node, ast.stmt)}
    assert set(before) == after


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """Lines of a program of nested loops that all end, and print where they are."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["print", "for", "while", "if", "try", "with", "def", "one-line"]))
        name = f"v{depth}"
        if kind == "print" or depth > 2:
            lines.append(f"print('{draw(st.sampled_from(['a', 'ё', 'b;c']))}', n)")
            continue
        if kind == "one-line":
            lines.append(f"for {name} in range({draw(st.integers(0, 3))}): n += 1; print(n)")
            continue
        header = {
            "for": [f"for {name} in range({draw(st.integers(0, 3))}):"],
            "while": [f"w{depth} = {draw(st.integers(0, 3))}", f"while w{depth} > 0:"],
            "if": ["if n % 2 == 0:"],
            "try": ["try:"],
            "with": ["with suppress(ValueError):"],
            "def": ["def inner(n=n):"],
        }[kind]
        lines += header
        if kind == "while":
            lines.append(f"    w{depth} -= 1")
        lines += ["    " + line for line in draw(blocks(depth + 1))]
        if kind == "try":
            lines += ["finally:", "    n += 1"]
        if kind == "def":
            lines.append("inner()")
    return lines


@given(blocks())
def test_a_program_means_what_it_meant(lines: list[str]) -> None:
    text = "from contextlib import suppress\nn = 0\n" + "\n".join(lines) + "\n"
    expected, _ = run(text)
    printed, heads = run(add_loop_heads(text))
    assert printed == expected
    source = text.split("\n")
    for line in heads:
        assert source[line - 1].strip().startswith(("for", "while"))


def test_every_turn_passes_a_head() -> None:
    text = "n = 0\nfor i in range(5):\n    try:\n        n += 1\n    finally:\n        pass\nwhile n:\n    n -= 1\n"
    _, heads = run(add_loop_heads(text))
    assert heads.count(2) == 5
    assert heads.count(7) == 6
