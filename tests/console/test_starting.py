"""Which files run when a board starts, and what is seen of it."""

import pytest
from marshrut.simulator.console import RunFile, SoftReset

from .board import GREETING, RAW_GREETING, TRACEBACK, Board, started

ERROR = TRACEBACK.replace("\n", "\r\n").encode()
REBOOT = b"MPY: soft reboot\r\n"
BOOT, MAIN = RunFile("boot.py"), RunFile("main.py")


def test_both_files_run_before_the_prompt() -> None:
    board = Board(main=b"print(1)")
    assert board.console.next_request() == BOOT
    assert board.console.take_output() == b""
    board.console.executed("", leaves=False)
    assert board.work() == b"1\r\n" + GREETING
    assert board.requests == [MAIN]


def test_a_failing_boot_keeps_main_from_running() -> None:
    board = Board(boot=b"fail", main=b"print(1)")
    assert board.work() == ERROR + GREETING
    assert board.requests == [BOOT]


def test_a_failing_main_leads_to_the_prompt() -> None:
    assert Board(main=b"print, fail").work() == b"1\r\n" + ERROR + GREETING


def test_a_boot_that_leaves_starts_again() -> None:
    board = Board(boot=b"leave")
    for _ in range(3):
        assert board.console.next_request() == BOOT
        board.console.executed("SystemExit: never shown\n", leaves=True)
        assert board.console.next_request() == SoftReset()
        assert board.console.next_request() is None
        board.console.soft_reset()
        assert board.console.take_output() == REBOOT


def test_a_main_that_leaves_starts_again() -> None:
    board = Board()
    assert (board.console.next_request(), board.console.executed("", leaves=False)) == (BOOT, None)
    assert (board.console.next_request(), board.console.executed("", leaves=True)) == (MAIN, None)
    assert board.work() == REBOOT + GREETING
    assert board.requests == [SoftReset(), BOOT, MAIN]


def test_ctrl_c_in_boot_keeps_main_from_running() -> None:
    board = Board()
    board.console.next_request()
    board.console.receive(b"\x03")
    board.console.executed("", leaves=False)  # the program was over before it noticed
    assert board.work() == b"KeyboardInterrupt: \r\n" + GREETING
    assert board.requests == []


@pytest.mark.parametrize(
    ("boot", "main", "shown"),
    [
        (b"print(1)", b"fail", b"1\r\n"),
        (b"fail", b"print(1)", ERROR),
        (b"print, fail", b"", b"1\r\n" + ERROR),
    ],
)
def test_in_raw_mode_a_soft_reset_runs_boot_only(boot: bytes, main: bytes, shown: bytes) -> None:
    board = started()
    board.feed([b"\x01"])
    board.files = {"boot.py": boot, "main.py": main}
    assert board.feed([b"\x04"]) == b"OK\r\n" + REBOOT + shown + RAW_GREETING
    assert board.requests == [SoftReset(), BOOT]


def test_back_from_raw_mode_main_does_not_run() -> None:
    board = started(main=b"print(1)")
    assert board.feed([b"\x01\x02"]) == b"\r\n" + RAW_GREETING + b"\r\n" + GREETING
    assert board.requests == []


def test_a_soft_reset_keeps_mode_and_input() -> None:
    board = started()
    assert board.feed([b"\x01\x04print(1)\x04"]) == (
        b"\r\n" + RAW_GREETING + b"OK\r\n" + REBOOT + RAW_GREETING + b"OK1\r\n\x04\x04>"
    )


def test_power_drops_mode_and_input() -> None:
    board = started()
    board.feed([b"\x01ab"])
    board.console.receive(b"c\x04")
    board.console.power_on()
    assert board.work() == GREETING
    assert board.requests == [BOOT, MAIN]


@pytest.mark.parametrize("sent", [b"abc", b"if x:\r", b"\x05abc", b"\x01abc", b"\x01\x05A\x01abc", b"a\x1b["])
def test_nothing_half_typed_survives_a_reset(sent: bytes) -> None:
    for reset in ("power_on", "soft_reset"):
        board = started()
        board.feed([sent])
        getattr(board.console, reset)()
        board.work()
        board.requests.clear()
        board.feed([b"\x02\r1\r"])
        assert [getattr(request, "text", b"") for request in board.requests] == [b"1"], reset


def test_a_reset_at_any_moment() -> None:
    board = started()
    board.feed_until_running(b"1\r")
    board.console.ask("?")
    board.console.receive(b"abc\x03")
    board.console.soft_reset()
    board.work()
    assert not board.console.take_interrupt()
    assert board.console.answer() is None
    assert board.console.interrupt_key == -1


def test_off_until_power_comes() -> None:
    board = Board()
    console = type(board.console)("banner")
    console.receive(b"1\r")
    assert console.next_request() is None
    assert console.take_output() == b""


def test_a_call_that_answers_nothing_is_refused() -> None:
    console = started().console
    with pytest.raises(RuntimeError):
        console.executed("", leaves=False)
    with pytest.raises(RuntimeError):
        console.completed([])
