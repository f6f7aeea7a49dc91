"""Static friction, from where a wheel begins to turn while its motor is given slowly more.

A model begins in one of its steps or in the next, so that its counts are no smooth function of static friction: what
fits best is looked for, in the beginnings of those stretches in which the share rose most slowly.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy

from .stretches import Stretch

SLOW = 0.004  # of full from one record to the next
AFTER_MS = 250  # from the first count of both wheels on
SEARCH = (0.03, 0.005)  # wide steps first, then narrow ones, as parts of the value
REACH = 6  # steps to either side
HARDLY, HARDLY_MORE = 1.15, 4.0  # of the least cost, and on top of it
LEAST, MOST = 0.3, 3.0


def beginnings(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The slow ones, each until shortly after both wheels turn; all stretches where none is slow."""
    found = [_cut(stretch) for stretch in stretches if _rise(stretch)[0] <= SLOW]
    return [stretch for stretch in found if stretch is not None] or list(stretches)


def grain_of(stretches: Sequence[Stretch]) -> float:
    """By how much the share rose from one record to the next when a wheel began to turn, as a part of that share."""
    grains = [rise / share for rise, share in map(_rise, stretches) if share > 0.0]
    return max(0.01, min(grains, default=1.0))


def searched(ratio: float, cost_at: Callable[[float], float]) -> tuple[float, float]:
    """The ratio near that one which costs least, and how far others that cost hardly more lie from it, as a part of it.

    Several cost the same: those that begin in the same step, of which the middle one is taken; or all above some value,
    where another wheel pulls this one along. Then nothing tells which, and the one that was stays if it is among them.
    """
    reach = 0.0
    for step in SEARCH:
        tries = [min(max(ratio * (1 + step * k), LEAST), MOST) for k in range(-REACH, REACH + 1)]
        costs = [cost_at(tried) for tried in tries]
        least = min(costs)
        best = [tried for tried, cost in zip(tries, costs, strict=True) if cost <= least * (1 + 1e-9)]
        near = [tried for tried, cost in zip(tries, costs, strict=True) if cost <= least * HARDLY + HARDLY_MORE]
        if near[0] == tries[0] or near[-1] == tries[-1]:
            reach = max(reach, near[-1] / near[0] - 1)
        else:
            reach = near[-1] / near[0] - 1  # a narrower look within what the wide one had left
        if ratio not in best or (best[0] != tries[0] and best[-1] != tries[-1]):
            ratio = best[len(best) // 2]
    return ratio, reach


def cost_of(differences: numpy.ndarray) -> float:
    return float(numpy.sum(differences**2))


def _rise(stretch: Stretch) -> tuple[float, float]:
    """How fast the share rose when the first wheel began to turn, and the share; a jump's is its whole height."""
    begun = _first_count(stretch, any)
    if begun is None or begun < 2:
        return 1.0, 1.0
    shares = [max(abs(left or 0.0), abs(right or 0.0)) for left, right in stretch.shares[: begun + 1]]
    return max(later - earlier for earlier, later in pairwise(shares)), shares[-1]


def _first_count(stretch: Stretch, which: Callable[[Sequence[bool]], bool]) -> int | None:
    moved = stretch.counts != 0
    return next((i for i, both in enumerate(moved) if which([bool(one) for one in both])), None)


def _cut(stretch: Stretch) -> Stretch | None:
    begun = _first_count(stretch, all)
    if begun is None:
        return None
    until = stretch.times_ms[begun] + AFTER_MS
    end = next((i for i, time in enumerate(stretch.times_ms) if time > until), len(stretch.times_ms))
    volts = None if stretch.battery_v is None else stretch.battery_v[:end]
    return replace(
        stretch, times_ms=stretch.times_ms[:end], shares=stretch.shares[:end], counts=stretch.counts[:end],
        battery_v=volts,
    )  # fmt: skip
