"""`marshrut robot draw`: a picture of the robot that a file describes."""

from pathlib import Path

import click
from marshrut.simulator.messages import say
from marshrut.simulator.scene import load_robot

from ..out_file import check_out, whole_file
from .drawing import write_drawing
from .named import robot_path

KINDS = (".png", ".svg")


@click.command()
@click.argument("robot")
@click.option("--out", type=click.Path(path_type=Path), help="The picture, .png or .svg; ROBOT.png here if left out.")
def draw(robot: str, out: Path | None, lang: str) -> int:
    """Draw a robot from above, to scale on a sheet of A4, with its sensors and a table of its pins.

    ROBOT is a robot's file or a name of the catalogue.
    """
    loaded = load_robot(robot_path(robot))
    path = out if out is not None else Path(f"{loaded.id}.png")
    check_out(path, KINDS)
    with whole_file(path) as partial:
        write_drawing(loaded, lang, partial)
    print(say(lang, "draw-written", file=str(path)))
    return 0
