"""What a comparison found, as lines to read and as a document to send."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from marshrut.simulator.messages import say

from .comparing import Difference
from .costs import Measured
from .wire import Facts

LONGEST = 160  # of an answer is shown

# What a difference of that probe means for a pupil's program, and what to call it.
MEANINGS = {
    "identity": "compare-identity",
    "numbers": "compare-numbers",
    "errors": "compare-errors",
    "files": "compare-files",
    "clock": "compare-clock",
    "timers": "compare-timers",
    "adc": "compare-adc",
    "costs": "compare-costs",
    "limits": "compare-limits",
    "names": "compare-names",
    "pins": "compare-pins",
    "buses": "compare-buses",
    "launcher": "compare-launcher",
    "friendly": "compare-friendly",
    "raw": "compare-raw",
    "soft-reset": "compare-soft-reset",
    "resets": "compare-resets",
    "order": "compare-order",
}


def told(differences: Sequence[Difference], costs: Sequence[Measured], chip: str, lang: str) -> Iterator[str]:
    """The lines: what matters by probe, the times that a profile may take over, and what is known."""
    new = [one for one in differences if one.known is None]
    for probe, group in groupby(new, key=lambda one: one.probe):
        yield f"✗ {say(lang, MEANINGS[probe])}"
        rows = list(group)
        yield from _names(rows, lang) if probe == "names" else (_row(one, lang) for one in rows)
    if any(cost.differs for cost in costs):
        yield say(lang, "compare-profile", chip=chip)
        yield from (f"    {_constant(cost)}" for cost in costs)
    known = [one for one in differences if one.known is not None]
    if known:
        yield say(lang, "compare-known")
        for why, group in groupby(sorted(known, key=lambda one: str(one.known)), key=lambda one: str(one.known)):
            yield f"  · {say(lang, why)} {_shortened(', '.join(one.fact for one in group))}"
    yield say(lang, "compare-differs" if new else "compare-alike", count=len(new))


def document(
    board: Mapping[str, Facts],
    ours: Mapping[str, Facts],
    differences: Sequence[Difference],
    costs: Sequence[Measured],
    engine: str,
) -> dict[str, Any]:
    """All that was seen, for those who keep the simulator."""
    return {
        "schema": "marshrut-compare-1",
        "engine": engine,
        "differences": [vars(one) for one in differences],
        "profile": {cost.name: round(cost.board_us, 1) for cost in costs},
        "board": dict(board),
        "virtual": dict(ours),
    }


def _row(one: Difference, lang: str) -> str:
    nothing = say(lang, "compare-no-answer")
    board = nothing if one.board is None else _shortened(one.board)
    ours = nothing if one.ours is None else _shortened(one.ours)
    return f"    {one.fact}: {say(lang, 'compare-sides', board=board, ours=ours)}"


def _names(group: Sequence[Difference], lang: str) -> Iterator[str]:
    """Names in two lists: a line for each would be long."""
    only_there = [one.fact for one in group if one.ours is None]
    only_here = [one.fact for one in group if one.board is None]
    if only_there:
        yield f"    {say(lang, 'compare-only-board')}: {', '.join(only_there)}"
    if only_here:
        yield f"    {say(lang, 'compare-only-ours')}: {', '.join(only_here)}"
    yield from (_row(one, lang) for one in group if one.board is not None and one.ours is not None)


def _constant(cost: Measured) -> str:
    """As it stands in a profile; what it is there now in the comment."""
    value = f"{cost.name} = {max(1, round(cost.board_us))}"
    return f"{value}  # {cost.profile_us:g}" if cost.differs else value


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
