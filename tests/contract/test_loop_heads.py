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

    names = {"__h__": head, "__w__": head, "__h0__": head, "__each__": each, "__k__": lambda: True}
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


KEEPING = [
    "n = n + 1",
    "a, n = n, read(n)",
    "mean[0] = 0.9 * mean[0] + read()",
    "seen.append(read())",
    "x = next(steps)",
    "n: int = n + 1",
    "print((n := n + 1))",
    "new = 0.9 * n + read(); n = new",
    "b = self.b; b.append(read())",
]
LOOKING = ["x = read()", "x = y + read()", "last = now", "print(mean)", "left.count = right.total", "a[0] = b[0]"]


@pytest.mark.parametrize("body", KEEPING)
def test_a_loop_that_keeps_something_of_each_turn_is_not_skipped(body: str) -> None:
    assert add_loop_heads(f"while read():\n    {body}\n") == f"while __h__(1) and (read()):\n    {body}\n"


@pytest.mark.parametrize("body", LOOKING)
def test_one_that_only_looks_may_be(body: str) -> None:
    assert add_loop_heads(f"while read():\n    {body}\n") == f"while __w__(1) and (read()):\n    {body}\n"


@pytest.mark.parametrize("body", [*KEEPING, "self.n += 1", "self.seen[3].append(read())", "one.mean = one.mean + 1"])
def test_a_function_that_keeps_something_says_so(body: str) -> None:
    text = "def step(self):\n    'What it does.'\n    global n\n    {}\n"
    assert add_loop_heads(text.format(body)) == text.format(f"__k__();{body}")


@pytest.mark.parametrize(
    ("first", "with_call"),
    [
        ("while not ready(): f()", "while __w__(3) and (__k__() and (not ready())): f()"),
        ("while not ready: pass", "while (__k__() and (not ready) and __h0__(3)): pass"),
        ("if ready(): f()", "if __k__() and (ready()): f()"),
        ("for i in a: f()", "for i in __k__() and (a): __h__(3);f()"),
        ("with a: f()", "with __k__() and (a): f()"),
    ],
)
def test_a_function_that_begins_with_something_compound_says_so_first(first: str, with_call: str) -> None:
    text = "def step():\n    global n\n    {}\n    n += 1\n"
    assert add_loop_heads(text.format(first)) == text.format(with_call)


def test_one_that_begins_with_a_function_says_so_after_it() -> None:
    text = "def step():\n    def own(): f()\n    global n\n    {}n += 1\n"
    assert add_loop_heads(text.format("")) == text.format("__k__();")


@pytest.mark.parametrize("body", [*LOOKING, "n += 1", "n = 0; n = n + 1", "seen = []; seen.append(read())"])
def test_what_a_function_keeps_for_itself_does_not_count(body: str) -> None:
    text = f"def step(self):\n    {body}\n"
    assert add_loop_heads(text) == text


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
        kind = draw(st.sampled_from(["print", "for", "while", "if", "try", "with", "def", "keeping", "one-line"]))
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
            "keeping": ["def keeping(n=n):", "    'Counts.'", "    global m"],
        }[kind]
        lines += header
        if kind == "while":
            lines.append(f"    w{depth} -= 1")
        lines += ["    " + line for line in draw(blocks(depth + 1))]
        if kind == "try":
            lines += ["finally:", "    n += 1"]
        if kind == "def":
            lines.append("inner()")
        if kind == "keeping":
            lines += ["    m += 1", "keeping()", "print(m)"]
    return lines


@given(blocks())
def test_a_program_means_what_it_meant(lines: list[str]) -> None:
    text = "from contextlib import suppress\nn = m = 0\n" + "\n".join(lines) + "\n"
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
