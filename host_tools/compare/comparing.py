"""Holds the facts of two boards against each other: rules say what counts as alike, `known` what is documented."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from .costs import COSTS, alike
from .known import reason
from .wire import ENDED, Facts

Rule = Callable[[str, str], bool]


@dataclass(frozen=True)
class Difference:
    """`board` and `ours` are the answers, None where there was none; `known` is the message that says why, if one
    does."""

    probe: str
    fact: str
    board: str | None
    ours: str | None
    known: str | None


def exact(board: str, ours: str) -> bool:
    return board == ours


def within(most: float) -> Rule:
    """Numbers no further apart than that."""

    def rule(board: str, ours: str) -> bool:
        here, there = _number(board), _number(ours)
        return board == ours if here is None or there is None else abs(here - there) <= most

    return rule


# The first row that fits; other facts must be the same.
RULES: tuple[tuple[str, str, Rule], ...] = (
    *(("costs", cost.name, alike(cost)) for cost in COSTS),
    *(("pins", cost.name, alike(cost)) for cost in COSTS),
    *(("buses", cost.name, alike(cost)) for cost in COSTS),
    ("clock", "sleep-over-us.sleep_us*", within(60)),
    ("clock", "sleep-over-us.*", within(1500)),
    ("timers", "drift-us", within(1500)),
    ("timers", "*-us", within(1000)),
    ("adc", "temperature", within(15)),
    ("identity", "gc.mem_free", within(8192)),
)


def differences(board: Mapping[str, Facts], ours: Mapping[str, Facts], chip: str) -> list[Difference]:
    """In the order of the probes and their facts. A probe that did not come to its end has compared nothing: that it
    did so on both boards makes it no better."""
    found = []
    for probe, facts in board.items():
        for fact in dict.fromkeys((*facts, *ours[probe])):
            here, there = facts.get(fact), ours[probe].get(fact)
            if fact != ENDED and here is not None and there is not None and _rule(probe, fact)(here, there):
                continue
            found.append(Difference(probe, fact, here, there, reason(probe, fact, here, there, chip)))
    return found


def _rule(probe: str, fact: str) -> Rule:
    return next((rule for of, pattern, rule in RULES if of == probe and fnmatchcase(fact, pattern)), exact)


def _number(text: str) -> float | None:
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return None
    return float(value) if isinstance(value, int | float) else None
