"""What units teach and need, as a graph: which come before which, and in what order a person can take them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from marshrut.simulator.problems import Problem


class RingOfUnits(Problem):
    """No order of the units is one in which each finds what it needs."""


class Teaching(Protocol):
    """What of a unit the graph knows."""

    @property
    def id(self) -> str: ...
    @property
    def teaches(self) -> tuple[str, ...]: ...
    @property
    def requires(self) -> tuple[str, ...]: ...


def cycle_in(units: Sequence[Teaching]) -> list[str]:
    """Units each of which has to come before the next, and the last before the first; [] where there are none."""
    left = list(units)
    while open_now := [unit for unit in left if not _waits(unit, left)]:
        left = [unit for unit in left if unit not in open_now]
    if not left:
        return []
    way = [left[0]]
    while True:
        before = next(_before(way[-1], left))
        if before in way:
            return [unit.id for unit in reversed(way[way.index(before) :])]
        way.append(before)


def ring_told(cycle: Sequence[str]) -> str:
    """The ids of a cycle, the first one again at the end."""
    return " → ".join([*cycle, cycle[0]])


def in_order(units: Sequence[Teaching], goal: str = "", shown: Collection[str] = ()) -> list[str]:
    """The ids of the units in an order in which each finds what it needs, without those that were `shown`.

    With a `goal` only those that lead to it. Of units that are open at once the first of `units` goes first.
    RingOfUnits where some of them wait for one another.
    """
    wanted = _leading_to(goal, units) if goal else list(units)
    left = [unit for unit in wanted if unit.id not in shown]
    order: list[str] = []
    while left:
        now = next((unit for unit in left if not _waits(unit, left)), None)
        if now is None:
            raise RingOfUnits("unit-cycle", units=ring_told(cycle_in(left)))
        order.append(now.id)
        left.remove(now)
    return order


def _waits(unit: Teaching, left: Sequence[Teaching]) -> bool:
    return next(_before(unit, left), None) is not None


def _before(unit: Teaching, units: Sequence[Teaching]) -> Iterator[Teaching]:
    """Those of the units that teach what this one needs."""
    return (other for other in units if other is not unit and set(other.teaches) & set(unit.requires))


def _leading_to(goal: str, units: Sequence[Teaching]) -> list[Teaching]:
    found = [unit for unit in units if unit.id == goal]
    for unit in found:  # grows while it is walked
        found += [before for before in _before(unit, units) if before not in found]
    return [unit for unit in units if unit in found]
