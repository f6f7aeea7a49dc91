"""`marshrut task`: tasks checked and explained, and a run judged again from its trace alone."""

import json
import os
import shutil
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.tasks import find_task, task_ids
from marshrut.simulator.tasks.model import MEASURES
from marshrut.simulator.trace import read_trace

TASKS = Path(__file__).resolve().parents[2] / "curriculum" / "tasks"
Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a run of kegelring."""
    folder = tmp_path_factory.mktemp("ran")
    program = folder / "pushes.py"
    program.write_text(
        "from rover import Rover\nrover = Rover()\nrover.button.wait_pressed()\nrover.drive.turn(-40)\n"
        "rover.drive.straight(500)\nrover.drive.straight(-500)\n"
    )
    assert cli.run(["sim", str(program), "--task", "kegelring", "--lang", "en", "--out", str(folder / "out")]) == 1
    return folder / "out"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_task_of_the_catalogue_is_in_order(lang: str, capsys: Output) -> None:
    assert cli.run(["task", "check", *task_ids(), "--lang", lang]) == 0
    told = capsys.readouterr()
    assert told.err == "" and told.out.count("\n") == len(task_ids())
    assert "80" in next(line for line in told.out.splitlines() if line.startswith("kegelring:"))


def test_faults_of_the_file_and_of_what_the_rules_say_of_a_world(tmp_path: Path, capsys: Output) -> None:
    copy = tmp_path / "kegelring"
    shutil.copytree(TASKS / "kegelring", copy)
    task, world = copy / "task.toml", copy / "worlds" / "shifted.toml"
    world.write_text(world.read_text(encoding="utf-8").replace('id = "ring"', 'id = "circle"'), encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "kegelring", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert "kegelring:shifted: This world has no zone `ring`" in told.err and told.err.count("\n") == 1
    assert told.out.count("\n") == 1
    task.write_text(task.read_text(encoding="utf-8").replace("limit_ms = 5000", "limit_ms = -1"), encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "--lang", "en"]) == 2
    assert "limit_ms` must be at least 0" in capsys.readouterr().err
    assert cli.run(["task", "check", "kegelrnig", "--lang", "en"]) == 2
    assert "Did you mean `kegelring`?" in capsys.readouterr().err


def test_all_that_is_misnamed_is_told_once_with_its_line(tmp_path: Path, capsys: Output) -> None:
    copy = tmp_path / "kegelring"
    shutil.copytree(TASKS / "kegelring", copy)
    task = copy / "task.toml"
    text = task.read_text(encoding="utf-8")
    for old, new in (('button = "button"', 'button = "buton"'), ('objects = "pin"', 'objects = "pins"')):
        text = text.replace(old, new, 1)
    text = text.replace('zone = "ring"', 'zone = "rink"')
    task.write_text(text, encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "--lang", "en"]) == 2
    told = capsys.readouterr().err.splitlines()
    near = {"buton": "button", "rink": "ring", "pins": "pin"}
    wrong = [(i, word) for i, line in enumerate(text.splitlines(), 1) for word in near if f'"{word}"' in line]
    assert len(told) == len(wrong) > 3
    for (number, word), sentence in zip(wrong, told, strict=True):
        assert f"task.toml:{number}: " in sentence and f"`{word}`" in sentence and f"`{near[word]}`" in sentence
    (copy / "worlds" / "even.toml").write_text("x = 1\n", encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "--lang", "en"]) == 2
    assert "even.toml:1:" in capsys.readouterr().err  # with the others


@pytest.mark.parametrize("lang", LANGUAGES)
def test_worlds_with_other_numbers_of_things_have_other_points(lang: str, tmp_path: Path, capsys: Output) -> None:
    copy = tmp_path / "kegelring"
    shutil.copytree(TASKS / "kegelring", copy)
    world = copy / "worlds" / "even.toml"
    head, *pins = world.read_text(encoding="utf-8").split("[[pin]]")
    world.write_text("[[pin]]".join([head, *pins[:-1]]), encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "--lang", lang]) == 0
    assert "even 70, shifted 80, scattered 80, round 80." in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", task_ids())
def test_rules_are_explained_from_the_data(name: str, lang: str, capsys: Output) -> None:
    task = find_task(name)
    assert cli.run(["task", "explain", name, "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert task.title.of(lang) in lines[0] and task.summary.of(lang) == lines[1]
    for rule in task.rules:
        assert any(line.strip().startswith(f"{rule.id}  {rule.text.of(lang)}") for line in lines), rule.id
    for cited in (*task.checks, *task.conduct):
        assert any(f"[{cited.rule}]" in line and not line.strip().startswith("KR") for line in lines)
    assert all("{" not in line for line in lines)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_trace_judged_again_gives_the_same_document(ran: Path, lang: str, capsys: Output) -> None:
    assert cli.run(["task", "judge", str(ran / "trace.jsonl"), "--json", "--lang", lang]) == 0
    again = capsys.readouterr().out
    first = json.loads((ran / "result.json").read_text(encoding="utf-8"))
    if lang == "en":
        assert again == (ran / "result.json").read_text(encoding="utf-8")
    document = json.loads(again)
    for kind in ("checks", "marks"):
        assert [{**item, "message": ""} for item in document[kind]] == [{**item, "message": ""} for item in first[kind]]
    assert document["score"] == first["score"] and document["score"]["points"] in (0, 10)


def test_what_the_judge_says_is_told_in_words(ran: Path, capsys: Output) -> None:
    assert cli.run(["task", "judge", str(ran / "trace.jsonl"), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Kegelring · Even ring · cpython · seed 7\nNot passed · points ")
    assert "The program ended before the goal was reached" in told and "KR-3" in told


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda lines: [], "its first line does not say of which run"),
        (lambda lines: ["hello", *lines], "its first line does not say of which run"),
        (lambda lines: [lines[0].replace("marshrut-trace/1", "marshrut-trace/9"), *lines[1:]], "this version reads"),
        (lambda lines: [*lines[:5], '["s",1]', *lines[5:]], "Line 6 of the trace is not a record."),
        (lambda lines: [*lines[:5], '["m",0,88,0,0,0,0]', *lines[5:]], "holds other numbers"),
        (lambda lines: lines[:-1], "breaks off: it has no end"),
    ],
    ids=["empty", "no header", "format", "record", "object", "cut"],
)
def test_a_spoiled_trace_is_one_sentence(
    ran: Path, change: object, sentence: str, tmp_path: Path, capsys: Output
) -> None:
    lines = (ran / "trace.jsonl").read_text(encoding="utf-8").splitlines()
    spoiled = tmp_path / "trace.jsonl"
    spoiled.write_text("".join(line + "\n" for line in change(lines)), encoding="utf-8")  # type: ignore[operator]
    assert cli.run(["task", "judge", str(spoiled), "--task", "kegelring", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and sentence in told.err


def test_a_trace_of_another_task_or_none_at_all(ran: Path, tmp_path: Path, capsys: Output) -> None:
    assert cli.run(["task", "judge", str(ran / "trace.jsonl"), "--task", "line-sprint", "--lang", "en"]) == 2
    assert "[J21]" in capsys.readouterr().err
    header, rest = (ran / "trace.jsonl").read_text(encoding="utf-8").split("\n", 1)
    header = header.replace('"id":"kegelring"', '"id":"desk"', 1)
    (tmp_path / "trace.jsonl").write_text(header + "\n" + rest, encoding="utf-8")
    assert cli.run(["task", "judge", str(tmp_path / "trace.jsonl"), "--lang", "en"]) == 2
    assert "in a world file" in (told := capsys.readouterr().err) and "after --task" in told and "[J21]" in told
    assert cli.run(["task", "judge", str(tmp_path / "none.jsonl"), "--lang", "ru"]) == 2
    assert "[J24]" in capsys.readouterr().err


def test_rank_puts_robots_in_order(ran: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("first", "second"):
        (tmp_path / name / "run-1").mkdir(parents=True)
        shutil.copy(ran / "trace.jsonl", tmp_path / name / "run-1")
    (tmp_path / "empty").mkdir()
    folders = [str(tmp_path / name) for name in ("second", "first", "empty")]
    assert cli.run(["task", "rank", "kegelring", *folders[:2], "--lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["  1  first", "  1  second"]
    assert " points" in lines[0]
    for wrong, code in ((folders, "J38"), (folders[:1] * 2, "J37")):
        assert cli.run(["task", "rank", "kegelring", *wrong, "--lang", "en"]) == 2
        assert code in capsys.readouterr().err
    assert cli.run(["task", "rank", "desk", folders[0], "--lang", "ru"]) == 2
    assert "J36" in capsys.readouterr().err


def _changed(trace: Path, name: str, old: str, new: str) -> Path:
    """A robot's folder beside the trace's: a copy of it with something else in its first line."""
    copy = trace.parent.parent / name / "trace.jsonl"
    copy.parent.mkdir()
    header, rest = trace.read_text(encoding="utf-8").split("\n", 1)
    assert old in header
    copy.write_text(header.replace(old, new, 1) + "\n" + rest, encoding="utf-8")
    return copy.parent


def test_rank_compares_only_what_can_be_compared(ran: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "usual").mkdir()
    usual = Path(shutil.copy(ran / "trace.jsonl", tmp_path / "usual"))
    hard = _changed(usual, "hard", '"profile":"normal"', '"profile":"hard"')
    assert cli.run(["task", "rank", "kegelring", str(usual.parent), str(hard), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert f"{usual} and {hard / usual.name} cannot be compared: their profiles are normal and hard." in told
    (usual.parent / "again").mkdir()
    again = shutil.copy(usual, usual.parent / "again")
    assert cli.run(["task", "rank", "kegelring", str(usual.parent), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert str(usual) in told and str(again) in told and "the same run" in told and "[J50]" in told
    shutil.rmtree(usual.parent / "again")
    name = read_trace(usual).header["programs"][0]["name"]
    classmate = _changed(usual, "classmate", f'"name":"{name}"', '"name":"aidana.py"')
    shutil.move(classmate, usual.parent)
    assert cli.run(["task", "rank", "kegelring", str(usual.parent), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert f"several programs: aidana.py, {name}." in told and "[J52]" in told


def test_rank_names_the_trace_that_is_wrong_and_the_folder_it_is_called_in(
    ran: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    shutil.copy(ran / "trace.jsonl", mine)
    monkeypatch.chdir(mine)
    assert cli.run(["task", "rank", "kegelring", ".", "--lang", "ru"]) == 0
    assert capsys.readouterr().out.startswith("  1  mine: баллов ")
    other = _changed(mine / "trace.jsonl", "other", '"id":"kegelring"', '"id":"sumo-15"')
    assert cli.run(["task", "rank", "kegelring", ".", str(other), "--lang", "en"]) == 2
    assert f"{other / 'trace.jsonl'}: This run was made for the task `sumo-15`" in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_measures_to_rank_by_are_told_in_words(lang: str) -> None:
    for measure in MEASURES:
        told = say(lang, f"rank-by-{measure}", value=12)
        assert measure not in told and ("12" in told)


@pytest.mark.parametrize("like", task_ids())
def test_a_new_task_is_whole(like: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "our-own"
    assert cli.run(["task", "new", str(folder), "--like", like, "--lang", "en"]) == 0
    assert "just like " + like in capsys.readouterr().out
    assert cli.run(["task", "check", str(folder), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("our-own: the task is in order.")
    assert cli.run(["task", "new", str(folder), "--lang", "en"]) == 2
    assert "C158" in capsys.readouterr().err
    assert cli.run(["task", "new", str(tmp_path / "Our Own"), "--lang", "kk"]) == 2
    assert "C157" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["our-own"]


def test_a_new_task_harms_nothing_beside_it_and_its_next_command_can_be_typed(tmp_path: Path, capsys: Output) -> None:
    beside = tmp_path / "own words" / "mine.partial" / "note.txt"
    beside.parent.mkdir(parents=True)
    beside.write_text("mine")
    assert cli.run(["task", "new", str(tmp_path / "own words" / "mine"), "--lang", "en"]) == 0
    assert f"`marshrut task check '{tmp_path}/own words/mine'`" in capsys.readouterr().out or os.name == "nt"
    assert beside.read_text() == "mine"
    assert sorted(path.name for path in beside.parent.parent.iterdir()) == ["mine", "mine.partial"]


@pytest.mark.parametrize("name", ["sumo-15", "line-p-control"])
def test_a_new_task_has_no_name_of_the_catalogue(name: str, tmp_path: Path, capsys: Output) -> None:
    assert cli.run(["task", "new", str(tmp_path / name), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert f"`--task {name}` would mean that one" in told and "[C158]" in told and not list(tmp_path.iterdir())


@pytest.mark.parametrize("written", ['id="kegelring"\nversion  =  7', "'id' = 'kegelring' # ours\n\"version\"=7"])
def test_a_new_task_gets_its_own_id_however_the_pattern_writes_it(written: str, tmp_path: Path) -> None:
    pattern, folder = tmp_path / "kegelring", tmp_path / "copy"
    shutil.copytree(TASKS / "kegelring", pattern)
    text = (pattern / "task.toml").read_text(encoding="utf-8")
    assert 'id = "kegelring"\nversion = 1\n' in text
    text = text.replace('id = "kegelring"\nversion = 1\n', written + "\n")
    (pattern / "task.toml").write_text(text, encoding="utf-8")
    assert cli.run(["task", "new", str(folder), "--like", str(pattern), "--lang", "en"]) == 0
    copy = find_task(str(folder))
    assert (copy.id, copy.version) == ("copy", 1)
    assert [each.id for each in copy.variants] == [each.id for each in find_task("kegelring").variants]


def test_a_task_that_cannot_be_copied_leaves_nothing(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    assert cli.run(["task", "new", str(tmp_path / "far" / "off" / "mine"), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "[C35]" in told and "--out" not in told and not list(tmp_path.iterdir())
