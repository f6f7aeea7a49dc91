"""The group of commands for units; each lives in a module of its own."""

import click

from .bundle_unit import bundle
from .check_units import check
from .list_units import list_units
from .new_unit import new
from .route import route


@click.group()
def unit() -> None:
    """Units, the lessons: make, check, list, order, hand out."""


unit.add_command(new)
unit.add_command(check)
unit.add_command(list_units)
unit.add_command(route)
unit.add_command(bundle)
