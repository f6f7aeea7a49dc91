"""Where the rounds of a fit end, and which of several ends is to be believed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from .stretches import Stretch

FOLLOWS = 0.4  # mean square of the differences, in what is expected of them: an encoder's step alone gives 0.23
WORTH_IT = 0.99  # of the cost: what gains less is no other end
AS_WELL = 1.05  # of the least cost: by what such ends differ in, the record does not tell a figure


@dataclass(frozen=True)
class End:
    """Ratios to the file's figures, the last one how late the counts are; static friction's; what they cost."""

    values: numpy.ndarray
    static: dict[str, float]
    stretches: Sequence[Stretch]  # with the plays that were taken
    cost: float
    jacobian: numpy.ndarray  # a row for each difference

    def follows(self) -> bool:
        return 2 * self.cost / len(self.jacobian) <= FOLLOWS


def agree(ends: Sequence[End]) -> bool:
    """Whether the best two cost the same."""
    best = sorted(end.cost for end in ends)[:2]
    return len(best) == 2 and best[0] > WORTH_IT * best[1]


def standing(ends: Sequence[End]) -> list[End]:
    """Those that may be the truth, the best first: where no two agree that is each that follows, if any does."""
    ends = sorted(ends, key=lambda end: end.cost)
    if agree(ends):
        return [end for end in ends if end.cost <= AS_WELL * ends[0].cost]
    return [end for end in ends if end.follows()] or ends
