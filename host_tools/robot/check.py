"""`marshrut robot check`: is the file right, and what robot does it describe?"""

import os

import click
from marshrut.simulator.messages import LANGUAGES
from marshrut.simulator.scene import load_robot

from ..choices import one_of
from ..language import chosen_language
from .named import robot_path
from .robot_figures import robot_figures
from .sheet import sheet_lines


@click.command()
@click.argument("robot")
@click.option("--lang", help="ru, kk or en.")
@click.option("--debug", is_flag=True, hidden=True)
def check(robot: str, lang: str | None, debug: bool) -> int:
    """Find the faults of a robot file; of one without faults, tell what such a robot does.

    ROBOT is a robot's file or a name of the catalogue. The figures are those that can be measured on the real robot.
    """
    if lang is not None:
        one_of("--lang", lang, LANGUAGES)
    language = chosen_language(["--lang", lang] if lang else [], os.environ)
    loaded = load_robot(robot_path(robot))
    for line in sheet_lines(loaded, robot_figures(loaded), language):
        print(line)
    return 0
