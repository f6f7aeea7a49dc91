"""`marshrut world import`: from the command line to the folder and its report."""

from pathlib import Path

import click
from marshrut.simulator.messages import say

from .folder import REPORT, check_free, import_field, put
from .report import short, told


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The folder to make; named after the file if left out.")
def import_command(file: Path, out: Path | None, lang: str) -> int:
    """Make a world, a task and rules of a field of TRIK Studio.

    FILE is a save (.qrs) or a field (.xml). What cannot be carried over is told, each with its line.
    """
    folder = out if out is not None else Path(file.stem)
    check_free(folder)
    done = import_field(file)
    report = list(told(done, lang))
    put(folder, {**done.files, REPORT: ("\n".join(report) + "\n").encode()})
    for line in short(report, lang, str(folder / REPORT)):
        print(line)
    print(say(lang, "trik-written", folder=str(folder)))
    return 0
