"""While a program runs: its output, its standard input, `input()`, and the key that interrupts it."""

import pytest
from marshrut.simulator.console import Answer

from .board import GREETING, Board, started


@pytest.fixture
def running() -> Board:
    """A board whose program was just started at the prompt."""
    board = started()
    board.feed_until_running(b"1\r")
    return board


def test_line_feeds_become_two_bytes(running: Board) -> None:
    running.console.printed(b"a\nb\r\n\n")
    running.console.printed(b"a\nb\r\n", raw=True)
    assert running.console.take_output() == b"a\r\nb\r\r\n\r\na\nb\r\n"


def test_nothing_happens_until_the_program_is_over(running: Board) -> None:
    running.console.receive(b"2\r")
    assert running.console.next_request() is None
    assert running.console.take_output() == b""
    running.console.executed("", leaves=False)
    assert running.work() == b">>> 2\r\n>>> "


class TestInterrupt:
    def test_it_is_told_once_and_drops_what_came_before(self, running: Board) -> None:
        running.console.receive(b"ab")
        running.console.receive(b"c\x03de")
        assert running.console.take_interrupt()
        assert not running.console.take_interrupt()
        assert running.console.read(10) == b"de"

    def test_its_traceback_is_shown(self, running: Board) -> None:
        running.console.receive(b"\x03")
        assert running.console.take_interrupt()
        running.console.executed("Traceback (most recent call last):\nKeyboardInterrupt: \n", leaves=False)
        assert running.work() == b"Traceback (most recent call last):\r\nKeyboardInterrupt: \r\n>>> "

    def test_one_that_comes_too_late_is_shown_all_the_same(self, running: Board) -> None:
        running.console.receive(b"\x03")
        running.console.executed("", leaves=False)
        assert running.work() == b"KeyboardInterrupt: \r\n>>> "
        assert not running.console.take_interrupt()

    def test_one_that_comes_too_late_changes_no_other_end(self, running: Board) -> None:
        running.console.receive(b"\x03")
        running.console.executed("ValueError: no\n", leaves=False)
        assert running.work() == b"ValueError: no\r\n>>> "
        running.feed_until_running(b"1\r")
        running.console.receive(b"\x03")
        running.console.executed("", leaves=True)
        assert running.work() == b"MPY: soft reboot\r\n" + GREETING

    @pytest.mark.parametrize("sent", [b"\x01x\x04", b"\x01\x05A\x01x\x04"])
    def test_between_the_marks_of_the_raw_modes(self, sent: bytes) -> None:
        board = started()
        board.feed_until_running(sent)
        board.console.receive(b"\x03")
        board.console.executed("KeyboardInterrupt: \n", leaves=False)
        assert board.work() == b"\x04KeyboardInterrupt: \r\n\x04>"

    def test_another_key(self, running: Board) -> None:
        running.console.interrupt_key = ord("q")
        running.console.receive(b"a\x03b")
        assert not running.console.take_interrupt()
        assert running.console.read(10) == b"a\x03b"
        running.console.receive(b"q")
        assert running.console.take_interrupt()

    def test_no_key(self, running: Board) -> None:
        running.console.interrupt_key = -1
        every = bytes(range(256))
        running.console.receive(every)
        assert not running.console.take_interrupt()
        assert running.console.read(300) == every

    def test_each_program_begins_with_ctrl_c(self, running: Board) -> None:
        running.console.interrupt_key = -1
        running.console.executed("", leaves=False)
        assert running.console.interrupt_key == -1
        running.feed_until_running(b"1\r")
        assert running.console.interrupt_key == 3

    def test_at_the_prompt_there_is_none(self) -> None:
        board = started()
        board.console.receive(b"a\x03")
        assert not board.console.take_interrupt()
        assert board.work() == b"a\r\n>>> "


class TestStandardInput:
    def test_what_follows_the_statement_is_the_programs(self) -> None:
        board = started()
        board.console.receive(b"1\rabc")
        assert board.console.next_request()
        assert board.console.available() == 3
        assert (board.console.read(2), board.console.read(2), board.console.read(2)) == (b"ab", b"c", b"")

    def test_bytes_come_as_they_were_sent(self, running: Board) -> None:
        running.console.receive("я\r\n\x00\x04".encode())
        assert running.console.read(10) == "я\r\n\x00\x04".encode()
        assert running.console.take_output() == b""

    def test_what_is_left_is_typed_at_the_prompt(self, running: Board) -> None:
        running.console.receive(b"xyz")
        running.console.read(1)
        running.console.executed("", leaves=False)
        assert running.work() == b">>> yz"


class TestFlowControl:
    def test_the_buffer_holds_a_sender_back(self) -> None:
        board = started(buffer_bytes=16)
        assert board.console.room() == 16
        board.console.receive(b"x" * 10)
        assert board.console.room() == 6
        board.work()
        assert board.console.room() == 16

    def test_a_running_program_is_interrupted_over_a_full_buffer(self, running: Board) -> None:
        running.console.receive(b"x" * 512)
        assert running.console.room() > 0
        running.console.receive(b"x" * 5000 + b"\x03")
        assert running.console.take_interrupt()
        assert running.console.available() == 0

    def test_nothing_of_the_reserve_is_lost(self, running: Board) -> None:
        sent = bytes(range(4, 250)) * 20
        running.console.receive(sent)
        assert running.console.read(len(sent)) == sent

    def test_the_reserve_ends_too(self, running: Board) -> None:
        while room := running.console.room():
            running.console.receive(b"x" * min(room, 1000))
        waiting = running.console.available()
        running.console.receive(b"y" * 1000)
        assert running.console.available() == waiting < 100_000
        assert b"y" not in running.console.read(waiting)

    def test_without_an_interrupt_key_there_is_no_reserve(self, running: Board) -> None:
        running.console.interrupt_key = -1
        assert running.console.room() == 512
        running.console.receive(b"\x03" * 512)
        assert running.console.room() == 0
        assert running.console.read(1000) == b"\x03" * 512

    def test_even_beyond_the_reserve_the_key_is_found(self, running: Board) -> None:
        running.console.receive(b"x" * 1_000_000 + b"\x03")
        assert running.console.take_interrupt()

    def test_the_prompt_takes_no_more_than_the_buffer(self, running: Board) -> None:
        running.console.receive(b"x" * 5000)
        running.console.executed("", leaves=False)
        assert running.console.room() == 0
        assert running.work() == b">>> " + b"x" * 4096
        assert running.console.room() == 512


class TestInput:
    def ask(self, board: Board, sent: bytes) -> tuple[Answer | None, bytes]:
        """The answer to a question, its text being sent byte by byte, and what is shown."""
        board.console.take_output()
        board.console.ask("name?\n> ")
        for byte in sent:
            assert board.console.answer() is None
            board.console.receive(bytes([byte]))
        return board.console.answer(), board.console.take_output()

    @pytest.mark.parametrize(
        ("sent", "answer", "shown"),
        [
            (b"Ada\r", Answer("line", "Ada"), b"Ada\r\n"),
            (b"\r", Answer("line", ""), b"\r\n"),
            (b"Adaa\x7f\r", Answer("line", "Ada"), b"Adaa\b\x1b[K\r\n"),
            (b"da\x01A\r", Answer("line", "Ada"), b"da\b\bAda\b\b\r\n"),
            (b"ab\x01\x04\r", Answer("line", "b"), b"ab\b\b\x1b[Kb\b\r\n"),
            (b"if x:\r", Answer("line", "if x:"), b"if x:\r\n"),
            (b"a \tb\r", Answer("line", "a     b"), b"a     b\r\n"),
            (b"m\t\r", Answer("line", "m"), b"m\r\n"),
            ("ёж-1\r".encode(), Answer("line", "-1"), b"-1\r\n"),
            (b"\x04", Answer("end"), b""),
            (b"\x01", Answer("line", ""), b""),
            (b"\x05", Answer("line", ""), b""),
            (b"\x03", Answer("interrupted"), b""),
            (b"abc\x03", Answer("interrupted"), b"abc"),
        ],
    )
    def test_a_line(self, running: Board, sent: bytes, answer: Answer, shown: bytes) -> None:
        assert self.ask(running, sent) == (answer, b"name?\r\n> " + shown)
        assert running.console.answer() is None

    def test_without_an_interrupt_key_ctrl_c_interrupts_all_the_same(self, running: Board) -> None:
        running.console.interrupt_key = -1
        assert self.ask(running, b"abc\x03")[0] == Answer("interrupted")
        assert not running.console.take_interrupt()

    def test_an_interrupt_is_told_once(self, running: Board) -> None:
        running.console.ask("?")
        running.console.receive(b"\x03")
        assert running.console.take_interrupt()
        assert running.console.answer() is None

    def test_its_lines_are_in_the_history(self, running: Board) -> None:
        self.ask(running, b"Ada\r")
        assert self.ask(running, b"\x1b[A\x1b[A\r") == (Answer("line", "1"), b"name?\r\n> Ada\b\b\b\x1b[K1\r\n")
        running.console.executed("", leaves=False)
        assert running.feed([b"\x10\x10"]) == b">>> 1\bAda"

    def test_the_rest_stays_for_the_next_question(self, running: Board) -> None:
        running.console.receive(b"a\rb\rrest")
        running.console.ask("")
        assert running.console.answer() == Answer("line", "a")
        running.console.ask("")
        assert running.console.answer() == Answer("line", "b")
        assert running.console.read(10) == b"rest"

    def test_the_prompt_comes_back_clean(self, running: Board) -> None:
        running.console.ask("? ")
        running.console.receive(b"abc")
        assert running.console.answer() is None
        running.console.executed("", leaves=False)
        assert running.work() == b"? abc>>> "
        assert running.console.answer() is None
