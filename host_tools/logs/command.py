"""The command itself: fetches what is recorded on the board and draws it."""

import sys
from pathlib import Path

import click
from marshrut.simulator.messages import say

from ..board_files.fetching import fetch, write_all
from ..board_files.problem import PullProblem
from ..cable.found import hashes, look
from ..cable.session import asked_board
from ..push.progress import Bar
from .graph import draw
from .table import Log, read_log


@click.command()
@click.argument("names", nargs=-1)
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path("."), help="Where they go; here.")
@click.option("--port", help="The board's port; needed when there are several boards.")
def logs(names: tuple[str, ...], folder: Path, port: str | None, lang: str) -> int:
    """Fetch what rover.telemetry has saved, as CSV, and draw it: those NAMES, else every record on the board.

    Files of the same names here are replaced.
    """
    with asked_board(port, lang) as link:
        found = look(link)
        asked = ["/" + name.strip("/") for name in names]
        for path in asked:
            if path not in found.sizes:
                raise PullProblem("pull-missing", file=path[1:])
        paths = asked or sorted(path for path in found.sizes if path.endswith(".csv"))
        with Bar(say(lang, "pull-fetching"), sys.stderr) as bar:
            bar.begin(sum(found.sizes[path] for path in paths))
            contents = fetch(link, paths, hashes(link, paths), bar.moved)
    records: dict[str, Log] = {}
    for path, content in contents.items():
        log = read_log(content.decode("utf-8", "replace"))
        if log is not None:
            records[path] = log
        elif asked:
            raise PullProblem("logs-no-record", file=path[1:])
    if not records:
        raise PullProblem("logs-none")
    write_all({folder / path[1:]: contents[path] for path in records}, force=True)
    for path, log in records.items():
        table = folder / path[1:]
        picture = table.with_suffix(".png")
        draw(log, table.name, say(lang, "logs-seconds"), picture)
        print(say(lang, "logs-written", file=str(table), picture=str(picture), count=len(log.times_ms)))
    return 0
