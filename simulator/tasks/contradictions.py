"""Parts of a task file that are each well written and make no sense together."""

from collections import Counter
from collections.abc import Iterator

from ..near_names import near_name
from ..toml_file import FileProblem, TomlFile
from ..toml_lines import KeyPath
from .conditions import MovedEarly, OfLap, OfRival, RivalMovedEarly, Touched
from .model import TaskFile


def contradictions(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Keys that do not go together or ask for others, numbers that rule each other out, and what stands twice."""
    yield from _quarrels(toml, task)
    yield from _unmet(toml, task)
    yield from _number_faults(toml, task)
    yield from _named_again(toml, task)
    yield from _group_faults(toml, task)


def _quarrels(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Keys of which one is enough, and a penalty that costs nothing."""
    if task.bout is not None:
        for name in ("goal", "conduct"):
            if getattr(task, name):
                yield quarrel(toml, (name,), ("bout",))
    for index, check in enumerate(task.checks):
        if check.at_end and isinstance(check.when, OfLap):
            yield quarrel(toml, ("checks", index, "at_end"), ("checks", index, "when", "kind"))
    for table in ("conduct", "penalties", "checks"):
        for index, item in enumerate(getattr(task, table)):
            if isinstance(item.when, Touched) and item.when.what != "objects" and item.when.objects is not None:
                yield quarrel(toml, (table, index, "when", "objects"), (table, index, "when", "what"))
    for index, penalty in enumerate(task.penalties):
        if not penalty.points and not penalty.ms:
            yield missing(toml, ("penalties", index, "points"), "int")


def _unmet(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """What another key asks for: a regulation its name, a rival a bout, and what comes before a press the press."""
    for index, rule in enumerate(task.rules):
        if rule.source == "regulation" and not rule.origin:
            yield missing(toml, ("rules", index, "origin"), "text")
    whens = task.conditions.values()
    if task.bout is None and any(isinstance(when, OfRival) for when in whens):
        yield missing(toml, ("bout",), "table")
    # Where nobody presses the time counts from power-on, and nothing is earlier.
    early = [when for when in whens if isinstance(when, MovedEarly | RivalMovedEarly)]
    if not task.presses and any(when.delay_ms == 0 for when in early):
        yield missing(toml, ("presses",), "tables")


def _number_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    score, attempts = task.score, task.attempts
    if score.cap is not None and score.floor > score.cap:
        yield _out_of_range(toml, ("score", "floor"), "at_most", score.cap, score.floor)
    given = score.model_fields_set & {"factor", "factor_if"}
    if given == {"factor"}:
        yield missing(toml, ("score", "factor_if"), "text")
    elif given == {"factor_if"}:
        yield missing(toml, ("score", "factor"), "float")
    if attempts is not None and attempts.best is not None and attempts.best > attempts.count:
        yield _out_of_range(toml, ("attempts", "best"), "at_most", attempts.count, attempts.best)
    for index, press in enumerate(task.presses):
        if press.at_ms >= task.limits.time_limit_ms:
            yield _out_of_range(toml, ("presses", index, "at_ms"), "below", task.limits.time_limit_ms, press.at_ms)
    yield from _longer_than_the_run(toml, task)
    for index, check in enumerate(task.checks):
        if not check.by_attempt and "by_attempt" in check.model_fields_set:
            path: KeyPath = ("checks", index, "by_attempt")
            yield toml.problem(path, "value-empty", key=toml.name(path))


def _longer_than_the_run(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Conditions that speak of more time than a run has."""
    limit_ms = task.limits.time_limit_ms
    for table in ("conduct", "penalties", "checks"):
        for index, item in enumerate(getattr(task, table)):
            for name in type(item.when).model_fields:
                if name.endswith("_ms") and getattr(item.when, name) > limit_ms:
                    path: KeyPath = (table, index, "when", name)
                    yield _out_of_range(toml, path, "at_most", limit_ms, getattr(item.when, name))


def _named_again(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """A check or a measure that a list names twice."""
    lists: list[list[tuple[KeyPath, str]]] = [
        [(("goal", index), name) for index, name in enumerate(task.goal)],
        [(("bout", "won_by", index), name) for index, name in enumerate(task.bout.won_by if task.bout else ())],
        [(("ranking", index, "by"), key.by) for index, key in enumerate(task.ranking)],
    ]
    for number, check in enumerate(task.checks):
        lists.append([(("checks", number, "after", index), name) for index, name in enumerate(check.after)])
    for items in lists:
        seen: set[str] = set()
        for path, name in items:
            if name in seen:
                yield toml.problem(path, "name-again", key=toml.name(path), name=name)
            seen.add(name)


def _group_faults(toml: TomlFile, task: TaskFile) -> Iterator[FileProblem]:
    """Of a group the best check counts: one alone is none, or its name is mistyped."""
    groups = Counter(check.group for check in task.checks if check.group is not None)
    for index, check in enumerate(task.checks):
        if check.group is not None and groups[check.group] == 1:
            path: KeyPath = ("checks", index, "group")
            meant = near_name(check.group, [name for name, count in groups.items() if count > 1])
            if meant:
                yield toml.unknown_name(path, check.group, [meant])
            else:
                yield toml.problem(path, "group-alone", group=check.group)


def _out_of_range(toml: TomlFile, path: KeyPath, bound: str, limit: int, got: int) -> FileProblem:
    return toml.problem(path, "value-range", key=toml.name(path), bound=bound, limit=limit, got=str(got))


def missing(toml: TomlFile, path: KeyPath, wanted: str) -> FileProblem:
    return toml.problem(path, "key-missing", key=toml.name(path), wanted=wanted, name=str(path[-1]))


def quarrel(toml: TomlFile, one: KeyPath, other: KeyPath) -> FileProblem:
    return toml.problem(one, "keys-quarrel", one=toml.name(one), other=toml.name(other))
