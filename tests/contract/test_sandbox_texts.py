"""What a program says reaches a terminal, a page and a table as text, and as nothing else."""

import csv
import io
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshrut.host_tools import cli
from marshrut.simulator.printable import sheet_cell

from .attacks import FOLDER, strike

RUN = ["--task", "line-sprint", "--lang", "en", "--runtime", "micropython", "--untrusted"]
SPOKEN = ["program_end/terminal_text", "program_end/page_text", "program_error/named_like_a_command"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", SPOKEN)
def test_nothing_that_is_printed_moves_a_terminal(
    name: str, micropython_mjs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["sim", str(FOLDER / f"{name}.py"), *RUN]) == 1
    said = capsys.readouterr()
    for text in (said.out, said.err):
        assert [sign for sign in text if unicodedata.category(sign) in ("Cc", "Cf", "Cs") and sign != "\n"] == []
    assert "mine" in said.out.lower() or "taken" in said.out, "it is shown all the same"


@pytest.mark.parametrize("name", SPOKEN)
def test_json_is_one_document_whatever_is_printed(
    name: str, micropython_mjs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["sim", str(FOLDER / f"{name}.py"), *RUN, "--json"])
    out = capsys.readouterr().out
    assert out.isascii() or all(unicodedata.category(sign) != "Cc" or sign == "\n" for sign in out)
    assert "\x1b" not in out


@pytest.mark.browser
@pytest.mark.parametrize("name", ["program_end/page_text", "program_error/named_like_a_command"])
def test_nothing_that_is_printed_runs_in_the_page(
    name: str, micropython_mjs: Path, browser: Any, tmp_path: Path
) -> None:
    cli.run(["sim", str(FOLDER / f"{name}.py"), *RUN, "--out", str(tmp_path)])
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "replay.html").as_uri())
    page.wait_for_timeout(300)
    assert "taken" not in page.title()
    assert page.evaluate("document.images.length + document.querySelectorAll('script[src]').length") == 0
    assert len(asked) == 1, "the page itself, and nothing else"
    page.close()


def test_what_is_printed_is_no_formula_in_a_table(micropython_mjs: Path) -> None:
    text = (FOLDER / "program_end" / "sheet_text.py").read_text(encoding="utf-8")
    lines = "".join(text for _, _, text in strike(text).trace.texts).split("\n")
    assert len(lines) >= 6
    table = io.StringIO()
    csv.writer(table).writerows([[sheet_cell(line)] for line in lines if line])
    for row in csv.reader(io.StringIO(table.getvalue())):
        assert row[0][0] not in "=+-@\t\r", row


@given(st.text())
def test_a_cell_never_begins_like_a_formula_and_keeps_plain_words(text: str) -> None:
    cell = sheet_cell(text)
    assert not cell.startswith("\t") and not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert "\x1b" not in cell and "\r" not in cell
    if text.isascii() and text.isalnum():
        assert cell == text
