"""`marshrut push` as a person uses it, to a virtual board on a serial port."""

from pathlib import Path

import pytest
from marshrut.simulator.program import load_program
from marshrut.simulator.run import Conditions, run_program
from marshrut.simulator.tasks.catalogue import find_task
from port_board import PortBoard, ctrl_c_when, marshrut, port_board

TASK = find_task("line-sprint")
PROGRAMS = Path(TASK.folder) / "programs"
HELLO = "print('hello from the board')\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "hello.py"
    file.write_text(HELLO, encoding="utf-8")
    return file


def push(board: PortBoard, program: Path, *options: str) -> int:
    return marshrut("push", program, "--port", board.port, "--lang", "en", *options)


@pytest.mark.parametrize("name", ["goal/reference.py", "off_line/hard_coded.py", "off_line/sign_flipped.py"])
def test_a_pushed_program_leaves_the_trace_of_marshrut_sim(tmp_path: Path, name: str) -> None:
    program = PROGRAMS / name
    simulated = run_program(load_program(program), Conditions(TASK, TASK.variants[0], 7, runtime="micropython"))
    with port_board(tmp_path) as board, ctrl_c_when(lambda: bool(board.runs)):  # some go on for ever
        assert push(board, program) in (0, 130)
    ((ran, run),) = board.runs
    assert ran.main == program.read_text(encoding="utf-8")
    assert run.trace.sha256 == simulated.trace.sha256
    assert run.judgement.verdict == simulated.judgement.verdict
    assert run.judgement.points == simulated.judgement.points


def test_what_it_prints_comes_here(tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with port_board(tmp_path) as board:
        assert push(board, program) == 0
        assert (board.flash.folder / "program.py").read_text() == HELLO
    shown = capsys.readouterr().out
    assert "hello from the board\n" in shown
    assert "Sent: 2 files" in shown
    assert "button starts the program" in shown


def test_only_what_changed_is_sent(tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with port_board(tmp_path) as board:
        push(board, program, "--no-run")
        capsys.readouterr()
        assert push(board, program, "--no-run") == 0
        assert "Nothing to send: all" in capsys.readouterr().out
        # the record is not believed: a file changed by hand is what it is, not what it was
        changed = {"/program.py": HELLO.replace("hello", "jello").encode(), "/lib/rover/led.mpy": b"broken"}
        board.restart(board.flash.files() | changed)
        assert push(board, program, "--no-run") == 0
        assert "Sent: 2 files" in capsys.readouterr().out
        assert (board.flash.folder / "program.py").read_text() == HELLO
