"""Much in a row: files of 200 KB, a thousand executions, an afternoon of resets and pulled cables."""

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from mpremote.transport_serial import SerialTransport

from .boards import Mpremote, RunningBoard, memory_kib, open_descriptors, process_tree

SIZE = 200_000
EXECUTIONS = 1000
SOFT_RESETS = 200
UNPLUGS = 50


@contextmanager
def connected(port: str, soft_reset: bool = False) -> Iterator[Any]:
    """mpremote's own transport, as each of its calls opens and closes it."""
    transport = SerialTransport(port)
    try:
        transport.enter_raw_repl(soft_reset=soft_reset)
        yield transport
        transport.exit_raw_repl()
    finally:
        transport.close()


@pytest.mark.slow
@pytest.mark.parametrize("way", ["pty", "tcp"])
def test_a_file_of_200_kb_goes_and_comes_back(
    board: RunningBoard, home: Path, way: str, record_property: Callable[[str, object], None]
) -> None:
    content = os.urandom(SIZE)
    (home / "big").write_bytes(content)
    mpremote = Mpremote(board.port if way == "pty" else board.url, home)
    began = time.monotonic()
    mpremote("cp", "big", ":big", timeout_s=600)
    up = time.monotonic()
    assert (board.flash / "big").read_bytes() == content
    assert mpremote("sha256sum", ":big").split()[-1] == hashlib.sha256(content).hexdigest()
    middle = time.monotonic()
    mpremote("cp", ":big", "back", timeout_s=600)
    record_property(
        "kb_a_second", (round(SIZE / 1000 / (up - began)), round(SIZE / 1000 / (time.monotonic() - middle)))
    )
    assert (home / "back").read_bytes() == content
    mpremote("rm", ":big")


@pytest.mark.parametrize("count", [100, pytest.param(EXECUTIONS, marks=pytest.mark.slow)])
def test_executions_in_a_row(board: RunningBoard, count: int) -> None:
    with connected(board.port) as transport:
        for number in range(count):
            assert transport.exec(f"print({number}, {'x' * (number % 200)!r})") == (
                f"{number} {'x' * (number % 200)}\r\n".encode()
            )


@pytest.mark.slow
def test_connections_in_a_row(board: RunningBoard) -> None:
    for number in range(EXECUTIONS):
        with connected(board.port) as transport:
            assert transport.exec(f"print({number} * 2)") == b"%d\r\n" % (number * 2)


class Figures:
    """What the board takes of this computer: the process and its interpreter."""

    def __init__(self, board: RunningBoard) -> None:
        pids = process_tree(board.process.pid)
        self.processes = len(pids)
        self.descriptors = [open_descriptors(pid) for pid in pids]
        self.kib = [memory_kib(pid) for pid in pids]

    def __repr__(self) -> str:
        return f"{self.processes} processes, descriptors {self.descriptors}, KiB {self.kib}"


def work(board: RunningBoard, soft_resets: int, unplugs: int) -> None:
    for number in range(soft_resets):
        with connected(board.port, soft_reset=True) as transport:
            assert transport.exec(f"f = open('kept.txt', 'w'); f.write('{number}'); f.close(); print(1)") == b"1\r\n"
        if unplugs and number % (soft_resets // unplugs) == 0:
            board.do("unplug")
            board.wait_for(lambda: not os.path.lexists(board.port))
            board.do("plug")
            board.wait_for(lambda: os.path.exists(board.port))
    assert (board.flash / "kept.txt").read_text() == str(soft_resets - 1)
    with connected(board.port) as transport:
        transport.exec("import time; time.sleep(3600)")  # an hour of the robot's


@pytest.mark.slow
def test_an_hour_leaves_nothing_behind(board: RunningBoard, record_property: Callable[[str, object], None]) -> None:
    work(board, 100, 10)  # until the interpreter has tidied up for the first time
    before = Figures(board)
    for _ in range(3):  # on a busy computer it settles later; what leaks goes on
        work(board, SOFT_RESETS, UNPLUGS)
        after = Figures(board)
        record_property("before", repr(before))
        record_property("after", repr(after))
        assert after.processes == before.processes
        assert after.descriptors == before.descriptors
        grown_kib = sum(after.kib) - sum(before.kib)
        if grown_kib < 6 * 1024:
            break
        before = after
    assert grown_kib < 6 * 1024
    assert board.process.poll() is None
