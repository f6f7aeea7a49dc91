"""`rshell` 0.0.36: one session goes through its commands, for each connection takes it seconds."""

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from .boards import RunningBoard, tool
from .typing_person import at_terminal


def rshell(board: RunningBoard, home: Path, *lines: str) -> CompletedProcess[bytes]:
    """These commands in one session; `repl` wants a command line of its own."""
    script = home / "commands"
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tool(home, "rshell.main", "--quiet", "--nocolor", "--port", board.port, "--file", str(script))


@pytest.mark.slow
def test_files(board: RunningBoard, home: Path) -> None:
    binary = bytes(range(256)) * 5
    (home / "t" / "inner").mkdir(parents=True)
    (home / "t" / "inner" / "b.bin").write_bytes(binary)
    (home / "t" / "a.txt").write_text("ключ\n", encoding="utf-8")
    (home / "back").mkdir()
    session = rshell(
        board,
        home,
        "cp t/a.txt /pyboard/a.txt",
        "cat /pyboard/a.txt",
        "ls -l /pyboard/a.txt",
        "mkdir /pyboard/t",
        "rsync t /pyboard/t",
        "ls /pyboard/t",
        "rsync /pyboard/t back",
        "cp /pyboard/t/inner/b.bin copy.bin",
        "rm /pyboard/a.txt",
        "rm -r /pyboard/t",
        "ls /pyboard",
    )
    assert session.returncode == 0, session
    assert not session.stderr, session
    shown = session.stdout.decode().replace("\r\n", "\n").split("\n")
    copied = f"Copying '{home}/t/a.txt' to '/pyboard/a.txt' ..."
    assert shown[:2] == [copied, "ключ"]
    assert shown[2].split()[0] == "9"
    assert shown[2].endswith("/pyboard/a.txt")
    assert {line for line in shown if line.startswith("Adding /pyboard")} == {
        "Adding /pyboard/t/inner",
        "Adding /pyboard/t/inner/b.bin",
        "Adding /pyboard/t/a.txt",
    }
    assert ["a.txt", "inner/"] in [line.split() for line in shown]
    assert {"boot.py", "launcher.mpy", "lib/", "main.py"} <= set(" ".join(shown[-4:]).split())
    assert (home / "copy.bin").read_bytes() == binary
    assert (home / "back" / "inner" / "b.bin").read_bytes() == binary
    assert (home / "back" / "a.txt").read_text(encoding="utf-8") == "ключ\n"
    assert not (board.flash / "t").exists()


@pytest.mark.slow
def test_what_is_not_there(board: RunningBoard, home: Path) -> None:
    session = rshell(board, home, "cat /pyboard/none", "rm /pyboard/none", "ls /pyboard/none")
    assert session.stderr.decode().split("\n") == [
        "Cannot access '/pyboard/none': No such file",
        "Unable to remove '/pyboard/none'",
        "Cannot access '/pyboard/none': No such file or directory",
        "",
    ]


@pytest.mark.slow
def test_repl_in_a_command(board: RunningBoard, home: Path) -> None:
    done = tool(
        home,
        "rshell.main", "--quiet", "--nocolor", "--port", board.port,
        "repl", "~", "import machine", "~", "machine.freq()", "~",
    )  # fmt: skip
    assert done.returncode == 0, done
    assert b"import machine ; machine.freq() \r\n240000000\r\n>>> " in done.stdout


@pytest.mark.slow
def test_repl_of_a_person(board: RunningBoard, home: Path) -> None:
    with at_terminal(home, "rshell.main", "--quiet", "--nocolor", "--port", board.port, "repl") as person:
        person.read_until(b">>> ")
        person.type_until(b"6 * 7\r", b"\r\n42\r\n>>> ")
        person.type_until(b"while True: print('goes on')\r\r", b"\r\ngoes on\r\ngoes on\r\n")
        person.type_until(b"\x03", b"KeyboardInterrupt: \r\n>>> ")
        person.type_until(b"\x04", b"soft reboot\r\n")
        person.read_until(b">>> ")
        person.leave_with(b"\x18")
        assert person.process.returncode == 0
