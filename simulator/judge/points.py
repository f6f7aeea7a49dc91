"""The arithmetic of points: what each check earned, and what the sum of them is worth. Whole points."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..tasks.model import Check, Task
from .record import Reached, Record

Key = tuple[str, str]  # a check's id and an object's


class Earned(NamedTuple):
    """`most` is what it could have earned."""

    points: int
    most: int


def earned_points(
    task: Task, items: Mapping[str, tuple[str, ...]], reached: Mapping[Key, Reached]
) -> dict[Key, Earned]:
    """By check and object. Of more objects than a check counts, those reached first count; of a group, the check that
    earns most."""
    earned: dict[Key, Earned] = {}
    for check in task.checks:
        keys = [(check.id, item) for item in items[check.id]]
        first = sorted((key for key in keys if key in reached), key=lambda key: reached[key].moment.t_us)
        paid = first if check.most is None else first[: check.most]
        most = len(keys) if check.most is None else min(check.most, len(keys))
        # Where fewer are paid than there are, the most is told by those that earned and then by the next ones.
        bearing = [*paid, *(key for key in keys if key not in paid)][:most]
        for key in keys:
            points = _worth(check, reached[key]) if key in paid else 0
            earned[key] = Earned(points, _most(check) if key in bearing else 0)
    for group in dict.fromkeys(check.group for check in task.checks if check.group is not None):
        members = [check.id for check in task.checks if check.group == group]
        _keep_best(earned, [[(check_id, item) for item in items[check_id]] for check_id in members])
    return earned


def sum_of(task: Task, earned: Mapping[Key, Earned], record: Record, counts: bool = True) -> tuple[int, int]:
    """The points of the run and the most there are: checks, less penalties, floor, cap, and then the factor. A run that
    does not count has none."""
    score = task.score
    fines = total(fine.rule.points for fine in record.fines)
    has_factor = score.factor_if is not None and any(check_id == score.factor_if for check_id, _ in record.reached)
    points = _bounded(task, total(each.points for each in earned.values()) - fines)
    most = _bounded(task, total(each.most for each in earned.values()))
    most = _times(most, max(score.factor, 1.0))
    return (_times(points, score.factor if has_factor else 1.0) if counts else 0), most


def total(numbers: Iterable[int]) -> int:
    """The sum of whole numbers; that of floats changed in Python 3.12."""
    result = 0
    for number in numbers:
        result += number
    return result


def _worth(check: Check, reached: Reached) -> int:
    """In that attempt, or what a scorer says."""
    if reached.points is not None:
        return reached.points
    return check.by_attempt[min(reached.restarts, len(check.by_attempt) - 1)] if check.by_attempt else check.points


def _most(check: Check) -> int:
    return check.by_attempt[0] if check.by_attempt else check.points


def _keep_best(earned: dict[Key, Earned], members: list[list[Key]]) -> None:
    """Of several checks, each with its objects, the one that earned most keeps its points; the most that one of them
    could earn stays with it."""
    best = max(members, key=lambda keys: total(earned[key].points for key in keys))
    most = max(total(earned[key].most for key in keys) for keys in members)
    for keys in members:
        for key in keys:
            earned[key] = Earned(earned[key].points if keys is best else 0, 0)
    earned[best[0]] = Earned(earned[best[0]].points, most)


def _bounded(task: Task, points: int) -> int:
    points = max(points, task.score.floor)
    return points if task.score.cap is None else min(points, task.score.cap)


def _times(points: int, factor: float) -> int:
    """Half a point counts as one."""
    return int(points * factor + 0.5)
