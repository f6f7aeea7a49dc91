"""`marshrut robot draw`: a picture of the robot that a file describes."""

import os
from pathlib import Path

import click
from marshrut.simulator.messages import LANGUAGES, say
from marshrut.simulator.scene import load_robot

from ..choices import one_of
from ..language import chosen_language
from ..out_file import check_out, whole_file
from .drawing import write_drawing
from .named import robot_path

KINDS = (".png", ".svg")


@click.command()
@click.argument("robot")
@click.option("--out", type=click.Path(path_type=Path), help="The picture, .png or .svg; ROBOT.png here if left out.")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def draw(robot: str, out: Path | None, lang: str | None, debug: bool) -> int:
    """Draw a robot from above, to scale on a sheet of A4, with its sensors and a table of its pins.

    ROBOT is a robot's file or a name of the catalogue.
    """
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    loaded = load_robot(robot_path(robot))
    path = out if out is not None else Path(f"{loaded.id}.png")
    check_out(path, KINDS)
    with whole_file(path) as partial:
        write_drawing(loaded, language, partial)
    print(say(language, "draw-written", file=str(path)))
    return 0
