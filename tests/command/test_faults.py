"""`--fault`: what is broken is told in the reader's language, in the document, in the help and on the page about it."""

import json
from pathlib import Path

import pytest
from marshrut.host_tools import cli
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
