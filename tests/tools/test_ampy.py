"""`ampy` 1.1, each of its commands. It resets the board's interpreter before each."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from .boards import RunningBoard, tool, wait_for_prompt


@pytest.fixture
def ampy(board: RunningBoard, home: Path) -> "Ampy":
    return Ampy(board.port, home)


class Ampy:
    def __init__(self, port: str, home: Path) -> None:
        self._port = port
        self._home = home

    def __call__(self, *arguments: str) -> str:
        """What it prints; it must go well."""
        done = self.run(*arguments)
        assert done.returncode == 0, done
        assert not done.stderr, done
        return done.stdout.decode().replace("\r\n", "\n")

    def run(self, *arguments: str) -> CompletedProcess[bytes]:
        return tool(self._home, "ampy.cli", "--port", self._port, *arguments)


@pytest.mark.slow
def test_a_file_and_a_program(ampy: Ampy, board: RunningBoard, home: Path) -> None:
    (home / "program.py").write_text("for i in range(3):\n    print('шаг', i)\n", encoding="utf-8")
    ampy("put", "program.py")
    assert (board.flash / "program.py").read_bytes() == (home / "program.py").read_bytes()
    assert ampy("run", "program.py") == "шаг 0\nшаг 1\nшаг 2\n"


@pytest.mark.slow
def test_files(ampy: Ampy, board: RunningBoard, home: Path) -> None:
    content = bytes(range(256)) * 9
    (home / "t" / "inner").mkdir(parents=True)
    (home / "t" / "inner" / "b.bin").write_bytes(content)
    (home / "text.txt").write_text("ключ\n", encoding="utf-8")
    ampy("put", "t")
    ampy("put", "text.txt", "/t/named.txt")
    assert (board.flash / "t" / "inner" / "b.bin").read_bytes() == content
    assert (board.flash / "t" / "named.txt").read_text(encoding="utf-8") == "ключ\n"

    assert ampy("get", "/t/named.txt") == "ключ\n\n"
    ampy("get", "/t/inner/b.bin", "back.bin")
    assert (home / "back.bin").read_bytes() == content

    assert ampy("ls", "/t").split() == ["/t/inner", "/t/named.txt"]
    assert ampy("ls", "-r", "-l", "/t").split("\n") == [
        "/t/inner/b.bin - 2304 bytes",
        "/t/named.txt - 9 bytes",
        "",
    ]

    ampy("rm", "/t/named.txt")
    assert ampy("ls", "/t").split() == ["/t/inner"]
    ampy("rmdir", "/t")
    assert not (board.flash / "t").exists()


@pytest.mark.slow
def test_folders(ampy: Ampy, board: RunningBoard) -> None:
    ampy("mkdir", "/t")
    assert (board.flash / "t").is_dir()
    assert b"Directory already exists: /t" in ampy.run("mkdir", "/t").stderr
    ampy("mkdir", "--exists-okay", "/t")
    ampy("rmdir", "/t")
    assert b"No such file/directory: /t" in ampy.run("rm", "/t").stderr


@pytest.mark.slow
def test_run(ampy: Ampy, home: Path) -> None:
    (home / "good.py").write_text("print('nobody sees it')\n")
    (home / "bad.py").write_text("print('before')\n1 / 0\n")
    bad = ampy.run("run", "bad.py")
    assert bad.stdout == b"before\r\n"
    assert b"ZeroDivisionError: divide by zero" in bad.stderr
    assert ampy("run", "--no-output", "good.py") == ""


@pytest.mark.slow
def test_reset(ampy: Ampy, board: RunningBoard) -> None:
    ampy("reset")
    assert b"here we are" in ampy.run("reset", "--hard").stdout
    wait_for_prompt(board.port)  # a board that starts may lose what is typed, and ampy waits for its answer for ever
    refused = ampy.run("reset", "--bootloader").stdout
    assert b"only supported on CircuitPython" in refused
    assert "/main.py" in ampy("ls").split()
