"""A slip in a program's text is told below the verdict, once, with file, line and code; it changes nothing else."""

from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.tasks.catalogue import TASKS

HEAD = "from rover import Rover\nrover = Rover()\n"
BOTH = pytest.mark.parametrize("runtime", ["cpython", "micropython"])
UNCALLED = HEAD + "if rover.button.pressed:\n    print('go')\nrover.drive.turn\n"
WORDS = {
    "ru": ("slip.py, строка 3, «if rover.button.pressed:»: Без скобок pressed не выполняется, и ответ здесь всегда "
           "один и тот же. Что сделать: написать rover.button.pressed(). [P66]"),
    "kk": "slip.py, 5-жол, «rover.drive.turn»: Жақшасыз turn командасы орындалмайды. ",
    "en": "slip.py, line 5, `rover.drive.turn`: Without brackets the command turn is not carried out. ",
}  # fmt: skip


def sim(text: str, folder: Path, runtime: str, *options: str, lang: str = "en", task: str = "desk") -> int:
    program = folder / "slip.py"
    program.write_text(text, encoding="utf-8")
    return cli.run(["sim", str(program), "--task", task, "--runtime", runtime, "--lang", lang, *options])


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", WORDS)
def test_slips_are_told_in_each_language(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sim(UNCALLED, tmp_path, "cpython", lang=lang) == 0
    said = capsys.readouterr().out
    assert WORDS[lang] in said and said.count("[P66]") == 2


@BOTH
@pytest.mark.sample(8)
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x = rover.drive.distance\nif x < 100:\n    pass", "line 3, `x = rover.drive.distance`: Without brackets"),
        (
            "while rover.drive.distance < 100:\n    pass",
            "line 3, `while rover.drive.distance < 100:`: Without brackets",
        ),
        ("rover.drive.turn.wait()", "write rover.drive.turn(…). [P66]"),
        ("print(rover.bumper.pressed())", 'write rover.bumper("front"). [P66]'),
        ("bot = Rover\nbot.drive.straight(100)", "write bot = Rover(). [P67]"),
        ("bot = Rover\ndrive = bot.drive\ndrive.straight(100)", "write bot = Rover(). [P67]"),
        ("Rover.drive.straight(100)", "write rover = Rover() first, and then rover in place of Rover. [P67]"),
        ("import rover\nrover.drive.straight(100)", "Here rover is a module and not the robot."),
        ("import rover\nrover = rover()", "Here rover is a module and not the robot."),
        ("from rover import rover", "Did you mean Rover? [R03]"),
        ("rover.drive(200, 0)", "drive is a part of the robot and not a command: it takes no brackets."),
        ('rover.drive.straight("300")', "Write 300 without quotes. [R02]"),
        ("rover.drive.straight(1,5)", "If it is one number, write 1.5."),
        (
            "rover.drive.straight(rover.drive.distance)",
            "a command without brackets. Write () after its name. [R02]",
        ),
        ("from time import sleep\nsleep(0,5)", "write it with a point: 0.5. [P30]"),
    ],
)
def test_an_error_from_a_slip_names_it_and_is_told_once(
    line: str, told: str, runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    assert sim(HEAD + line + "\n", tmp_path, runtime) == 1
    said = capsys.readouterr().out
    assert told in said
    assert sum("slip.py, line" in row for row in said.splitlines()) == 1, said


@BOTH
@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("rover.drive.drive(200, 0)", "the motors stop at once"),
        ("rover.drive.straight(300, wait=False)", "straight has only begun"),
    ],
)
def test_a_program_that_ends_while_it_drives(
    line: str, told: str, runtime: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    assert sim(HEAD + line + "\n", tmp_path, runtime) == 0
    assert told in capsys.readouterr().out


def test_an_end_that_another_error_came_before_is_not_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sim(HEAD + "x = 1 / 0\nrover.drive.drive(200, 0)\n", tmp_path, "cpython") == 1
    said = capsys.readouterr().out
    assert "[P37]" in said and "[P68]" not in said


def test_no_more_than_three_are_told_and_none_where_the_program_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sim(HEAD + "rover.drive.brake\n" * 7, tmp_path, "cpython")
    assert capsys.readouterr().out.count("[P66]") == 3
    sim(HEAD + "rover.drive.brake\nreturn 3\n", tmp_path, "cpython")
    said = capsys.readouterr().out
    assert "[P28]" in said and "[P66]" not in said


def test_await_without_async_is_told_by_both(tmp_path: Path, capsys: pytest.CaptureFixture[str], node: Path) -> None:
    for runtime in ("cpython", "micropython"):  # to one it is an error, to the other a function that does nothing
        sim(HEAD + "def go():\n    await rover.drive.straight(50)\ngo()\n", tmp_path, runtime)
        assert "line 4, `await rover.drive.straight(50)`: await works only" in capsys.readouterr().out


def test_advice_is_not_in_the_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sim(UNCALLED, tmp_path, "cpython", "--json")
    assert "P66" not in capsys.readouterr().out


def test_nothing_is_told_of_the_reference(capsys: pytest.CaptureFixture[str]) -> None:
    reference = str(TASKS / "line-sprint" / "programs" / "goal" / "reference.py")
    assert cli.run(["sim", reference, "--task", "line-sprint", "--lang", "en"]) == 0
    assert "[P" not in capsys.readouterr().out
