"""Whatever comes over the cable: nothing raises, nothing grows without bound, nothing here touches a device."""

import ast
import tracemalloc
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from marshrut.simulator import console as package
from marshrut.simulator.console import Console, Execute

from .board import RAW_GREETING, started

KEYS = [bytes([byte]) for byte in (*range(32), 127, 255)]
TOKENS = [*KEYS, b"\x1b[A", b"\x1b[B", b"\x1b[D", b"\x1b[H", b"\x1b[3~", b"\x05A\x01", b"if x:", b"(", b"'''", b"    "]
ANYTHING = st.one_of(st.binary(max_size=40), st.lists(st.sampled_from(TOKENS), max_size=20).map(b"".join))


@settings(max_examples=300, deadline=None)
@given(st.lists(ANYTHING, max_size=12))
@example([b"if x:\r\r\r "])
def test_any_bytes_at_the_shells(pieces: list[bytes]) -> None:
    board = started()
    board.feed(pieces)
    # Out of whatever it is in, a tool gets into the raw REPL.
    assert board.feed([b"\x04\x03\x03\r\x03\x01\x03\x01"]).endswith(RAW_GREETING)


@settings(max_examples=200, deadline=None)
@given(st.lists(ANYTHING, max_size=12), st.integers(-2, 300))
def test_any_bytes_at_a_question(pieces: list[bytes], key: int) -> None:
    board = started()
    board.feed_until_running(b"1\r")
    board.console.interrupt_key = key
    for piece in pieces:
        board.console.ask("?")
        board.console.receive(piece)
        board.console.answer()
    board.console.executed("", leaves=False)
    board.work()


FLOODS = {
    "a line": (b"", b"x"),
    "a line from its start": (b"", b"x\x01"),
    "blank lines in brackets": (b"(", b"\r"),
    "an indented statement": (b"", b"if x:\r"),
    "paste": (b"\x05", b"x\r"),
    "raw": (b"\x01", b"x"),
    "raw paste": (b"\x01\x05A\x01", b"x"),
    "history": (b"", b"x" * 4000 + b"\r\x10\x10" + b"y\r"),
    "escape": (b"\x1b[", b"1"),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("flood", FLOODS)
def test_memory_is_bounded(flood: str) -> None:
    begin, more = FLOODS[flood]
    board = started()
    board.feed([begin])
    piece = more * (512 // len(more) + 1)
    for _ in range(300_000 // len(piece)):
        board.console.receive(piece)
        while request := board.console.next_request():
            assert isinstance(request, Execute) and len(request.text) < 300_000
            board.console.executed("", leaves=False)
    assert size_of(board.console) < 2_000_000
    assert len(board.console.take_output()) <= 1 << 20


def size_of(console: Console) -> int:
    """Bytes of memory that another one like it takes."""
    tracemalloc.start()
    try:
        other = deepcopy(console)
        return tracemalloc.get_traced_memory()[0] if other else 0
    finally:
        tracemalloc.stop()


LINE = b"x" * 4000 + b"\r"
TOO_LONG = b"MemoryError: memory allocation failed, allocating 262144 bytes\r\n"


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (b"\x01" + LINE, b"\x04", b"OK\x04" + TOO_LONG + b"\x04>"),
        (b"\x05" + LINE, b"\x04", b"\r\n" + TOO_LONG + b">>> "),
        (b"(" + LINE, b"\r", b"\r\n" + TOO_LONG + b">>> "),
    ],
)
def test_a_text_that_fits_into_no_board(begin: bytes, end: bytes, shown: bytes) -> None:
    """It is refused at its end; a statement at the end of the line that is too much."""
    board = started()
    board.feed([begin, LINE * 64, LINE[:-1]])
    assert board.feed([end]) == shown
    assert board.requests == []


def test_output_that_nobody_takes_is_forgotten_from_its_start() -> None:
    board = started()
    board.console.printed(b"a" * 600_000)
    board.console.printed(b"b" * 600_000)
    board.console.printed(b"end")
    shown = board.console.take_output()
    assert len(shown) == 1 << 20
    assert shown.endswith(b"bend")
    assert board.console.take_output() == b""


def test_no_module_here_can_do_io() -> None:
    allowed = {"__future__", "collections.abc", "dataclasses", "enum", "re", "typing"}
    files = list(Path(package.__file__).parent.glob("*.py"))
    assert len(files) > 10
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= allowed, path
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 1 or node.module in allowed, path
            assert not (isinstance(node, ast.Name) and node.id in ("open", "print", "input")), path
