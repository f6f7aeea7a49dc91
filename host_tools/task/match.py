"""`marshrut task match`: the bouts of two programs, one after the other, and who has won."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from marshrut.simulator.match import Match, play_match
from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from marshrut.simulator.program import Program, load_program
from marshrut.simulator.result import build_result
from marshrut.simulator.run import Conditions
from marshrut.simulator.runners.factory import RUNTIMES
from marshrut.simulator.tasks.catalogue import find_task, find_variant
from marshrut.simulator.tasks.model import Task

from ..choices import one_of, whole_number
from ..chosen_round import round_of
from ..sim.bout_told import bout_told, stops_told
from ..sim.environment import environment_of
from ..sim.files import write_files
from ..sim.progress import ProgressBar
from ..usage import UsageProblem


@click.command()
@click.argument("task")
@click.argument("program", type=click.Path(path_type=Path))
@click.argument("rival", type=click.Path(path_type=Path))
@click.option("--variant", help="Which of the task's worlds; the first one if left out.")
@click.option(
    "--round", "round_text", metavar="NUMBER", help="Draws the world of a variant that is drawn; 1 if left out."
)
@click.option("--runtime", default="cpython", help="cpython or micropython.", show_default=True)
@click.option("--untrusted", is_flag=True, help="Strangers' programs: on micropython, behind every wall there is.")
@click.option("--seed", default="7", help="That of the first bout; the others take the next ones.", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="Write the files of each bout to a folder in there.")
def match(
    task: str,
    program: Path,
    rival: Path,
    variant: str | None,
    round_text: str | None,
    runtime: str,
    untrusted: bool,
    seed: str,
    out: Path | None,
    lang: str,
) -> int:
    """Let two programs meet in as many bouts as the task has, all in one world; they change sides after each.

    The exit code is 0 when PROGRAM has won the match.
    """
    the_task = find_task(task)
    if the_task.bout is None:
        raise UsageProblem("match-no-bout", task=the_task.id)
    the_variant = find_variant(the_task, variant)
    programs = [load_program(program), load_program(rival)]
    conditions = Conditions(
        task=the_task,
        variant=the_variant,
        seed=whole_number("--seed", seed),
        runtime=one_of("--runtime", "micropython" if untrusted else runtime, RUNTIMES),
        trusted=not untrusted,
        round_seed=round_of(the_variant, round_text),
    )
    with ProgressBar(the_task.time_limit_ms, lang, sys.stderr) as bar:
        played = play_match(programs, conditions, bar.at)
    written: list[str] = []
    for number, run in enumerate(played.bouts if out is not None else (), start=1):
        assert out is not None
        result = build_result(run.trace, run.judgement, lang, environment_of(conditions.runtime))
        write_files(out / f"bout-{number}", run, result, the_task, lang)
        written.append(f"bout-{number}")
    for line in _told(played, programs, the_task, lang):
        print(line)
    if written:
        print(f"{say(lang, 'summary-files')}: {out}{os.sep} ({', '.join(written)})")
    return 0 if played.winner == 0 else 1


def _told(played: Match, programs: list[Program], task: Task, lang: str) -> Iterator[str]:
    """A line for each bout, from the side of who stood first in it; under the first one where that happened, what
    stopped a program; and a line for the match."""
    names = [printable(each.name) for each in programs]
    known: set[str] = set()
    for number, run in enumerate(played.bouts):
        sides = programs if number % 2 == 0 else programs[::-1]
        told = bout_told(run.judgement.marks[-1], task, [each.name for each in sides], lang, code=False)
        yield say(lang, "match-bout", number=number + 1, how=told)
        for stop in stops_told(run, sides, lang):
            if stop not in known:
                yield f"  {stop}"
            known.add(stop)
    won, lost = max(played.wins), min(played.wins)
    if played.winner is None:
        yield say(lang, "match-drawn", won=won, lost=lost)
    else:
        yield say(lang, "match-won", name=names[played.winner], won=won, lost=lost)
