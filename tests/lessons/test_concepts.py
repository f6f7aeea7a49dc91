"""Which units come before which: from what they teach and need."""

from dataclasses import dataclass

import pytest
from marshrut.host_tools.lessons.concepts import RingOfUnits, cycle_in, in_order


@dataclass(frozen=True)
class Unit:
    id: str
    teaches: tuple[str, ...]
    requires: tuple[str, ...] = ()


MOVE = Unit("move", ("command", "loop"))
LINE = Unit("line", ("feedback",), ("loop",))
MAZE = Unit("maze", ("search",), ("feedback", "state"))
STATES = Unit("states", ("state",), ("loop",))


def test_each_unit_finds_what_it_needs() -> None:
    assert in_order([MAZE, STATES, LINE, MOVE]) == ["move", "states", "line", "maze"]


def test_only_what_leads_to_the_goal_and_is_not_behind() -> None:
    units = [MOVE, LINE, STATES, MAZE]
    assert in_order(units, "line") == ["move", "line"]
    assert in_order(units, "maze", {"move", "line"}) == ["states", "maze"]
    assert in_order(units, shown={unit.id for unit in units}) == []


def test_what_no_unit_teaches_is_brought_along() -> None:
    assert in_order([LINE]) == ["line"]


def test_a_ring_is_found_and_nothing_else() -> None:
    assert cycle_in([MAZE, STATES, LINE, MOVE]) == []
    ring = [Unit("a", ("x",), ("z",)), Unit("b", ("y",), ("x",)), Unit("c", ("z",), ("y",)), Unit("d", (), ("x",))]
    assert sorted(cycle_in(ring)) == ["a", "b", "c"]
    with pytest.raises(RingOfUnits, match=r"(a|b|c) → .* → \1\. .*\[C170\]"):
        in_order([*ring, MOVE])
    assert in_order([*ring, MOVE], "move") == ["move"]
