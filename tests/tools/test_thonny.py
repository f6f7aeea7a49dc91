"""Thonny's MicroPython back ends, as its window drives them."""

import importlib.util
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import lacks
from .boards import RunningBoard, running_board
from .thonny_window import Thonny, thonny


@pytest.fixture(scope="module", params=["esp32", pytest.param("rp2", marks=pytest.mark.slow)])
def back_end(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def board(back_end: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBoard]:
    if importlib.util.find_spec("tkinter") is None:
        lacks("Python's tkinter is not installed (Debian: python3-tk)")
    robot = {"esp32": "esp32_rover", "rp2": "pico_rover"}[back_end]
    options = ("--task", "line-sprint", "--board", robot, "--speed", "max")
    with running_board(tmp_path_factory.mktemp(back_end), *options) as running:
        yield running


@pytest.fixture(scope="module")
def window(board: RunningBoard, back_end: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Thonny]:
    with thonny(board.port, tmp_path_factory.mktemp("thonny"), back_end) as opened:
        yield opened


def test_it_connects(window: Thonny, back_end: str) -> None:
    name = {"esp32": "Generic ESP32 module with ESP32", "rp2": "Raspberry Pi Pico with RP2040"}[back_end]
    assert name in window.welcome["welcome_text"]
    assert window.welcome["welcome_text"].startswith("MicroPython v1.29.0 on ")
    assert window.welcome["cwd"] == "/"
    assert "/lib" in window.welcome["lib_dirs"]


def test_a_script_runs(window: Thonny) -> None:
    shown = window.run("import sys\nprint('шаг', sys.platform)\nvalue = [1, 2]\n")
    assert shown.split("\r\n")[:2] == ["", "MPY: soft reboot"]
    assert shown.endswith("\r\n") and shown.split("\r\n")[2].startswith("шаг ")
    shown = window.run("print('before')\n1 / 0\n")
    assert "MPY: soft reboot\r\nbefore\r\n" in shown
    errors = "".join(data for stream, data in window.printed if stream == "stderr")
    assert 'File "<stdin>", line 2, in <module>' in errors
    assert "ZeroDivisionError: divide by zero" in errors


def test_the_shell_shows_values(window: Thonny) -> None:
    window.shell("width = 6 * 7\n")
    assert "]42[" in window.shell("width\n")
    assert "NameError: name 'height' isn't defined" in window.shell("height\n")


def test_variables(window: Thonny) -> None:
    window.run("speed = 250\nname = 'ровер'\n")
    found = window.ask("get_globals", module_name="__main__")["globals"]
    assert found["speed"]["repr"] == "250"
    assert found["name"]["repr"] == "'ровер'"
    info = window.ask("get_object_info", object_id=found["speed"]["id"], include_attributes=True, all_attributes=False)
    assert info["id"] == found["speed"]["id"]


def test_input(window: Thonny) -> None:
    window.begin("Run", argv=["Run"], args=[], source="name = input('who? ')\nprint('hello', name)\n")
    window.wait_printed("who? ")
    window.type("Anna\n")
    assert window.finish().endswith("hello Anna\r\n")


@pytest.mark.parametrize("source", ["while True:\n    pass\n", "import time\nwhile True:\n    time.sleep(0.1)\n"])
def test_stop(window: Thonny, source: str) -> None:
    window.begin("Run", argv=["Run"], args=[], source="print('goes')\n" + source)
    window.wait_printed("goes")
    time.sleep(0.2)
    window.interrupt()
    assert "KeyboardInterrupt" in window.finish()
    assert "]3[" in window.shell("1 + 2\n")


@pytest.mark.slow
def test_files(window: Thonny, board: RunningBoard, tmp_path: Path) -> None:
    content = bytes(range(256)) * 8
    window.ask("mkdir", path="/t")
    window.ask("write_file", path="/t/b.bin", content_bytes=content, make_shebang_scripts_executable=False, editor_id=1)
    assert (board.flash / "t" / "b.bin").read_bytes() == content
    assert window.ask("read_file", path="/t/b.bin")["content_bytes"] == content

    (tmp_path / "имя.txt").write_text("ключ\n", encoding="utf-8")
    item = {
        "kind": "file",
        "size": 9,
        "source_path": str(tmp_path / "имя.txt"),
        "target_path": "/t/inner/имя.txt",
    }
    assert not window.ask("upload", items=[item], make_shebang_scripts_executable=False)["errors"]
    listed = window.ask("get_dirs_children_info", node_id="", paths=["/", "/t"], include_hidden=False)["data"]
    assert set(listed["/t"]) == {"b.bin", "inner"}
    assert listed["/t"]["b.bin"]["size"] == 2048
    assert {"boot.py", "lib", "main.py"} <= set(listed["/"])
    assert abs(listed["/t"]["b.bin"]["modified"] - time.time()) < 100

    back = {"kind": "file", "size": 9, "source_path": "/t/inner/имя.txt", "target_path": str(tmp_path / "back.txt")}
    assert not window.ask("download", items=[back])["errors"]
    assert (tmp_path / "back.txt").read_text(encoding="utf-8") == "ключ\n"

    info = window.ask("get_fs_info", path="/")
    assert info["total"] == info["used"] + info["free"]
    window.ask("delete", paths=["/t"])
    assert not (board.flash / "t").exists()


@pytest.mark.slow
def test_completion(window: Thonny) -> None:
    window.shell("import machine\n")
    answer = window.ask("shell_autocomplete", source="machine.fr", row=1, column=10)
    assert "freq" in {found["name"] for found in answer["completions"]}
    answer = window.ask(
        "editor_autocomplete", source="import machine\nmachine.Pi", row=2, column=10, filename="program.py"
    )
    assert "Pin" in {found["name"] for found in answer["completions"]}


def test_soft_reboot(window: Thonny) -> None:
    """Its Ctrl-D: boot.py and main.py run; main.py waits for the button, and Ctrl-C ends that."""
    window.shell("kept = 1\n")
    window.begin_restart()
    window.wait_printed("soft reboot")
    time.sleep(0.5)
    window.interrupt()
    window.finish()
    assert "NameError" in window.shell("kept\n")
