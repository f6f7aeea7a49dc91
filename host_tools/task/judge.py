"""`marshrut task judge`: what a run was worth, from its trace alone. No program runs."""

import sys
from pathlib import Path

import click
from marshrut.simulator.result import build_result
from marshrut.simulator.scoring import judge_run
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.trace import read_trace
from rich.console import Console

from ..chosen_robot import check_one_robot, with_chosen_robot
from ..sim.environment import environment_of
from ..sim.report import judged_lines


@click.command("judge")
@click.argument("trace", type=click.Path(path_type=Path))
@click.option("--task", help="The task that the run was made for; that of the catalogue if left out.")
@click.option("--board", help="As the run was made with it.")
@click.option("--robot", help="As the run was made with it.")
@click.option("--json", is_flag=True, help="Print the result document and nothing else.")
def judge_command(trace: Path, task: str | None, board: str | None, robot: str | None, json: bool, lang: str) -> int:
    """Judge a run again. TRACE is the trace.jsonl that `marshrut sim --out` wrote."""
    check_one_robot(board, robot)
    run = read_trace(trace)
    the_task = with_chosen_robot(find_task(task or run.task_id), board, robot)
    result = build_result(run, judge_run(the_task, run), lang, environment_of(run.header["runtime"]))
    if json:
        sys.stdout.write(result.to_json())
        return 0
    console = Console(highlight=False)
    for line in judged_lines(run, result, the_task, lang):
        console.print(line, soft_wrap=not sys.stdout.isatty())
    return 0
