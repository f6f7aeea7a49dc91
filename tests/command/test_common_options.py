"""`--lang` and `--debug` of every command: wherever they stand, and before the line is understood."""

from collections.abc import Iterator

import click
import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.usage import UsageProblem
from marshrut.simulator.messages import LANGUAGES

Output = pytest.CaptureFixture[str]
REFUSED = UsageProblem("choice-needed", option="--lang", got="xx", known="ru, kk, en")


def paths(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from paths(below, (*path, name))


def everywhere(path: tuple[str, ...], *words: str) -> Iterator[list[str]]:
    """The command's line with the words at each place that they can stand at."""
    for place in range(len(path) + 1):
        yield [*path[:place], *words, *path[place:]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_language_is_refused_wherever_it_stands(
    lang: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSHRUT_LANG", lang)
    for path in paths(cli.app):
        for line in (*everywhere(path, "--lang", "xx"), *everywhere(path, "--debug", "--lang=xx")):
            assert cli.run(line) == 2, line
            assert capsys.readouterr().err == f"{REFUSED.tell(lang)}\n", line


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_option_is_told_in_the_language_of_the_whole_line(
    lang: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSHRUT_LANG", "en" if lang == "kk" else "kk")
    for path in paths(cli.app):
        told = set()
        for line in (
            *everywhere((*path, "--nonsense"), "--lang", lang),
            ["--lang", lang, *path, "--debug", "--nonsense"],
        ):
            assert cli.run(line) == 2, line
            told.add(capsys.readouterr().err)
        assert len(told) == 1, path


def test_the_last_language_holds(capsys: Output) -> None:
    told = {}
    for lang in LANGUAGES:
        assert cli.run(["unit", "list", "--lang", lang]) == 0
        told[lang] = capsys.readouterr().out
    assert len(set(told.values())) == len(LANGUAGES)
    for first in LANGUAGES:
        for second in LANGUAGES:
            for third in LANGUAGES:
                assert cli.run(["--lang", first, "unit", f"--lang={second}", "--debug", "list", "--lang", third]) == 0
                assert capsys.readouterr().out == told[third]
            assert cli.run(["--debug", "--lang", first, "unit", "--lang", second, "list", "--debug"]) == 0
            assert capsys.readouterr().out == told[second]
