"""`marshrut unit` and `marshrut check`: what teachers and pupils type."""

import json
import re
import shutil
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.lessons.loading import UNITS, load_unit, unit_ids
from marshrut.simulator.messages import LANGUAGES

UNIT = "line-p-control"
FOLDER = UNITS / UNIT
Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_units_are_listed(lang: str, capsys: Output) -> None:
    assert cli.run(["unit", "list", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in unit_ids())
    assert {"ru": "П-регулятор", "kk": "П-реттегіш", "en": "P control"}[lang] in told


def test_a_unit_in_order_and_one_that_is_not(tmp_path: Path, capsys: Output) -> None:
    copy = tmp_path / UNIT
    shutil.copytree(FOLDER, copy)
    assert cli.run(["unit", "check", str(copy), "--quick", "--lang", "en"]) == 0
    assert "in order" in capsys.readouterr().out
    (copy / "mutants" / "no_loop.py").unlink()
    assert cli.run(["unit", "check", str(copy), "--quick", "--lang", "kk"]) == 2
    assert "no_loop.py" in capsys.readouterr().err
    assert cli.run(["unit", "check", "line-p-contrl", UNIT, "--quick", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert "Did you mean `line-p-control`? [C160]" in told.err and "in order" in told.out


def test_a_new_unit_is_in_order_but_for_its_title(tmp_path: Path, capsys: Output) -> None:
    assert cli.run(["unit", "new", "my-line", "--out", str(tmp_path), "--lang", "ru"]) == 0
    assert "my-line" in capsys.readouterr().out
    assert cli.run(["unit", "check", str(tmp_path / "my-line"), "--quick", "--lang", "en"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3 and all("[C171]" in line for line in told)
    assert cli.run(["unit", "new", "my-line", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert "[C162]" in capsys.readouterr().err
    assert cli.run(["unit", "new", "My Line", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert "[C161]" in capsys.readouterr().err


def test_a_new_unit_is_renamed_where_it_is_named_and_nowhere_else(tmp_path: Path, capsys: Output) -> None:
    model = tmp_path / "robot"
    shutil.copytree(FOLDER, model)
    for file, written in ((model / "unit.toml", "id = 'robot'"), (model / "task" / "task.toml", 'id="some-task"')):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f'id = "{UNIT}"', written, 1), encoding="utf-8")
    page = model / "i18n" / "en" / "card.md"
    prose = "The robot names its `robot`: `marshrut {} {id} a.py`, `--task {id}`, curriculum/units/{id}/task."
    page.write_text(prose.format("check", id="robot"), encoding="utf-8")
    assert cli.run(["unit", "new", "seven", "--like", str(model), "--out", str(tmp_path), "--lang", "en"]) == 0
    made = load_unit(tmp_path / "seven")
    assert made.id == made.judged_by.id == "seven"
    assert made.page("en", "card").read_text(encoding="utf-8") == prose.format("check", id="seven")
    capsys.readouterr()
    assert cli.run(["unit", "new", "sumo-15", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert "[C158]" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["robot", "seven"]


def test_what_comes_next_for_a_pupil(tmp_path: Path, capsys: Output) -> None:
    assert cli.run(["unit", "route", UNIT, "--lang", "en"]) == 0
    assert f"({UNIT})" in capsys.readouterr().out
    assert cli.run(["unit", "route", UNIT, *(part for name in unit_ids() for part in ("--done", name))]) == 0
    assert f"({UNIT})" not in capsys.readouterr().out
    checks = [{"id": name, "passed": True} for name in ("false-start", "start", "off-line", "finish")]
    checks += [{"id": f"quarter-{number}", "passed": True} for number in (1, 2, 3)]
    document = {"task": {"id": UNIT}, "verdict": "pass", "checks": checks}
    (tmp_path / "result.json").write_text(json.dumps(document))
    assert cli.run(["unit", "route", "--results", str(tmp_path), "--lang", "en"]) == 0
    assert f"({UNIT})" not in capsys.readouterr().out


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_results_that_are_none_are_told_of_or_passed_over(lang: str, tmp_path: Path, capsys: Output) -> None:
    document = tmp_path / "result.json"
    document.write_text("[" * 100_000)
    for wrong in (document, tmp_path / "nothing"):
        assert cli.run(["unit", "route", "--results", str(wrong), "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert str(wrong) in told and told.endswith("[C198]\n")
    assert cli.run(["unit", "route", "--results", str(tmp_path), "--lang", lang]) == 0
    assert f"({UNIT})" in capsys.readouterr().out


def test_a_page_of_hints_is_read_before_the_program_runs(tmp_path: Path, capsys: Output) -> None:
    copy, program = tmp_path / UNIT, str(FOLDER / "mutants" / "no_loop.py")
    shutil.copytree(FOLDER, copy)
    page = copy / "i18n" / "en" / "hints.md"
    page.write_bytes(b"\xff\xfe")
    assert cli.run(["check", str(copy), program, "--lang", "en", "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and "hints.md: " in told.err and "[C15]" in told.err


def test_a_pupils_copy(tmp_path: Path, capsys: Output) -> None:
    assert cli.run(["unit", "bundle", UNIT, "--out", str(tmp_path), "--lang", "kk"]) == 0
    assert (tmp_path / UNIT / "starter" / "main.py").is_file()
    assert not (tmp_path / UNIT / "solutions").exists()
    # A unit that is in no catalogue can be checked with that copy alone.
    own = (tmp_path / UNIT).rename(tmp_path / "own")
    mistaken = str(FOLDER / "mutants" / "weak_gain.py")
    capsys.readouterr()
    assert cli.run(["check", str(own), mistaken, "--hint", "1", "--lang", "kk", "--out", str(tmp_path / "out")]) == 1
    by_copy = capsys.readouterr().out
    assert cli.run(["check", UNIT, mistaken, "--hint", "1", "--lang", "kk", "--out", str(tmp_path / "out")]) == 1
    assert by_copy == capsys.readouterr().out


def test_a_solution_passes_in_every_public_world(tmp_path: Path, capsys: Output) -> None:
    program = str(FOLDER / "solutions" / "reference.py")
    assert cli.run(["check", UNIT, program, "--lang", "en", "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert told.count("points 100 of 100") == 2 and "Clockwise" not in told
    assert (tmp_path / "out" / "picture.png").is_file()


@pytest.mark.sample(1)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_mistake_is_told_with_its_place_and_one_hint(lang: str, tmp_path: Path, capsys: Output) -> None:
    program = str(FOLDER / "mutants" / "weak_gain.py")
    assert cli.run(["check", UNIT, program, "--lang", lang, "--hint", "3", "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert {"ru": "в 1-м левом повороте", "kk": "1-сол жақ бұрылыста", "en": "in the first left curve"}[lang] in told
    assert {"ru": "слишком слабо", "kk": "тым аз", "en": "too little"}[lang] in told
    assert told.count("`error`") == 1 and "`KP`" not in told and str(tmp_path / "out" / "picture.png") in told
    result = json.loads((tmp_path / "out" / "result.json").read_text(encoding="utf-8"))
    assert result["verdict"] == "fail" and result["lang"] == lang


def test_hints_come_when_they_are_asked_for(tmp_path: Path, capsys: Output) -> None:
    program = tmp_path / "stands.py"
    program.write_text("from rover import Rover\nRover().button.wait_pressed()\nprint('looks')\n")
    wanted = ["check", UNIT, str(program), "--lang", "en", "--out", str(tmp_path / "out")]
    assert cli.run(wanted) == 1
    told = capsys.readouterr().out
    assert "Hints: 2. The first one" in told and "│ looks" in told
    assert cli.run([*wanted, "--hint", "9"]) == 1
    assert "There are 2 hints." in capsys.readouterr().out
    assert cli.run([*wanted, "--hint", "0"]) == 2


def test_a_loop_without_end_has_no_hint_before_the_robot_has_done_anything(tmp_path: Path, capsys: Output) -> None:
    program = tmp_path / "loop.py"
    program.write_text("from rover import Rover\nRover().button.wait_pressed()\nwhile True:\n    pass\n")
    wanted = ["check", UNIT, str(program), "--lang", "en", "--hint", "1", "--out", str(tmp_path / "out")]
    assert cli.run(wanted) == 1
    told = capsys.readouterr().out
    assert "[J04]" in told and "Hint 1" not in told and "mend the error that is told above first" in told


@pytest.mark.sample(1)
@pytest.mark.parametrize("variant", ["oval", "wave"])
def test_the_starter_with_the_wrong_sign_hears_of_the_sign(variant: str, tmp_path: Path, capsys: Output) -> None:
    text = (FOLDER / "starter" / "main.py").read_text(encoding="utf-8")
    program = tmp_path / "line.py"
    program.write_text(text.replace("turn_rate = 0 ", "turn_rate = -1.0 * error "), encoding="utf-8")
    wanted = ["check", UNIT, str(program), "--lang", "ru", "--hint", "2", "--variant", variant]
    assert cli.run([*wanted, "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "Линия уходила влево, а робот поворачивал вправо" in told and "посмотри на знак в формуле" in told


def test_an_error_is_told_by_its_line_and_has_no_other_hint(tmp_path: Path, capsys: Output) -> None:
    program = tmp_path / "slip.py"
    program.write_text("from rover import Rover\nrover = Rover()\nrover.drive.strait(10)\n")
    assert cli.run(["check", UNIT, str(program), "--lang", "en", "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "strait" in told and "Hints:" not in told and "hints of the lesson help once the program runs" in told
    program.write_text("from rover import Rover\nrover = Rover(\n")  # cannot be read, so that it was nowhere
    assert cli.run(["check", UNIT, str(program), "--lang", "en", "--out", str(tmp_path / "out")]) == 1
    told = capsys.readouterr().out
    assert "line 2" in told and "last place" not in told and "ringed" not in told


def test_one_document_for_other_programs(tmp_path: Path, capsys: Output) -> None:
    program = str(FOLDER / "mutants" / "no_loop.py")
    assert cli.run(["check", UNIT, program, "--json", "--lang", "en", "--out", str(tmp_path / "out")]) == 1
    assert json.loads(capsys.readouterr().out)["verdict"] == "fail"


@pytest.mark.parametrize(
    ("lang", "clocks", "ringed"),
    [
        (
            "ru",
            r"Через \d+,\d\d с после старта \(\d+,\d\d с после включения\) середина оси",
            "На картинке обведена она",
        ),
        ("kk", r"Старттан кейін \d+,\d\d с \(қосылғаннан кейін \d+,\d\d с\)", "Суретте сол жер қоршалған"),
        ("en", r"\d+\.\d\d s after the start \(\d+\.\d\d s after power-on\) the middle", "what the picture rings"),
    ],
)
def test_the_place_of_a_mistake_is_told_by_both_clocks(
    lang: str, clocks: str, ringed: str, tmp_path: Path, capsys: Output
) -> None:
    starter = UNITS / "first-movement" / "starter" / "main.py"
    assert cli.run(["check", "first-movement", str(starter), "--out", str(tmp_path), "--lang", lang]) == 1
    told = capsys.readouterr().out
    assert re.search(clocks, told) and ringed in told
