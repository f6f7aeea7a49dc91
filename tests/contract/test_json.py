"""`json` of the CPython child reads and writes what the official interpreter's does, and refuses what it refuses.

A page of cases runs as a program on both runners and prints a line for each: the value, or the class of the error.
Documentation: docs.micropython.org/en/latest/library/json.html
"""

from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import Phase, given, settings

from .printed import compare, on_both

# A failing page names the case that differs; making the page smaller would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
READS = """
import io, json
from cases import CASES

for text in CASES:
    stream = io.BytesIO(text.encode())
    for action in (lambda: json.loads(text), lambda: json.loads(text.encode()), lambda: json.load(stream)):
        try:
            print(ascii_of(action()), end=" ")
        except Exception as error:
            print(type(error).__name__, end=" ")
    print(stream.read())
"""
WRITES = """
import io, json
from cases import CASES

for value, more in CASES:
    stream = io.StringIO()
    for action in (lambda: json.dumps(value, **more), lambda: (json.dump(value, stream, **more), stream.getvalue())):
        try:
            print(ascii_of(action()), end=" ")
        except Exception as error:
            print(type(error).__name__, end=" ")
    print()
"""
# One line for each case, whatever is in it; the order of a dict is not compared.
ASCII = """
def ascii_of(value):
    if isinstance(value, str):
        return [ord(letter) for letter in value]
    if isinstance(value, (list, tuple)):
        return [ascii_of(item) for item in value]
    if isinstance(value, dict):
        return "dict", sorted([str((ascii_of(key), ascii_of(item))) for key, item in value.items()])
    return value
"""

WHITE = st.sampled_from(["", " ", "\n", "\t", "\v", "\f", "\0", ","])
WORDS = st.sampled_from([
    "[", "]", "{", "}", ",", ":", "[", "]", "{", "}", ",", ":", '"a"', '"ё"', '""', '"\\n"', '"\\u0451"', '"\\x"',
    '"\n"', '"', "\\", "null", "true", "false", "nul", "NaN", "Infinity", "nan", "None", "True", "'a'", "0", "01", "-1",
    "--1", "+1", "1.", ".5", "1.5", "1e3", "1e", "-", "1_0", "0x1", "9" * 25, "/", "#",
])  # fmt: skip
PIECES = st.lists(st.tuples(WORDS, WHITE).map("".join), max_size=9).map("".join)
PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.sampled_from([0.5, -0.0, 3.0, 1e30]), st.text(max_size=4)
)
DOCUMENTS = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=2), inner, max_size=1)),
    max_leaves=6,
)
ODD = st.one_of(
    st.sampled_from((float("nan"), float("inf"), 2j, range(3), ..., int, b"", b"a\n", bytearray(b"a"))),
    st.sampled_from(({1}, set(), frozenset({2}), [{3}], ("a",), (), '\b\f\x7f/\\"')),
    st.sampled_from(({1: 2}, {None: 1}, {1.5: ()}, {(1, 2): 1}, {b"k": b"v"})),
)
VALUES = st.one_of(DOCUMENTS, ODD, st.lists(ODD, max_size=2))
MORE = st.one_of(
    st.just({}),
    st.sampled_from(({"indent": 2}, {"sort_keys": True}, {"ensure_ascii": False})),
    st.sampled_from(((",", ":"), None, ["", " "], ",", (1, 2), ("a",))).map(lambda two: {"separators": two}),
)


def compare_json(main: str, cases: list[Any]) -> None:
    written = repr(cases).replace("<class 'int'>", "int").replace("Ellipsis", "...")
    compare(ASCII + main, cases, f"nan, inf = float('nan'), float('inf')\nCASES = {written}\n")


@settings(max_examples=6, phases=PHASES, deadline=None)
@given(st.lists(PIECES, min_size=60, max_size=80))
def test_any_text_is_read_or_refused_alike(node: Path, cases: list[str]) -> None:
    compare_json(READS, cases)


@settings(max_examples=6, phases=PHASES, deadline=None)
@given(st.lists(st.tuples(VALUES, MORE), min_size=60, max_size=80))
def test_any_value_is_written_alike(node: Path, cases: list[Any]) -> None:
    compare_json(WRITES, cases)


def test_files_streams_and_classes_of_the_program_are_alike(node: Path) -> None:
    text = """
import io, json
from collections import OrderedDict, namedtuple
class Named(dict):
    def __repr__(self):
        return "named"
class Plain(dict):
    pass
class Bytes(io.IOBase):
    def __init__(self):
        self.left = list(b"[1, 2]")
    def readinto(self, buffer):
        if not self.left:
            return 0
        buffer[0] = self.left.pop(0)
        return 1
class NoStream:
    def read(self, size=-1):
        return "[1]"
    def write(self, data):
        return len(data)
with open("a.json", "w") as file:
    json.dump({"имя": [1, None]}, file)
for mode in ("r", "rb"):
    with open("a.json", mode) as file:
        print(json.load(file), file.read())
for value in (Named(a=1), Plain(a=1), OrderedDict(((2, 1), ("a", 2))), namedtuple("N", "a b")(1, 2), ValueError("a")):
    print(json.dumps([value]))
print(json.load(Bytes()))
for action in (lambda: json.load(NoStream()), lambda: json.dump(1, NoStream()), lambda: json.load("[1]")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
"""
    ours, official = on_both(text)
    assert ours == official
    assert ours[0] == "{'имя': [1, None]} "
