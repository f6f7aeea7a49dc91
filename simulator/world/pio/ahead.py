"""What a PIO will do if nothing else is done: copies of its blocks run ahead through the steps to come."""

from collections.abc import Iterable

from ...devices.pio.block import Block
from ...devices.pio.machine import NEVER
from ..contacts import Change
from .inputs import CYCLES_A_US, Outside, in_cycles
from .pins import MACHINES, PioPins
from .steady import Steadiness

FLAG_PIN = 50  # a flag that interrupts is watched like a pin: 50 for flag 0 of block 0, 54 for flag 0 of block 1
FLAGS = 4
FIRST_SPAN_US = 32  # of a look for when a machine is ready; the next ones are longer
SPAN_GROWS = 4


class _Trial:
    """A machine in a copy of its block, and the edges that it is still to meet."""

    def __init__(self, block: Block, number: int, changes: list[Change]) -> None:
        self._block = block
        self.machine = block.machines[number]
        self._changes = changes

    def until(self, t_us: int) -> "_Trial":
        """The same at that time, within the step whose edges are known."""
        block = self._block.copied()
        block.run(t_us * CYCLES_A_US, in_cycles(change for change in self._changes if change[0] <= t_us))
        return _Trial(block, self.machine.number, [change for change in self._changes if change[0] > t_us])


class PioAhead:
    """Looks ahead from where `pins` are."""

    def __init__(self, pins: PioPins, outside: Outside, step_us: int) -> None:
        self._pins = pins
        self._outside = outside
        self._step_us = step_us
        self._foreseen: list[Change] = []
        self._foreseen_pins: frozenset[int] = frozenset()
        self._foreseen_us = 0  # until when
        self._touched = -1  # for which state of the pins
        self._steady: Steadiness | None = None
        self._steady_of = -1, 0, 0  # for which state of the pins, which of them, and which step

    def next_change(self, pins: Iterable[int], after_us: int, until_us: int) -> Change | None:
        """The first interrupt of these flags or change of these pins in after < t <= until, if nothing else is done."""
        wanted = frozenset(pins)
        if self._touched != self._pins.touched:
            self._touched, self._foreseen_us, self._foreseen_pins = self._pins.touched, -1, frozenset()
        if self._foreseen_us < until_us or not wanted <= self._foreseen_pins:
            self._foreseen_pins |= wanted  # who asks for others in turn finds all of them
            self._foreseen_us, self._foreseen = self._foresee(wanted, after_us, until_us)
        return next((c for c in self._foreseen if after_us < c[0] <= until_us and c[1] in wanted), None)

    def steady_until(self, mask: int, after_us: int, until_us: int) -> int:
        """Until when at least none of these pins moves in after < t <= until, if nothing else is done.

        `until_us` is not after the end of the step.
        """
        end_us = self._end_of_step(after_us)
        if self._steady is None or self._steady_of != (self._pins.touched, mask, end_us):
            self._pins.run(after_us)
            self._steady_of = self._pins.touched, mask, end_us
            self._steady = Steadiness(self._pins, mask, self._outside, end_us)
        return min(self._steady.until(after_us), until_us)

    def word_us(self, number: int, now_us: int) -> int:
        """How long until the machine has a word to give, as far as the step's edges are known; else until the next."""
        low, end_us, found = now_us, self._end_of_step(now_us), False
        before = self._from_here(number, now_us)
        span_us = FIRST_SPAN_US
        while end_us - low > found:
            high = min(low + span_us, end_us)
            tried = before.until(high)
            if tried.machine.rx:
                end_us, found = high, True
            else:
                before, low = tried, high
            # longer and longer spans until it is ready within one, then halves of that one
            span_us = (end_us - low) // 2 if found else SPAN_GROWS * span_us
        return max(1, end_us - now_us)

    def room_us(self, number: int, now_us: int) -> int:
        """How long until the machine takes a word, in the same way."""
        low, end_us = now_us, self._end_of_step(now_us)
        ahead = self._from_here(number, now_us)
        ahead.machine.pulled = NEVER
        span_us = FIRST_SPAN_US
        while low < end_us and ahead.machine.pulled == NEVER:
            low = min(low + span_us, end_us)
            ahead = ahead.until(low)
            span_us *= 2
        return max(1, min(ahead.machine.pulled // CYCLES_A_US + 1, end_us) - now_us)

    def _from_here(self, number: int, now_us: int) -> "_Trial":
        self._pins.run(now_us)
        return _Trial(self._pins.machine(number)[0].copied(), number % MACHINES, sorted(self._known()))

    def _known(self) -> list[Change]:
        """Edges that have not been taken, and those that others foresee in this step."""
        inputs = self._pins.inputs
        return inputs.waiting() + self._outside.others(inputs.gathered_us, self._end_of_step(inputs.taken_us))

    def _end_of_step(self, t_us: int) -> int:
        return t_us - t_us % self._step_us + self._step_us

    def _foresee(self, wanted: frozenset[int], after_us: int, until_us: int) -> tuple[int, list[Change]]:
        """Run copies of the blocks, step after step, to the first interrupt that is wanted or to `until_us`."""
        blocks = [block.copied() for block in self._pins.blocks]
        heard = self._pins.moving & sum(1 << pin for pin in self._foreseen_pins)
        for block in blocks:
            block.pins.heard, block.flags.heard = heard, (1 << FLAGS) - 1
        pending = self._pins.inputs.waiting()
        seen_us = self._pins.inputs.gathered_us
        found: list[Change] = []
        first = True
        for stretch in self._outside.ahead():
            end_us = min(stretch[0] + self._step_us, until_us)
            if not first:
                pending += self._outside.phases(stretch)
            first = False
            found += self._foresee_to(blocks, pending, seen_us, end_us)
            seen_us = max(seen_us, end_us)
            if end_us == until_us or any(c[1] in wanted and c[0] > after_us for c in found):
                return end_us, found
        span_us = self._step_us
        while seen_us < until_us:
            end_us = min(seen_us + span_us, until_us) if heard else until_us
            found += self._foresee_to(blocks, pending, seen_us, end_us)
            if any(c[1] in wanted and c[0] > after_us for c in found):
                return end_us, found
            seen_us, span_us = end_us, 2 * span_us
        return until_us, found

    def _foresee_to(self, blocks: list[Block], pending: list[Change], seen_us: int, end_us: int) -> list[Change]:
        if end_us > seen_us:
            pending += self._outside.others(seen_us, end_us)
        pending.sort()
        edges = in_cycles(change for change in pending if change[0] <= end_us)
        pending[:] = [change for change in pending if change[0] > end_us]
        moved: list[Change] = []
        raised: set[tuple[int, int]] = set()  # a flag that is raised often within a µs interrupts once
        for number, block in enumerate(blocks):
            before = block.pins.out & block.pins.dirs & block.pins.owned
            block.run(end_us * CYCLES_A_US, edges)
            moved += _moves(before, block)
            raised |= {
                (-(-cycle // CYCLES_A_US), FLAG_PIN + FLAGS * number + flag) for cycle, flag in block.flags.raised
            }
            block.flags.raised.clear()
        found: list[Change] = []
        last_us = 0
        for at_us, pin in sorted(raised):
            last_us = max(at_us, last_us + 1)  # the one that is first is told first
            found.append((last_us, pin, 1))
        return sorted(found + moved)


def _moves(before: int, block: Block) -> list[Change]:
    """The changes of level of the pins that are heard, as somebody sees them who looks once a µs; they are taken."""
    pins = block.pins
    if not pins.changes:
        return []
    last = {cycle // CYCLES_A_US + 1: out & dirs for cycle, out, dirs in sorted(pins.changes)}
    pins.changes.clear()
    found: list[Change] = []
    for at_us, levels in last.items():
        moved = (before ^ levels) & pins.heard
        before = levels
        while moved:
            pin = (moved & -moved).bit_length() - 1
            moved &= moved - 1
            found.append((at_us, pin, levels >> pin & 1))
    return found
