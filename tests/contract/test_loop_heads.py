"""The transform keeps a program's meaning and its line numbers; every turn of a loop passes a head."""

import ast
import contextlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.simulator.clock.loop_heads import add_loop_heads

SOURCES = sorted(Path(__file__).parent.glob("programs/*.py"))


def with_heads(text: str) -> str:
    """The text with loop heads; `k` for the number that tells a loop from all others."""
    return re.sub(r"(?<=__x__\()\d\d+|(?<=__h0__\(\d,)\d+|(?<=__w__\(\d,)\d+", "k", add_loop_heads(text))


def run(text: str, how: str = "exec") -> tuple[str, list[int]]:
    """What the text prints, and the lines whose heads were passed."""
    heads: list[int] = []

    def head(line: int) -> bool:
        heads.append(line)
        return True

    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(text, "main.py", how), names_of(head))
    return printed.getvalue(), heads


def names_of(head: Callable[[int], bool]) -> dict[str, Any]:
    """The builtins of a program with loop heads."""

    def each(line: int, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            head(line)
            yield item

    return {
        "__h__": head,
        "__w__": lambda line, key, turns: head(line),
        "__h0__": lambda line, key: head(line),
        "__x__": lambda key: None,
        "__each__": each,
        "__k__": lambda turns=0: True,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("while x:\n    f()\n", "while __w__(1,k,1) and ((x) or __x__(k)):\n    f()\n"),
        ("while x:\n    n += 1\n", "while __h__(1) and (x):\n    n += 1\n"),
        ("while not flag: pass\n", "while ((not flag) or __x__(k)) and __h0__(1,k): pass\n"),
        ("while not f():\n    pass\n", "while __w__(1,k,1) and ((not f()) or __x__(k)):\n    pass\n"),
        ("for i in a: f()\n", "for i in a: __h__(1);f()\n"),
        ("for i in a:\n    if i:\n        f()\n", "for i in a:\n    if __h__(1) and (i):\n        f()\n"),
        (
            "for i in a:\n    def g(): pass\n",
            "for i in __each__(1, (a)):\n    def g(): pass\n",
        ),
        ("for ё in 'é': f('ё'); g()\n", "for ё in 'é': __h__(1);f('ё'); g()\n"),
        ("while (a or\n       b):\n    f()\n", "while (__w__(1,k,1) and ((a or\n       b) or __x__(k))):\n    f()\n"),
        ("x = [i for i in a if i]\n", "x = [i for i in a if i]\n"),
        ("while(a)and(b): f()\n", "while __w__(1,k,1) and (((a)and(b)) or __x__(k)): f()\n"),
        ("for i in[1]:\n    if(i)or(a): f()\n", "for i in[1]:\n    if __h__(1) and ((i)or(a)): f()\n"),
        ("while a:\r    yield b\r\n", "while __h__(1) and (a):\n    yield b\n"),
        ("try: f()\nexcept E:\n    if a: g()\n", "try: f()\nexcept E:\n    if not __x__(0) and (a): g()\n"),
    ],
)
def test_where_the_head_goes(text: str, expected: str) -> None:
    assert with_heads(text) == expected


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
    "seen[x] = seen.get(x, 0) + 1",
    "box.set(box.get() + 1)",
    "table[ticks_us()] = read()",
    "now = ticks_us(); table[now] = read()",
    "del seen[0]",
    "seen.update([read()])",
]
LOOKING = ["x = read()", "x = y + read()", "last = now", "print(mean)"]
REMEMBERING = ["left.count = right.total", "a[0] = b[0]"]


@pytest.mark.parametrize("body", KEEPING)
def test_a_loop_that_keeps_something_of_each_turn_is_not_skipped(body: str) -> None:
    assert add_loop_heads(f"while read():\n    {body}\n") == f"while __h__(1) and (read()):\n    {body}\n"


@pytest.mark.parametrize(("body", "turns"), [*((body, 1) for body in LOOKING), *((body, 2) for body in REMEMBERING)])
def test_one_that_only_looks_may_be(body: str, turns: int) -> None:
    expected = f"while __w__(1,k,{turns}) and ((read()) or __x__(k)):\n    {body}\n"
    assert with_heads(f"while read():\n    {body}\n") == expected


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("import time\nwhile time.ticks_diff(time.ticks_ms(), begun) < 9: f()\n", 1),
        ("while True:\n    now = read()\n    if now and not was: f()\n    was = now\n", 2),
        ("while not v:\n    v = read()\n", 2),
        ("while True:\n    a = b\n    b = c\n    c = read()\n    if a == b == c: f()\n", 3),
        ("while True:\n    if state == 0:\n        if read(): state = 1\n    elif not read(): state = 2\n", 3),
        ("def f(): return v\nwhile True:\n    v = read()\n    if f(): g()\n", 2),
    ],
)
def test_one_that_remembers_some_turns_is_skipped_after_so_many(text: str, turns: int) -> None:
    assert f",k,{turns}) and (" in with_heads(text)


@pytest.mark.parametrize(
    "text",
    [
        "def smooth(): return mean + read()\nwhile True: mean = smooth()\n",
        "def smooth(): return mean + read()\ndef now(): return smooth()\nwhile True:\n    x = now()\n    mean = x\n",
        "def see(): return last + read()\ndef keep(x):\n    global last\n    last = x\nwhile True: keep(see())\n",
        "class A:\n    def new(self): return self.x + read()\n    def go(self): self.x = self.new()\n",
        "look = lambda: seen.append(read())\n",
    ],
)
def test_what_functions_of_the_file_keep_together_is_seen(text: str) -> None:
    assert "__h__(" in with_heads(text) or "__k__() and (seen" in with_heads(text) or "__k__();self" in with_heads(text)


def test_every_loop_has_a_number_of_its_own() -> None:
    texts = [f"while f():\n    {name} = read()\nwhile g():\n    pass\n" for name in "ab"]
    numbers = [re.findall(r"__[wx]__\((?:\d,)?(\d+)", add_loop_heads(text)) for text in texts]
    assert all(head == left for found in numbers for head, left in zip(found[::2], found[1::2], strict=True))
    assert len({number for found in numbers for number in found}) == 4


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n  global {0}\n  {0} = {1}\n".format(*(",".join(f"a{i + j}" for i in range(2000)) for j in (0, 1)))
        + "while f(): x = f(y)\n" * 200,
        "".join(" " * i + f"def f{i}():\n" for i in range(95))
        + "".join(" " * 95 + f"x{i} = g()\n" for i in range(2000)),
        ("while (" + "(a:=" * 80 + "f()" + ")" * 80 + "): x = 1\n") * 500,
    ],
    ids=["many names", "functions within functions", "walruses"],
)
def test_of_a_text_that_takes_too_long_to_look_through_nothing_is_skipped(text: str) -> None:
    assert "__w__(" not in add_loop_heads(text)


@pytest.mark.parametrize("body", REMEMBERING)
def test_a_function_that_remembers_something_says_so(body: str) -> None:
    text = "def step(self):\n    {}\n"
    assert with_heads(text.format(body)) == text.format(f"__k__(1);{body}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("while a():\n    if b: break\n", "    if b: __x__(k);break\n"),
        ("while a():\n    for x in y:\n        break\n", "        __h__(2);break\n"),
        ("while a():\n    for x in y: f()\n    else: break\n", "    else: __x__(k);break\n"),
        (
            "def f():\n    while a():\n        try: g()\n        except E: return b\n",
            "except E: not __x__(0);__x__(k);return b\n",
        ),
        ("while a():\n    def f():\n        return 1\n", "        return 1\n"),
    ],
)
def test_who_leaves_a_loop_says_so(text: str, expected: str) -> None:
    assert with_heads(text).endswith(expected)


@pytest.mark.parametrize("body", [*KEEPING, "self.n += 1", "self.seen[3].append(read())", "one.mean = one.mean + 1"])
def test_a_function_that_keeps_something_says_so(body: str) -> None:
    text = "def step(self):\n    'What it does.'\n    global n\n    {}\n"
    assert add_loop_heads(text.format(body)) == text.format(f"__k__();{body}")


@pytest.mark.parametrize(
    ("first", "with_call"),
    [
        ("while not ready(): f()", "while __w__(3,k,1) and ((__k__() and (not ready()) or __x__(k))): f()"),
        ("while not ready: pass", "while ((__k__() and (not ready) or __x__(k)) and __h0__(3,k)): pass"),
        ("if ready(): f()", "if __k__() and (ready()): f()"),
        ("for i in a: f()", "for i in __k__() and (a): __h__(3);f()"),
        ("with a: f()", "with __k__() and (a): f()"),
    ],
)
def test_a_function_that_begins_with_something_compound_says_so_first(first: str, with_call: str) -> None:
    text = "def step():\n    global n\n    {}\n    n += 1\n"
    assert with_heads(text.format(first)) == text.format(with_call)


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
        kind = draw(
            st.sampled_from(["print", "for", "while", "leaving", "if", "try", "with", "def", "keeping", "one-line"])
        )
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
            "leaving": [
                f"def leave{depth}(n=n):",
                "    while True:",
                "        if n % 2 == 0: return n",
                "        break",
                "    return (lambda: m + n)()",
                f"print(leave{depth}())",
                "while not 'not'.isdigit():",
            ],
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
        if kind == "leaving":
            lines += ["    break"]
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


@pytest.mark.parametrize(
    "text", ["while True:\n    if 1: break\n", "for i in 1, 2:\n    i = 3\n", "while not 'x':\n    f()\n"]
)
def test_the_prompt_prints_nothing_of_it(text: str) -> None:
    printed, heads = run(add_loop_heads(text, echoed=True), "single")
    assert heads
    assert not printed


def test_every_turn_passes_a_head() -> None:
    text = "n = 0\nfor i in range(5):\n    try:\n        n += 1\n    finally:\n        pass\nwhile n:\n    n -= 1\n"
    _, heads = run(add_loop_heads(text))
    assert heads.count(2) == 5
    assert heads.count(7) == 6
