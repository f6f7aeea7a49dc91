"""marshrut world check and draw, as a teacher meets them."""

from pathlib import Path
from typing import Any

import pytest
from marshrut.host_tools.cli import run
from marshrut.host_tools.world import overview
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.replay.sheet import Sheet
from marshrut.simulator.scene import SceneError, load_scene
from PIL import Image

ROVER = Path(__file__).resolve().parents[2] / "curriculum" / "robots" / "esp32-rover.toml"
MATS = Path(__file__).resolve().parents[1] / "world" / "mats"
EVERYTHING = MATS / "everything.toml"

WORLD = """id = "w"
title = { en = "W", ru = "W", kk = "W" }
[mat]
width_mm = 1000
height_mm = 600
colour = "#ffffff"
[[start]]
id = "begin"
x_mm = 500
y_mm = 300
heading_deg = 0
"""
LINE = '[[polyline]]\nid = "line"\nwidth_mm = 20\ncolour = "{}"\npoints_mm = {}\n'
RAMP = '[[ramp]]\nid = "ramp"\npoints_mm = [[50, 50], [200, 50], [200, 200]]\nuphill_deg = 20\nslope_deg = 5\n'
BUMP = '[[bump]]\nid = "bump"\nfrom_mm = [800, 100]\nto_mm = [800, 400]\nlength_mm = 60\nheight_mm = 10\n'
PIN = '[[pin]]\nid = "can"\nx_mm = {}\ny_mm = 300\ndiameter_mm = 60\nheight_mm = 100\nmass_g = 50\n'
BOX = '[[box]]\nid = "crate"\nx_mm = {}\ny_mm = 300\nheading_deg = 45\nsize_mm = [{}, 90]\nheight_mm = 90\nmass_g = 9\n'


def test_a_title_that_nobody_sees_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "w.toml").write_text(WORLD.replace('en = "W", ru = "W", kk = "W"', 'en = "", ru = " ", kk = "\\u200b"'))
    assert run(["world", "check", str(tmp_path / "w.toml"), "--lang", "en"]) == 2
    told = capsys.readouterr().err.splitlines()
    for key in ("title.en", "title.ru", "title.kk"):
        assert (
            f"{tmp_path / 'w.toml'}:2: `{key}` must not be empty. Try: write a text between the quotes. [C48]" in told
        )


def test_each_zone_and_light_is_named_whatever_else_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walls = "".join(
        f'[[wall]]\nid = "wall-{i}"\nfrom_mm = [{20 + 12 * i}, 560]\nto_mm = [{20 + 12 * i}, 590]\nheight_mm = 100\n'
        for i in range(70)
    )
    area = '[[{}]]\nid = "{}"\n{}points_mm = {}\n'
    things = [
        area.format("zone", f"zone-{i}", "", [[x, 20], [x + 100, 20], [x + 100, 120], [x, 120]])
        for i, x in enumerate(range(20, 900, 110))
    ]
    things.append(area.format("zone", "narrow", "", [[20, 200], [30, 200], [30, 230], [20, 230]]))
    hook = [[600, 150], [900, 150], [900, 450], [880, 450], [880, 170], [600, 170]]
    things.append(area.format("light", "lamp", "share = 0.1\n", hook))
    (tmp_path / "w.toml").write_text(WORLD + walls + "".join(things))
    put: dict[str, tuple[float, float]] = {}

    def keep(sheet: Sheet, name: str, spot: tuple[float, float], *how: object) -> None:
        put[name] = sheet.place_mm(*spot)

    monkeypatch.setattr(overview, "_put_name", keep)
    assert run(["world", "draw", str(tmp_path / "w.toml"), "--out", str(tmp_path / "w.png")]) == 0
    for i, x in enumerate(range(20, 900, 110)):
        assert x < put[f"zone-{i}"][0] < x + 100 and 20 < put[f"zone-{i}"][1] < 120
    assert "narrow" in put and "lamp" in put
    picture = Image.open(tmp_path / "w.png").convert("RGB")
    sun = tuple(int(overview.SUN[i : i + 2], 16) for i in (1, 3, 5))
    assert any(colour == sun for _, colour in picture.getcolors(1 << 24) or [])


def test_what_is_on_a_mat(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "check", "line-sprint:s-bends", str(EVERYTHING), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    for part in ("line-sprint:s-bends: the file is in order", "2400 × 1200 mm", "line `line`: closed", "starts: start"):
        assert part in told
    for part in ("painted areas: 25", "pictures: 1", "pins: 1", "zones: 2", "slopes: 1", "speed bumps: 1"):
        assert part in told
    for part in ("(line 16)", "text"):
        assert part in told


def test_a_bump_has_the_name_that_its_author_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from matplotlib.axes import Axes

    written: list[str] = []
    write = Axes.text

    def seen(axes: Axes, x: float, y: float, s: str, **more: Any) -> Any:
        written.append(s)
        return write(axes, x, y, s, **more)

    monkeypatch.setattr(Axes, "text", seen)
    world = tmp_path / "world.toml"
    world.write_text(WORLD + RAMP + BUMP, encoding="utf-8")
    assert run(["world", "draw", str(world), "--out", str(tmp_path / "mat.png")]) == 0
    assert {"ramp", "bump"} <= set(written) and not {"bump-up", "bump-down"} & set(written)


def test_only_a_line_that_turns_has_a_tightest_turn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    straight = tmp_path / "straight.toml"
    straight.write_text(WORLD + LINE.format("#000000", "[[100, 100], [500, 100]]"), encoding="utf-8")
    assert run(["world", "check", str(straight), "line-sprint:s-bends", "--lang", "en"]) == 0
    first, second = (line for line in capsys.readouterr().out.splitlines() if "line `line`" in line)
    assert "length 400 mm" in first and "radius" not in first
    assert "its tightest turn has a radius of" in second


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_each_language(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["world", "check", str(EVERYTHING), "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert {"ru": "файл в порядке", "kk": "файл дұрыс", "en": "is in order"}[lang] in told


def test_all_faults_of_all_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(WORLD + LINE.format("#000000", [[0, 0], [2000, 0]]) + PIN.format(5000), encoding="utf-8")
    second.write_text(WORLD.replace("width_mm = 1000", "width_mm = true\ntint = 1"), encoding="utf-8")
    assert run(["world", "check", str(first), "line-sprint", str(second), "nothing.toml", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert "line-sprint: the file is in order" in told.out
    for place in (f"{first}:12:", f"{first}:17:", f"{second}:4:", f"{second}:5:", "nothing.toml"):
        assert place in told.err, told.err


CAUTIONS = {
    "a line near the edge": (LINE.format("#000000", [[100, 30], [900, 30]]), ["line", "30 mm", "edge", "65 mm"]),
    "a faint line": (LINE.format("#ffff00", [[100, 300], [900, 300]]), ["line", "0 %", "infrared"]),
    "a start over the edge": (
        '[[start]]\nid = "far"\nx_mm = 20\ny_mm = 300\nheading_deg = 0\n', ["far", "sensor-rover", "25 mm"]),
    "a start at a wall": ('[[wall]]\nid = "fence"\nfrom_mm = [600, 0]\nto_mm = [600, 600]\n', ["begin", "fence"]),
    "a thing in the robot": (PIN.format(540), ["begin", "can"]),
    "a thing that reaches into the robot": (PIN.format(610), ["begin", "can", "sensor-rover", "C147"]),
    "a box around the robot": (BOX.format(500, 400), ["begin", "crate", "C147"]),
    "a box that reaches into the robot": (BOX.format(640, 90), ["begin", "crate", "C147"]),
    "a blot": (
        '[[stripe]]\nid = "line"\nwidth_mm = 40\ncolour = "#000000"\nx_mm = 200\ny_mm = 450\nheading_deg = 0\n'
        "segments = [{ straight_mm = 300 }, { arc_deg = -170, radius_mm = 15 }]\n", ["line", "15 mm", "blot"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CAUTIONS)
def test_what_would_surprise_a_robot(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables, parts = CAUTIONS[name]
    path = tmp_path / "w.toml"
    path.write_text(WORLD + tables, encoding="utf-8")
    assert run(["world", "check", str(path), "--lang", "en"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "Have a look" in line]
    assert len(told) == 1 and all(part in told[0] for part in parts), told


HARMLESS = {
    "a thing that just does not touch the robot": PIN.format(616),
    "a box beside its corner": BOX.format(650, 90),
    "a line across the mat": LINE.format("#000000", [[100, 0], [100, 600]]),
    "a line to the edge": LINE.format("#000000", [[100, 100], [400, 100], [400, 600]]),
    "a line far enough from the edge": LINE.format("#000000", [[100, 66], [900, 66]]),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_would_not(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.toml"
    path.write_text(WORLD + HARMLESS[name], encoding="utf-8")
    assert run(["world", "check", str(path), "--lang", "en"]) == 0
    assert "Have a look" not in capsys.readouterr().out


def test_a_robot_does_not_start_in_a_thing(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text(WORLD + PIN.format(610), encoding="utf-8")
    with pytest.raises(SceneError, match=r"w\.toml:7: .*`can`.* \[C147\]"):
        load_scene(path, ROVER)


def test_nothing_surprises_on_the_mats_of_our_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    names = ["line-sprint:oval", "line-sprint:s-bends", "line-sprint:technical", "desk:wall", "desk:corridor"]
    assert run(["world", "check", *names, "--lang", "en"]) == 0
    assert "Have a look" not in capsys.readouterr().out


def test_a_picture_of_a_mat(tmp_path: Path) -> None:
    png, svg = tmp_path / "mat.png", tmp_path / "mat.svg"
    assert run(["world", "draw", str(EVERYTHING), "--out", str(png), "--lang", "kk"]) == 0
    pixels = Image.open(png).convert("RGB")
    assert pixels.width == 1600
    colours = {colour for _, colour in pixels.getcolors(1 << 20) or ()}
    # Ink, the picture's red and blue, the drawing's green, and what stands there.
    for colour in ("#000000", "#c81e1e", "#145aa0", "#008000", "#2060c0", "#e08020"):
        assert tuple(bytes.fromhex(colour[1:])) in colours, colour
    assert run(["world", "draw", "line-sprint:oval", "--out", str(svg), "--lang", "ru"]) == 0
    first = svg.read_bytes()
    assert run(["world", "draw", "line-sprint:oval", "--out", str(svg), "--lang", "ru"]) == 0
    assert svg.read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mat.png", "mat.svg"]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["draw", "line-sprint", "--out", "mat.jpg"], ["mat.jpg", ".png, .svg"]),
        (["draw", "line-sprnt"], ["line-sprint"]),
        (["draw", "line-sprint:oval2"], ["oval"]),
        (["draw", "nothing.toml"], ["nothing.toml"]),
        (["draw", "line-sprint", "--out", "no/such/folder/mat.png"], ["no/such/folder"]),
        (["check"], ["FILE"]),
        (["check", "line-sprint", "--lang", "xx"], ["--lang"]),
    ],
)
def test_bad_input_is_one_sentence(
    arguments: list[str], parts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert run(["world", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and all(part in told for part in parts), told
    assert not list(tmp_path.iterdir())


def test_what_a_world_breaks_must_be_on_the_robot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As `sim` has it, with the same robot where none is named."""
    world = tmp_path / "w.toml"
    for device, robot, code in (
        ("line33", [], 2),
        ("line3", [], 0),
        ("imu", [], 0),
        ("imu", ["--robot", str(ROVER)], 2),
    ):
        broken = f'[[fault]]\nkind = "cable-off"\ndevice = "{device}"\n'
        world.write_text(WORLD + broken, encoding="utf-8")
        assert run(["world", "check", str(world), *robot, "--lang", "en"]) == code
        assert (f"names `{device}`" in capsys.readouterr().err) == (code == 2)
