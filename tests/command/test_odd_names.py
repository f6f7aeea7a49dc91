"""Names that no file can have, and such as would move a terminal's cursor: one sentence, shown as text."""

import json
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES

LONG = "a" * 400
Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["task", "check", LONG], "C16"),
        (["unit", "check", LONG], "C160"),
        (["world", "check", LONG], "C16"),
        (["task", "match", "sumo-15", LONG, LONG], "P01"),
        (["sim", LONG, "--task", "desk"], "P01"),
    ],
)
def test_a_name_that_is_too_long_is_that_of_nothing(command: list[str], code: str, capsys: Output) -> None:
    assert cli.run([*command, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert LONG in told and told.endswith(f"[{code}]\n")


def test_a_trace_of_a_task_whose_name_is_too_long(tmp_path: Path, capsys: Output) -> None:
    program, out = tmp_path / "empty.py", tmp_path / "out"
    program.write_text("pass\n")
    assert cli.run(["sim", str(program), "--task", "kegelring", "--lang", "en", "--out", str(out)]) == 1
    header, *rest = (out / "trace.jsonl").read_text(encoding="utf-8").splitlines()
    other = json.loads(header)
    other["task"]["id"] = "a" * 5000
    (out / "trace.jsonl").write_text("\n".join([json.dumps(other), *rest, ""]), encoding="utf-8")
    capsys.readouterr()
    assert cli.run(["task", "judge", str(out / "trace.jsonl"), "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and told.endswith("[C16]\n")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "command",
    [
        ["task", "explain"],
        ["task", "check"],
        ["unit", "route"],
        ["unit", "check"],
        ["sim", "--task", "desk"],
        ["robot", "check"],
    ],
)
def test_a_name_moves_no_cursor(command: list[str], lang: str, capsys: Output) -> None:
    assert cli.run([*command, "a\x1b[31mb\u202e", "--lang", lang]) == 2
    told = capsys.readouterr().err
    assert "a\\x1b[31mb\\u202e" in told and "\x1b" not in told
