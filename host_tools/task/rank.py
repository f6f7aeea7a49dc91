"""`marshrut task rank`: the order of robots, from the records of their attempts. No program runs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from marshrut.simulator.judge.standing import Place, standing
from marshrut.simulator.messages import say
from marshrut.simulator.printable import printable
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.model import Task

from ..usage import UsageProblem
from .ranked_runs import RankedRun, check_comparable, check_once, check_one_robot, ranked_run


@click.command()
@click.argument("task")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path))
def rank(task: str, folders: tuple[Path, ...], lang: str) -> int:
    """Put robots in order. Each FOLDER is one robot's and has the traces of its attempts, in it or in folders of it.

    All runs must be of one variant, one round and one profile; of a robot, each run counts once.
    """
    the_task = find_task(task)
    if not the_task.judged:
        raise UsageProblem("rank-unjudged", task=the_task.id)
    names = [folder.resolve().name or str(folder) for folder in folders]
    if len(set(names)) < len(names):
        raise UsageProblem("rank-names")
    attempts = {name: _attempts(the_task, folder) for name, folder in zip(names, folders, strict=True)}
    check_comparable([run for runs in attempts.values() for run in runs])
    judged = {name: [run.judgement for run in runs] for name, runs in attempts.items()}
    for line in _told(the_task, standing(the_task, judged), lang):
        print(line)
    return 0


def _attempts(task: Task, folder: Path) -> list[RankedRun]:
    """Those of one robot, in the order of their names."""
    traces = sorted(folder.rglob("trace.jsonl"))
    if not traces:
        raise UsageProblem("rank-empty", folder=str(folder))
    if task.attempts is not None and len(traces) > task.attempts.count:
        raise UsageProblem("rank-many", folder=str(folder), count=len(traces), most=task.attempts.count)
    runs = [ranked_run(task, trace) for trace in traces]
    check_one_robot(folder, runs)
    check_once(runs)
    return runs


def _told(task: Task, places: Iterable[Place], lang: str) -> Iterator[str]:
    """A line for each robot: its rank, its name, its points, and by what else it is ranked."""
    for place in places:
        facts = [say(lang, "rank-points", points=float(place.points))]
        for step in task.ranking if place.attempts else ():
            value = place.attempts[0].measures.get(step.by)
            if value is not None:
                facts.append(say(lang, f"rank-by-{step.by}", value=value / 1000 if step.by.endswith("_ms") else value))
        if not place.attempts:
            facts = [say(lang, "rank-nothing")]
        yield f"{place.rank:>3}  {printable(place.name)}: {', '.join(facts)}"
