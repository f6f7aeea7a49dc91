"""`marshrut push` as a person uses it, to a virtual board on a serial port."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import serial
from echo_console import EchoConsole, served
from faulty_port import FaultyPort, and_then
from marshrut.host_tools.board.ports import Cables
from marshrut.host_tools.board.ports.pty import PtyPort
from marshrut.host_tools.push.layout import program_files
from marshrut.simulator.program import Program, load_program
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


@pytest.mark.parametrize(
    "name",
    [
        "goal/reference.py",
        pytest.param("off_line/hard_coded.py", marks=pytest.mark.slow),
        pytest.param("off_line/sign_flipped.py", marks=pytest.mark.slow),
    ],
)
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_folder_goes_with_its_modules_and_what_it_no_longer_has_goes_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ride"
    (folder / "parts").mkdir(parents=True)
    (folder / "main.py").write_text("from parts import arm\nprint(arm.LENGTH, open('map.txt').read())\n")
    (folder / "parts" / "arm.py").write_text("LENGTH = 30\n")
    (folder / "map.txt").write_text("a map\n")
    with port_board(tmp_path) as board:
        assert push(board, folder) == 0
        assert "30 a map" in capsys.readouterr().out
        (folder / "main.py").write_text("open('mine.txt', 'w').close()\n")
        (folder / "parts" / "arm.py").unlink()
        assert push(board, folder) == 0
        files = board.flash.files()
        assert "/parts/arm.py" not in files and "/parts" not in board.flash.folders()
        (folder / "map.txt").unlink()
        assert push(board, folder) == 0
        files = board.flash.files()
        assert "/map.txt" not in files and "/mine.txt" in files, "what the program wrote stays"


@pytest.mark.slow
def test_a_fault_is_told_in_the_pupils_own_file(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program.write_text("def ride():\n    print(1 / 0)\n\n\nride()\n")
    with port_board(tmp_path) as board:
        for lang, words in (("en", "hello.py, line 2"), ("ru", "hello.py, строка 2"), ("kk", "hello.py, 2-")):
            assert marshrut("push", program, "--port", board.port, "--lang", lang) == 1
            shown = capsys.readouterr()
            assert words in shown.out and "[P37]" in shown.out and "Traceback" not in shown.out


def test_what_is_no_micropython_is_not_sent(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program.write_text("while True\n    pass\n")
    assert marshrut("push", program, "--port", "/dev/nowhere", "--lang", "en") == 2
    said = capsys.readouterr().err
    assert "hello.py" in said and "[B19]" in said
    assert marshrut("push", program.parent / "none.py", "--lang", "en") == 2
    assert "[P01]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    [
        "boot.py", "launcher.py", "program.py", "lib/rover/mine.py", "rover/x.py", "rover.py", "rover_board.py",
        "os.py", "lib/os.py", "time/x.py", "lib/json/x.txt", "machine.mpy", "network.py", "finish_push.py",
        "lib/boot.py",
    ],
)  # fmt: skip
def test_a_file_called_like_the_robots_own_is_refused(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ride"
    (folder / name).parent.mkdir(parents=True)
    (folder / "main.py").write_text("")
    (folder / name).write_text("")
    assert marshrut("push", folder, "--port", "/dev/nowhere", "--lang", "en") == 2
    assert "[B17]" in capsys.readouterr().err


def test_a_name_that_hides_no_module_is_not_refused() -> None:
    names = ("time.csv", "os", "data/os.py", "lib/mine.py", "library/time.py", "robot.py", "os.txt")
    program = Program("ride", {"main.py": ""}, data=dict.fromkeys(names, b""))
    assert program_files(program).keys() == {"/program.py", *("/" + name for name in names)}


@pytest.mark.slow
def test_a_file_called_like_a_built_in_does_not_keep_push_out(tmp_path: Path, program: Path) -> None:
    """One that another tool has put there. The virtual board lets built-ins win; so at least nothing else breaks."""
    with port_board(tmp_path) as board:
        board.restart(board.flash.files() | {"/os.py": b"1 / 0", "/json.py": b"1 / 0", "/io.py": b"1 / 0"})
        assert push(board, program) == 0


@pytest.mark.slow
def test_a_chip_that_takes_its_port_away_when_it_starts_is_waited_for(
    tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Any] = serial.serial_for_url
    with port_board(tmp_path, "desk", "pico_rover") as board:
        ports: list[FaultyPort] = []

        def opened(*arguments: Any, **options: Any) -> Any:
            port = real(*arguments, **options)
            if ports:
                return port
            ports.append(FaultyPort(port, 6000, and_then(board.board.power_cycle)))
            return ports[0]

        monkeypatch.setattr(serial, "serial_for_url", opened)
        assert push(board, program, "--no-run") == 0
        assert board.flash.read("/program.py") == HELLO.encode()


@pytest.mark.slow
def test_something_else_on_the_port_is_recognised(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    console = EchoConsole()
    cables = Cables(console)
    cables.add(PtyPort(tmp_path / "other"))
    try:
        with served(cables, console):
            assert marshrut("push", program, "--port", tmp_path / "other", "--lang", "en") == 3
    finally:
        cables.close()
    assert "[B08]" in capsys.readouterr().err


def test_a_port_that_another_program_has_is_busy(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with port_board(tmp_path) as board, serial.Serial(str(board.port), exclusive=True):
        assert push(board, program) == 3
    assert "[B06]" in capsys.readouterr().err


@pytest.mark.slow
def test_a_full_flash_is_told_and_keeps_what_it_has(
    tmp_path: Path, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with port_board(tmp_path) as board:
        assert push(board, program, "--no-run") == 0
        board.restart(board.flash.files() | {"/big.bin": bytes(4096 * 452)})
        before = board.flash.files()
        program.write_text("# longer\n" * 3000)
        assert push(board, program, "--no-run") == 3
        assert board.flash.files() == before
    assert "[B13]" in capsys.readouterr().err
