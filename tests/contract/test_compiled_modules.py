"""The MicroPython child takes board and runtime compiled where it can, and a program cannot tell."""

import json
import os
from base64 import b64decode
from pathlib import Path

import pytest
from marshrut.simulator.program import Program
from marshrut.simulator.run import Conditions, Run, run_program
from marshrut.simulator.runners import micropython
from marshrut.simulator.runners.factory import SIMULATOR
from marshrut.simulator.runners.micropython.compiled import compiled_modules
from marshrut.simulator.tasks.catalogue import find_task, find_variant

DRIVES = """
import os, rover, rover.check
from rover import Rover, RoverError
print(rover.__file__, rover.check.__file__, rover.__path__)
robot = Rover()
print(robot.drive.straight(30))
print(os.stat("/lib/rover/check.py")[6], sorted(os.listdir("/lib/rover"))[:3])
try:
    robot.drive.straight("far")
except RoverError as error:
    print(error)
robot.drive.turn(None)
"""
ITS_OWN = """
with open("/lib/rover/check.py", "a") as file:
    file.write("\\nMINE = 5\\n")
from rover import Rover
from rover.check import MINE
print(MINE)
"""

BROKEN_AND_MENDED = """
import sys
with open("/lib/rover/led.py") as file:
    good = file.read()
for text in ("def broken(:\\n", good + "\\nMINE = 5\\n", good):
    with open("/lib/rover/led.py", "w") as file:
        file.write(text)
    sys.modules.pop("rover.led", None)
    try:
        import rover.led
        print(getattr(rover.led, "MINE", None), rover.led.__file__)
    except SyntaxError:
        print("broken")
"""


def run(text: str, runtime: str = "micropython") -> Run:
    task = find_task("desk")
    return run_program(
        Program("x.py", {"main.py": text}), Conditions(task, find_variant(task, None), 7, runtime=runtime)
    )


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda name, **_: str(tmp_path / name))
    compiled_modules.cache_clear()
    return tmp_path / "marshrut"


@pytest.fixture(autouse=True)
def forget() -> object:
    yield
    compiled_modules.cache_clear()


@pytest.mark.sample(2)
@pytest.mark.parametrize("text", [DRIVES, ITS_OWN, BROKEN_AND_MENDED], ids=["drives", "its own", "broken"])
def test_a_program_cannot_tell(text: str, node: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled_modules(SIMULATOR) is not None
    compiled, on_cpython = run(text), run(text, "cpython")
    monkeypatch.setattr(micropython, "compiled_modules", lambda simulator: None)
    from_text = run(text)
    assert compiled.trace.sha256 == from_text.trace.sha256 == on_cpython.trace.sha256
    assert str(compiled.outcome.fault) == str(from_text.outcome.fault)
    if text == ITS_OWN:
        assert "".join(said for _, _, said in compiled.trace.texts) == "5\n"


def test_they_are_compiled_once_and_anew_when_a_text_changes(cache: Path, tmp_path: Path) -> None:
    first = compiled_modules(SIMULATOR)
    assert first is not None and first.parent == cache
    made = first.stat().st_mtime_ns
    compiled_modules.cache_clear()
    assert compiled_modules(SIMULATOR) == first
    document = json.loads(first.read_text().partition("\n")[2])
    board = b64decode(document["board"])
    assert b"machine.mpy" in board and b"_sys.mpy" in board
    assert len(document["lib"]["/lib/rover/motor.py"]) == 2

    other = tmp_path / "elsewhere" / "simulator"
    (other / "board").mkdir(parents=True)
    (other / "clock").mkdir()
    (other / "board" / "machine.py").write_text("ONE = 1\n")
    second = compiled_modules(other)
    (other / "board" / "machine.py").write_text("ONE = 2\n")
    compiled_modules.cache_clear()
    third = compiled_modules(other)
    assert len({first, second, third}) == 3 and made


@pytest.mark.sample(2)
@pytest.mark.parametrize("content", ["", "{}", "00\n{}"])
def test_half_a_file_is_made_anew(content: str, cache: Path) -> None:
    first = compiled_modules(SIMULATOR)
    assert first is not None
    whole = first.read_text()
    first.write_text(content)
    compiled_modules.cache_clear()
    assert compiled_modules(SIMULATOR) == first
    assert first.read_text() == whole
    assert list(cache.iterdir()) == [first]


def test_a_file_that_goes_between_two_runs_is_no_harm(cache: Path, node: Path) -> None:
    kept = compiled_modules(SIMULATOR)
    assert kept is not None
    kept.unlink()
    assert run("print('well')").outcome.ended == "program_end"


def test_a_user_without_a_home_compiles_the_texts(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home(name: str, **_: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_cache_dir", no_home)
    assert compiled_modules(SIMULATOR) is None


def test_what_nobody_used_for_a_month_is_deleted(cache: Path) -> None:
    cache.mkdir()
    old, new = cache / "modules-0.json", cache / "modules-1.json"
    for path in (old, new):
        path.write_text("{}")
    os.utime(old, (0, 0))
    assert compiled_modules(SIMULATOR) is not None
    assert not old.exists() and new.exists()


def test_where_nothing_can_be_kept_the_child_compiles_the_texts(
    cache: Path, node: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_text("a file where the folder should be")
    assert compiled_modules(SIMULATOR) is None
    assert run("print('well')").outcome.ended == "program_end"
