"""The desk: a task that is not judged, as its users meet it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.result import Result
from marshrut.simulator.result.schema import SCHEMA_FILE
from marshrut.simulator.tasks import find_task
from marshrut.simulator.tasks.catalogue import TASKS

PROGRAMS = TASKS / "desk" / "programs"
DESK = ["--task", "desk", "--lang", "en"]
RUNTIMES = ("cpython", "micropython")


def desk(text: str, folder: Path, *options: str) -> int:
    program = folder / "hello.py"
    program.write_text(text, encoding="utf-8")
    return cli.run(["sim", str(program), *DESK, *options])


def numbers(line: str) -> dict[str, int]:
    return {name: int(value) for name, value in re.findall(r"(\w+) (\d+)", line)}


@pytest.mark.sample(2)
@pytest.mark.parametrize("runtime", RUNTIMES)
@pytest.mark.parametrize("seed", [7, 2026])
def test_the_wall_is_where_the_text_says(
    seed: int, runtime: str, capsys: pytest.CaptureFixture[str], node: Path
) -> None:
    command = ["sim", str(PROGRAMS / "program_end" / "hello.py"), *DESK, "--runtime", runtime, "--seed", str(seed)]
    assert cli.run(command) == 0
    measured = [int(found) for found in re.findall(r"│ wall at (\d+) mm", capsys.readouterr().out)]
    assert len(measured) == 5
    assert all(distance == pytest.approx(500, abs=10) for distance in measured)


@pytest.mark.parametrize("runtime", RUNTIMES)
def test_the_fields_are_where_the_text_says(runtime: str, capsys: pytest.CaptureFixture[str], node: Path) -> None:
    assert cli.run(["sim", str(PROGRAMS / "program_end" / "colours.py"), *DESK, "--runtime", runtime]) == 0
    seen = {line.split()[1]: numbers(line) for line in capsys.readouterr().out.splitlines() if "│" in line}
    assert list(seen) == ["white", "red", "green", "blue", "yellow", "black"]
    for field, way_mm in zip(seen, (0, 60, 140, 220, 300, 380), strict=True):
        assert seen[field]["wall"] == pytest.approx(500 - way_mm, abs=12), field
    for colour in ("red", "green", "blue"):
        strongest = max(("red", "green", "blue"), key=lambda channel: seen[colour][channel])
        assert strongest == colour
    assert min(seen["yellow"]["red"], seen["yellow"]["green"]) > 1.5 * seen["yellow"]["blue"]
    assert seen["black"]["light"] < seen["white"]["light"] / 10


def test_each_turn_and_the_line_are_as_the_text_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (PROGRAMS / "program_end" / "hello.py").read_text(encoding="utf-8").partition("for n in")[0]
    text += "from rover import Rover\nrover = Rover()\ndef told():\n    print(distance_mm(), rover.line.read()[2])\n"
    turns = "for turn in (0, 90, 90, 90):\n    rover.drive.turn(turn)\n    told()\n"
    assert desk(text + turns, tmp_path, "--nominal") == 0
    ways, greys = zip(*(map(int, two) for two in re.findall(r"│ (\d+) (\d+)", capsys.readouterr().out)), strict=True)
    assert ways == pytest.approx((500, 600, 1300, 700), abs=20)
    assert desk(text + "told()\n", tmp_path, "--nominal", "--variant", "line") == 0
    (way, on_line), *_ = re.findall(r"│ (\d+) (\d+)", capsys.readouterr().out)
    assert int(way) == pytest.approx(1000, abs=10)
    assert int(on_line) > 3 * max(greys)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_statement_gives_the_distances(lang: str) -> None:
    text = (find_task("desk").folder / "text" / f"{lang}.md").read_text(encoding="utf-8")
    assert all(f"{way} " in text for way in (500, 600, 700, 1300, 1000, 60, 80)) and "hello.py --task desk" in text


@pytest.mark.sample(2)
@pytest.mark.parametrize("path", sorted(PROGRAMS.glob("*/*.py")), ids=lambda path: path.stem)
def test_a_program_ends_as_its_folder_says(path: Path, capsys: pytest.CaptureFixture[str], node: Path) -> None:
    hashes = set()
    for runtime in RUNTIMES:
        assert cli.run(["sim", str(path), *DESK, "--runtime", runtime, "--json"]) == 0
        document = json.loads(capsys.readouterr().out)
        jsonschema.validate(document, json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
        result = Result.from_json(json.dumps(document))
        assert (result.verdict, result.score, result.checks) == ("none", None, ())
        assert result.ended == path.parent.name
        assert list(result.measures) == ["max_speed_mm_s"]
        assert [mark.kind for mark in result.marks] == ["end"]
        hashes.add(result.trace_sha256)
    assert len(hashes) == 1


def test_all_that_was_printed_is_shown_and_nothing_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("for n in range(40):\n    print('reading', n)\n", tmp_path) == 0
    said = capsys.readouterr().out
    assert [int(n) for n in re.findall(r"│ reading (\d+)", said)] == list(range(40))
    assert "The program ended after 0.0" in said
    for word in ("assed", "Points", "Line lost", "Distance", "[J"):
        assert word not in said


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "all of the 60 s"), ("ru", "проработала 60 с"), ("kk", "60 секунд бойы")]
)
def test_a_program_may_run_until_its_time_is_up(
    lang: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "from time import sleep\nwhile True:\n    sleep(1)\n"
    assert desk(text, tmp_path, "--lang", lang) == 0
    said = capsys.readouterr().out
    assert sentence in said and "[J" not in said


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("text", "ended", "words"),
    [
        ("x = 1\nprint(x.y)\n", "program_error", ["hello.py, line 2", "P22"]),
        ("n = 0\nwhile True:\n    n += 1\n", "stuck", ["line 2", "J04"]),
        ("def f(:\n    pass\n", "program_error", ["hello.py, line 1", "P28"]),
    ],
)
@pytest.mark.parametrize("runtime", RUNTIMES)
def test_a_program_that_fails_is_told_as_anywhere(
    runtime: str,
    text: str,
    ended: str,
    words: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    node: Path,
) -> None:
    assert desk(text, tmp_path, "--runtime", runtime) == 1
    said = capsys.readouterr().out
    assert all(word in said for word in words), said
    assert desk(text, tmp_path, "--runtime", runtime, "--json") == 1
    result = Result.from_json(capsys.readouterr().out)
    assert (result.verdict, result.ended) == ("none", ended)


def test_what_our_side_broke_off_is_an_error_here_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from marshrut.simulator import run
    from marshrut.simulator.runners.outcome import Outcome

    def breaks_off(program: Any, conditions: Any, scene: Any, trace: Any, *others: Any) -> Outcome:
        trace.state(0, 0, (0,) * len(trace.header["state_fields"]))
        trace.event(0, 0, "crashed", 0, "")
        return Outcome("crashed", 0, 0, None)

    monkeypatch.setattr(run, "drive", breaks_off)
    assert desk("", tmp_path) == 3


def test_the_picture_and_the_replay_know_no_line_to_lose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk("print(1)\n", tmp_path, "--out", str(tmp_path / "run")) == 0
    assert (tmp_path / "run" / "picture.png").is_file()
    page = (tmp_path / "run" / "replay.html").read_text(encoding="utf-8")
    content = json.loads(re.findall(r'<script type="application/json" id="content">(.*?)</script>', page, re.S)[0])
    wanted = {"judged": False, "verdict": "none", "points": 0, "max": 0, "time_ms": None, "checks": []}
    assert content["result"] | wanted == content["result"]
    assert [event["kind"] for event in content["events"]] == ["end"]


def test_another_robot_may_stand_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk("import sys\nprint(sys.platform)\n", tmp_path, "--board", "pico_rover") == 0
    assert "│ rp2" in capsys.readouterr().out


def test_a_world_file_is_a_place_to_try_things_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that was generated runs as it is: one program, or one on each of its starts."""
    world, program = tmp_path / "ring.toml", tmp_path / "wait.py"
    program.write_text("from time import sleep_ms\nsleep_ms(300)\n", encoding="utf-8")
    assert cli.run(["world", "generate", "sumo", "--seed", "3", "--out", str(world)]) == 0
    capsys.readouterr()
    assert cli.run(["sim", str(program), str(program), "--task", str(world), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["verdict"], document["task"]["id"], len(document["programs"])) == ("none", "desk", 2)
    world.write_text(world.read_text(encoding="utf-8").replace("width_mm = 1270", "width_mm = wide"), encoding="utf-8")
    assert cli.run(["sim", str(program), "--task", str(world), "--lang", "en"]) == 2
    assert "ring.toml:" in capsys.readouterr().err


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_world_is_named_once_and_its_start_beside(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = tmp_path / "ring.toml"
    assert cli.run(["world", "generate", "sumo", "--seed", "31", "--out", str(world), "--lang", lang]) == 0
    program = TASKS / "line-sprint" / "programs" / "program_end" / "empty.py"
    for start in ("first", "second"):
        capsys.readouterr()
        cli.run(["sim", str(program), "--task", str(world), "--variant", start, "--lang", lang])
        title = capsys.readouterr().out.splitlines()[0]
        assert title.count("31") == 1 and start in title
