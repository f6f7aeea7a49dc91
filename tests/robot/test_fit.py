"""`marshrut robot fit`: hidden figures are found again, how sure they are is told, and what is wrong with a record.

The records in `records/` are those of `hidden_robot("pico-rover", 1)`.
"""

import re
from pathlib import Path

import numpy
import pytest
from marshrut.host_tools.robot.fit.command import STRIPS
from marshrut.host_tools.robot.fit.ends import End, agree, standing
from marshrut.host_tools.robot.fit.figures import value_of
from marshrut.host_tools.robot.fit.fitting import SHAKY, Found, fit_robot
from marshrut.host_tools.robot.fit.motion import RULED
from marshrut.host_tools.robot.fit.records import read_record
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import load_robot, load_world
from marshrut.simulator.scene.model import Robot

from .conftest import ROBOTS, Changed, Command
from .hidden import hidden_robot, records_of

FOLDER = Path(__file__).parent / "records"
MARKS, DRIVE = FOLDER / "marks.csv", FOLDER / "drive.csv"
CLOSE = 0.05


def fitted(name: str, records: list[Path]) -> Found:
    """As with a battery that was measured, where the records have no column for it."""
    mat = load_world(STRIPS).mat
    read = [read_record(path) for path in records]
    return fit_robot(load_robot(ROBOTS / f"{name}.toml"), read, mat, mat.starts[0], measured=True)


def off(found: Found, truth: Robot) -> dict[str, float]:
    """By how much each figure that is told for sure is wrong, as a part of it."""
    sure = {name: figure for name, figure in found.figures.items() if figure.sure <= SHAKY}
    figures = {name: abs(figure.value / value_of(truth, name) - 1) for name, figure in sure.items()}
    for sensor in truth.reflectance:
        own = found.sensors[sensor.id]
        figures |= {
            f"{sensor.id} {key}": abs(own[key].value / getattr(sensor, key) - 1) for key in ("white_v", "black_v")
        }
    noises = [own["noise_mv"].value for own in found.sensors.values()]
    return figures | {"noise": abs(sum(noises) / len(noises) / truth.reflectance[0].noise_mv - 1)}


def part_of(path: Path, folder: Path, until_ms: int) -> Path:
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = lines[:1] + [line for line in lines[1:] if int(line.split(",")[0]) <= until_ms]
    part = folder / path.name
    part.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return part


def test_strips_tell_wheels_track_and_line_sensors(robot_command: Command, tmp_path: Path) -> None:
    truth = load_robot(hidden_robot("pico-rover", 1, tmp_path))
    wrong = off(fitted("pico-rover", [MARKS]), truth)
    assert {"left-wheel", "right-wheel", "track", "line1 white_v", "line3 black_v", "noise"} < set(wrong)
    assert max(wrong.values()) < CLOSE
    assert max(wrong[name] for name in ("left-wheel", "right-wheel", "track")) < 0.003


def test_a_file_with_what_was_found(robot_command: Command, tmp_path: Path) -> None:
    """The same text with other numbers; a figure for one side goes to that side's table."""
    out = tmp_path / "mine.toml"
    told = robot_command("fit", MARKS, "--robot", "pico-rover", "--out", out)
    assert told.code == 0 and told.err == ""
    truth, mine = load_robot(hidden_robot("pico-rover", 1, tmp_path)), load_robot(out)
    assert mine.right.wheel_diameter_mm == pytest.approx(truth.right.wheel_diameter_mm, rel=0.003)
    assert mine.reflectance[1].black_v == pytest.approx(truth.reflectance[1].black_v, rel=0.02)
    text, before = out.read_text(encoding="utf-8"), (ROBOTS / "pico-rover.toml").read_text(encoding="utf-8")
    assert [line for line in before.splitlines() if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert "wheel_diameter_mm = 43\n" in text  # of both, where a side says nothing
    line = re.search(r"WHEEL_DIAMETER_MM = ([\d.]+),", told.out)
    mean = (mine.left.wheel_diameter_mm + mine.right.wheel_diameter_mm) / 2
    assert line and float(line[1]) == pytest.approx(mean, abs=0.06)  # told to a tenth; the file's are rounded, too


def test_lines_of_python_have_a_point_in_every_language(robot_command: Command) -> None:
    for lang in LANGUAGES:
        told = robot_command("fit", MARKS, "--robot", "pico-rover", "--lang", lang)
        assert re.search(r"WHEEL_DIAMETER_MM = [\d.]+, AXLE_TRACK_MM = \d+\.\d\.", told.out), told.out


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_records_leave_open_is_told_with_the_drive_that_would_tell(robot_command: Command, lang: str) -> None:
    told = robot_command("fit", MARKS, "--robot", "pico-rover", "--lang", lang)
    assert told.code == 0
    word = {"ru": "накат", "kk": "домалап", "en": "rolling out"}[lang]
    assert word in told.out


@pytest.mark.slow
def test_a_short_drive_tells_less(robot_command: Command, tmp_path: Path) -> None:
    """Creeping alone: back EMF and both frictions, and hardly anything of inertia and grip."""
    told = robot_command("fit", part_of(DRIVE, tmp_path, 3500), "--robot", "pico-rover")
    assert told.code == 0
    sure, _, unsure = told.out.partition("do not tell")
    assert "friction at rest" in sure and "± " in sure
    assert "the tyres' grip" in unsure and "to and fro" in unsure
    assert "wheel's diameter" in unsure and "across strips" in unsure
    assert "With wheels 5 % larger" in unsure


@pytest.mark.slow
def test_the_records_kept_here_are_what_that_robot_leaves_today(tmp_path: Path) -> None:
    """Where the drive's model has changed: `records_of(hidden_robot("pico-rover", 1, folder), FOLDER)`."""
    for path in records_of(hidden_robot("pico-rover", 1, tmp_path), tmp_path):
        assert path.read_text(encoding="utf-8") == (FOLDER / path.name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_without_strips_nothing_is_surer_than_a_ruler_is_of_the_wheels(robot_command: Command) -> None:
    """That robot's wheels are 11 % smaller than the file's, which no count tells."""
    found = fitted("pico-rover", [DRIVE])
    assert found.motion is not None and found.motion.off_mm < 0.3
    assert found.figures["grip"].sure > RULED and found.figures["left-friction"].sure > 2 * RULED
    assert "left-wheel" not in found.figures and found.figures["left-back-emf"].sure < RULED


def an_end(cost: float, value: float, follows: bool = True) -> End:
    rows = 1000 if follows else 1
    return End(numpy.array([value]), {}, (), cost, numpy.zeros((rows, 1)))


def test_of_several_ends_those_stand_that_cost_the_same() -> None:
    best, same, near, worse = an_end(100, 1.0), an_end(100.5, 1.1), an_end(104, 1.2), an_end(120, 1.3)
    assert not agree([best]) and not agree([best, near]) and agree([worse, same, best])
    assert standing([worse, same, near, best]) == [best, same, near]


def test_where_no_two_ends_agree_all_stand_that_follow() -> None:
    best, other, lost = an_end(100, 1.0), an_end(110, 1.2), an_end(500, 2.0, follows=False)
    assert standing([lost, other, best]) == [best, other]
    assert standing([lost, an_end(400, 1.5, follows=False)])[0].cost == 400
    assert len(standing([lost, an_end(400, 1.5, follows=False)])) == 2


@pytest.mark.ci_sample(4)
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "seed"),
    [
        ("pico-rover", 1),
        ("sensor-rover", 2),
        ("mini-rover", 1),
        ("mini-rover", 3),
        ("mini-rover", 5),
        ("brick-rover", 25),
        ("brick-rover", 3),
        ("xrp", 21),
    ],
)
def test_hidden_figures_are_found(name: str, seed: int, tmp_path: Path) -> None:
    """Each figure was moved by up to 15 %; what is told for sure is found within 5 %, and nothing is further off than
    twice what is told of it. Where the records tell the battery's voltage, nearly everything is sure."""
    hidden = hidden_robot(name, seed, tmp_path)
    records = [MARKS, DRIVE] if (name, seed) == ("pico-rover", 1) else records_of(hidden, tmp_path)
    found, truth = fitted(name, records), load_robot(hidden)
    wrong = off(found, truth)
    assert {key: part for key, part in wrong.items() if part > CLOSE} == {}
    figures = {key: (abs(one.value / value_of(truth, key) - 1), one.sure) for key, one in found.figures.items()}
    assert {key: both for key, both in figures.items() if both[0] > 2 * both[1]} == {}
    unsure = sum(figure.sure > SHAKY for figure in found.figures.values())
    assert unsure <= 2 or not found.battery_told
    assert len(found.kept()) == len(found.figures)
    assert found.motion is not None and found.motion.off_mm < 0.3 < found.motion.was_off_mm


@pytest.mark.slow
def test_a_battery_that_nobody_measured_makes_the_motors_unsure(robot_command: Command, tmp_path: Path) -> None:
    """With s times the volts, s times the back EMF and s² times each resistance drive the same."""
    short = part_of(DRIVE, tmp_path, 3500)
    guessed = robot_command("fit", short, "--robot", "pico-rover")
    measured = robot_command("fit", short, "--robot", "pico-rover", "--battery", "7.7")
    assert "--battery" in guessed.out and "--battery" not in measured.out
    sure = [float(re.findall(r"left motor: back EMF.*± ([\d.]+) %", told.out)[0]) for told in (guessed, measured)]
    assert sure[0] == pytest.approx(sure[1] + 6, abs=0.6)  # of which half a percent is the floor


WRONG = {
    "no record": ("a,b\n1,2\n", "C122", ""),
    "empty": ("", "C122", ""),
    "a column twice": ("ms,left_count,right_count,left_count\n", "C123", ":1"),
    "no counts": ("ms,left_duty,right_duty\n", "C124", ":1"),
    "no shares": ("ms,left_count,right_count\n", "C124", ":1"),
    "short": ("ms,left_count,right_count,line1\n" + "".join(f"{n},0,0,5\n" for n in range(20)), "C129", ""),
    "still": ("ms,left_count,right_count,line1\n" + "".join(f"{n}0,3,3,5\n" for n in range(1, 400)), "C131", ""),
    "not a number": ("ms,left_count,right_count,line1\n10,1,nan,5\n20,1,1,5\n", "C127", ":2"),
    "no count": ("ms,left_count,right_count,line1\n10,1,1,5\n20,,1,5\n", "C127", ":3"),
    "a cell too few": ("ms,left_count,right_count,line1\n10,1,1\n20,1,1,5\n", "C126", ":2"),
    "more than full power": (
        "ms,left_count,right_count,left_duty,right_duty\n10,1,1,5,-65535\n20,1,1,5,-65536\n",
        "C202",
        ":3",
    ),
    "time goes back": ("ms,left_count,right_count,line1\n10,1,1,5\n5,1,1,5\n", "C128", ":3"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_record_that_will_not_do(robot_command: Command, tmp_path: Path, kind: str) -> None:
    text, code, place = WRONG[kind]
    path = tmp_path / "run.csv"
    path.write_text(text, encoding="utf-8")
    told = robot_command("fit", path, "--robot", "pico-rover", "--out", tmp_path / "mine.toml")
    assert told.code == 2 and told.out == ""
    assert told.err.startswith(f"{path}{place}:") and f"[{code}]" in told.err and told.err.count("\n") == 1
    assert not (tmp_path / "mine.toml").exists()


def changed_column(path: Path, folder: Path, name: str, change: object) -> Path:
    rows = [line.split(",") for line in path.read_text(encoding="utf-8").splitlines()]
    at = rows[0].index(name)
    for row in rows[1:]:
        row[at] = str(change(row[at]))  # type: ignore[operator]
    changed = folder / path.name
    changed.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return changed


def test_a_wheel_that_counts_against_its_motor(robot_command: Command, tmp_path: Path) -> None:
    path = changed_column(DRIVE, tmp_path, "right_count", lambda cell: -int(cell))
    told = robot_command("fit", path, "--robot", "pico-rover")
    assert told.code == 2 and "[C132]" in told.err and "right" in told.err


def test_a_record_of_a_robot_with_other_sensors(robot_command: Command) -> None:
    told = robot_command("fit", MARKS, "--robot", "esp32-rover")
    assert told.code == 2 and "[C133]" in told.err and "3" in told.err and "5" in told.err


def test_only_plain_digits_number_a_line_column(robot_command: Command, tmp_path: Path) -> None:
    rows = "".join(f"{n}0,{n},{n},30000,30000,30000\n" for n in range(1, 400))
    path = tmp_path / "run.csv"
    path.write_text("ms,left_count,right_count,line1,line²,line٣\n" + rows, encoding="utf-8")
    told = robot_command("fit", path, "--robot", "pico-rover")
    assert told.code == 2 and "[C133]" in told.err


def test_a_record_of_a_robot_with_other_wheels(robot_command: Command, changed: Changed) -> None:
    path = changed("pico-rover", ("counts_per_turn = 600", "counts_per_turn = 250"))
    told = robot_command("fit", MARKS, "--robot", path)
    assert told.code == 0 and "not the strips of this mat" in told.out and "WHEEL_DIAMETER_MM" not in told.out


@pytest.mark.slow
def test_a_record_of_quite_another_robot(robot_command: Command, tmp_path: Path) -> None:
    path = changed_column(DRIVE, tmp_path, "left_count", lambda cell: int(cell) // 4)
    told = robot_command("fit", path, "--robot", "pico-rover")
    assert told.code == 2 and "[C134]" in told.err


def mat_with(folder: Path, mat: float, *strips: float) -> Path:
    """The measuring mat, with other light of itself and of its three strips."""
    head, *tables = STRIPS.read_text(encoding="utf-8").split("reflectance = 0.05")
    head = head.replace("reflectance = 0.85", f"reflectance = {mat}")
    parts = [f"reflectance = {light}{table}" for light, table in zip(strips, tables, strict=True)]
    path = folder / "mat.toml"
    path.write_text(head + "".join(parts), encoding="utf-8")
    return path


@pytest.mark.parametrize("lights", [(0.85, 0.85, 0.85, 0.85), (0.5, 0.45, 0.4, 0.5), (0.05, 0.85, 0.85, 0.85)])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_strips_that_are_not_darker_than_their_mat(
    robot_command: Command, tmp_path: Path, lights: tuple[float, ...], lang: str
) -> None:
    mat = mat_with(tmp_path, *lights)
    told = robot_command("fit", MARKS, "--robot", "pico-rover", "--world", mat, "--lang", lang)
    assert told.code == 2 and told.out == "" and told.err.count("\n") == 1
    assert told.err.startswith(f"{mat}:") and "[C138]" in told.err


def test_a_strip_as_light_as_the_mat_is_left_out(robot_command: Command, tmp_path: Path) -> None:
    told = robot_command("fit", MARKS, "--robot", "pico-rover", "--world", mat_with(tmp_path, 0.85, 0.85, 0.05, 0.05))
    known = robot_command("fit", MARKS, "--robot", "pico-rover")
    rows, expected = ([line.split() for line in one.out.splitlines() if " over " in line] for one in (told, known))
    assert told.code == 0 and len(rows) == 6 and rows == expected


def test_strips_of_several_lights_tell_nothing_of_sensors(robot_command: Command, tmp_path: Path) -> None:
    told = robot_command("fit", MARKS, "--robot", "pico-rover", "--world", mat_with(tmp_path, 0.85, 0.05, 0.3, 0.05))
    assert told.code == 0 and "WHEEL_DIAMETER_MM" in told.out
    assert "over white, V" not in told.out and "not alike" in told.out and "  line sensors: columns" in told.out


def test_a_record_that_tells_nothing(robot_command: Command, tmp_path: Path) -> None:
    """It drives all the time, and no sensor sees a strip."""
    rows = "".join(f"{n}0,{n},{n},30000,30000,30000\n" for n in range(1, 400))
    path = tmp_path / "run.csv"
    path.write_text("ms,left_count,right_count,line1,line2,line3\n" + rows, encoding="utf-8")
    told = robot_command("fit", path, "--robot", "pico-rover")
    assert told.code == 2 and "[C135]" in told.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "C40"),
        ((MARKS,), "C40"),
        ((MARKS, "--robot", "picorover"), "C120"),
        (("no.csv", "--robot", "xrp"), "C01"),
        ((MARKS, "--robot", "pico-rover", "--battery", "much"), "C136"),
        ((MARKS, "--robot", "pico-rover", "--battery", "900"), "C136"),
        ((MARKS, "--robot", "pico-rover", "--out", "mine.txt"), "C137"),
        ((MARKS, "--robot", "pico-rover", "--start", "nowhere"), "C33"),
        ((MARKS, "--robot", "pico-rover", "--world", "no.toml"), "C01"),
        ((MARKS, "--robot", "pico-rover", "--out", "no/where/mine.toml"), "C35"),
    ],
)
def test_a_command_that_will_not_do(robot_command: Command, words: tuple[object, ...], code: str) -> None:
    told = robot_command("fit", *words)
    assert told.code == 2 and f"[{code}]" in told.err


def test_the_measuring_program_is_printed(robot_command: Command) -> None:
    told = robot_command("fit", "--program")
    assert told.code == 0
    compile(told.out, "measure.py", "exec")
    assert "marks.csv" in told.out and "drive.csv" in told.out
