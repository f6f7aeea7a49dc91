"""Fields of TRIK Studio become folders that load and run; what could not be carried over is told with its line."""

import math
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import WorldFile, load_world
from marshrut.simulator.scene.areas import holds
from marshrut.simulator.scene.model import Arc, Image, Object, Polygon, Stripe
from marshrut.simulator.tasks.loading import load_task
from saves import EVERYTHING, LABYRINTH, blobs, early_save, new_save, oldest_save, png, streamed, zipped

Carried = Callable[..., tuple[Path, list[str]]]


@pytest.fixture
def carried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Carried:
    """Import a save; the folder, and the lines of its report."""

    def do(content: bytes, name: str = "поле 1.qrs", *more: str) -> tuple[Path, list[str]]:
        file = tmp_path / name
        file.write_bytes(content)
        folder = tmp_path / "out"
        assert cli.run(["world", "import", str(file), "--out", str(folder), *more]) == 0, capsys.readouterr().err
        capsys.readouterr()
        return folder, (folder / "report.txt").read_text(encoding="utf-8").splitlines()

    return do


@pytest.fixture
def everything(carried: Carried) -> tuple[Path, WorldFile]:
    folder, _ = carried(new_save())
    return folder, load_world(folder / "world.toml")


def thing(world: WorldFile, name: str) -> Object:
    return next(item for item in world.mat.objects if item.id == name)


# The start marker is at (15, 72.5) cm, turned by 90° clockwise: it looks down, and its axle is 52.5 mm above it.
def place(world: WorldFile, x_cm: float, y_cm: float) -> tuple[float, float]:
    """Where a place of the field lies on the mat."""
    start = world.mat.starts[0]
    return start.x_mm + (x_cm - 15) * 10, start.y_mm - 52.5 - (y_cm - 72.5) * 10


def test_the_robot_starts_with_its_axle_where_it_was(everything: tuple[Path, WorldFile]) -> None:
    _, world = everything
    assert world.id == "pole-1"
    assert world.mat.starts[0].heading_deg == 270
    start = next(zone for zone in world.mat.zones if zone.id == "start-zone")
    xs, ys = [x for x, _ in start.points], [y for _, y in start.points]
    assert (min(xs), max(ys)) == pytest.approx(place(world, 5, 65))
    assert (max(xs), min(ys)) == pytest.approx(place(world, 25, 80))


def test_walls_and_objects_stand_where_they_stood(everything: tuple[Path, WorldFile]) -> None:
    _, world = everything
    first, gate = world.mat.walls
    assert (first.x0_mm, first.y0_mm) == pytest.approx(place(world, 0, 0))
    assert (first.x1_mm, first.y1_mm) == pytest.approx(place(world, 200, 0))
    assert gate.id == "gate"
    pin = thing(world, "keglya")
    assert (pin.kind, pin.length_mm, pin.height_mm, pin.mass_g) == ("pin", 70, 120, 50)
    assert (pin.x_mm, pin.y_mm) == pytest.approx(place(world, 50, 50))
    turned = thing(world, "turned")  # by 90° clockwise: the corner that `begin` is has become the upper right one
    assert (turned.length_mm, turned.mass_g) == (100, 80)
    assert (turned.x_mm, turned.y_mm) == pytest.approx(place(world, 95, 55), abs=0.02)
    ball, cube = thing(world, "ball-one"), thing(world, "cube")
    assert (ball.kind, ball.length_mm, ball.mass_g) == ("ball", 40, 15)
    assert (cube.kind, cube.length_mm, cube.mass_g, cube.heading_deg) == ("box", 60, 200, 330)
    x, y = place(world, 20, 70)
    assert math.dist((x, y), (cube.x_mm, cube.y_mm)) == pytest.approx(30 * math.sqrt(2), abs=0.02)


def test_what_is_painted_lies_where_it_lay(everything: tuple[Path, WorldFile]) -> None:
    _, world = everything
    stripes = [item for item in world.mat.surfaces if isinstance(item, Stripe)]
    areas = [item for item in world.mat.surfaces if isinstance(item, Polygon)]
    line = next(stripe for stripe in stripes if stripe.width_mm == 20 and not isinstance(stripe.pieces[0], Arc))
    piece = line.pieces[0]
    assert not isinstance(piece, Arc) and (piece.x0, piece.y0) == pytest.approx(place(world, 10, 20))
    assert (piece.x1, piece.y1) == pytest.approx(place(world, 60, 20))
    dashes = [s for s in stripes if s.rgb and s.rgb[2] > 0.8 and s.rgb[0] < 0.1]
    assert len(dashes) == 9 and dashes[0].pieces[0].length == pytest.approx(40, abs=0.05)
    ring = next(piece for stripe in stripes for piece in stripe.pieces if isinstance(piece, Arc))
    assert ring.radius == 100 and (ring.cx, ring.cy) == pytest.approx(place(world, 110, 30))
    green = next(area for area in areas if area.rgb[1] > 0.8 and area.rgb[0] < 0.1)
    assert holds(green.points, place(world, 80, 30)) and not holds(green.points, place(world, 92, 30))
    see_through = [area for area in areas if holds(area.points, place(world, 140, 30))]
    assert see_through and 0.1 < see_through[0].rgb[1] < 0.5  # red that lets the floor shine through
    middle = next(stripe for stripe in stripes if len(stripe.pieces) == 48).pieces[24]
    assert not isinstance(middle, Arc) and (middle.x0, middle.y0) == pytest.approx(place(world, 50, 90), abs=0.1)
    drawn = sorted(stripe.pieces[0].length for stripe in stripes if stripe.width_mm == 15)
    assert drawn[0] == pytest.approx(100) and [len(s.pieces) for s in stripes if s.width_mm == 15] == [2, 1]
    assert world.mat.rgb[0] > world.mat.rgb[2]  # the background colour


def test_a_line_of_more_strokes_than_a_mat_may_have_is_broken_to_its_end(carried: Carried) -> None:
    fine = b'id="dashed" begin="10:24" end="230:24" stroke="#ff0000ff" stroke-width="0.1" stroke-style="dot"'
    dotted = re.sub(rb'id="dashed" [^/]*', fine, EVERYTHING)
    folder, report = carried(new_save(dotted), "dots.qrs", "--lang", "en")
    world = load_world(folder / "world.toml")
    blue = [item for item in world.mat.surfaces if isinstance(item, Stripe) and item.rgb and item.rgb[2] > 0.8]
    dots = [item.pieces[0] for item in blue if item.width_mm == 1]
    assert 499 <= len(dots) <= 501 and any("734 strokes; it has 500" in line for line in report)
    assert dots[-2].length == pytest.approx(2200 / 500 / 3, abs=0.05)
    places = [dot.x0 for dot in dots if not isinstance(dot, Arc)]
    assert max(places) - min(places) == pytest.approx(2200, abs=5)


def test_pictures_lie_beside_the_world(everything: tuple[Path, WorldFile]) -> None:
    folder, world = everything
    image = next(item for item in world.mat.surfaces if isinstance(item, Image))
    assert image.columns * image.mm_per_px == pytest.approx(200, abs=1)
    assert (image.x_mm, image.y_mm) == pytest.approx(place(world, 150, 80))
    assert {path.name for path in folder.iterdir()} == {
        "world.toml", "task.toml", "rules.toml", "report.txt", "text",
        "picture-1.png", "picture-2.svg", "picture-3.png",
    }  # fmt: skip
    text = (folder / "world.toml").read_text(encoding="utf-8")
    assert '# file = "picture-3.png"' in text  # the background is there for whoever wants it


def test_zones_are_what_regions_were(everything: tuple[Path, WorldFile]) -> None:
    _, world = everything
    zones = {zone.id: zone.points for zone in world.mat.zones}
    assert set(zones) == {"start-zone", "finish", "oval-zone", "bound-to-box"}
    assert holds(zones["oval-zone"], place(world, 115, 67)) and not holds(zones["oval-zone"], place(world, 101, 61))
    assert holds(zones["bound-to-box"], place(world, 80, 30))


def test_rules_say_what_the_field_says(everything: tuple[Path, WorldFile]) -> None:
    folder, _ = everything
    rules = tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))
    assert rules["time_limit_ms"] == 60_000
    by_id = {rule.get("id", rule["kind"]): rule for rule in rules["rule"]}
    assert [rule["kind"] for rule in rules["rule"]] == ["constraint", "constraint", "init"] + ["event"] * 5
    assert by_id["constraint"]["any"][1] == {"not": {"inside": "keglya", "zone": "finish", "part": "any"}}
    assert by_id["init"]["do"] == [{"set": "laps", "to": 0}]
    assert by_id["moves"]["all"] == [{"greater": [{"state": "robot.M3.power"}, 0]}]
    assert by_id["moves"]["do"] == [{"arm": "finish"}, {"disarm": "too late"}]
    assert by_id["too late"]["once"] and by_id["too late"]["all"][0] == {"after_ms": 5000, "disarms": True}
    finish = by_id["finish"]
    assert not finish["armed"] and not finish["once"]
    assert finish["all"] == [
        {"inside": "robot", "zone": "finish", "part": "centre"},
        {"equal": [{"name": "robot.isRiding"}, False]},
        {"at_least": [{"sum": [{"variable": "laps"}, 1]}, {"abs": {"minus": 1.5}}]},
        {"equal": [{"type_of": "robot.A1"}, "twoDModel::robotModel::parts::RangeSensor"]},
        {"first": [{"set": "laps", "to": {"name": "laps"}}], "then": {"always": True}},
    ]
    assert finish["do"] == [
        {"set": "total_score", "to": {"sum": [{"name": "total_score"}, 10]}},
        {"message": "Кругов: %n%, очков ${total_score}", "replace": [{"sign": "n", "by": {"variable": "laps"}}]},
        {"set_state": "robot.display", "property": "smiles", "to": True},
        {"log": "done"},
        {"success": "later"},
    ]
    assert by_id["hold"]["all"][1] == {"after_ms": 2000, "disarms": False}
    assert by_id["hold"]["do"] == [{"fail": "Стоит"}]
    assert by_id["began"]["any"][0] == {"differ": [{"name": "robot.M3.power"}, 0]}
    assert by_id["began"]["do"] == [{"log": "go"}]


def test_the_report_names_what_was_lost_and_its_line(carried: Carried) -> None:
    _, report = carried(new_save(), "field.qrs", "--lang", "en")
    lines = EVERYTHING.decode().splitlines()
    for mark, told in (
        ('<wall id="nothing"', "no size"),
        ("<spiral", "spiral"),
        ('boundItem="gone"', "gone"),
        ('<region id="flat"', "no size"),
        ('imageId="{elsewhere}"', "elsewhere.png"),
        ('friction="0.7"', "friction"),
        ('fill="#80ff0000"', "shine through"),
        ("TrikInfraredSensor", "A1"),
        ("ev3KitUniRobot", "ev3KitUniRobot"),
        ("<squint", "squint"),
        ('dropOnFire="false"', "dropsOnFire"),
        ("u:unknown", "u:unknown"),
        ('mass="1.2"', "mass"),
    ):
        line = next(number for number, text in enumerate(lines, 1) if mark in text)
        assert any(f"line {line}:" in row and told in row for row in report), (mark, report)


@pytest.mark.parametrize("save", [new_save, early_save], ids=["new", "early"])
def test_saves_of_each_age_give_the_same_world(save: Callable[[], bytes], carried: Carried) -> None:
    folder, _ = carried(save(), "same.qrs")
    text = (folder / "world.toml").read_bytes() + (folder / "rules.toml").read_bytes()
    assert b"Infrared" not in text and text.count(b"[[zone]]") == 4 and text.count(b"[[rule]]") == 8


def test_the_oldest_saves_and_bare_fields_give_the_same_world(carried: Carried, tmp_path: Path) -> None:
    contents = []
    for content, name in (
        (oldest_save(), "maze.qrs"),
        (LABYRINTH, "maze.xml"),
        (b"\xef\xbb\xbf" + LABYRINTH, "maze.xml"),
    ):
        folder, _ = carried(content, name)
        contents.append((folder / "world.toml").read_bytes())
        folder.rename(tmp_path / f"out-{len(contents)}")
    assert contents[0] == contents[1] == contents[2]
    world = load_world(tmp_path / "out-1" / "world.toml")
    assert world.mat.starts[0].heading_deg == 45  # -45° clockwise
    # The middle of the robot is half of 50 pixels right and below of its position; the axle 15 pixels behind that.
    back = 15 * 3.5 / math.sqrt(2)
    wall = world.mat.walls[0]
    assert world.mat.starts[0].x_mm - wall.x0_mm == pytest.approx(-175 * 3.5 - back, abs=0.02)
    assert world.mat.starts[0].y_mm - wall.y0_mm == pytest.approx(100 * 3.5 - back, abs=0.02)


def test_an_imported_field_is_a_task_that_runs(carried: Carried, capsys: pytest.CaptureFixture[str]) -> None:
    folder, _ = carried(LABYRINTH, "maze.xml")
    task = load_task(folder)
    assert (task.id, task.time_limit_ms, task.judged) == ("maze", 30_000, False)
    program = folder / "hello.py"
    program.write_text("print('hello')\n")
    assert cli.run(["sim", str(program), "--task", str(folder)]) == 0, capsys.readouterr().err


def test_the_button_is_pressed_only_where_the_time_is_not_up_before(carried: Carried, tmp_path: Path) -> None:
    presses = []
    for limit_ms in (300, 1000, 1001):
        folder, _ = carried(LABYRINTH.replace(b'"30000"', b'"%d"' % limit_ms), "maze.xml")
        presses.append(len(load_task(folder).presses))
        folder.rename(tmp_path / f"out-{limit_ms}")
    assert presses == [0, 0, 1]


def test_comments_on_the_field_are_in_the_statement(everything: tuple[Path, WorldFile]) -> None:
    folder, _ = everything
    for lang in LANGUAGES:
        text = (folder / "text" / f"{lang}.md").read_text(encoding="utf-8")
        assert "> Доехать до финиша & стоять" in text and "60" in text


def test_a_report_is_whole_in_each_language(carried: Carried, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marshrut.simulator.messages.strict", True)
    counts = set()
    for lang in LANGUAGES:
        folder, report = carried(new_save(), "field.qrs", "--lang", lang)
        counts.add(sum(line.startswith("- ") for line in report))
        folder.rename(tmp_path / lang)
    assert len(counts) == 1


def test_a_picture_of_other_proportions_is_stretched_as_there(carried: Carried) -> None:
    folder, _ = carried(new_save(pictures=blobs(png(30, 30))))
    image = next(item for item in load_world(folder / "world.toml").mat.surfaces if isinstance(item, Image))
    assert image.columns == 2 * image.rows


def test_more_and_larger_pictures_than_a_mat_may_have_are_told(carried: Carried) -> None:
    pictures = b"".join(b'<image imageId="{picture}" rect="0:0:20:10" position="%d:70"/>' % i for i in range(30))
    crowded = EVERYTHING.replace(b"<images>", b"<images>" + pictures)
    folder, report = carried(new_save(crowded, blobs(png(1200, 600))), "field.qrs", "--lang", "en")
    images = [item for item in load_world(folder / "world.toml").mat.surfaces if isinstance(item, Image)]
    assert len(images) == 20 and {(image.columns, image.rows) for image in images} == {(400, 200)}
    assert any("at most 20" in line for line in report) and any("400 × 200 dots" in line for line in report)


def test_a_field_too_large_for_a_mat_keeps_what_is_around_the_start(carried: Carried) -> None:
    far = LABYRINTH.replace(b'<wall id="{wall2}" begin="300:150"', b'<wall id="{far}" begin="90000:150"')
    folder, report = carried(far, "far.xml", "--lang", "en")
    assert len(load_world(folder / "world.toml").mat.walls) == 1
    assert any("20 × 20 m" in line for line in report)


BAD = {
    "text": (b"hello there, this is no field", "C111"),
    "empty": (b"", "C119"),
    "blank": (b"\xef\xbb\xbf \r\n", "C119"),
    "program only": (zipped({"metaInfo.xml": b"<metaInformation/>"}), "C112"),
    "old program only": (streamed({"/metaInfo.xml": b"<metaInformation/>"}), "C112"),
    "no world": (b"<root><robots/></root>", "C112"),
    "broken XML": (LABYRINTH.replace(b"</walls>", b"</wals>"), "C113"),
    "half a file": (LABYRINTH[:900], "C113"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><root/>', "C113"),
    "entities": (b'<!DOCTYPE r [<!ENTITY a "b">]><root><world/></root>', "C114"),
    "entity from outside": (b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><root>&a;</root>', "C114"),
    "deep": (b"<root>" + b"<a>" * 1000 + b"</a>" * 1000 + b"</root>", "C115"),
    "many": (b"<root>" + b"<a/>" * 50_001 + b"</root>", "C115"),
    "bomb": (zipped({"worldModel.xml": b"<root>" + b" " * 40_000_000}), "C115"),
    "old bomb": (streamed({"/worldModel.xml": b"<root>" + b" " * 40_000_000}), "C115"),
    "half a zip": (new_save()[:700], "C116"),
    "half a stream": (oldest_save()[:-20], "C116"),
}


@pytest.mark.sample(4)
@pytest.mark.parametrize("name", BAD)
def test_what_is_no_field_is_one_clear_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, code = BAD[name]
    file = tmp_path / "bad.qrs"
    file.write_bytes(content)
    lang = LANGUAGES[list(BAD).index(name) % len(LANGUAGES)]
    assert cli.run(["world", "import", str(file), "--out", str(tmp_path / "out"), "--lang", lang]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and f"[{code}]" in said.err and "bad.qrs" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["bad.qrs"]


def test_a_folder_is_no_field(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang in LANGUAGES:
        assert cli.run(["world", "import", str(tmp_path), "--out", str(tmp_path / "out"), "--lang", lang]) == 2
        said = capsys.readouterr()
        assert said.out == "" and said.err.startswith(f"{tmp_path}:") and "[C96]" in said.err


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "maze.xml"
    file.write_bytes(LABYRINTH)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    assert cli.run(["world", "import", str(file), "--out", str(folder)]) == 2
    assert "[C117]" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]
    assert cli.run(["world", "import", str(tmp_path / "none.qrs")]) == 2
    assert "[C01]" in capsys.readouterr().err
    assert cli.run(["world", "import", str(file), "--out", str(file / "inside")]) == 2
    assert "[C35]" in capsys.readouterr().err


def test_the_page_about_rules_says_every_key(everything: tuple[Path, WorldFile]) -> None:
    folder, _ = everything
    page = Path(__file__).resolve().parents[2] / "docs" / "reference" / "imported-rules.md"
    sections = page.read_text(encoding="utf-8").split("\n# ")

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    used = keys(tomllib.loads((folder / "rules.toml").read_text(encoding="utf-8"))["rule"]) - {"sign"}
    assert len(used) > 25 and len(sections) == 3
    for section in sections:
        assert not {key for key in used if f"`{key}`" not in section}
    rows = [[line.split("|")[1] for line in section.splitlines() if line.startswith("| `")] for section in sections]
    assert [len(row) for row in rows] == [len(rows[0])] * 3


def test_a_field_with_a_russian_name_is_a_task_that_can_be_checked(tmp_path: Path) -> None:
    """Its English title says what it is; the others are its own name."""
    field, out = tmp_path / "Поле один.xml", tmp_path / "field"
    field.write_bytes(LABYRINTH)
    assert cli.run(["world", "import", str(field), "--out", str(out), "--lang", "en"]) == 0
    title = load_task(out).title
    assert (title.ru, title.kk, title.en) == ("Поле один", "Поле один", "Imported field")
    assert cli.run(["task", "check", str(out), "--lang", "en"]) == 0


def test_an_event_without_a_name_is_told_by_its_tag(carried: Carried) -> None:
    _, report = carried(EVERYTHING, "поле 1.xml", "--lang", "en")
    assert any("“event” was not carried over" in line for line in report)
