"""The raw REPL as mpremote's own transport uses it; only its serial port is made up."""

from typing import Any

import pytest
from mpremote.transport import TransportExecError
from mpremote.transport_serial import SerialTransport

from .board import GREETING, PROGRAMS, TRACEBACK, Board, started


class Wire:
    """The serial port of a board that answers at once."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._shown = bytearray()

    def write(self, data: bytes) -> int:
        self._shown += self._board.feed([data])
        return len(data)

    def inWaiting(self) -> int:
        return len(self._shown)

    def read(self, count: int = 1) -> bytes:
        taken = bytes(self._shown[:count])
        del self._shown[:count]
        return taken


@pytest.fixture
def board() -> Board:
    return started()


@pytest.fixture
def transport(board: Board) -> Any:
    made = SerialTransport.__new__(SerialTransport)  # its constructor opens a port
    made.serial = Wire(board)
    made.is_pty = made.in_raw_repl = False
    made.use_raw_paste = True
    return made


@pytest.mark.parametrize("soft_reset", [True, False])
@pytest.mark.parametrize("raw_paste", [True, False])
def test_programs_run(transport: Any, board: Board, soft_reset: bool, raw_paste: bool) -> None:
    transport.use_raw_paste = raw_paste
    transport.enter_raw_repl(soft_reset=soft_reset)
    assert transport.exec("print(1)") == b"1\r\n"
    long = "# " + "я" * 3000
    assert transport.exec(long) == b""
    assert [request.text for request in board.requests if hasattr(request, "text")] == [b"print(1)", long.encode()]
    assert transport.use_raw_paste == raw_paste


def test_an_error_comes_back(transport: Any) -> None:
    transport.enter_raw_repl()
    with pytest.raises(TransportExecError) as caught:
        transport.exec("print, fail")
    assert PROGRAMS[b"print, fail"] == (b"1\n", TRACEBACK, False)
    assert caught.value.error_output == TRACEBACK.replace("\n", "\r\n")


def test_it_leaves_at_the_prompt(transport: Any) -> None:
    transport.enter_raw_repl()
    transport.exec("print(1)")
    transport.exit_raw_repl()
    assert transport.serial.read(1000).endswith(GREETING)


def test_it_interrupts_a_program(transport: Any, board: Board) -> None:
    board.feed_until_running(b"1\r")
    board.console.receive(b"\r\x03")
    assert board.console.take_interrupt()
    board.console.executed("KeyboardInterrupt: \n", leaves=False)
    transport.enter_raw_repl()
    assert transport.exec("print(1)") == b"1\r\n"
