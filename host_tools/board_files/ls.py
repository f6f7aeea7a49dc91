"""`marshrut ls`: a table of the files on a board."""

import click
from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..cable.found import Found, look
from ..cable.session import asked_board
from ..push.layout import RUNTIME_FOLDER
from .whose import Whose, whose

_STYLES = {Whose.PROGRAM: "bold", Whose.RUNTIME: "dim", Whose.BOARD: ""}


@click.command()
@click.option("--port", help="The board's port; needed when there are several boards.")
@click.option("--all", "everything", is_flag=True, help="Every file of the runtime, too.")
def ls(port: str | None, everything: bool, lang: str) -> int:
    """List the files on a board: how big each is and whose, and how much room is left."""
    with asked_board(port, lang) as link:
        found = look(link)
    console = Console(highlight=False, soft_wrap=True)
    console.print(_table(found, everything, lang))
    free_kb, all_kb = found.free_bytes // 1024, found.block * found.blocks // 1024
    console.print(say(lang, "ls-free", free_kb=free_kb, all_kb=all_kb))
    return 0


def _table(found: Found, everything: bool, lang: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(say(lang, "ls-file"))
    table.add_column(say(lang, "ls-bytes"), justify="right")
    table.add_column("")
    folded = {path for path in found.sizes if path.startswith(RUNTIME_FOLDER) and not everything}
    rows = [(path, size, whose(path, found)) for path, size in found.sizes.items() if path not in folded]
    rows.sort(key=lambda row: (list(Whose).index(row[2]), row[0]))
    for path, size, owner in rows:
        _add(table, path[1:], size, owner, lang)
    if folded:
        size = sum(found.sizes[path] for path in folded)
        _add(table, say(lang, "ls-folder", folder=RUNTIME_FOLDER[1:], count=len(folded)), size, Whose.RUNTIME, lang)
    return table


def _add(table: Table, name: str, size: int, owner: Whose, lang: str) -> None:
    words = {
        Whose.PROGRAM: say(lang, "ls-program"),
        Whose.RUNTIME: say(lang, "ls-runtime"),
        Whose.BOARD: say(lang, "ls-board"),
    }
    style = _STYLES[owner]
    table.add_row(Text(printable(name), style), Text(str(size), style), Text(words[owner], style))
