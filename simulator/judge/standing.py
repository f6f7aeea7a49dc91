"""Who stands where: attempts of one robot put together, and robots put in order by the task's ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..tasks.model import RankKey, Task
from .judgement import Judgement

UNCOUNTED = ("void", "error")
Key = tuple[tuple[bool, Fraction | int], ...]  # smaller is better; a value that is missing stands last


@dataclass(frozen=True)
class Place:
    """`rank` counts from 1 and is shared by those who are equal; `attempts` are the ones that count, the best first."""

    rank: int
    name: str
    points: Fraction
    attempts: tuple[Judgement, ...]


def standing(task: Task, runs: Mapping[str, Sequence[Judgement]]) -> list[Place]:
    """The robots by name, the best first. An attempt that is void does not count, nor does one that our side failed; a
    disqualified one has no result.

    Where the best attempt counts, who is equal by it is told apart by the second best, and so on.
    """
    entries = []
    for name, judgements in runs.items():
        counting = sorted(
            (each for each in judgements if each.verdict not in UNCOUNTED), key=lambda each: _key(task, each)
        )
        if task.attempts is not None and task.attempts.best is not None:
            counting = counting[: task.attempts.best]
        points = _points(task, counting)
        missing = max(map(len, runs.values())) - len(counting)
        keys = [*(_key(task, each) for each in counting), *[((True, 0),) * len(task.ranking)] * missing]
        by_points: Key = () if task.attempts is None or task.attempts.counts == "best" else ((False, -points),)
        entries.append(((not counting, by_points, keys), name, points, tuple(counting)))
    entries.sort(key=lambda entry: (entry[0], entry[1]))
    places: list[Place] = []
    for number, (key, name, points, attempts) in enumerate(entries, start=1):
        shared = number > 1 and entries[number - 2][0] == key
        places.append(Place(places[-1].rank if shared else number, name, points, attempts))
    return places


def _points(task: Task, counting: Sequence[Judgement]) -> Fraction:
    """What the attempts come to."""
    if not counting:
        return Fraction(0)
    total = Fraction(0)
    for each in counting:
        total += each.points
    counts = task.attempts.counts if task.attempts is not None else "best"
    return {"best": Fraction(counting[0].points), "sum": total, "mean": total / len(counting)}[counts]


def _key(task: Task, judgement: Judgement) -> Key:
    return tuple(_step(step, judgement) for step in task.ranking)


def _step(step: RankKey, judgement: Judgement) -> tuple[bool, int]:
    """False stands before True: a run without that measure comes last."""
    if judgement.verdict == "disqualified":
        return True, 0
    value = judgement.points if step.by == "points" else judgement.measures.get(step.by)
    if value is None:
        return True, 0
    return False, -value if step.best == "high" else value
