"""Files that cannot be what is asked for, by their size or their kind: told at once, and not read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.host_tools.cli import run
from marshrut.simulator.messages import LANGUAGES

COMMANDS = {
    "a robot": (lambda path: ["robot", "check", path], 2_000_000),
    "a world": (lambda path: ["world", "check", path], 2_000_000),
    "a record": (lambda path: ["robot", "fit", path, "--robot", "pico-rover"], 64_000_000),
}


def pipe(path: Path, most: int) -> None:
    os.mkfifo(path)


def device(path: Path, most: int) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path, most: int) -> None:
    path.mkdir()


def large(path: Path, most: int) -> None:
    with path.open("wb") as file:
        file.truncate(most + 1)


FILES = [(folder, "C96"), (large, "C59")]
if hasattr(os, "mkfifo"):  # Windows has neither of these two in its folders
    FILES += [(pipe, "C96"), (device, "C96")]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("make", "code"), FILES)
def test_it_is_told_and_not_read(
    command: str, make: Callable[[Path, int], None], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, most = COMMANDS[command]
    path = tmp_path / "x.toml"
    make(path, most)
    for lang in LANGUAGES:
        assert run([*words(str(path)), "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == "" and told.err.startswith(f"{path}:") and told.err.count("\n") == 1
        assert f"[{code}]" in told.err


def test_a_long_record_is_not_read_to_its_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "run.csv"
    rows = b"ms,left_count,right_count,line1\n" + b"1,2,3,4\n" * 250_000
    path.write_bytes(rows + b"\xff\n")  # no text, were it read
    assert run(["robot", "fit", str(path), "--robot", "pico-rover", "--lang", "en"]) == 2
    assert "more than 200000 lines" in capsys.readouterr().err
