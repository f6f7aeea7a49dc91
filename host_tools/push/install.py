"""`marshrut install`: the runtime onto a board, its program left as it is."""

import os

import click
from marshrut.simulator.messages import LANGUAGES, say

from ..cable.session import opened_link, rest
from ..choices import one_of
from ..language import chosen_language
from .command import bring_told
from .layout import PIN_MAPS


@click.command()
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option("--board", "pin_map", help="The robot's pin map:\n\n" + ", ".join(PIN_MAPS) + ".")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def install(port: str | None, pin_map: str | None, lang: str | None, debug: bool) -> int:
    """Put the robot's runtime on a board that has MicroPython, or bring the one on it up to date."""
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    if pin_map is not None:
        one_of("--board", pin_map, PIN_MAPS)
    with opened_link(port, language) as link:
        bring_told(link, None, "", pin_map, language)
        rest(link)
        print(say(language, "install-done"))
    return 0
