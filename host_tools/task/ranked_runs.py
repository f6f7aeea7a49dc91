"""The runs of a ranking: each judged from its trace, and all of them held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from marshrut.simulator.judge import Judgement
from marshrut.simulator.printable import printable
from marshrut.simulator.problems import Problem
from marshrut.simulator.scoring import judge_run
from marshrut.simulator.tasks.model import Task
from marshrut.simulator.tasks.rounds import FIRST_ROUND
from marshrut.simulator.toml_file import FileProblem
from marshrut.simulator.trace import read_trace

from ..usage import UsageProblem

Conditions = dict[str, str]  # under which a run was made: what all runs of a ranking must have in common


@dataclass(frozen=True)
class RankedRun:
    """`sha256` is that of its trace, which does not tell the seed; `program` is the judged robot's, by its file."""

    path: Path
    program: str
    judgement: Judgement
    conditions: Conditions
    sha256: str
    seed: int


def ranked_run(task: Task, path: Path) -> RankedRun:
    """The run of that trace. A Problem of the trace names its file."""
    try:
        trace = read_trace(path)
        judgement = judge_run(task, trace)
    except FileProblem:
        raise  # of the task's files
    except Problem as problem:
        if "file" in problem.params:
            raise
        where = f"{path}: {problem.where}" if problem.where else str(path)
        raise Problem(problem.message_id, where, **problem.params) from None
    header = trace.header
    draw = header.get("draw") or {"round": FIRST_ROUND}
    conditions = {
        "variant": str(header["variant"]),
        "round": str(draw["round"]),
        "profile": str(header["profile"]),
    }
    return RankedRun(path, header["programs"][0]["name"], judgement, conditions, trace.sha256, header["seed"])


def check_comparable(runs: Sequence[RankedRun]) -> None:
    """UsageProblem that names two runs which were made under other conditions."""
    first = runs[0]
    for other in runs[1:]:
        for what, value in first.conditions.items():
            if other.conditions[what] != value:
                paths = {"first": str(first.path), "other": str(other.path)}
                raise UsageProblem("rank-differ", what=what, a=value, b=other.conditions[what], **paths)


def check_one_robot(folder: Path, runs: Sequence[RankedRun]) -> None:
    """UsageProblem where a folder has runs of several programs: those of a class, or both sides of a match."""
    programs = sorted({printable(run.program) for run in runs})
    if len(programs) > 1:
        raise UsageProblem("rank-programs", folder=str(folder), programs=", ".join(programs))


def check_once(runs: Sequence[RankedRun]) -> None:
    """UsageProblem that names two traces of one robot that are the same run."""
    seen: dict[tuple[str, int], Path] = {}
    for run in runs:
        same = seen.setdefault((run.sha256, run.seed), run.path)
        if same != run.path:
            raise UsageProblem("rank-twice", first=str(same), other=str(run.path))
