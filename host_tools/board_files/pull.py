"""`marshrut pull`: files from a board to this computer."""

import sys
from pathlib import Path

import click
from marshrut.simulator.messages import say

from ..cable.found import Found, hashes, look
from ..cable.session import asked_board
from ..push.layout import MAIN, PROGRAM
from ..push.progress import Bar
from .fetching import fetch, write_all
from .problem import PullProblem
from .whose import Whose, whose


@click.command()
@click.argument("names", nargs=-1)
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path("."), help="Where they go; here.")
@click.option("--all", "everything", is_flag=True, help="All but the runtime: what the program has written, too.")
@click.option("--force", is_flag=True, help="Replace files of these names here.")
@click.option("--port", help="The board's port; needed when there are several boards.")
def pull(
    names: tuple[str, ...],
    folder: Path,
    everything: bool,
    force: bool,
    port: str | None,
    lang: str,
) -> int:
    """Fetch files and folders from a board: those NAMES, else its program, under the name it had when it was pushed."""
    with asked_board(port, lang) as link:
        found = look(link)
        wanted = _named(found, names) if names else _others(found) if everything else _program(found)
        with Bar(say(lang, "pull-fetching"), sys.stderr) as bar:
            bar.begin(sum(found.sizes[path] for path in wanted))
            contents = fetch(link, wanted, hashes(link, wanted), bar.moved)
    written = write_all({folder / wanted[path]: content for path, content in contents.items()}, force)
    for path in written:
        print(say(lang, "pull-written", file=str(path)))
    return 0


def _named(found: Found, names: tuple[str, ...]) -> dict[str, str]:
    """Path on the board: path here."""
    wanted: dict[str, str] = {}
    for name in names:
        path = "/" + name.strip("/")
        inside = [other for other in found.sizes if other == path or other.startswith(path.rstrip("/") + "/")]
        if not inside:
            raise PullProblem("pull-missing", file=name)
        wanted |= {other: other[1:] for other in inside}
    return wanted


def _others(found: Found) -> dict[str, str]:
    wanted = {path: path[1:] for path in sorted(found.sizes) if whose(path, found) is not Whose.RUNTIME}
    if not wanted:
        raise PullProblem("pull-nothing")
    return wanted


def _program(found: Found) -> dict[str, str]:
    """As it was given to push: one file, or a folder with main.py."""
    files = [path for path in sorted(found.sizes) if whose(path, found) is Whose.PROGRAM]
    if PROGRAM in found.sizes and PROGRAM not in files:  # copied there by another tool
        return {PROGRAM: PROGRAM[1:]}
    if PROGRAM not in files:
        raise PullProblem("pull-nothing")
    name = Path(found.record.program).name or PROGRAM[1:]
    if len(files) == 1 and name.endswith(".py"):
        return {PROGRAM: name}
    return {path: f"{name}/{path[1:] if path != PROGRAM else MAIN}" for path in files}
