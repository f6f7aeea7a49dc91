"""`marshrut board` on a real terminal: the picture, keys, and the terminal as it was afterwards. Linux and macOS."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

termios = pytest.importorskip("termios")

START = "from marshrut.host_tools.cli import main; main()"
PATIENCE_S = 40.0


class Terminal:
    """A command on a terminal of that size."""

    def __init__(self, arguments: list[str], boards: Path, columns: int = 80, rows: int = 24) -> None:
        self.ours, self.theirs = os.openpty()
        termios.tcsetwinsize(self.theirs, (rows, columns))
        self.before = termios.tcgetattr(self.theirs)
        self.shown = ""
        environment = {**os.environ, "MARSHRUT_BOARDS": str(boards), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment = {name: value for name, value in environment.items() if name not in ("COLUMNS", "LINES")}
        self.command = subprocess.Popen(
            [sys.executable, "-c", START, "board", "--lang", "en", "--rfc2217", "0", *arguments],
            stdin=self.theirs, stdout=self.theirs, stderr=self.theirs, env=environment, start_new_session=True,
        )  # fmt: skip

    def until(self, text: str) -> None:
        """Wait for that to be shown."""
        give_up = time.monotonic() + PATIENCE_S
        while text not in self.shown:
            assert time.monotonic() < give_up and self.command.poll() is None, self.shown[-2000:]
            self._read(0.1)

    def press(self, keys: str) -> None:
        self.shown = ""
        os.write(self.ours, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        self.shown = ""
        termios.tcsetwinsize(self.theirs, (rows, columns))

    def ended(self) -> int:
        give_up = time.monotonic() + PATIENCE_S
        while self.command.poll() is None:
            assert time.monotonic() < give_up, self.shown[-2000:]
            self._read(0.1)
        return int(self.command.returncode)

    def restored(self) -> bool:
        return bool(termios.tcgetattr(self.theirs) == self.before)

    def close(self) -> None:
        if self.command.poll() is None:
            self.command.kill()
            self.command.wait()
        os.close(self.ours)
        os.close(self.theirs)

    def _read(self, timeout_s: float) -> None:
        if select.select([self.ours], [], [], timeout_s)[0]:
            self.shown += os.read(self.ours, 1 << 16).decode("utf-8", "replace")


@pytest.fixture
def terminal(tmp_path: Path, node: Path) -> Iterator[Terminal]:
    opened = Terminal(["--task", "line-sprint"], tmp_path)
    yield opened
    opened.close()


def test_keys_act_and_the_terminal_is_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until("pull the cable out")
    assert "⡀" in terminal.shown and str(tmp_path / "board") in terminal.shown
    assert not terminal.restored(), "keys come at once"
    terminal.press("u")
    terminal.until("plug the cable in")
    terminal.press("г")
    terminal.until("pull the cable out")
    terminal.resize(40, 18)
    terminal.until("Place")
    terminal.press("\x1b[B\x1b")  # an arrow is no key of ours
    terminal.press("q")
    assert terminal.ended() == 0 and terminal.restored()


@pytest.mark.sample(1)
@pytest.mark.parametrize("how", ["ctrl-c", "terminated"])
def test_however_it_ends_the_terminal_is_as_it_was(terminal: Terminal, how: str) -> None:
    terminal.until("quit")
    if how == "terminated":
        terminal.command.terminate()
    else:
        os.kill(terminal.command.pid, signal.SIGINT)
    terminal.ended()
    assert terminal.restored()
    assert "\x1b[?25h" in terminal.shown, "the cursor is there again"


@pytest.mark.slow
def test_the_result_of_a_run_stands_above_the_picture(terminal: Terminal, tmp_path: Path) -> None:
    terminal.until("quit")
    program = "from rover import Rover\nrover = Rover()\nrover.drive.straight(100)\nprint('done')\n"
    (tmp_path / "board.flash" / "program.py").write_text(program, encoding="utf-8")
    terminal.press("s")
    terminal.until("points")
    terminal.press("")
    terminal.until("Result  \x1b[0mNot passed · 10 of 100")
    terminal.until("Run     \x1b[0mnot begun")  # the launcher waits for the next
