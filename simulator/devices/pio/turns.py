"""Takes a PIO machine through time in leaps: whole turns of a loop, and from one settled loop to the next at an edge.

While the pins that a program looks at stay as they are, its state recurs: only X, Y, ISR and OSR may change, by a fixed
amount a turn. So each stretch of a program is followed once, instruction by instruction, and kept: what becomes of the
four registers, as sums of what they held at its beginning, and what had to be true of them for this path to be taken.
A stretch that ends where it began is a loop, of which any number of turns is one multiplication. An edge that meets a
settled loop in one of its phases always does the same: a hop to the next settled loop, which is one lookup.

`plainly` in `block` is what this must agree with, cycle by cycle.
"""

from collections.abc import Sequence

from .execution import stall_until, step
from .following import follow, follow_hop, follow_part
from .forms import Changed, hold, most_turns
from .machine import Machine
from .shared import Edge
from .stretches import Hop, Loop, Stretch, drive, drive_turns, go, registers, set_registers, stand, take
from .words import MASK

LEAP_WORK = 2  # what a leap and a hop cost, in instructions
HOP_WORK = 2
NOTHING = 16  # spent on finding that nothing can be followed
CREDIT = 20_000  # of a place, in instructions that may be spent on learning what does not come again
DEARNESS = 8  # plain steps that pay back what a step of learning costs
MOST_KNOWN = 32  # programs of machines, each by what is noticed of it
MOST_PATHS = 12  # through one stretch, by what the registers hold


class Turns:
    """What is known of the machines of one block; its `run` is the block's runner (see `block`)."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Known] = {}  # by machine and what is noticed

    def run(self, machine: Machine, until: int, edges: Sequence[Edge]) -> None:
        """Take the machine to that cycle through the edges that it looks at."""
        pins = machine.pins
        its = machine.reach()
        if pins.owned and pins.felt(its.drives) & its.looks:
            known = None  # it sees its own changes
        else:
            if pins.owned and (fed := pins.felt(pins.dirs) & its.looks):
                edges = [edge for edge in edges if not fed >> edge[1] & 1]  # nothing comes through from outside
            place = machine.number, pins.noticed()
            known = self._known.get(place)
            if known is None or known.key != (its.looks, machine.version):
                if len(self._known) >= MOST_KNOWN:
                    self._known.clear()
                known = self._known[place] = Known(its.looks, machine.version)
        index = 0
        count = len(edges)
        while True:
            if known is not None and index < count:
                index = known.hop(machine, edges, index, until)
            if index == count:
                break
            at, gpio, level = edges[index]
            _run_to(machine, at, known)
            machine.outside = machine.outside & ~(1 << gpio) | level << gpio
            index += 1
        _run_to(machine, until, known)


def _run_to(machine: Machine, cycle: int, known: "Known | None") -> None:
    end = machine.first_tick(cycle)
    if known is None:
        while machine.now < end:
            if step(machine, machine.levels()) and (machine.stalled_until_told() or machine.waits(machine.levels())):
                stall_until(machine, end)
        return
    levels = machine.levels()
    while machine.now < end:
        if machine.stalled_until_told() or machine.waits(levels):
            stall_until(machine, end)
        elif machine.pc in known.spent:
            known.pay_back(machine, end, levels)
        elif not known.leap(machine, end, levels):
            step(machine, levels)


class Known:
    """The stretches of one machine's program, by control state and levels.

    Where a program's way hangs on its data, what is learned does not come again. So each place of the program has a
    credit, which learning spends and what is learned brings back; where it is spent, plain steps pay it back.
    """

    def __init__(self, looks: int, version: int) -> None:
        self.looks = looks
        self.key = looks, version
        self._stretches: dict[tuple[tuple[int, ...], int], list[Stretch]] = {}
        self._nowhere: set[tuple[tuple[int, ...], int]] = set()  # whence nothing can be followed
        self._credit: dict[int, int] = {}  # by place, where it is not all there
        self.spent: set[int] = set()  # the places that have none

    def pay_back(self, machine: Machine, end: int, levels: int) -> None:
        """Step plainly through places whose credit is spent, not past the tick `end`, nor on at a stall."""
        credit, spent = self._credit, self.spent
        while machine.now < end:
            place = machine.pc
            if place not in spent:
                break
            credit[place] += 1
            if credit[place] >= 0:
                spent.discard(place)
            if step(machine, levels):
                break

    def leap(self, machine: Machine, end: int, levels: int) -> bool:
        """Take the machine as far as is known and not past the tick `end`; False where an instruction must be taken."""
        machine.budget.pay(LEAP_WORK)
        stretch = self._stretch(machine, levels)
        if stretch is None:
            return False
        room = end - machine.now
        loop = stretch.loop
        if loop is not None:
            turns = room // loop.ticks
            if turns and not loop.settled:
                turns = min(turns, most_turns(loop.conditions, loop.growth, registers(machine)))
                set_registers(
                    machine, [a + turns * b & MASK for a, b in zip(registers(machine), loop.growth, strict=True)]
                )
            drive_turns(machine, loop, machine.now, turns)
            machine.now += turns * loop.ticks
            if turns * loop.ticks == room or self._into(machine, loop, end - machine.now, levels):
                return True
            if turns:
                return True
        elif stretch.ticks <= room:
            go(machine, stretch)
            return True
        while machine.now < end and not machine.stalled_until_told():
            step(machine, levels)
        return True

    def _into(self, machine: Machine, loop: Loop, ticks: int, levels: int) -> bool:
        """From the beginning of a turn to the first instruction not before so many ticks, which the turn holds."""
        if ticks >= loop.ticks:
            return False
        part = loop.parts.get(ticks)
        if part is None:
            part = loop.parts[ticks] = follow_part(machine, levels, ticks)
        if not hold(part.conditions, (machine.x, machine.y, machine.isr, machine.osr, 0)):
            return False
        go(machine, part)
        return True

    def hop(self, machine: Machine, edges: Sequence[Edge], index: int, until: int) -> int:
        """Take the machine through as many edges as it meets in a settled loop; returns the next edge's index.

        The machine then stands at the beginning of a turn, maybe before that next edge.
        """
        levels = machine.levels() & self.looks
        if machine.pc in self.spent:
            return index
        stretch = self._stretch(machine, levels)
        if stretch is not None and stretch.loop is None:
            # maybe in the middle of a turn: go to where it begins
            if machine.now + stretch.ticks > machine.first_tick(edges[index][0]):
                return index
            go(machine, stretch)
            if machine.stalled_until_told():
                return index
            stretch = self._stretch(machine, levels)
        if stretch is None or stretch.loop is None or not stretch.loop.settled:
            return index
        loop = stretch.loop
        now, start, div256 = machine.now, machine.start, machine.div256
        values = list(registers(machine))
        last = len(edges)
        budget = machine.budget
        begun = index
        at, gpio, level = edges[index]
        end = ((at - start) * 256 + div256 - 1) // div256
        while index < last and end >= now:
            budget.pay(HOP_WORK)
            turns, phase = divmod(end - now, loop.ticks)
            after_levels = levels | 1 << gpio if level else levels & ~(1 << gpio)
            key = phase, after_levels
            hop = None
            quick = loop.quick.get(key)
            changes: Changed = ()
            if quick is None:
                stand(machine, loop, values)
                hop = self._hop(machine, loop, phase, levels, after_levels)
                if hop is None:
                    break
                ticks, to = hop.ticks, hop.to
            else:
                ticks, changes, to = quick
            following = index + 1
            if following < last:
                next_at, gpio, level = edges[following]
            else:
                next_at = until
            end = ((next_at - start) * 256 + div256 - 1) // div256
            after = now + turns * loop.ticks + ticks
            if after > end:
                break  # the next edge comes before it has settled
            drive_turns(machine, loop, now, turns)
            if hop is None:
                for number, sign, offset in changes:
                    values[number] = sign * values[number] + offset & MASK
            else:
                drive(machine, hop.drives, now + turns * loop.ticks)
                take(machine, hop.forms, hop.pushes)
                values = list(registers(machine))
            now, loop, levels, index = after, to, after_levels, following
        stand(machine, loop, values)
        machine.now = now
        for _, gpio, level in edges[begun:index]:
            machine.outside = machine.outside & ~(1 << gpio) | level << gpio
        return index

    def _stretch(self, machine: Machine, levels: int) -> Stretch | None:
        """The stretch that begins here, with what the registers hold."""
        levels &= self.looks
        key = machine.control(), levels
        found = self._stretches.get(key)
        if found is None:
            found = self._stretches[key] = []
        padded = machine.x, machine.y, machine.isr, machine.osr, 0
        credit, place = self._credit, machine.pc
        for stretch in found:
            if hold(stretch.conditions, padded):
                if place in credit:
                    credit[place] += stretch.steps - LEAP_WORK
                    if stretch.loop is not None or credit[place] > CREDIT:
                        del credit[place]
                        self.spent.discard(place)
                return stretch
        if key in self._nowhere:
            self._spend(place, NOTHING)
            return None
        before = machine.budget.left
        learned = follow(machine, levels)
        self._spend(place, DEARNESS * (before - machine.budget.left))
        if learned is None:
            self._nowhere.add(key)
        else:
            if len(found) >= MOST_PATHS:
                found.clear()
            found.append(learned)
        return learned

    def _spend(self, place: int, work: int) -> None:
        self._credit[place] = self._credit.get(place, CREDIT) - work
        if self._credit[place] < 0:
            self.spent.add(place)

    def _hop(self, machine: Machine, loop: Loop, phase: int, levels: int, after_levels: int) -> Hop | None:
        """The hop for what the registers hold; None where it cannot be kept."""
        kept = loop.hops.setdefault((phase, after_levels), [])
        if kept is None:
            return None
        padded = machine.x, machine.y, machine.isr, machine.osr, 0
        for hop in kept:
            if hold(hop.conditions, padded):
                return hop
        learned = follow_hop(machine, loop, phase, (levels, after_levels), self._stretch)
        if learned is None:
            loop.hops[phase, after_levels] = None
            return None
        if len(kept) >= MOST_PATHS:
            kept.clear()
        kept.append(learned)
        quick = learned.quick()
        if quick is not None:
            loop.quick[phase, after_levels] = quick
        return learned
