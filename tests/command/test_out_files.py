"""`--out` of the commands that write one file: all of them refuse what is no file in the same way and leave nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from marshrut.host_tools.cli import run
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.tasks.catalogue import TASKS

MARKS = Path(__file__).resolve().parents[1] / "robot" / "records" / "marks.csv"
# Each with the ending of what it writes.
COMMANDS = {
    "world generate": (["world", "generate", "sumo"], ".toml"),
    "world draw": (["world", "draw", "line-sprint"], ".png"),
    "world print": (["world", "print", "line-sprint"], ".pdf"),
    "robot draw": (["robot", "draw", "xrp"], ".png"),
    "robot fit": (["robot", "fit", str(MARKS), "--robot", "pico-rover"], ".toml"),
    "compare": (["compare", "--port", "tcp:127.0.0.1:1"], ".json"),
}

Refused = Callable[[str, str, str], str]


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """The one sentence with which that command refuses to write there."""

    def tell(name: str, out: str, lang: str = "en") -> str:
        words, _ = COMMANDS[name]
        assert run([*words, "--out", out, "--lang", lang]) == 2
        told = capsys.readouterr()
        assert told.out == "" and told.err.count("\n") == 1
        return told.err

    return tell


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_is_no_file(name: str, tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = f"folder{COMMANDS[name][1]}"
    (tmp_path / named).mkdir()
    for out in ("", ".", "..", "/", named, str(tmp_path / named)):
        for lang in LANGUAGES:
            assert "[C97]" in refused(name, out, lang)
    assert f"`{named}` is a folder" in refused(name, named, "en")
    assert [path.name for path in tmp_path.rglob("*")] == [named]


@pytest.mark.parametrize("name", COMMANDS)
def test_two_folders_that_are_not_there(name: str, tmp_path: Path, refused: Refused) -> None:
    out = tmp_path / "no" / "such" / f"x{COMMANDS[name][1]}"
    for lang in LANGUAGES:
        said = refused(name, str(out), lang)
        assert "[C35]" in said and f"`mkdir -p {out.parent}`" in said
    assert "There is no folder" in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("robot fit", "compare")])
def test_a_folder_that_is_not_there_is_made(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, ending = COMMANDS[name]
    out = tmp_path / "new" / f"x{ending}"
    assert run([*words, "--out", str(out), "--lang", "en"]) == 0
    assert str(out) in capsys.readouterr().out
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [out]


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("robot fit", "compare")])
def test_a_file_in_the_place_of_its_folder(name: str, tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "taken").write_text("mine")
    said = refused(name, str(tmp_path / "taken" / f"x{COMMANDS[name][1]}"), "en")
    assert "[C35]" in said and "Nothing can be written" in said
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("robot fit", "compare")])
def test_an_ending_in_capitals(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, ending = COMMANDS[name]
    out = tmp_path / f"X{ending.upper()}"
    assert run([*words, "--out", str(out), "--lang", "en"]) == 0
    assert str(out) in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [out] and out.stat().st_size > 500


@pytest.mark.parametrize("name", ["result.json", "picture.png", "replay.html"])
def test_a_folder_in_the_place_of_a_file_of_a_run(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).mkdir()
    program = TASKS / "line-sprint" / "programs" / "program_end" / "empty.py"
    assert run(["sim", str(program), "--task", "line-sprint", "--out", str(tmp_path), "--lang", "en"]) == 2
    assert f"`{tmp_path / name}` is a folder" in capsys.readouterr().err
    assert not [path for path in tmp_path.iterdir() if "partial" in path.name]


def test_generate_takes_a_language_as_its_sisters_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for lang in LANGUAGES:
        assert run(["world", "generate", "--lang", lang]) == 2
        first = capsys.readouterr().err
        assert run(["world", "draw", "--lang", lang]) == 2
        assert first == capsys.readouterr().err.replace("FILE", "KIND").replace("draw", "generate")
    written = []
    for words in (["--lang", "ru", "sumo"], ["sumo", "--lang", "ru"]):
        assert run(["world", "generate", *words, "--out", str(tmp_path / "s.toml")]) == 0
        written.append(capsys.readouterr().out)
    assert written[0] == written[1] and "Мир записан" in written[0]
    assert run(["world", "generate", "--lang", "xx", "sumo"]) == 2
    assert "--lang" in capsys.readouterr().err
