"""Bad input: exit code 2 and one clear sentence, in each language; nothing on stdout, nothing written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.catalogue import TASKS

ROOT = Path(__file__).parent.parent.parent
REFERENCE = str(TASKS / "line-sprint" / "programs" / "goal" / "reference.py")
ROBOT = ROOT / "curriculum" / "robots" / "esp32-rover.toml"


def good_task(folder: Path) -> Path:
    """A copy of line sprint with its robot beside it, to be spoilt."""
    task = folder / "task"
    shutil.copytree(TASKS / "line-sprint", task, ignore=shutil.ignore_patterns("programs"))
    (task / "robots").mkdir()
    shutil.copy(ROBOT, task / "robots" / "esp32-rover.toml")
    return task


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path: Path, part: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if part in line)


def missing(folder: Path) -> tuple[list[str], list[str]]:
    return [str(folder / "nothing.py"), "--task", "line-sprint"], ["nothing.py", "P01"]


def folder_without_main(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "robot").mkdir()
    return [str(folder / "robot"), "--task", "line-sprint"], ["main.py", "P02"]


def binary(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "photo.py").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return [str(folder / "photo.py"), "--task", "line-sprint"], ["photo.py", "P03"]


def link_outside(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "secret").write_text("root:x:0:0")
    program = folder / "entry"
    program.mkdir()
    (program / "main.py").write_text("import notes\n")
    (program / "notes.py").symlink_to(folder / "secret")
    return [str(program), "--task", "line-sprint"], ["notes.py", "P08"]


def data_link_outside(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "secret").mkdir()
    program = folder / "entry"
    program.mkdir()
    (program / "main.py").write_text("print(open('data/key').read())\n")
    (program / "data").symlink_to(folder / "secret")
    return [str(program), "--task", "line-sprint"], ["data", "P08"]


def too_much_data(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "main.py").write_text("")
    for name in ("a.bin", "b.bin"):
        (folder / name).write_bytes(bytes(300 * 1024))
    return [str(folder), "--task", "line-sprint"], [str(folder), "600", "512", "P06"]


def one_big_file(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "main.py").write_text("")
    with (folder / "film.mp4").open("wb") as file:
        file.truncate(1 << 40)
    return [str(folder), "--task", "line-sprint"], ["film.mp4", "512", "P06"]


def name_of_signs(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "main.py").write_text("")
    (folder / "two\nlines.txt").write_text("")
    return [str(folder), "--task", "line-sprint"], ["lines.txt", "P12"]


def endless_file(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "zero.py").symlink_to("/dev/zero")
    return [str(folder / "zero.py"), "--task", "line-sprint"], ["zero.py", "P10"]


def too_many_files(folder: Path) -> tuple[list[str], list[str]]:
    for number in range(201):
        (folder / f"part{number}.py").write_text("")
    (folder / "main.py").write_text("")
    return [str(folder), "--task", "line-sprint"], ["200", "P09"]


def not_utf8(folder: Path) -> tuple[list[str], list[str]]:
    (folder / "old.py").write_bytes(b"x = 1\nprint('\xcf\xf0\xe8\xe2\xe5\xf2')\n")  # cp1251, as old editors save
    return [str(folder / "old.py"), "--task", "line-sprint"], ["old.py", "2", "P04"]


def unknown_task(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprnit"], ["line-sprnit", "line-sprint", "C17"]


def unknown_variant(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--variant", "ovall"], ["ovall", "oval"]


def unknown_robot(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--robot", "sensr-rover"], ["--robot", "sensr-rover", "sensor-rover"]


def missing_robot(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--robot", str(folder / "mine.toml")], ["mine.toml"]


def board_and_robot(folder: Path) -> tuple[list[str], list[str]]:
    chosen = ["--board", "pico_rover", "--robot", "sensor-rover"]
    return [REFERENCE, "--task", "line-sprint", *chosen], ["--board", "--robot"]


def unknown_board(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--board", "pico_rovr"], ["--board", "pico_rovr", "pico_rover"]


def seed_not_a_number(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--seed", "seven"], ["--seed", "seven"]


def negative_seed(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--seed", "-3"], ["--seed", "-3"]


def unknown_runtime(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--runtime", "cpyhton"], ["cpyhton", "cpython"]


def unknown_fault(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--fault", "cable-of:line3"], ["cable-of", "cable-off", "C61"]


def fault_of_nothing(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--fault", "stuck:line3"], ["stuck:line3", "button", "C65"]


def fault_without_a_time(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--fault", "brown-out"], ["brown-out", "brown-out@4.2", "C62"]


def fault_of_a_near_device(folder: Path) -> tuple[list[str], list[str]]:
    chosen = ["--robot", "sensor-rover", "--fault", "cable-off:imo"]
    return [REFERENCE, "--task", "line-sprint", *chosen], ["cable-off:imo: ", "imu", "C65"]


def fault_without_a_device(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--fault", "cable-off"], ["cable-off: ", "`:`", "C62"]


def fault_twice(folder: Path) -> tuple[list[str], list[str]]:
    chosen = ["--fault", "dead:left@4", "--fault", "dead:left"]
    return [REFERENCE, "--task", "line-sprint", *chosen], ["dead:left: ", "dead:left@4", "C67"]


def faults_that_contradict(folder: Path) -> tuple[list[str], list[str]]:
    chosen = ["--fault", "stuck:button=open", "--fault", "stuck:button=closed"]
    return [REFERENCE, "--task", "line-sprint", *chosen], ["stuck:button=closed: ", "stuck:button=open", "C67"]


def two_weak_batteries(folder: Path) -> tuple[list[str], list[str]]:
    chosen = ["--fault", "weak-battery=6", "--fault", "weak-battery=5"]
    return [REFERENCE, "--task", "line-sprint", *chosen], ["weak-battery=5: ", "weak-battery=6", "C67"]


def strong_weak_battery(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--task", "line-sprint", "--fault", "weak-battery=9"], ["weak-battery=9: ", "7", "C68"]


def fault_twice_in_the_world_file(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    world = task / "worlds" / "oval.toml"
    table = '\n[[fault]]\nkind = "{}"\ndevice = "left"\n'
    text = world.read_text(encoding="utf-8") + table.format("dead") + table.format("reversed")
    world.write_text(text + table.format("dead") + "# here\n", encoding="utf-8")
    return [REFERENCE, "--task", str(task)], ["oval.toml", f":{line_of(world, '# here') - 3}:", "dead:left", "C67"]


def fault_twice_in_the_robot_file(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    robot = task / "robots" / "esp32-rover.toml"
    weak = '\n[[fault]]\nkind = "weak-battery"\nvolts = 7.9\n'
    robot.write_text(robot.read_text(encoding="utf-8") + weak, encoding="utf-8")
    return [REFERENCE, "--task", str(task)], ["rover.toml", f":{line_of(robot, 'volts') - 2}:", "C68"]


def fault_in_the_robot_file(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    robot = task / "robots" / "esp32-rover.toml"
    table = '\n[[fault]]\nkind = "dead"\ndevice = "line33"\n'
    robot.write_text(robot.read_text(encoding="utf-8") + table, encoding="utf-8")
    return [REFERENCE, "--task", str(task)], ["line33", "line3", str(line_of(robot, "line33")), "C13"]


def unknown_option(folder: Path) -> tuple[list[str], list[str]]:
    return [REFERENCE, "--tsak", "line-sprint"], ["--tsak", "--task"]


def task_syntax(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    spoil(task / "task.toml", "version = 1", "version = = 1")
    return [REFERENCE, "--task", str(task)], ["task.toml", str(line_of(task / "task.toml", "= = 1")), "C02"]


def task_key(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    spoil(task / "task.toml", "time_limit_ms = 180_000", 'time_limit_ms = "three minutes"')
    return [REFERENCE, "--task", str(task)], ["time_limit_ms", str(line_of(task / "task.toml", "three minutes"))]


def world_key(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    world = task / "worlds" / "oval.toml"
    spoil(world, "width_mm = 20", "widht_mm = 20")
    return [REFERENCE, "--task", str(task)], ["oval.toml", "widht_mm", "width_mm", str(line_of(world, "widht_mm"))]


def robot_value(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    robot = task / "robots" / "esp32-rover.toml"
    number = next(n for n, line in enumerate(robot.read_text().splitlines(), 1) if line.startswith("mass_g"))
    lines = robot.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = "mass_g = -5"
    robot.write_text("\n".join(lines), encoding="utf-8")
    return [REFERENCE, "--task", str(task)], ["esp32-rover.toml", "mass_g", str(number), "-5"]


def two_devices_on_one_pin(folder: Path) -> tuple[list[str], list[str]]:
    task = good_task(folder)
    robot = task / "robots" / "esp32-rover.toml"
    text = robot.read_text(encoding="utf-8")
    led = next(line for line in text.splitlines() if line.strip().startswith("pin = 2") and "25" not in line)
    robot.write_text(text.replace(led, led.replace("pin = 2", "pin = 23"), 1), encoding="utf-8")
    return [REFERENCE, "--task", str(task)], ["esp32-rover.toml", "23", "C20"]


Spoiler = Callable[[Path], tuple[list[str], list[str]]]


def robot_without_the_button(folder: Path) -> tuple[list[str], list[str]]:
    robot = folder / "mine.toml"
    shutil.copy(ROBOT, robot)
    spoil(robot, '[[button]]\nid = "button"', '[[button]]\nid = "start"')
    return [REFERENCE, "--task", "line-sprint", "--robot", str(robot)], ["mine.toml", "button", "start", "C12"]


CASES: list[Spoiler] = [
    missing, folder_without_main, binary, link_outside, endless_file, data_link_outside, too_much_data,
    one_big_file, name_of_signs,
    too_many_files, not_utf8, unknown_task, unknown_variant, unknown_board,
    unknown_robot, missing_robot, board_and_robot, seed_not_a_number,
    negative_seed, unknown_runtime, unknown_fault, fault_of_nothing, fault_without_a_time, fault_in_the_robot_file,
    fault_of_a_near_device, fault_without_a_device, fault_twice, faults_that_contradict, two_weak_batteries,
    strong_weak_battery, fault_twice_in_the_world_file, fault_twice_in_the_robot_file,
    robot_without_the_button, unknown_option, task_syntax, task_key, world_key, robot_value, two_devices_on_one_pin,
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_bad_input(case: Spoiler, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, expected = case(tmp_path)
    out = tmp_path / "out"
    code = cli.run(["sim", *arguments, "--lang", lang, "--out", str(out)])
    said = capsys.readouterr()
    assert code == 2, said.err
    assert said.out == ""
    assert len(said.err.splitlines()) == 1, said.err
    assert "Traceback" not in said.err
    for part in expected:
        assert part in said.err
    assert not out.exists()


def test_the_place_and_the_sentence_do_not_say_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["sim", REFERENCE, "--task", "line-sprint", "--fault", "cable-off", "--lang", "en"])
    assert capsys.readouterr().err.startswith("cable-off: This fault needs a device after `:`.")


def test_a_folder_that_cannot_be_written_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told before a long run, whose report would be lost."""
    monkeypatch.delattr("marshrut.host_tools.sim.command.run_program")
    (tmp_path / "out").write_text("a file is in the way")
    empty = str(TASKS / "line-sprint" / "programs" / "program_end" / "empty.py")
    assert cli.run(["sim", empty, "--task", "line-sprint", "--out", str(tmp_path / "out")]) == 2
    assert "C35" in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_faults_of_a_file_are_told_together(lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task = good_task(tmp_path)
    for old, new in (("version = 1", "version = 0"), ("slack_mm = 20", "slack = 20"), ("percent = 25", "percent = 0")):
        spoil(task / "task.toml", old, new)
    assert cli.run(["sim", REFERENCE, "--task", str(task), "--lang", lang]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert [line.rpartition("[")[2] for line in lines] == ["C07]", "C05]", "C07]"]
    assert all(f"{task / 'task.toml'}:" in line for line in lines)


def test_very_many_faults_are_told_in_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    task = good_task(tmp_path)
    with (task / "worlds" / "oval.toml").open("a", encoding="utf-8") as file:
        file.write("\n[[wall]]\n" * 100)
    assert cli.run(["sim", REFERENCE, "--task", str(task), "--lang", "en"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 21 and lines[-1] == "And 280 more faults in this file."


@pytest.mark.sample(2)
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["task", "explain", "kegelring"], ["unit"], ["--help"]])
def test_who_stops_reading_the_output_breaks_it_off_without_a_word(arguments: list[str], unbuffered: str) -> None:
    """As `head` does; what a run came to is not known then, so that is no success."""
    process = subprocess.Popen(
        [sys.executable, "-m", "marshrut.host_tools", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_output_that_cannot_be_written_is_told() -> None:
    command = [sys.executable, "-m", "marshrut.host_tools", "unit", "list", "--lang", "en"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert "No space left on device" in done.stderr and done.stderr.count("\n") == 1


def test_letters_that_a_terminal_lacks_are_left_open() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "marshrut.host_tools", "unit", "--help", "--lang", "kk"],
        capture_output=True,
        encoding="cp1251",
        env=os.environ | {"PYTHONIOENCODING": "cp1251"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Параметрлер" in done.stdout and "?" in done.stdout


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["world check", "world draw", "robot check", "task check"])
def test_a_folder_in_place_of_a_file(
    command: str, lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run([*command.split(), ".", "--lang", lang]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "[C201]" in told
    assert ("task.toml" if command == "task check" else ".toml") in told
    assert {"ru": "«.» — папка", "kk": "«.» — қалта", "en": "`.` is a folder"}[lang] in told
    (tmp_path / "sub").mkdir()
    there = Path("sub/task.toml") if command == "task check" else Path("near.toml")
    there.write_text("")
    assert cli.run([*command.split(), str(tmp_path), "--lang", lang]) == 2
    named = tmp_path / (there.parent if command == "task check" else there)
    assert f": {named}. [C201]" in capsys.readouterr().err, "what is in it is named"
