"""`--fault`: what is broken is told in the reader's language, in the document, in the help and on the page about it."""

import json
import re
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.result import Result
from marshrut.simulator.scene.fault_shapes import TABLES
from marshrut.simulator.tasks.catalogue import TASKS

EMPTY = str(TASKS / "line-sprint" / "programs" / "program_end" / "empty.py")
REFERENCE = str(TASKS / "line-sprint" / "programs" / "goal" / "reference.py")
PAGE = Path(__file__).parent.parent.parent / "docs" / "faults.md"
ASKED = [
    "cable-off:line3", "dead:left@4", "swapped-motors", "reversed:right", "weak-battery=6.4", "noisy-adc=2.5",
    "brown-out@4.2", "stuck:button=closed", "stuck:button@5=open",
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["cable off: `line3`", "left motor from 4 s on", "weak battery, 6.4 V", "the supply fails at 4.2 s"]),
        ("ru", ["отсоединён кабель: `line3`", "левый мотор — начиная с 4 с", "слабая батарея, 6,4 В", "× 2,5"]),
        ("kk", ["кабелі ажыраған: `line3`", "сол жақ мотор — 4 секундтан бастап", "батарея әлсіз, 6,4 В", "× 2,5"]),
    ],
)
def test_the_report_says_what_is_broken(lang: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    options = [part for text in ASKED for part in ("--fault", text)]
    assert cli.run(["sim", EMPTY, "--task", "line-sprint", *options, "--lang", lang]) == 1
    line = capsys.readouterr().out.splitlines()[1]
    assert line.count(";") == len(ASKED) - 1
    for word in words:
        assert word in line


def test_the_document_names_faults_as_they_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    options = [part for text in ASKED for part in ("--fault", text)]
    cli.run(["sim", EMPTY, "--task", "line-sprint", *options, "--json"])
    text = capsys.readouterr().out
    assert json.loads(text)["faults"] == ASKED
    without = {key: value for key, value in json.loads(text).items() if key != "faults"}
    assert Result.from_json(json.dumps(without)).faults == (), "older documents have none"


@pytest.mark.sample(2)
@pytest.mark.parametrize(("lang", "words"), [("en", "2 times, first at 0.20 s"), ("ru", "2 раза"), ("kk", "2 рет")])
def test_the_report_says_that_the_board_restarted(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--fault", "brown-out@0.2", "--fault", "brown-out@0.6"]
    assert cli.run(["sim", REFERENCE, "--task", "line-sprint", *options, "--lang", lang]) == 0
    assert words in capsys.readouterr().out


def test_without_a_fault_nothing_is_said_of_any(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["sim", EMPTY, "--task", "line-sprint", "--lang", "en"])
    assert "Faults" not in capsys.readouterr().out


def test_the_help_and_the_page_know_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["sim", "--help"])
    shown = "".join(capsys.readouterr().out.split())
    rows = [line.split("`")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    kinds = [row.partition(":")[0].partition("@")[0].partition("=")[0] for row in rows]
    assert kinds == 3 * list(TABLES), "in each language"
    for kind in TABLES:
        assert kind in shown


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("lang", "words", "restarted"),
    [
        ("en", "Faults: not shown", "The board restarted once, at 0.20 s."),
        ("ru", "Неисправности: не показаны", "Плата перезапустилась 1 раз, впервые на 0,20 с."),
        ("kk", "Қосылған ақаулар: көрсетілмейді", "Плата 1 рет қайта қосылды, алғаш рет — 0,20 секундта."),
    ],
)
def test_hidden_faults_are_seen_and_not_named(
    lang: str, words: str, restarted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "waits.py"
    program.write_text("import time\ntime.sleep(1)\n")
    asked = ["weak-battery=6.4", "brown-out@0.2", "dead:line1@0.5"]
    options = [part for text in asked for part in ("--fault", text)]
    command = ["sim", str(program), "--task", "line-sprint", *options, "--lang", lang, "--out"]
    assert cli.run([*command, str(tmp_path / "told")]) == 1
    told = capsys.readouterr().out
    assert cli.run([*command, str(tmp_path / "hidden"), "--hide-faults"]) == 1
    said = capsys.readouterr().out
    assert words in said and restarted in said
    assert len(said.splitlines()) == len(told.splitlines())
    pages = [(tmp_path / name / "replay.html").read_text(encoding="utf-8") for name in ("told", "hidden")]
    contents = [json.loads(re.findall(r'id="content"[^>]*>(.*?)</script>', page, re.S)[0]) for page in pages]
    assert len(contents[0]["faults"]) == 3 and contents[1]["faults"] == []
    kinds = [[event["kind"] for event in content["events"]] for content in contents]
    assert kinds == [["brown_out", "fault", "press", "release", "end"], ["restarted", "press", "release", "end"]]
    assert (tmp_path / "told" / "picture.png").read_bytes() != (tmp_path / "hidden" / "picture.png").read_bytes()
    traces = [(tmp_path / name / "trace.jsonl").read_bytes() for name in ("told", "hidden")]
    assert traces[0] == traces[1], "the records stay whole"


def test_a_board_that_only_its_supply_restarts_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "waits.py"
    program.write_text("import time\ntime.sleep(60)\n")
    command = ["sim", str(program), "--task", "line-sprint", "--fault", "weak-battery=3", "--lang", "en"]
    for more, words in (([], "check the battery"), (["--hide-faults"], "machine.reset()")):
        assert cli.run([*command, *more]) == 1
        (told,) = (line for line in capsys.readouterr().out.splitlines() if "[J14]" in line)
        assert words in told and ("machine.reset()" in told) == bool(more)
    program.write_text("import machine\nmachine.reset()\n")
    assert cli.run(["sim", str(program), "--task", "line-sprint", "--lang", "en"]) == 1
    assert "machine.reset()" in capsys.readouterr().out


def test_a_document_that_names_faults_cannot_hide_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["sim", EMPTY, "--task", "line-sprint", "--hide-faults", "--json"]) == 2
    assert "--hide-faults" in capsys.readouterr().err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_decimal_comma_is_told(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    for fault, point in (("weak-battery=6,4", "6.4"), ("cable-off:line3@2,5", "2.5")):
        assert cli.run(["sim", EMPTY, "--task", "line-sprint", "--fault", fault, "--lang", lang]) == 2
        told = capsys.readouterr().err
        assert all(part in told for part in (fault, point, "[C64]"))
