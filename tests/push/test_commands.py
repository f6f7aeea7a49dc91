"""`marshrut ls`, `pull`, `logs`, `install`, `rescue` and `doctor --port`, to a virtual board on a serial port."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from marshrut.simulator.installed_flash import installed_flash
from port_board import PortBoard, ctrl_c_when, marshrut, port_board

RECORD = "ms,left_deg,right_deg\n0,0,1\n20,5,\n40,11,12\n"
LOCKED = "import micropython\nmicropython.kbd_intr(-1)\nwhile True:\n    pass\n"


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PortBoard]:
    with port_board(tmp_path_factory.mktemp("board")) as made:
        yield made


@pytest.fixture
def fresh(board: PortBoard) -> PortBoard:
    board.restart(installed_flash(board.robot))
    return board


def on(board: PortBoard, *arguments: object, lang: str = "en") -> int:
    return marshrut(*arguments, "--port", board.port, "--lang", lang)


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_ls_tells_whose_each_file_is(fresh: PortBoard, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = written(tmp_path / "ride", {"main.py": "open('seen.txt', 'w').close()\n", "maps/a.txt": "a"})
    assert on(fresh, "push", program) == 0
    capsys.readouterr()
    assert on(fresh, "ls") == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()[2:-1]}
    assert rows["program.py"] == ["30", "program"]
    assert rows["maps/a.txt"] == ["1", "program"]
    assert rows["seen.txt"] == ["0", "written", "on", "the", "board"]
    assert rows["launcher.mpy"][-1] == "runtime"
    assert rows["lib/rover/"][-1] == "runtime"
    assert on(fresh, "ls", "--all") == 0
    assert "lib/rover/led.mpy" in capsys.readouterr().out


@pytest.mark.slow
def test_pull_gives_back_what_was_pushed(fresh: PortBoard, tmp_path: Path) -> None:
    text = "# робот\nprint('here')\n"
    (tmp_path / "mine.py").write_text(text, encoding="utf-8")
    assert on(fresh, "push", tmp_path / "mine.py", "--no-run") == 0
    assert on(fresh, "pull", "--to", tmp_path / "back") == 0
    assert (tmp_path / "back" / "mine.py").read_text(encoding="utf-8") == text
    assert on(fresh, "pull", "--to", tmp_path / "back") == 2, "nothing here is replaced unasked"
    assert on(fresh, "pull", "--to", tmp_path / "back", "--force") == 0
    assert on(fresh, "pull", "rover_board.py", "lib", "--to", tmp_path / "back") == 0
    assert (tmp_path / "back" / "lib" / "rover" / "led.mpy").is_file()
    assert on(fresh, "pull", "nowhere.txt", "--to", tmp_path) == 2


@pytest.mark.slow
def test_a_refusal_leaves_the_robot_waiting_for_its_button(fresh: PortBoard, tmp_path: Path) -> None:
    filler = {"/program.py": b"open('ran.txt', 'w').close()\n", "/big.bin": bytes(4096 * 452)}
    fresh.restart(fresh.flash.files() | filler)
    (tmp_path / "long.py").write_text("# longer\n" * 3000)
    for refused, code in [(("push", tmp_path / "long.py"), 3), (("pull", "nowhere.txt", "--to", tmp_path), 2)]:
        assert on(fresh, *refused) == code
        fresh.press_until(lambda: fresh.flash.read("/ran.txt") is not None)
        fresh.flash.remove("/ran.txt")


@pytest.mark.slow
def test_pull_gives_back_a_folder(fresh: PortBoard, tmp_path: Path) -> None:
    files = {"main.py": "import parts.arm\n", "parts/arm.py": "LENGTH = 3\n", "empty.txt": ""}
    assert on(fresh, "push", written(tmp_path / "ride", files), "--no-run") == 0
    assert on(fresh, "pull", "--to", tmp_path / "back") == 0
    back = tmp_path / "back" / "ride"
    assert {path.relative_to(back).as_posix() for path in back.rglob("*") if path.is_file()} == files.keys()
    assert (back / "main.py").read_text() == files["main.py"]


@pytest.mark.slow
def test_logs_come_as_tables_and_graphs(fresh: PortBoard, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert on(fresh, "logs", "--to", tmp_path) == 2
    fresh.restart(fresh.flash.files() | {"/run.csv": RECORD.encode(), "/points.csv": b"name,points\nA,3\n"})
    assert on(fresh, "logs", "--to", tmp_path) == 0
    assert "3 records" in capsys.readouterr().out
    assert (tmp_path / "run.csv").read_text() == RECORD
    assert (tmp_path / "run.png").read_bytes().startswith(b"\x89PNG")
    assert not (tmp_path / "points.csv").exists()
    assert on(fresh, "logs", "points.csv", "--to", tmp_path) == 2


@pytest.mark.parametrize(
    "robot",
    [
        pytest.param("esp32_rover", marks=pytest.mark.slow),
        pytest.param("pico_rover", marks=pytest.mark.slow),
        pytest.param("pico_w_rover", marks=pytest.mark.slow),
        pytest.param("xrp", marks=pytest.mark.slow),
    ],
)
def test_install_makes_a_robot_of_a_board_from_the_shop(
    tmp_path: Path, robot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with port_board(tmp_path, "desk", robot, installed=False) as board:
        board.restart({"/boot.py": b"# its own\n", "/main.py": b"print('blink')\n", "/notes.txt": b"mine"})
        assert on(board, "install") == 0
        files = board.flash.files()
        assert on(board, "install") == 0
        assert "Nothing to send" in capsys.readouterr().out
        board.restart(board.flash.files() | {"/main.py": b"print('another')\n"})
        assert on(board, "install") == 0
        assert "main.py is now called main_before_2.py" in capsys.readouterr().out
        assert board.flash.read("/main_before_2.py") == b"print('another')\n"
        assert board.flash.read("/main_before.py") == b"print('blink')\n"
    wanted = installed_flash(robot)
    assert {path: files[path] for path in wanted} == wanted
    others = {path: files[path] for path in files.keys() - wanted.keys() - {"/.marshrut.json"}}
    assert others == {
        "/boot_before.py": b"# its own\n", "/main_before.py": b"print('blink')\n", "/notes.txt": b"mine",
    }  # fmt: skip


@pytest.mark.slow
def test_a_pin_map_changed_by_hand_stays(fresh: PortBoard, capsys: pytest.CaptureFixture[str]) -> None:
    own = installed_flash(fresh.robot)["/rover_board.py"] + b"\nWHEEL_DIAMETER_MM = 65\n"
    fresh.restart(fresh.flash.files() | {"/rover_board.py": own})
    assert on(fresh, "install") == 0
    assert fresh.flash.read("/rover_board.py") == own
    assert "pin map was changed by hand" in capsys.readouterr().out
    assert on(fresh, "install", "--board", "esp32_rover") == 0
    assert fresh.flash.read("/rover_board.py") == installed_flash(fresh.robot)["/rover_board.py"]
    assert fresh.flash.read("/rover_board_before.py") == own
    assert on(fresh, "install", "--board", "pico_rover") == 2
    assert "not for this board" in capsys.readouterr().err


@pytest.mark.slow
def test_rescue_gets_a_locked_board_back(fresh: PortBoard, capsys: pytest.CaptureFixture[str]) -> None:
    files = installed_flash(fresh.robot)
    starts_by_itself = files["/rover_board.py"] + b"\nSTART_BUTTON = False\n"
    fresh.restart(files | {"/program.py": LOCKED.encode(), "/rover_board.py": starts_by_itself})
    assert on(fresh, "ls") == 3
    assert "[B07]" in capsys.readouterr().err
    cut = threading.Timer(8, fresh.board.power_cycle)
    cut.start()
    try:
        assert on(fresh, "rescue", "--wait", "30") == 0
    finally:
        cut.cancel()
    assert fresh.flash.read("/program_stopped.py") == LOCKED.encode()
    assert fresh.flash.read("/program.py") is None
    assert "nothing was deleted" in capsys.readouterr().out
    assert on(fresh, "ls") == 0


def test_rescue_puts_a_push_away_that_cannot_be_finished(fresh: PortBoard, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.restart(fresh.flash.files() | {"/.next/go": b"> 0 /nowhere/x.txt\n", "/.next/0": b"x"})
    assert on(fresh, "rescue") == 0
    assert ".next is now called next_stopped" in capsys.readouterr().out
    assert fresh.flash.read("/next_stopped/0") == b"x" and fresh.flash.read("/.next/go") is None


@pytest.mark.slow
def test_a_boot_py_that_hangs_is_named(fresh: PortBoard, capsys: pytest.CaptureFixture[str]) -> None:
    fresh.restart(fresh.flash.files() | {"/boot.py": b"import time\nwhile True:\n    time.sleep_ms(50)\n"})
    assert on(fresh, "ls") == 3
    assert "boot.py does not come to an end" in capsys.readouterr().err


def test_rescue_leaves_a_board_alone_that_needs_none(fresh: PortBoard, capsys: pytest.CaptureFixture[str]) -> None:
    before = fresh.flash.files()
    assert on(fresh, "rescue") == 0
    assert "no program is in the way" in capsys.readouterr().out
    assert fresh.flash.files() == before


@pytest.mark.slow
def test_doctor_tells_how_a_board_is(fresh: PortBoard, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "crash.py").write_text("1 / 0\n")
    assert on(fresh, "push", tmp_path / "crash.py", "--no-run") == 0
    fresh.press_until(lambda: fresh.flash.read("/last_error.txt") is not None)
    capsys.readouterr()
    assert on(fresh, "doctor") == 3
    said = capsys.readouterr().out
    wanted = "MicroPython 1.29.0|Program crash.py, 6 bytes|crashed last time|ZeroDivisionError|KB are free|clock"
    for words in wanted.split("|"):
        assert words in said


@pytest.mark.slow
def test_ctrl_c_stops_the_program_and_the_push(
    fresh: PortBoard, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "on.py").write_text(
        "from rover import Rover\nrover = Rover()\nrover.drive.drive(100)\nwhile True:\n    pass\n"
    )
    with ctrl_c_when(lambda: fresh.board.now.t_us > 500_000):
        assert on(fresh, "push", tmp_path / "on.py") == 130
    assert "stopped" in capsys.readouterr().out
    stands = fresh.board.now.values[:2]
    time.sleep(0.3)
    assert fresh.board.now.values[:2] == stands
    assert on(fresh, "ls") == 0
