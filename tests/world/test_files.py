"""World and robot files that cannot be used: one table of faults, each told with file, line, key and way out."""

from pathlib import Path

import pytest
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import SceneError, load_robot, load_scene, load_world
from marshrut.simulator.scene.model import Press, Stripe
from marshrut.simulator.toml_file import FileProblem, TomlFile

ROOT = Path(__file__).resolve().parents[2] / "curriculum"
OVAL = ROOT / "tasks" / "line-sprint" / "worlds" / "oval.toml"
ROVER = ROOT / "robots" / "esp32-rover.toml"

PART = '[[part]]\nid = "{}"\nchip = "{}"\npins = {}\n\n[[led]]'

# A file, the text that is replaced in it, its replacement, the text in the faulty line (or a line number), parts of the
# sentence.
FAULTS = {
    "misspelt key": (OVAL, "radius_mm = 350", "radus_mm = 350", "radus_mm", ["radus_mm", "radius_mm", "mean"]),
    "misspelt table": (OVAL, "[mat]", "[matt]", "[matt]", ["matt", "mean"]),
    "unknown key": (OVAL, "height_mm = 1200", "height_mm = 1200\ntint = 3", "tint", ["mat.tint", "width_mm"]),
    "missing key": (OVAL, "height_mm = 1200\n", "", "[mat]", ["mat.height_mm", "missing"]),
    "missing table": (OVAL, "[[start]]", "[[begin]]", 1, ["start"]),
    "text for a number": (OVAL, "width_mm = 2400", 'width_mm = "wide"', '"wide"', ["mat.width_mm", "number", '"wide"']),
    "number in quotes": (OVAL, "width_mm = 2400", 'width_mm = "2400"', '"2400"',
                         ["mat.width_mm", '"2400"', "without quotes"]),
    "truth for a number": (OVAL, "width_mm = 2400", "width_mm = true", "= true", ["mat.width_mm", "true"]),
    "no number at all": (OVAL, "width_mm = 2400", "width_mm = nan", "nan", ["mat.width_mm"]),
    "endless number": (OVAL, "width_mm = 2400", "width_mm = inf", "inf", ["mat.width_mm"]),
    "negative length": (OVAL, "width_mm = 2400", "width_mm = -5", "-5",
                        ["mat.width_mm", "at least 10", "-5", "Try: ", "unit"]),
    "enormous length": (OVAL, "width_mm = 2400", "width_mm = 1e9", "1e9", ["mat.width_mm", "20000"]),
    "neither light nor colour": (OVAL, "reflectance = 0.85", "", "[mat]", ["`mat`", "reflectance", "colour"]),
    "colour by name": (OVAL, "reflectance = 0.85", 'colour = "red"', '"red"', ["mat.colour", '"red"']),
    "too light": (OVAL, "reflectance = 0.85", "reflectance = 1.2", "1.2", ["reflectance", "at most 1"]),
    "three coordinates": (OVAL, "[[992, 325]", "[[992, 325, 0]", "992, 325, 0", ["points_mm[1]"]),
    "two corners": (OVAL, "[[992, 325], [1008, 325], [1008, 385], [992, 385]]", "[[992, 325], [1008, 325]]",
                    "points_mm = [[992, 325], [1008, 325]]", ["polygon[gate-left].points_mm", "3", "2"]),
    "corners in a row": (OVAL, "[[992, 325], [1008, 325], [1008, 385], [992, 385]]", "[[0, 0], [1, 1], [2, 2]]",
                         "[2, 2]", ["gate-left", "row"]),
    "capital id": (OVAL, 'id = "line"', 'id = "The Line"', "The Line", ["stripe[1].id", "The Line"]),
    "id used twice": (OVAL, 'id = "gate-right"', 'id = "gate-left"',
                      'id = "gate-left"\nreflectance = 0.05\npoints_mm = [[992, 175]', ["polygon[2].id", "gate-left"]),
    "segment of two kinds": (OVAL, "{ straight_mm = 700 }", "{ straight_mm = 700, arc_deg = 5 }", "arc_deg = 5",
                             ["segments[1]", "arc_deg", "straight_mm"]),
    "segment of no kind": (OVAL, "{ straight_mm = 700 }", "{ }", "  { }", ["segments[1]", "{ }"]),
    "arc without radius": (OVAL, "arc_deg = 180, radius_mm = 350", "arc_deg = 180", "{ arc_deg = 180 },",
                           ["segments[2]", "radius_mm"]),
    "turn by nothing": (OVAL, "arc_deg = 180", "arc_deg = 0", "arc_deg = 0,", ["segments[2].arc_deg", "length"]),
    "loop left open": (OVAL, "straight_mm = 300 ", "straight_mm = 287.4 ", "[[stripe]]", ["line", "12.6 mm", "0.5"]),
    "turn too tight": (OVAL, "min_radius_mm = 100", "min_radius_mm = 400", "arc_deg = 180", ["line", "350", "400"]),
    "parts too near": (OVAL, "min_gap_mm = 150", "min_gap_mm = 700", "min_gap_mm = 700", ["line", "680", "700"]),
    "start off the mat": (OVAL, "x_mm = 850", "x_mm = 2500", "[[start]]",
                          ["start", "2500", "2400 × 1200", "Try: ", "mat larger"]),
    "line off the mat": (OVAL, "y_mm = 250\nheading_deg = 0\nsegments", "y_mm = 600\nheading_deg = 0\nsegments",
                         "[[stripe]]", ["line", "1300", "2400 × 1200"]),
    "no TOML": (OVAL, "width_mm = 2400", "width_mm 2400", "width_mm 2400", ["width_mm 2400", "TOML"]),
    "less friction at rest": (ROVER, "static_friction_mnm = 10.0", "static_friction_mnm = 1.0", "= 1.0",
                              ["motors.static_friction_mnm", "says 1", "6.8", "Try: ", "C200"]),
    "a self-crossing body": (ROVER, "outline_mm = [", "outline_mm = [[0, 0], [90, 90], [90, 0], [0, 90]] # [",
                             "outline_mm", ["1–2 and 3–4", "C57"]),
    "a unit behind a number": (OVAL, "width_mm = 2400", "width_mm = 2400 мм", "2400 мм",
                               ["`2400 мм`", "number alone", "C02"]),
    "a printed minus": (OVAL, "width_mm = 2400", "width_mm = \u22125", "\u22125", ["dash `\u2212`", "type `-`"]),
    "a space that does not break": (OVAL, "width_mm = 2400", "width_mm =\u00a02400", "\u00a02400", ["space", "again"]),
    "printed quotes": (OVAL, 'id = "line"', "id = «line»", "«line»", ["quotes `«`", '`"`']),
    "a colon for =": (OVAL, "width_mm = 2400", "width_mm: 2400", "width_mm: 2400", ["`width_mm`", "`width_mm =`"]),
    "a comment of another language": (OVAL, "[mat]", "// the mat\n[mat]", "// the", ["`//`", "`#`"]),
    "a path of Windows": (OVAL, 'id = "line"', 'id = "pics\\mat"', "pics", ["backslash", "`/`"]),
    "one start in single brackets": (OVAL, "[[start]]", "[start]", "[start]", ["double brackets", "`[[start]]`"]),
    "key given twice": (OVAL, "width_mm = 2400", "width_mm = 2400\nwidth_mm = 1", "width_mm = 1",
                        ["`width_mm` is given twice", "in line", "leave one", "C02"]),
    "long key given twice": (OVAL, "width_mm = 2400", "width_mm = 2400\nwidth_mm = [1,\n2]", "width_mm = [1",
                             ["`width_mm` is given twice"]),
    "table given twice": (OVAL, "[mat]", "[mat]\nwidth_mm = 1\n[mat] # again", "[mat] # again",
                          ["`[mat]` is given twice"]),
    "key given twice in braces": (OVAL, "{ straight_mm = 700 }", "{ straight_mm = 7, straight_mm = 700 }", "= 7,",
                                  ["`straight_mm` is given twice"]),
    "decimal comma": (OVAL, "width_mm = 2400", "width_mm = 2400,5  # wide", "2400,5", ["`2400,5`", "`2400.5`", "C02"]),
    "decimal comma in braces": (OVAL, "{ straight_mm = 700 }", "{ straight_mm = 700,25 }", "700,25", ["`700.25`"]),
    "Cyrillic letter in a key": (OVAL, "width_mm = 2400", "w\u0456dth_mm = 2400", "w\u0456dth",
                                 ["`\u0456`", "only looks Latin", "`width_mm`", "C02"]),
    "Cyrillic letter in a table": (OVAL, "[mat]", "[m\u0430t]", "[m\u0430t]", ["`\u0430`", "`mat`"]),
    "Cyrillic key in braces": (OVAL, "en = ", "\u0435n = ", "\u0435n", ["`\u0435`", "`en`"]),
    "Russian key": (OVAL, "width_mm = 2400", "ширина = 2400", "ширина", ["`ширина`", "Latin letters"]),
    "Russian value": (OVAL, "width_mm = 2400", "width_mm = много", "много", ["not written as TOML"]),
    "bracket left open": (OVAL, "\n]\n", "\n", "last", ["TOML"]),
    "two devices on one pin": (ROVER, "encoder_a = 22", "encoder_a = 36", '{ id = "line1"',
                               ["36", "motors.right.encoder_a", "(line ", "line1"]),
    "motor pins swapped into one": (ROVER, "pin_in2 = 26", "pin_in2 = 25", "pin_in2 = 25",
                                    ["25", "motors.left.pin_in1", "motors.left.pin_in2"]),
    "half a pin": (ROVER, "pin_in1 = 25", "pin_in1 = 25.5", "25.5", ["motors.left.pin_in1", "whole number", "25.5"]),
    "unknown driver": (ROVER, 'driver = "drv8833"', 'driver = "drv8834"', "drv8834",
                       ["motors.driver", "drv8834", "drv8833"]),
    "misspelt motor key": (ROVER, "gear_ratio", "gear_ration", "gear_ration", ["motors.gear_ration", "gear_ratio"]),
    "misspelt key of one side": (ROVER, "wheel_y_mm = 65", "wheel_ymm = 65", "wheel_ymm",
                                 ["motors.left.wheel_ymm", "wheel_y_mm"]),
    "gear that gives power": (ROVER, "gear_efficiency = 0.63", "gear_efficiency = 1.3", "1.3",
                              ["motors.gear_efficiency", "at most 1"]),
    "massless": (ROVER, "mass_g = 380", "mass_g = 0", "mass_g = 0", ["chassis.mass_g", "at least 1"]),
    "wheels crossed": (ROVER, "wheel_y_mm = 65", "wheel_y_mm = -70", "wheel_y_mm = -70", ["y = -70 mm", "y = -65 mm"]),
    "no battery": (ROVER, "[battery] ", "[batterie] ", "batterie", ["batterie", "battery"]),
    "crossing outline": (ROVER, "[40, -75], [-45, -75]", "[-45, -75], [40, -75]", "outline_mm", ["2–3", "4–5"]),
    "flat outline": (ROVER, "[40, -75], [-45, -75], [-45, 75], [40, 75]", "[85, 0]", "outline_mm", ["one row"]),
    "half a wire": (ROVER, "[[button]]", "[[wire]]\npins = [5]\n\n[[button]]", "pins = [5]",
                    ["wire[1].pins", "at least 2 items", "has 1"]),
    "wire of nothing": (ROVER, "[[button]]", "[[wire]]\npins = []\n\n[[button]]", "pins = []",
                        ["wire[1].pins", "at least 2 items", "has 0"]),
    "nested deeply": (ROVER, "[battery]", f"deep = {'[' * 5000}{']' * 5000}\n[battery]", 0, ["C58", "20"]),
    "a key of thousands of parts": (ROVER, "[battery]", ". ".join(["a"] * 20_000) + " = 1\n[battery]", "a. a. a",
                                    ["C58", "20"]),
    "nested in tables": (OVAL, "[mat]", f"deep = {'{a=' * 100}1{'}' * 100}\n[mat]", 0, ["C58", "20"]),
    "too many digits": (ROVER, "mass_g = 380", f"mass_g = {'9' * 400}", "mass_g", ["chassis.mass_g", f"{'9' * 37}…"]),
    "endless digits": (ROVER, "mass_g = 380", f"mass_g = {'9' * 5000}", "last", ["TOML"]),
    "colour in words": (OVAL, "reflectance = 0.85", 'colour = "red"', '"red"', ["mat.colour", '"red"', '`"#ff0000"`']),
    "name in capitals": (ROVER, 'id = "led"', 'id = "LED"', '"LED"', ["led[1].id", "small Latin letters", "hyphens"]),
    "table left out": (ROVER, "[battery] ", "[motors.battery] ", 1, ["`battery` is missing", "`[battery]`"]),
    "number left out": (ROVER, "mass_g = 380\n", "", "[chassis]", ["chassis.mass_g", "`mass_g =` and a number"]),
    "unknown pin of a part": (ROVER, "[[led]]", PART.format("lamp", "ws2812", "{ din = 13 }"), "{ din",
                              ["part[lamp].pins.din", "signal"]),
    "another address": (ROVER, "[[led]]", PART.format("imu", "mpu6050", "{ sda = 21, scl = 5 }\naddress = 0x70"),
                        "address", ["part[imu].address", "0x70", "0x68, 0x69"]),
    "too many of a part": (ROVER, "[[led]]", PART.format("lamp", "ws2812", "{ signal = 13 }\ncount = 900"),
                           "count = 900", ["part[lamp].count", "at most 300", "says 900"]),
    "steep bump": (OVAL, "[mat]", '[[bump]]\nid = "b"\nfrom_mm = [500, 300]\nto_mm = [500, 400]\nlength_mm = 20\n'
                   "height_mm = 50\n\n[mat]", "height_mm = 50", ["`b`", "79°", "30°", "C146"]),
    "two devices of one name": (ROVER, 'id = "led"', 'id = "line3"', 'id = "line3"\npin = 2', ["led[1].id", "line3"]),
}  # fmt: skip


def broken(folder: Path, source: Path, old: str, new: str) -> Path:
    text = source.read_text(encoding="utf-8")
    assert text.count(old) >= 1, f"{old!r} is not in {source.name}"
    path = folder / source.name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def load(path: Path) -> object:
    return load_robot(path) if path.name == ROVER.name else load_world(path)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(tmp_path: Path, name: str) -> None:
    source, old, new, where, parts = FAULTS[name]
    path = broken(tmp_path, source, old, new)
    with pytest.raises(SceneError) as caught:
        load(path)
    error = caught.value
    text = path.read_text(encoding="utf-8")
    if where == "last":
        expected = len(text.splitlines())
    else:
        expected = where if isinstance(where, int) else text.count("\n", 0, text.index(where)) + 1
    assert error.line == expected
    sentence = str(error)
    place = f"{path}:{expected}:" if expected else f"{path}:"
    assert sentence.startswith(place)
    for part in parts:
        assert part in sentence
    assert "\n" not in sentence
    # Said in every language, with the same facts.
    told = {error.tell(language) for language in LANGUAGES}
    assert len(told) == len(LANGUAGES)
    assert all(line.startswith(place) for line in told)


def test_a_loop_with_a_corner(tmp_path: Path) -> None:
    text = OVAL.read_text(encoding="utf-8")
    head, _, _ = text.partition("segments = [")
    square = "  { straight_mm = 400 },\n  { arc_deg = 90, radius_mm = 150 },\n" * 4
    path = tmp_path / "oval.toml"
    path.write_text(f"{head}segments = [\n{square}]\n", encoding="utf-8")
    assert isinstance(load_world(path).mat.surfaces[-1], Stripe)
    # A circle that lacks 4 degrees and is closed by a chord.
    path.write_text(
        head.replace("min_radius_mm = 100\nmin_gap_mm = 150\n", "")
        + "segments = [\n  { arc_deg = 356, radius_mm = 150 },\n  { straight_mm = 10.47 },\n]\n"
    )
    with pytest.raises(SceneError) as caught:
        load_world(path)
    assert "corner of 4.0°" in str(caught.value)


def test_all_faults_are_in_the_report(tmp_path: Path) -> None:
    path = broken(tmp_path, OVAL, "width_mm = 2400", 'width_mm = "wide"\ncolour = 1')
    path.write_text(path.read_text(encoding="utf-8").replace("radius_mm = 350", "radus_mm = 350"), encoding="utf-8")
    with pytest.raises(SceneError) as caught:
        load_world(path)
    lines = [fault.line for fault in (caught.value, *caught.value.others)]
    assert len(lines) >= 4 and lines == sorted(lines)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01", 'id = "\u0436"'.encode("cp1251")])
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "oval.toml"
    path.write_bytes(content)
    with pytest.raises(SceneError, match="UTF-8"):
        load_world(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for loader in (load_world, load_robot):
        with pytest.raises(SceneError, match=r"none\.toml"):
            loader(tmp_path / "none.toml")
        with pytest.raises(SceneError):
            loader(tmp_path)


def test_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "oval.toml"
    path.write_bytes(OVAL.read_bytes().replace(b"\n", b"\r\n"))
    assert load_world(path) == load_world(OVAL)


def test_a_mark_before_the_text(tmp_path: Path) -> None:
    path = tmp_path / "oval.toml"
    path.write_bytes(b"\xef\xbb\xbf" + OVAL.read_bytes())
    assert load_world(path) == load_world(OVAL)


def test_a_path_is_told_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my" / "robots").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    broken(Path("my/robots"), ROVER, "mass_g = 380", "mass_g = 0")
    with pytest.raises(SceneError, match=r"^my/robots/esp32-rover\.toml:9: "):
        load_robot("my/robots/esp32-rover.toml")
    with pytest.raises(FileProblem, match=r"^/nowhere-at-all: .*`task\.toml`"):
        TomlFile(Path("/nowhere-at-all/task.toml"))
    with pytest.raises(FileProblem, match=r"^There is no file `task\.toml` here\."):
        TomlFile(Path("task.toml"))


def test_a_start_and_a_button_that_are_not_there() -> None:
    with pytest.raises(SceneError, match=r"strat.*Try: "):
        load_scene(OVAL, ROVER, "strat")
    with pytest.raises(SceneError, match="bell"):
        load_scene(OVAL, ROVER, presses=[Press("bell", 0, 100)])


def test_one_side_may_say_otherwise(tmp_path: Path) -> None:
    path = broken(tmp_path, ROVER, "pin_in1 = 27", "pin_in1 = 27\nreversed = true\nresistance_ohm = 6.5")
    robot = load_robot(path)
    assert (robot.left.reversed, robot.left.resistance_ohm) == (False, 5.0)
    assert (robot.right.reversed, robot.right.resistance_ohm) == (True, 6.5)


def test_primitives_are_painted_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "all.toml"
    path.write_text(
        """
id = "all"
title = { en = "All", ru = "Всё", kk = "Бәрі" }
mat = { width_mm = 1000, height_mm = 1000, reflectance = 0.9 }
start = [{ id = "a", x_mm = 1, y_mm = 2, heading_deg = 3 }]

[[polygon]]
id = "one"
reflectance = 0.1
points_mm = [[0, 0], [10, 0], [0, 10]]

[[arc]]
id = "two"
reflectance = 0.2
width_mm = 50
x_mm = 500
y_mm = 500
radius_mm = 400
start_deg = 0
sweep_deg = 360

[[polygon]]
id = "three"
reflectance = 0.1
points_mm = [[0, 0], [10, 0], [0, 10]]

[[polyline]]
id = "four"
reflectance = 0.1
width_mm = 5
closed = true
points_mm = [[100, 100], [200, 100], [200, 200]]

[[stripe]]
id = "five"
reflectance = 0.1
width_mm = 5
x_mm = 300
y_mm = 300
heading_deg = 90
segments = [{ straight_mm = 100 }, { arc_deg = -90, radius_mm = 50 }]
""",
        encoding="utf-8",
    )
    surfaces = load_world(path).mat.surfaces
    assert [surface.id for surface in surfaces] == ["one", "two", "three", "four", "five"]
    ring, loop, bend = (surface for surface in surfaces if isinstance(surface, Stripe))
    assert (ring.closed, loop.closed, bend.closed) == (True, True, False)
    assert (loop.pieces[-1].x1, loop.pieces[-1].y1) == (100, 100)
    assert bend.pieces[1].cx == pytest.approx(350) and bend.pieces[1].cy == pytest.approx(400)
