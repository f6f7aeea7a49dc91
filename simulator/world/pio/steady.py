"""When pins that a PIO drives move next, so that who reads them in a loop need not ask each time."""

from bisect import bisect_right

from .inputs import CYCLES_A_US, Outside, in_cycles
from .pins import PioPins

FIRST_SPAN_US = 16  # of a look; the next ones are longer where little moves
ENOUGH = 16  # moves in a look
CLOSE_US = 2  # apart on the average: such moves are not looked for one by one
RESTLESS_US = 200  # how long


class Steadiness:
    """Copies of the blocks that have pins of `mask` run to the end of a step, as far as somebody asks.

    It holds for the blocks as they are, until something is done.
    """

    def __init__(self, pins: PioPins, mask: int, outside: Outside, end_us: int) -> None:
        self._mask = mask
        self._end_us = end_us
        self._blocks = [block.copied() for block in pins.blocks if block.pins.owned & mask]
        for block in self._blocks:
            block.flags.heard = 0
        inputs = pins.inputs
        self._edges = sorted(inputs.waiting() + outside.others(inputs.gathered_us, end_us))
        self._seen_us = inputs.taken_us
        self._span_us = FIRST_SPAN_US
        self._moves: list[int] = []  # of the last look, in µs
        self._restless_us = 0

    def until(self, after_us: int) -> int:
        """Until when at least none of the pins moves in after < t <= end of the step."""
        while after_us >= self._restless_us:
            passed = bisect_right(self._moves, after_us)
            if passed < len(self._moves):
                return self._moves[passed]
            if self._seen_us >= self._end_us:
                return self._end_us
            self._look(after_us)
        return min(after_us + 1, self._end_us)

    def _look(self, after_us: int) -> None:
        if self._seen_us < after_us:
            self._run(after_us, 0)
        begin_us = self._seen_us
        self._run(min(begin_us + self._span_us, self._end_us), self._mask)
        self._moves = sorted({cycle // CYCLES_A_US + 1 for block in self._blocks for cycle, _, _ in block.pins.changes})
        if len(self._moves) < ENOUGH:
            self._span_us *= 4
        if len(self._moves) * CLOSE_US > self._seen_us - begin_us:
            self._restless_us = after_us + RESTLESS_US

    def _run(self, until_us: int, heard: int) -> None:
        edges = in_cycles(change for change in self._edges if self._seen_us < change[0] <= until_us)
        for block in self._blocks:
            block.pins.heard = heard
            block.pins.changes.clear()
            block.run(until_us * CYCLES_A_US, edges)
        self._seen_us = until_us
