"""`mpremote` at the board's TCP port, as on a system without pseudo-terminals."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .boards import Mpremote, RunningBoard


@pytest.fixture
def mpremote(board: RunningBoard, home: Path) -> Mpremote:
    return Mpremote(board.url, home)


@pytest.mark.slow
def test_exec_and_files(mpremote: Mpremote, board: RunningBoard, home: Path) -> None:
    assert board.url.startswith("rfc2217://127.0.0.1:")
    assert mpremote("exec", "print('ключ', 6 * 7)", resume=False) == "ключ 42\n"
    content = os.urandom(3000) + bytes(range(256))  # 0xff is the byte that a telnet line doubles
    (home / "t").write_bytes(content)
    mpremote("cp", "t", ":t")
    assert (board.flash / "t").read_bytes() == content
    mpremote("cp", ":t", "back")
    assert (home / "back").read_bytes() == content
    mpremote("rm", ":t")


def test_mount(mpremote: Mpremote, home: Path) -> None:
    (home / "helper.py").write_text("X = 'far'\n")
    assert mpremote("mount", ".", "exec", "import helper; print(helper.X)").endswith("far\n")


@pytest.mark.slow
def test_resets(mpremote: Mpremote) -> None:
    mpremote("exec", "kept = 1")
    mpremote("soft-reset")
    assert mpremote("exec", "print('kept' in globals())") == "False\n"
    mpremote("reset")
    assert mpremote("exec", "print('kept' in globals())") == "False\n"


def test_both_ports_in_turn(mpremote: Mpremote, board: RunningBoard, home: Path) -> None:
    mpremote("exec", "x = 5")
    assert Mpremote(board.port, home)("eval", "x + 1") == "6\n"
    assert mpremote("eval", "x + 2") == "7\n"


@pytest.mark.slow
def test_marshrut_push(board: RunningBoard, home: Path) -> None:
    program = home / "p.py"
    program.write_text("print('pushed over TCP')\n")
    command = [sys.executable, "-m", "marshrut.host_tools", "push", str(program), "--port", board.url, "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "pushed over TCP" in done.stdout
    assert (board.flash / "program.py").read_text() == "print('pushed over TCP')\n"
