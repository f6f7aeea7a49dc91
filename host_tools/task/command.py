"""The group of commands for tasks; each lives in a module of its own."""

import click

from .check import check
from .explain import explain
from .judge import judge_command
from .match import match
from .new import new
from .rank import rank


@click.group()
def task() -> None:
    """Tasks: new, check, explain, judge, match, rank."""


task.add_command(new)
task.add_command(check)
task.add_command(judge_command)
task.add_command(explain)
task.add_command(match)
task.add_command(rank)
