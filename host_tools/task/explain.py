"""`marshrut task explain`: a task's rules as text, from the same data by which runs are judged."""

from collections.abc import Iterator

import click
from marshrut.simulator.messages import say
from marshrut.simulator.tasks.catalogue import find_task
from marshrut.simulator.tasks.model import (
    Attempts,
    Bout,
    Check,
    Conduct,
    Penalty,
    RankKey,
    RobotLimits,
    Rule,
    Score,
    Task,
    Words,
)
from marshrut.simulator.tasks.names import say_named


@click.command()
@click.argument("task")
def explain(task: str, lang: str) -> int:
    """Tell a task's rules: what earns points, what ends an attempt, who ranks higher, and the clause of each.

    TASK is a task of the catalogue, or a task's folder.
    """
    for line in explained(find_task(task), lang):
        print(line)
    return 0


def explained(task: Task, lang: str) -> Iterator[str]:
    """The lines of it."""
    yield f"{task.title.of(lang)} ({task.id}, {say(lang, 'explain-version', version=task.version)})"
    yield task.summary.of(lang)
    yield ""
    yield say(lang, "explain-limit", limit_s=task.time_limit_ms / 1000, rule=_cited(task.limits.rule))
    if task.robot_limits is not None:
        yield _robot(task.robot_limits, lang)
    for variant in task.variants:
        if variant.draw is not None:
            yield say(lang, "explain-drawn", title=variant.title.of(lang))
    if not task.judged:
        yield say(lang, "explain-unjudged")
        return
    if task.bout is not None:
        yield _bout(task.bout, task, lang)
    if task.attempts is not None:
        yield _attempts(task.attempts, lang)
    yield from _part(lang, "explain-points", [_check(check, task, lang) for check in task.checks])
    if task.score != Score():
        yield f"  {_score(task.score, lang)}"
    yield from _part(lang, "explain-penalties", [_penalty(penalty, task, lang) for penalty in task.penalties])
    yield from _part(lang, "explain-conduct", [_conduct(rule, task, lang) for rule in task.conduct])
    yield from _part(lang, "explain-ranking", [_rank(key, lang) for key in task.ranking])
    yield from _part(lang, "explain-rules", [_clause(rule, lang) for rule in task.rules])


def _part(lang: str, head: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield say(lang, head)
        yield from (f"  {line}" for line in lines)


def _robot(limits: RobotLimits, lang: str) -> str:
    sizes = {
        "explain-robot-length": limits.length_mm,
        "explain-robot-width": limits.width_mm,
        "explain-robot-mass": limits.mass_g,
    }
    told = [say(lang, size, most=f"{most:g}") for size, most in sizes.items() if most]
    return say(lang, "explain-robot", sizes=", ".join(told), rule=_cited(limits.rule))


def _bout(bout: Bout, task: Task, lang: str) -> str:
    told = _told_apart([check for check in task.checks if check.id in bout.won_by])
    return say(lang, "explain-bout", checks=", ".join(told), best=bout.best_of)


def _told_apart(checks: list[Check]) -> list[str]:
    """What checks are called: by their clauses, or by their ids where two have one clause or one has none."""
    rules = list(dict.fromkeys(check.rule for check in checks if check.rule))
    return rules if len(rules) == len(checks) else [check.id for check in checks]


def _attempts(attempts: Attempts, lang: str) -> str:
    best = "none" if attempts.best is None else attempts.best
    return say(lang, "explain-attempts", count=attempts.count, counts=attempts.counts, best=best)


def _check(check: Check, task: Task, lang: str) -> str:
    when = say_named(lang, f"when-{check.when.kind}", _facts(check, lang), task.names) + "".join(
        _terms(check, task, lang)
    )
    goal = "yes" if check.id in task.goal else "no"
    return say(lang, "explain-check", points=check.points, when=when, rule=_cited(check.rule), goal=goal)


def _terms(check: Check, task: Task, lang: str) -> Iterator[str]:
    """What else a check asks for its points."""
    if check.after:
        rules = dict.fromkeys(other.rule for other in task.checks if other.id in check.after)
        yield say(lang, "explain-after", rules=", ".join(rules))
    if check.at_end:
        yield say(lang, "explain-at-end")
    if check.most is not None:
        yield say(lang, "explain-most", most=check.most)
    if check.group is not None:
        told = _told_apart([other for other in task.checks if other.group == check.group])
        yield say(lang, "explain-group", checks=", ".join(told))
    if check.by_attempt:
        yield say(lang, "explain-by-attempt", points=", ".join(map(str, check.by_attempt)))


def _score(score: Score, lang: str) -> str:
    return say(
        lang,
        "explain-score",
        floor=score.floor,
        cap="none" if score.cap is None else score.cap,
        factor="none" if score.factor_if is None else score.factor,
        check=score.factor_if or "",
    )


def _penalty(penalty: Penalty, task: Task, lang: str) -> str:
    when = say_named(lang, f"when-{penalty.when.kind}", _facts(penalty, lang), task.names)
    cost = {"points": penalty.points, "s": penalty.ms / 1000 if penalty.ms else 0, "most": penalty.most or 0}
    return say(lang, "explain-penalty", when=when, rule=_cited(penalty.rule), **cost)


def _conduct(rule: Conduct, task: Task, lang: str) -> str:
    verdict = say(lang, f"explain-verdict-{rule.verdict}")
    when = say_named(lang, f"when-{rule.when.kind}", _facts(rule, lang), task.names)
    return say(lang, "explain-breach", when=when, verdict=verdict, rule=_cited(rule.rule))


def _facts(item: Check | Conduct | Penalty, lang: str) -> dict[str, str | int | float]:
    """The numbers and names of a condition; times in seconds, 1 for yes."""
    facts: dict[str, str | int | float] = {}
    for name in type(item.when).model_fields:
        value = getattr(item.when, name)
        if isinstance(value, Words):
            value = value.of(lang).replace("{value}", "…")
        if name.endswith("_ms"):
            facts[name.removesuffix("_ms") + "_s"] = value / 1000
        elif name != "kind":
            facts[name] = "none" if value is None else int(value) if isinstance(value, bool) else value
    return facts


def _rank(key: RankKey, lang: str) -> str:
    return say(lang, f"explain-by-{key.by}", best=key.best)


def _clause(rule: Rule, lang: str) -> str:
    source = rule.origin if rule.source == "regulation" else say(lang, "explain-ours")
    return f"{rule.id}  {rule.text.of(lang)} ({source})"


def _cited(rule: str) -> str:
    return f" [{rule}]" if rule else ""
