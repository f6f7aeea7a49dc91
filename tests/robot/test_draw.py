"""`marshrut robot draw`: a picture to scale."""

import io
from pathlib import Path
from xml.etree import ElementTree

import numpy
import pytest
from PIL import Image
from scipy.ndimage import binary_erosion

from .conftest import NAMES, Changed, Command

DPI = 150
RIM = 5
TYRE = (0x44, 0x4B, 0x57)
GRIP = (0x7A, 0x2E, 0xA0)


def pixels(path: Path) -> numpy.ndarray:
    return numpy.asarray(Image.open(io.BytesIO(path.read_bytes())).convert("RGB")).astype(int)


def tyres_mm(path: Path, scale: float) -> tuple[float, float]:
    """How far the outer edges of the wheels are apart in the picture, and how long a wheel is; mm of the robot."""
    dark = abs(pixels(path) - TYRE).max(axis=2) < 3
    # The rims of letters have that colour, too, a pixel here and there.
    rows, columns = numpy.nonzero(binary_erosion(dark, iterations=RIM))
    mm = 25.4 / DPI / scale
    return (columns.max() - columns.min() + 1 + 2 * RIM) * mm, (rows.max() - rows.min() + 1 + 2 * RIM) * mm


@pytest.mark.parametrize(("name", "scale", "track", "diameter"), [("mini-rover", 1, 84, 32), ("xrp", 0.5, 155, 60)])
def test_lengths_are_true_on_the_paper(
    robot_command: Command, tmp_path: Path, name: str, scale: float, track: float, diameter: float
) -> None:
    path = tmp_path / "robot.png"
    assert robot_command("draw", name, "--out", path).code == 0
    across, long = tyres_mm(path, scale)
    assert long == pytest.approx(diameter, abs=0.5 / scale)
    assert across == pytest.approx(track + diameter / 3, abs=0.5 / scale)


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ru", "kk", "en"])
def test_every_robot_is_drawn_in_each_language(
    robot_command: Command, tmp_path: Path, name: str, lang: str, recwarn: pytest.WarningsRecorder
) -> None:
    path = tmp_path / "robot.png"
    told = robot_command("draw", name, "--out", path, "--lang", lang)
    assert told.code == 0 and str(path) in told.out
    assert pixels(path).shape == (1240, 1753, 3)
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_svg_has_no_date_and_is_the_same_each_time(robot_command: Command, tmp_path: Path) -> None:
    first, second = tmp_path / "a.svg", tmp_path / "b.svg"
    for path in (first, second):
        assert robot_command("draw", "mini-rover", "--out", path).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert ElementTree.parse(first).getroot().tag.endswith("svg")


def test_many_pins_and_a_wire_find_room(robot_command: Command, changed: Changed, tmp_path: Path) -> None:
    lamps = "".join(f'\n[[led]]\nid = "lamp{n}"\npin = {n}\nx_mm = 0\ny_mm = 0\n' for n in (0, 1, 6, 7, 18, 19, 21, 23))
    text = changed("mini-rover").read_text(encoding="utf-8") + lamps + "\n[[wire]]\npins = [14, 15]\n"
    path = tmp_path / "many.toml"
    path.write_text(text, encoding="utf-8")
    assert robot_command("draw", path, "--out", tmp_path / "many.png").code == 0


def test_what_cannot_be_drawn(robot_command: Command, tmp_path: Path) -> None:
    for words, code in (
        (("xrp", "--out", tmp_path / "xrp.bmp"), "C121"),
        (("xrp", "--out", tmp_path / "no" / "such" / "xrp.png"), "C35"),
        (("xpr", "--out", tmp_path / "xrp.png"), "C120"),
    ):
        told = robot_command("draw", *words)
        assert told.code == 2 and f"[{code}]" in told.err and told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_long_name_of_a_pin_stays_off_what_is_on_it(robot_command: Command, tmp_path: Path) -> None:
    """XRP's lamp is on EXT_GPIO0."""
    path = tmp_path / "robot.png"
    assert robot_command("draw", "xrp", "--out", path).code == 0
    left, top = (round(mm / 25.4 * DPI) for mm in (192, 10))
    white = (pixels(path)[top : top + 560, left : left + 160].min(axis=2) > 250).all(axis=0)
    runs = "".join("w" if column else "." for column in white).split(".")
    assert max(map(len, runs)) >= 10


def test_a_gripper_is_drawn(robot_command: Command, changed: Changed, tmp_path: Path) -> None:
    """A dashed outline of the area in which it takes hold."""
    area = "[[90, 30], [90, -30], [150, -30], [150, 30]]"
    table = f'[gripper]\nservo = "arm"\narea_mm = {area}\nopening_mm = 80\nopen_deg = 20\nclosed_deg = 120\n'
    seen = []
    for more in ("", table):
        robot, path = changed("sensor-rover"), tmp_path / "robot.png"
        robot.write_text(robot.read_text(encoding="utf-8") + "\n" + more, encoding="utf-8")
        assert robot_command("draw", robot, "--out", path).code == 0
        seen.append(int((abs(pixels(path) - GRIP).max(axis=2) < 40).sum()))
    assert seen[0] < 50 < 300 < seen[1]
