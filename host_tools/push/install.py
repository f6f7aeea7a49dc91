"""`marshrut install`: the runtime onto a board, its program left as it is."""

import click
from marshrut.simulator.messages import say

from ..cable.session import opened_link, rest
from ..choices import one_of
from .command import bring_told
from .layout import PIN_MAPS


@click.command()
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option("--board", "pin_map", help="The robot's pin map:\n\n" + ", ".join(PIN_MAPS) + ".")
def install(port: str | None, pin_map: str | None, lang: str) -> int:
    """Put the robot's runtime on a board that has MicroPython, or bring the one on it up to date."""
    if pin_map is not None:
        one_of("--board", pin_map, PIN_MAPS)
    with opened_link(port, lang) as link:
        bring_told(link, None, "", pin_map, lang)
        rest(link)
        print(say(lang, "install-done"))
    return 0
