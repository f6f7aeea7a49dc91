"""`marshrut board --robot`, as `marshrut sim` has it, and the task whose records only a board keeps."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.push.layout import pin_map_text
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.catalogue import TASKS

ROOMS = Path(__file__).resolve().parents[2]
START = "from marshrut.host_tools.cli import main; main()"


def pin_map_after_quitting(robot: str, boards: Path) -> Path:
    """Where the pin map lies on the flash of the board that is kept there, after that robot had it."""
    words = ["board", "--task", "measure", "--robot", robot, "--rfc2217", "0", "--lang", "en"]
    environment = {**os.environ, "MARSHRUT_BOARDS": str(boards)}
    done = subprocess.run(
        [sys.executable, "-c", START, *words],
        check=False, input="quit\n", capture_output=True, text=True, env=environment, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (on_flash,) = boards.rglob("rover_board.py")
    return on_flash


@pytest.mark.sample(1)
@pytest.mark.parametrize("robot", ["xrp", str(ROOMS / "curriculum" / "robots" / "xrp.toml")])
def test_the_board_has_the_pin_map_of_that_robot(robot: str, tmp_path: Path) -> None:
    assert pin_map_after_quitting(robot, tmp_path).read_bytes() == pin_map_text("xrp")


@pytest.mark.slow
def test_another_robot_with_the_same_flash_has_its_own_pin_map(tmp_path: Path) -> None:
    """Unless somebody has changed the one that lies there."""
    pin_map = pin_map_after_quitting("sensor-rover", tmp_path)
    pin_map_after_quitting("xrp", tmp_path)
    assert pin_map.read_bytes() == pin_map_text("xrp")
    pin_map.write_bytes(pin_map_text("xrp") + b"SPARE = 7\n")
    pin_map_after_quitting("sensor-rover", tmp_path)
    assert pin_map.read_bytes() == pin_map_text("xrp") + b"SPARE = 7\n"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_robot_that_is_not_there(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_text('id = "mine"\n', encoding="utf-8")
    for more, parts in (
        (["--robot", "xrpp"], ("--robot", "xrpp", "`xrp`" if lang == "en" else "«xrp»", "[C34]")),
        (["--robot", str(tmp_path / "mine.toml")], ("mine.toml", "[C03]")),
        (["--robot", "xrp", "--board", "xrp"], ("--board", "--robot", "[C39]")),
    ):
        assert cli.run(["board", "--task", "measure", *more, "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == "" and all(part in told.err for part in parts), told.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_measuring_task_names_the_way_that_works_in_the_simulator(lang: str) -> None:
    _, _, told = (TASKS / "measure" / "text" / f"{lang}.md").read_text(encoding="utf-8").rpartition("\n## ")
    way = ["marshrut board --task measure --robot xrp", "marshrut push measure.py", "marshrut logs marks.csv drive.csv"]
    places = [told.index(words) for words in way]
    assert places == sorted(places)
