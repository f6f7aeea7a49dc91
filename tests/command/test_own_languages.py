"""Texts of a task's file are each in their own language: `marshrut task check` tells of those that are not."""

import shutil
from pathlib import Path

import pytest
from marshrut.host_tools import cli
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.catalogue import TASKS

Output = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ('ru = "Овал", kk = "Сопақ жол", en = "Овал"', ["title.en", "C195"]),
        ('ru = "Сопақ жол", kk = "Сопақ жол", en = "Oval"', ["title.ru", "C195"]),
        ('ru = "An oval to the left", kk = "Сопақ жол", en = "Oval"', ["title.ru", "C195"]),
        ('ru = "Овал", kk = "An oval to the left", en = "Oval"', ["title.kk", "C195"]),
        ('ru = "По овалу вокруг поля", kk = "По овалу вокруг поля", en = "Oval"', ["title.kk", "title.ru", "C196"]),
        ('ru = "Робофинист Junior 2", kk = "Робофинист Junior 2", en = "Junior `овал`"', []),  # names
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.sample(4)
def test_a_text_in_another_language(texts: str, told: list[str], lang: str, tmp_path: Path, capsys: Output) -> None:
    copy = tmp_path / "desk"
    shutil.copytree(TASKS / "desk", copy)
    file = copy / "task.toml"
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("title = {"))
    file.write_text(text.replace(line, f"title = {{ {texts} }}", 1), encoding="utf-8")
    assert cli.run(["task", "check", str(copy), "--lang", lang]) == (2 if told else 0)
    said = capsys.readouterr().err
    assert said.count("\n") == bool(told) and all(word in said for word in told)
