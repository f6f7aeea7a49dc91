"""The group of commands for world files; each lives in a module of its own."""

import click

from .check import check
from .draw import draw
from .generate import generate_command
from .print.command import print_command
from .trik.command import import_command


@click.group()
def world() -> None:
    """World files: check, draw, print, import, generate."""


world.add_command(check)
world.add_command(draw)
world.add_command(print_command)
world.add_command(generate_command)
world.add_command(import_command)
