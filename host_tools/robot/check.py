"""`marshrut robot check`: is the file right, and what robot does it describe?"""

import click
from marshrut.simulator.scene import load_robot

from .named import robot_path
from .robot_figures import robot_figures
from .sheet import sheet_lines


@click.command()
@click.argument("robot")
def check(robot: str, lang: str) -> int:
    """Find the faults of a robot file; of one without faults, tell what such a robot does.

    ROBOT is a robot's file or a name of the catalogue. The figures are those that can be measured on the real robot.
    """
    loaded = load_robot(robot_path(robot))
    for line in sheet_lines(loaded, robot_figures(loaded), lang):
        print(line)
    return 0
