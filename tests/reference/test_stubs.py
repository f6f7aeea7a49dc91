"""An editor that knows the stubs finds what is wrong in a pupil's program, before it runs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LIB = ROOT / "lib"

PROGRAM = """\
from rover import Rover
from rover import Drive
rover = Rover()
rover.drive.straigth(500)
rover.drive.straight("far")
rover.drive.turn(90)
rover.drive.settings(straight_speed=200)
metres = rover.drive.distance() / 1000
rover.left_motor.run(speed=360.0)
rover.line.position().upper()
if rover.button.pressed():
    rover.led.on(1)
rover.left_motor.run("fast")
move = rover.drive.straight(100, wait=False)
while not move.done():
    rover.button.pressed()
if rover.drive.turn(90) == "done":
    move.go()


async def both() -> None:
    how = await rover.drive.straight(100)
    print(how.upper(), await move)
    await rover.button.wait_pressed()
"""
FOUND = {
    2: "attr-defined",  # no such class
    4: "attr-defined",  # misspelt method
    5: "call-overload",  # a text for a number
    10: "attr-defined",  # a number is no text
    12: "call-arg",  # one argument too many
    13: "arg-type",  # a text for a number
    18: "attr-defined",  # what goes on beside the program has no such method
}


def mypy(*arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", *arguments],
        cwd=ROOT, env={"MYPYPATH": str(LIB)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    program = tmp_path_factory.mktemp("pupil") / "program.py"
    program.write_text(PROGRAM)
    return [line for line in mypy("--config-file=", str(program)) if ": error: " in line]


@pytest.mark.slow
def test_mypy_finds_what_is_wrong_and_nothing_else(complaints: list[str]) -> None:
    found = {int(line.split(":")[1]): line.rpartition("[")[2].rstrip("]") for line in complaints}
    assert found == FOUND


def test_a_near_name_is_offered(complaints: list[str]) -> None:
    (misspelt,) = (line for line in complaints if ":4: " in line)
    assert 'maybe "straight"?' in misspelt


@pytest.mark.slow
def test_the_stub_itself_is_sound() -> None:
    assert mypy("--config-file=", "--strict", str(LIB / "rover-stubs" / "__init__.pyi")) == []
