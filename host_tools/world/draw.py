"""`marshrut world draw`: a picture of the mat that a world file describes."""

from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.scene import load_robot, load_world

from ..out_file import check_out, whole_file
from .named import named_world
from .overview import write_overview

KINDS = (".png", ".svg")


@click.command()
@click.argument("file")
@click.option("--out", type=click.Path(path_type=Path), help="The picture, .png or .svg; ID.png here if left out.")
def draw(file: str, out: Path | None, lang: str) -> int:
    """Draw a mat from above with its size, its starts and the names of what is on it.

    FILE is a world file, or TASK[:VARIANT[:ROUND]] of the catalogue.
    """
    named = named_world(file)
    world, robot = load_world(named.source), load_robot(named.robot)
    path = out if out is not None else Path(f"{world.id}.png")
    check_out(path, KINDS)
    with whole_file(path) as partial:
        write_overview(world, robot, lang, partial)
    print(say(lang, "draw-written", file=str(path)))
    return 0
