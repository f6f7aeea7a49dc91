"""Whatever happens in the middle of a push, the board starts, and has either all of the old program or all of the new.

A push goes wrong at a random byte of it, on the way there or back. Then the power goes off and on, and what lies on the
flash is looked at; and a last push, undisturbed, must bring the board to its end.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
import serial
from faulty_port import FaultyPort, Strike, and_then, close_port, garble, lose
from marshrut.host_tools.cable.found import RECORD
from marshrut.host_tools.cable.link import Link
from marshrut.host_tools.cable.problem import LinkLost
from marshrut.host_tools.cable.transport import Transport
from marshrut.host_tools.push import bring, plan, transfer
from port_board import PortBoard, marshrut, port_board

FAULTS = ("closed", "garbage", "lost bytes", "reset", "full", "full unforeseen")
QUICK, ALL = len(FAULTS), 150

OLD = {
    "main.py": "import parts\nimport steps\nprint('old', steps.COUNT, parts.LENGTH)\n",
    "steps.py": "COUNT = 1\n" + "# step\n" * 150,
    "only_old.py": "pass\n",
    "parts.py": "LENGTH = 1\n",
    "maps/old.txt": "old map\n",
}
NEW = {
    "main.py": "import steps\nfrom parts import arm\nprint('new', steps.COUNT, arm.LENGTH)\n",
    "steps.py": "COUNT = 2\n" + "# a longer step\n" * 200,
    "parts/__init__.py": "",
    "parts/arm.py": "LENGTH = 30\n",
    "maps/new.bin": "\x00\x01" * 700,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@dataclass
class Bench:
    """A board, two programs, and the flash with all of the one or all of the other."""

    board: PortBoard
    old: Path
    new: Path
    start: dict[str, bytes]  # the files alone of what was there before
    before: dict[str, bytes | None]
    after: dict[str, bytes | None]
    length: int  # bytes of a whole push

    def on_board(self) -> dict[str, bytes | None]:
        """What counts: all but what a push has left in its own folder. A folder has no content."""
        return {path: content for path, content in whole(self.board).items() if not f"{path}/".startswith("/.next/")}


def whole(board: PortBoard) -> dict[str, bytes | None]:
    return board.flash.files() | dict.fromkeys(board.flash.folders())


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("bench")
    old, new = write(folder / "old", OLD), write(folder / "new", NEW)
    with port_board(folder) as board:
        assert marshrut("push", old, "--port", board.port, "--no-run") == 0
        # the runtime is an older one, too: a module differs and one is there that is no longer needed
        before = board.flash.files()
        before |= {"/lib/rover/led.mpy": b"older", "/lib/rover/gone.mpy": b"older"}
        before |= {"/line.cal": b"what the program itself has written"}
        board.restart(before)
        old_whole = whole(board)
        counter: list[FaultyPort] = []
        with pytest.MonkeyPatch.context() as patch:
            _spoil(patch, -1, lambda data, at, real: data, counter)
            assert marshrut("push", new, "--port", board.port, "--no-run") == 0
        length = -1 - counter[0]._left
        yield Bench(board, old, new, before, old_whole, whole(board), length)


def _spoil(patch: pytest.MonkeyPatch, at: int, strike: Strike, ports: list[FaultyPort]) -> None:
    """The first port that is opened from now on is a faulty one."""
    real = serial.serial_for_url

    def opened(*arguments: Any, **options: Any) -> Any:
        port = real(*arguments, **options)
        if ports:
            return port
        ports.append(FaultyPort(port, at, strike))
        return ports[0]

    patch.setattr(serial, "serial_for_url", opened)


def test_the_two_differ_as_they_should(bench: Bench) -> None:
    assert bench.before["/line.cal"] == bench.after["/line.cal"]
    assert bench.after.keys() - bench.before.keys() == {
        "/maps/new.bin",
        "/parts",
        "/parts/__init__.py",
        "/parts/arm.py",
    }
    assert bench.before.keys() - bench.after.keys() == {
        "/maps/old.txt",
        "/only_old.py",
        "/parts.py",
        "/lib/rover/gone.mpy",
    }
    assert bench.length > 5000


@pytest.mark.slow
def test_ctrl_c_does_not_keep_a_board_from_finishing_a_push_as_it_starts(bench: Bench) -> None:
    def lost(link: Link) -> None:
        raise LinkLost("after the list got its name")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transfer, "_finish", lost)
        patch.setattr(bring, "TRIES", 1)
        for _ in range(4):
            bench.board.restart(dict(bench.start))
            assert marshrut("push", bench.new, "--port", bench.board.port, "--no-run") == 3
            bench.board.restart()  # it may be at it by now
            _until_it_answers(bench.board)
            found = bench.on_board()
            assert found == bench.after, _difference(found, bench)


@pytest.mark.sample(2)
@pytest.mark.parametrize("number", range(QUICK))
def test_a_fault_at_a_random_byte(bench: Bench, number: int) -> None:
    one_fault(bench, number)


@pytest.mark.ci_sample(50)
@pytest.mark.slow
@pytest.mark.parametrize("number", range(QUICK, ALL))
def test_many_faults_at_random_bytes(bench: Bench, number: int) -> None:
    one_fault(bench, number)


def one_fault(bench: Bench, number: int) -> None:
    random = Random(number)
    fault = FAULTS[number % len(FAULTS)]
    at = random.randrange(bench.length)
    board = bench.board
    start = dict(bench.start)
    if fault.startswith("full"):
        start["/filler"] = bytes(4096 * (_free_blocks(start) - random.randrange(12)))
    board.restart(start)
    strikes: dict[str, Strike] = {
        "closed": close_port,
        "garbage": garble(random),
        "lost bytes": lose(random),
        "reset": and_then(board.board.power_cycle),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Transport, "patience_s", 2.0)
        if random.random() < 0.5:
            patch.setattr(bring, "TRIES", 1)
        if fault == "full unforeseen":
            patch.setattr(plan.Plan, "blocks", lambda self, block: 0)
        if fault in strikes:
            _spoil(patch, at, strikes[fault], [])
        code = marshrut("push", bench.new, "--port", board.port, "--no-run", "--lang", "en")
    assert code in (0, 3)
    board.restart()
    _until_it_answers(board)
    found = bench.on_board()
    found.pop("/filler", None)
    assert found in (bench.before, bench.after), f"{fault} at byte {at}: {_difference(found, bench)}"
    if code == 0:
        assert found == bench.after
        return
    if "/filler" in board.flash.files():
        board.restart({path: content for path, content in board.flash.files().items() if path != "/filler"})
    assert marshrut("push", bench.new, "--port", board.port, "--no-run") == 0
    assert whole(board) == bench.after


def _free_blocks(files: dict[str, bytes]) -> int:
    """About: the board's file system knows better."""
    return 512 - 2 - sum(-(-len(content) // 4096) or 1 for content in files.values()) - 4


def _until_it_answers(board: PortBoard) -> None:
    """Its launcher or its prompt is there; only then has boot.py come to its end."""
    with serial.Serial(str(board.port), timeout=0.2) as port:
        heard = b""
        until = time.monotonic() + 20
        while b">>> " not in heard:
            assert time.monotonic() < until, heard
            port.write(b"\r\x03")
            heard += port.read(1000)


def _difference(found: dict[str, bytes | None], bench: Bench) -> str:
    def against(files: dict[str, bytes | None]) -> list[str]:
        return sorted(path for path in found.keys() | files.keys() if found.get(path) != files.get(path))

    return f"from old: {against(bench.before)}; from new: {against(bench.after)}; {RECORD}: {found.get(RECORD)!r}"
