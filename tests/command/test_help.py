"""`--help` of every command, in each language: nothing is left in English, and nothing is translated in vain."""

import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator

import click
import pytest
from marshrut.host_tools import cli
from marshrut.host_tools.help_page import CATALOGUE, PAGE_WORDS, catalogue, paragraphs, translated
from marshrut.host_tools.own_languages import CYRILLIC, KAZAKH, is_foreign
from marshrut.simulator.messages import LANGUAGES

Output = pytest.CaptureFixture[str]
HEADINGS = {"ru": ("Использование:", "Параметры:"), "kk": ("Қолданылуы:", "Параметрлер:"), "en": ("Usage:", "Options:")}
# What is the same in every language: names of arguments, options, commands and files, and figures.
SAME = re.compile(r"`[^`]+`|--[a-z]+|\b[A-Z]{2,}\b|\b\w+\.\w+\b|\b[a-z]+_[a-z]+\b|\d+")


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))


def said(command: click.Command) -> dict[str, str]:
    """Each English paragraph of the pages of that command and those below it, and where it is said first."""
    found = dict.fromkeys(PAGE_WORDS, "every page")
    for path, each in commands(command):
        name = " ".join(("marshrut", *path))
        assert each.help, f"`{name}` has no docstring"
        texts = [(name, each.help)]
        for option in each.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert option.help, f"`{name} {option.opts[-1]}` has no `help=`"
                texts.append((f"{name} {option.opts[-1]}", option.help))
        for where, text in texts:
            for words, _ in paragraphs(text):
                found.setdefault(words, where)
    return found


def gaps(command: click.Command) -> list[str]:
    """What the catalogue lacks or has too much, in words that say what to do."""
    texts = said(command)
    missing = [
        f"{CATALOGUE} needs a [[text]] of `{texts[words]}`: {words}" for words in texts if words not in catalogue()
    ]
    return missing + [
        f"{CATALOGUE} has a [[text]] that nothing says: {words}" for words in catalogue() if words not in texts
    ]


def plain(text: str) -> str:
    """Without line breaks, wherever they are; a page may break a line at a hyphen."""
    return re.sub(r"\s", "", text)


def test_each_text_has_its_translations_and_each_translation_its_text() -> None:
    assert gaps(cli.app) == []


def test_an_option_without_translations_is_noticed() -> None:
    @click.command("fly")
    @click.option("--high", help="Above the walls.")
    def fly(high: str) -> None:
        """Leave the mat."""

    found = gaps(fly)
    assert f"{CATALOGUE} needs a [[text]] of `marshrut --high`: Above the walls." in found
    assert f"{CATALOGUE} needs a [[text]] of `marshrut`: Leave the mat." in found
    assert f"{CATALOGUE} has a [[text]] that nothing says: A ring for two robots." in found


def test_each_text_is_in_its_own_language_and_says_the_same() -> None:
    texts = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["text"]
    assert [en for en, count in Counter(" ".join(each["en"].split()) for each in texts).items() if count > 1] == []
    for en, each in catalogue().items():
        assert each.keys() == set(LANGUAGES), en
        names = set(SAME.findall(en))
        for lang in ("ru", "kk"):
            assert each[lang] != en and not is_foreign(each[lang], lang), each[lang]
            assert CYRILLIC.search(each[lang]), each[lang]
            assert names <= set(SAME.findall(each[lang])), f"{lang}: {each[lang]}"
            assert en[-1].isalpha() or each[lang][-1] == en[-1], f"{lang}: {each[lang]}"
        assert each["kk"] != each["ru"] or len(en.split()) < 4, en
    assert len([each for each in catalogue().values() if KAZAKH.search(each["kk"])]) > 0.9 * len(catalogue())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_speaks_the_language(lang: str, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    english = {plain(words) for words in catalogue() if len(words.split()) > 2}
    for path, command in commands(cli.app):
        assert cli.run([*path, "--help", "--lang", lang]) == 0
        told = capsys.readouterr()
        assert not told.err
        page = plain(told.out)
        usage, options = HEADINGS[lang]
        assert told.out.startswith(f"{usage} {' '.join(('marshrut', *path))} [OPTIONS]") and options in told.out
        assert max(len(line) for line in told.out.splitlines()) <= 100
        assert "\u00a0" not in told.out
        texts = [command.help or ""]
        texts += [o.help or "" for o in command.params if isinstance(o, click.Option) and not o.hidden]
        for text in texts:
            for words, names in paragraphs(text):
                assert plain(translated(words, lang) + names) in page, (path, words)
        if lang != "en":
            assert [words for words in english if words in page] == [], path
            for word in ("Usage", "Options", "Commands", "default:", "required"):
                assert word not in told.out, path


def test_names_defaults_and_bounds_are_shown(capsys: Output) -> None:
    cli.run(["world", "generate", "sumo", "--help", "--lang", "ru"])
    assert "--edge-mm 10…100" in (page := capsys.readouterr().out) and "[по умолчанию: 25]" in page
    cli.run(["push", "--help", "--lang", "kk"])
    assert "--follow / --no-follow" in (page := capsys.readouterr().out) and "--port PORT" in page
    assert "картасы: esp32_rover," in " ".join(page.split())
    cli.run(["sim", "--help", "--lang", "ru"])
    assert "файл мира. [обязательно]" in " ".join(capsys.readouterr().out.split())
    cli.run(["unit", "--help", "--lang", "en"])
    assert "\n  list    Tell the units: for which grades" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "variables", "lang"),
    [
        ("sim --lang kk --help", {}, "kk"),
        ("sim --help --lang kk", {}, "kk"),
        ("sim -h --lang=kk", {"MARSHRUT_LANG": "ru"}, "kk"),
        ("--lang kk sim -h", {"MARSHRUT_LANG": "ru"}, "kk"),
        ("--lang ru world --lang kk -h", {}, "kk"),
        ("world generate --lang kk maze -h", {}, "kk"),
        ("--lang kk -h", {}, "kk"),
        ("-h", {"MARSHRUT_LANG": "kk", "LANG": "ru_RU.UTF-8"}, "kk"),
        ("task -h", {"LANG": "ru_RU.UTF-8"}, "ru"),
        ("task -h --lang xx", {"LANG": "ru_RU.UTF-8"}, "ru"),
        ("task -h", {"LANG": "de_DE.UTF-8"}, "en"),
        ("task -h", {}, "en"),
    ],
)
def test_the_language_is_chosen_as_elsewhere(
    arguments: str, variables: dict[str, str], lang: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MARSHRUT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cli.run(arguments.split()) == 0
    assert capsys.readouterr().out.startswith(HEADINGS[lang][0])


@pytest.mark.parametrize("group", ["", "task", "world generate"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_group_without_a_command_shows_its_help(
    group: str, lang: str, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSHRUT_LANG", lang)
    assert cli.run(group.split()) == 2
    bare = capsys.readouterr().out
    assert cli.run([*group.split(), "--help"]) == 0
    assert capsys.readouterr().out == bare


def test_the_language_of_a_group_holds_for_its_commands(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSHRUT_LANG", "en")
    sumo = ["world", "generate", "sumo", "--edge-mm", "5"]
    for arguments in (["--lang", "kk", *sumo], ["--lang", "ru", "world", "--lang", "kk", *sumo[1:]]):
        assert cli.run(arguments) == 2
        assert "аралығындағы сан керек" in capsys.readouterr().err
    told = {}
    for lang, arguments in {
        "kk": ["--lang", "kk", "unit", "list"],
        "ru": ["--lang", "kk", "unit", "list", "--lang", "ru"],
    }.items():
        assert cli.run(arguments) == 0
        told[lang] = capsys.readouterr().out
    assert KAZAKH.search(told["kk"]) and not KAZAKH.search(told["ru"])


def test_a_wrong_language_or_a_missing_command_is_told(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSHRUT_LANG", "ru")
    assert cli.run(["--lang", "xx", "unit", "list"]) == 2
    assert "После --lang можно написать только ru, kk, en" in capsys.readouterr().err
    assert cli.run(["world", "--lang", "kk"]) == 2
    assert "COMMAND жетіспейді. Не істеу керек: `marshrut world --help`" in capsys.readouterr().err


def test_a_process_of_its_own_speaks_kazakh() -> None:
    environment = {**os.environ, "MARSHRUT_LANG": "kk", "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    command = [sys.executable, "-m", "marshrut.host_tools", "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Қолданылуы: marshrut [OPTIONS] COMMAND [ARGS]...\n")
    assert "\n  sim      Программаны тапсырмада іске қосып, жүрісті бағалау.\n" in done.stdout
