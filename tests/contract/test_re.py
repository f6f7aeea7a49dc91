"""`re` of the CPython child takes the patterns that the official interpreter takes, and finds with them what it finds.

A page of cases runs as a program on both runners and prints a line for each: what was found, or the class of the error.
Documentation: docs.micropython.org/en/latest/library/re.html
"""

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import Phase, given, settings

from .printed import compare

# A failing page names the case that differs; making the page smaller would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
PAGE = r"""
import re
from cases import CASES

def said(action):
    try:
        value = action()
    except Exception as error:
        return type(error).__name__
    if hasattr(value, "group"):
        return groups(value)
    return [value]

def groups(match):
    found = []
    while True:
        try:
            found.append(match.group(len(found)))
        except IndexError:
            return found

for pattern, text, replacement, begin, end, count in CASES:
    print(
        said(lambda: re.match(pattern, text)), said(lambda: re.search(pattern, text)),
        said(lambda: re.sub(pattern, replacement, text, count)),
        said(lambda: re.sub(pattern, lambda m: "<" + (m.group(0) or "") + ">", text)),
        said(lambda: re.compile(pattern).search(text, begin, end)),
        said(lambda: re.compile(pattern).match(text, begin)),
        said(lambda: re.compile(pattern).split(text, count)), said(lambda: re.search(pattern, text.encode())),
    )
"""

# None can be empty over and over: the board's engine would look for ever.
PIECES = st.sampled_from([
    "a", "b", "ab", "1", "-", ".", "^", "$", r"\d", r"\w", r"\s", r"\D", r"\.", r"\\", r"\n", "{", "}", "[ab]", "[^ab]",
    "[a-z]", r"[\d-]", r"[^\w]", r"[\]x]", "[]", "[^]", "[b-a]", "[a-]", "[-a]", r"[\S]", "(a|b)", "(ab)", "(?:b)",
    "(a", "[a", "(?=a)", "|", "\\", r"(\d)-(\d)", "(b)?", "é",
])  # fmt: skip
REPEATS = st.sampled_from(["", "", "", "", "*", "+", "?", "*?", "+?", "??", "**", "{2}"])
PATTERNS = st.lists(st.tuples(PIECES, REPEATS).map("".join), max_size=5).map("".join)
TEXTS = st.text("aabb12-. \n\\]x[{", max_size=14)
REPLACEMENTS = st.lists(st.sampled_from(["x", r"\0", r"\1", r"\g<1>", r"\2", r"\\", "é", r"\n"]), max_size=3).map(
    "".join
)
CASES = st.tuples(PATTERNS, TEXTS, REPLACEMENTS, st.integers(-2, 10), st.integers(-2, 16), st.integers(-1, 3))


@settings(max_examples=8, phases=PHASES)
@given(st.lists(CASES, min_size=60, max_size=80))
def test_any_pattern_finds_the_same(node: Path, cases: list[Any]) -> None:
    compare(PAGE, cases)
