"""`marshrut world import`: from the command line to the folder and its report."""

import os
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say

from ...choices import one_of
from ...language import chosen_language
from .folder import REPORT, check_free, import_field, put
from .report import short, told


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The folder to make; named after the file if left out.")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def import_command(file: Path, out: Path | None, lang: str | None, debug: bool) -> int:
    """Make a world, a task and rules of a field of TRIK Studio.

    FILE is a save (.qrs) or a field (.xml). What cannot be carried over is told, each with its line.
    """
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    folder = out if out is not None else Path(file.stem)
    check_free(folder)
    done = import_field(file)
    report = list(told(done, language))
    put(folder, {**done.files, REPORT: ("\n".join(report) + "\n").encode()})
    for line in short(report, language, str(folder / REPORT)):
        print(line)
    print(say(language, "trik-written", folder=str(folder)))
    return 0
