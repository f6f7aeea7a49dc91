"""What `--help` says, in the reader's language.

English stands in the code, in docstrings and `help=`. `curriculum/messages/help.toml` has the other languages, found by
the English paragraph itself: what many commands say is translated once, and whoever changes the English learns from a
test that its translations are still those of the old sentence.
"""

import re
import tomllib
from functools import cache
from inspect import cleandoc

import click
from marshrut.simulator.messages import FOLDER

CATALOGUE = FOLDER / "help.toml"
USAGE, OPTIONS, COMMANDS = "Usage:", "Options", "Commands"
DEFAULT, REQUIRED = "[default: {value}]", "[required]"
UNBROKEN = "\u00a0"  # while the lines are broken
PAGE_WORDS = (USAGE, OPTIONS, COMMANDS, DEFAULT, REQUIRED)


def help_page(context: click.Context, lang: str) -> str:
    """The command's usage, what it does, its options and the commands below it, as wide as the terminal allows."""
    command = context.command
    page = context.make_formatter()
    pieces = " ".join(command.collect_usage_pieces(context))
    page.write_usage(context.command_path, pieces, f"{translated(USAGE, lang)} ")
    page.write_paragraph()
    with page.indentation():
        page.write_text("\n\n".join(_told(command.help or "", lang)))
    with page.section(translated(OPTIONS, lang)):
        options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
        page.write_dl([(_spelling(option), _meaning(option, lang)) for option in options], col_max=25)
    if isinstance(command, click.Group):
        with page.section(translated(COMMANDS, lang)):
            below = sorted(command.commands.items())
            page.write_dl([(name, _first_sentence(_told(each.help or "", lang)[0])) for name, each in below])
    return page.getvalue().rstrip("\n").replace(UNBROKEN, " ")


def _spelling(option: click.Option) -> str:
    spelling = " / ".join(", ".join(names) for names in (option.opts, option.secondary_opts) if names)
    if option.is_flag:
        return spelling
    is_text = option.type is click.STRING
    return f"{spelling} {option.metavar or (option.opts[-1].lstrip('-') if is_text else option.type.name).upper()}"


def _meaning(option: click.Option, lang: str) -> str:
    meaning = "\n\n".join(_told(option.help or "", lang))
    remarks = []
    if option.show_default:
        default = option.show_default if isinstance(option.show_default, str) else option.default
        remarks.append(translated(DEFAULT, lang).format(value=default))
    if option.required:
        remarks.append(translated(REQUIRED, lang))
    return "  ".join([meaning, *(remark.replace(" ", UNBROKEN) for remark in remarks)])


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def _told(text: str, lang: str) -> list[str]:
    return [f"{translated(words, lang)} {names}".rstrip() for words, names in paragraphs(text)]


def paragraphs(text: str) -> list[tuple[str, str]]:
    """Each paragraph of a help text, on one line. One that comes after a colon is a list of names, the same in every
    language: it stands in the second place, behind the words that it belongs to."""
    found: list[tuple[str, str]] = []
    for paragraph in re.split(r"\n\s*\n", cleandoc(text)):
        line = " ".join(paragraph.split())
        if found and found[-1][0].endswith(":"):
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, ""))
    return found


def translated(english: str, lang: str) -> str:
    """That paragraph; in English where the catalogue has it not, which a test does not let happen."""
    return catalogue()[english].get(lang, english) if english in catalogue() else english


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Each translated paragraph in every language, by its English."""
    texts = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["text"]
    lines = [{lang: " ".join(text.split()) for lang, text in each.items()} for each in texts]
    return {each["en"]: each for each in lines}
