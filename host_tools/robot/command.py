"""The group of commands for robot files; each lives in a module of its own."""

import click

from .check import check
from .draw import draw
from .fit.command import fit


@click.group()
def robot() -> None:
    """Robot files: check, draw, fit to a log."""


robot.add_command(check)
robot.add_command(draw)
robot.add_command(fit)
