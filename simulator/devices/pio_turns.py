"""Takes a PIO machine through time in leaps: whole turns of a loop, and from one settled loop to the next at an edge.

While the pins that a program looks at stay as they are, its state recurs: only X, Y, ISR and OSR may change, by a fixed
amount a turn. So each stretch of a program is followed once, instruction by instruction, and kept: what becomes of the
four registers, as sums of what they held at its beginning, and what had to be true of them for this path to be taken.
A stretch that ends where it began is a loop, of which any number of turns is one multiplication. An edge that meets a
settled loop in one of its phases always does the same: a hop to the next settled loop, which is one lookup.

`plainly` in `pio` is what this must agree with, cycle by cycle.
"""

from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from .pio import (
    EMPTY,
    IN,
    IRQ,
    ISR,
    JMP,
    MASK,
    MOV,
    NULL,
    OSR,
    OUT,
    PUSH_PULL,
    SET,
    WAIT,
    Drive,
    Edge,
    Machine,
)

LONGEST = 300  # instructions in a stretch or a hop
LEAP_WORK = 2  # what a leap, a hop and an instruction that is followed cost, in instructions
HOP_WORK = 2
FOLLOW_WORK = 4
MOST_KNOWN = 16  # programs of machines, each by what is heard of it
MOST_PATHS = 12  # through one stretch, by what the registers hold

# A register is sign * (what register `base` held at the beginning) + offset, modulo 2**32; base -1 is none.
Form = tuple[int, int, int]
Registers = tuple[int, int, int, int]  # X, Y, ISR, OSR
REGISTER = {1: 0, 2: 1, ISR: 2, OSR: 3}  # by an instruction's number of it
UNCHANGED: tuple[Form, ...] = ((0, 1, 0), (1, 1, 0), (2, 1, 0), (3, 1, 0))


class Condition(NamedTuple):
    """Two forms that must be equal, or must not."""

    left: Form
    right: Form
    equal: bool


class Stretch(NamedTuple):
    ticks: int
    conditions: tuple[Condition, ...]
    forms: tuple[Form, ...]
    control: tuple[int, ...]  # at its end
    pushes: tuple[Form, ...]
    drives: tuple[Drive, ...]
    loop: "Loop | None"  # it ends where it began


class Loop:
    """What a stretch does that ends where it began: by how much each register grows a turn.

    `pins` are the registers that hold a certain number whenever the machine is in it.
    """

    __slots__ = ("conditions", "control", "drives", "growth", "hops", "parts", "pins", "quick", "settled", "ticks")

    def __init__(
        self,
        ticks: int,
        control: tuple[int, ...],
        conditions: tuple[Condition, ...],
        growth: tuple[int, ...],
        drives: tuple[Drive, ...],
    ) -> None:
        self.ticks = ticks
        self.control = control
        self.conditions = conditions
        self.growth = growth
        self.drives = drives
        self.settled = not any(growth)
        self.pins = {
            left[0]: right[2]
            for left, right, equal in conditions
            if equal and left in UNCHANGED and right[0] == -1 and not growth[left[0]]
        }
        self.parts: dict[int, Stretch] = {}  # of a turn, up to so many ticks
        # by phase and new levels
        self.hops: dict[tuple[int, int], list[Hop] | None] = {}  # None: cannot be kept
        self.quick: dict[tuple[int, int], Quick] = {}


class Hop(NamedTuple):
    """From the beginning of a turn, through an edge in one of its phases, to the beginning of a turn of `to`."""

    ticks: int
    conditions: tuple[Condition, ...]
    forms: tuple[Form, ...]
    pushes: tuple[Form, ...]
    drives: tuple[Drive, ...]
    to: Loop

    def quick(self) -> "Quick | None":
        """The same for a hop that is always taken, and after which each register is pinned or a sum of itself."""
        if self.conditions or self.pushes or self.drives:
            return None
        changes = []
        for number, (base, sign, offset) in enumerate(self.forms):
            if base == -1 and self.to.pins.get(number) == offset:
                continue
            if base != number:
                return None
            if (sign, offset) != (1, 0):
                changes.append((number, sign, offset))
        return self.ticks, tuple(changes), self.to


# Ticks; number, sign and offset of each register that changes; the loop it leads to.
Quick = tuple[int, tuple[tuple[int, int, int], ...], Loop]


class Turns:
    """What is known of the machines of one block; its `run` is the block's runner (see `pio.Block`)."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], _Known] = {}  # by machine and what is heard

    def run(self, machine: Machine, until: int, edges: Sequence[Edge]) -> None:
        """Take the machine to that cycle through the edges that it looks at."""
        block = machine.block
        its = block.reach(machine)
        if its.drives & block.owned & its.looks:
            known = None  # it sees its own changes
        else:
            place = machine.number, block.heard
            known = self._known.get(place)
            if known is None or known.key != (its.looks, block.version):
                if len(self._known) >= MOST_KNOWN:
                    self._known.clear()
                known = self._known[place] = _Known(its.looks, block.version)
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


def _run_to(machine: Machine, cycle: int, known: "_Known | None") -> None:
    end = machine.first_tick(cycle)
    levels = machine.levels()
    while machine.now < end:
        if machine.stalled_until_told() or machine.waits(levels):
            machine.stall_until(end)
        elif known is None or not known.leap(machine, end, levels):
            machine.step(levels)


class _Known:
    """The stretches of one machine's program, by control state and levels."""

    def __init__(self, looks: int, version: int) -> None:
        self.looks = looks
        self.key = looks, version
        self._stretches: dict[tuple[tuple[int, ...], int], list[Stretch]] = {}

    def leap(self, machine: Machine, end: int, levels: int) -> bool:
        """Take the machine as far as is known and not past the tick `end`; False where an instruction must be taken."""
        machine.block.budget.pay(LEAP_WORK)
        stretch = self._stretch(machine, levels)
        if stretch is None:
            return False
        room = end - machine.now
        loop = stretch.loop
        if loop is not None:
            turns = room // loop.ticks
            if turns and not loop.settled:
                turns = min(turns, _most_turns(loop, _registers(machine)))
                _set_registers(
                    machine, [a + turns * b & MASK for a, b in zip(_registers(machine), loop.growth, strict=True)]
                )
            _drive_turns(machine, loop, machine.now, turns)
            machine.now += turns * loop.ticks
            if turns * loop.ticks == room or self._into(machine, loop, end - machine.now, levels):
                return True
            if turns:
                return True
        elif stretch.ticks <= room:
            _go(machine, stretch)
            return True
        while machine.now < end and not machine.stalled_until_told():
            machine.step(levels)
        return True

    def _into(self, machine: Machine, loop: Loop, ticks: int, levels: int) -> bool:
        """From the beginning of a turn to the first instruction not before so many ticks, which the turn holds."""
        if ticks >= loop.ticks:
            return False
        part = loop.parts.get(ticks)
        if part is None:
            path = _Path(machine)
            path.machine.now = 0
            while path.machine.now < ticks:
                path.step(levels)
            part = loop.parts[ticks] = path.mark()
        if not _hold(part.conditions, machine):
            return False
        _go(machine, part)
        return True

    def hop(self, machine: Machine, edges: Sequence[Edge], index: int, until: int) -> int:
        """Take the machine through as many edges as it meets in a settled loop; returns the next edge's index.

        The machine then stands at the beginning of a turn, maybe before that next edge.
        """
        levels = machine.levels() & self.looks
        stretch = self._stretch(machine, levels)
        if stretch is not None and stretch.loop is None:
            # maybe in the middle of a turn: go to where it begins
            if machine.now + stretch.ticks > machine.first_tick(edges[index][0]):
                return index
            _go(machine, stretch)
            if machine.stalled_until_told():
                return index
            stretch = self._stretch(machine, levels)
        if stretch is None or stretch.loop is None or not stretch.loop.settled:
            return index
        loop = stretch.loop
        now, start, div256 = machine.now, machine.start, machine.div256
        registers = list(_registers(machine))
        last = len(edges)
        budget = machine.block.budget
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
            changes: tuple[tuple[int, int, int], ...] = ()
            if quick is None:
                _stand(machine, loop, registers)
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
            _drive_turns(machine, loop, now, turns)
            if hop is None:
                for number, sign, offset in changes:
                    registers[number] = sign * registers[number] + offset & MASK
            else:
                _drive(machine, hop.drives, now + turns * loop.ticks)
                _take(machine, hop.forms, hop.pushes)
                registers = list(_registers(machine))
            now, loop, levels, index = after, to, after_levels, following
        _stand(machine, loop, registers)
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
        for stretch in found:
            if _hold(stretch.conditions, machine):
                return stretch
        learned = _follow(machine, levels)
        if learned is not None:
            if len(found) >= MOST_PATHS:
                found.clear()
            found.append(learned)
        return learned

    def _hop(self, machine: Machine, loop: Loop, phase: int, levels: int, after_levels: int) -> Hop | None:
        """The hop for what the registers hold; None where it cannot be kept."""
        kept = loop.hops.setdefault((phase, after_levels), [])
        if kept is None:
            return None
        for hop in kept:
            if _hold(hop.conditions, machine):
                return hop
        learned = self._follow_hop(machine, loop, phase, levels, after_levels)
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

    def _follow_hop(self, machine: Machine, loop: Loop, phase: int, levels: int, after_levels: int) -> Hop | None:
        """Follow the machine from the beginning of a turn of `loop` to the next settled loop."""
        path = _Path(machine)
        path.machine.now = 0
        for number, value in loop.pins.items():
            path.forms[number] = (-1, 1, value)
        for _ in range(LONGEST):
            follower = path.machine
            settled = None
            if follower.now >= phase:
                stretch = None if follower.stalled_until_told() else self._stretch(follower, after_levels)
                if stretch is not None and stretch.loop is not None and stretch.loop.settled:
                    settled = stretch
            if settled is not None:
                for left, right, equal in settled.conditions:
                    path.suppose(_through(left, path.forms), _through(right, path.forms), equal)
                assert settled.loop is not None
                return Hop(
                    follower.now,
                    tuple(path.conditions),
                    tuple(path.forms),
                    tuple(path.pushes),
                    path.driven(),
                    settled.loop,
                )
            if not path.step(levels if follower.now < phase else after_levels):
                break
        return None


def _follow(machine: Machine, levels: int) -> Stretch | None:
    """Learn the stretch that begins where the machine stands: up to where it comes by again, or cannot be followed."""
    path = _Path(machine)
    path.machine.now = 0
    begin = path.machine.control()
    seen = {begin: 0}
    marks = [path.mark()]
    for number in range(1, LONGEST):
        if path.machine.stalled_until_told() or not path.step(levels):
            break
        control = path.machine.control()
        if control == begin:
            home = _home(marks, 0)
            if home:
                return marks[home]
            growth, turned = _growth(path)
            if turned:
                end = path.mark()
                return end._replace(loop=Loop(end.ticks, control, end.conditions, growth, end.drives))
            if growth:
                return path.mark()
        elif control in seen:
            # a loop further on: end at its beginning, so that it is found as one
            return marks[_home(marks, seen[control])]
        seen[control] = number
        marks.append(path.mark())
    return marks[-1] if len(marks) > 1 else None


def _home(marks: Sequence[Stretch], first: int) -> int:
    """Where a loop that begins at that mark is taken to begin: the same place, wherever one came into it."""
    return min(range(first, len(marks)), key=lambda number: marks[number].control)


class _Path:
    """A machine that is followed on its own, with what its registers are in terms of what they were."""

    def __init__(self, machine: Machine) -> None:
        self.machine = copy(machine)
        self.machine.tx, self.machine.rx = list(machine.tx), list(machine.rx)
        self.machine.block = block = copy(machine.block)
        block.changes, block.raised = [], []
        self.drives: list[Drive] = []
        block.followed = self.drives
        self.entry = _registers(machine)
        self.forms = list(UNCHANGED)
        self.conditions: list[Condition] = []
        self.pushes: list[Form] = []

    def mark(self) -> Stretch:
        """What has been followed so far."""
        machine = self.machine
        return Stretch(
            machine.now, tuple(self.conditions), tuple(self.forms), machine.control(), tuple(self.pushes),
            self.driven(), None,
        )  # fmt: skip

    def driven(self) -> tuple[Drive, ...]:
        """What has been put on pins: all of it in order where somebody hears one of them, else what is left of it."""
        block = self.machine.block
        heard = block.heard & block.owned
        if any(mask & heard for _, _, mask, _ in self.drives):
            return tuple(self.drives)
        left: dict[bool, Drive] = {}
        for tick, dirs, mask, bits in self.drives:
            _, _, masked, kept = left.get(dirs, (0, dirs, 0, 0))
            left[dirs] = tick, dirs, masked | mask, kept & ~mask | bits
        return tuple(left.values())

    def suppose(self, left: Form, right: Form, equal: bool) -> None:
        """This path is taken only where these two are equal, or are not."""
        if left[:2] == right[:2] or (left[0] == right[0] == -1):
            return  # always so, or never
        condition = Condition(right, left, equal) if left[0] == -1 else Condition(left, right, equal)
        if condition not in self.conditions:
            self.conditions.append(condition)

    def step(self, levels: int) -> bool:
        """Follow one instruction; False where what it does cannot be told from registers and pins alone."""
        machine = self.machine
        machine.block.budget.pay(FOLLOW_WORK)
        word = machine.next_instruction()
        kind = word >> 13
        if machine.pushing:
            self._pushed()
        elif kind == IRQ or (kind == WAIT and word >> 5 & 3 == 2) or (machine.tx and self._may_pull(word)):
            return False
        elif kind == JMP:
            self._jump(word, levels)
        elif kind == IN:
            self._in(word, levels)
        elif kind == OUT:
            self._out(word)
        elif kind == PUSH_PULL:
            self._push_or_pull(word)
        elif kind == MOV:
            self._mov(word)
        elif kind == SET and word >> 5 & 7 in (1, 2):
            self._set(REGISTER[word >> 5 & 7], (-1, 1, word & 31))
        machine.step(levels)
        # what is not a sum of what was there before is a plain number from now on
        for number, value in enumerate(_registers(machine)):
            if self.forms[number][1] == 0:
                self.forms[number] = (-1, 1, value)
        return True

    def _may_pull(self, word: int) -> bool:
        machine = self.machine
        kind = word >> 13
        if kind == PUSH_PULL and word & 0x80:
            return True
        return machine.autopull and (kind == OUT or machine.osr_count >= machine.pull_at)

    def _set(self, number: int, form: Form) -> None:
        self.forms[number] = form

    def _forget(self, number: int) -> None:
        """The register gets a value that the machine itself works out."""
        self.forms[number] = (-1, 0, 0)

    def _need(self, number: int) -> None:
        """The path depends on what the register holds."""
        form = self.forms[number]
        if form[0] != -1:
            value = _registers(self.machine)[number]
            self.suppose(form, (-1, 1, value), True)
            self.forms[number] = (-1, 1, value)

    def _pushed(self) -> None:
        self.pushes.append(self.forms[2])
        self._set(2, (-1, 1, 0))

    def _jump(self, word: int, levels: int) -> None:
        machine = self.machine
        which, target = word >> 5 & 7, word & 31
        other = machine.pc if machine.latched != EMPTY else machine.following()
        number = 0 if which in (1, 2) else 1
        form = self.forms[number]
        if target != other:
            if which in (1, 2, 3, 4):
                self.suppose(form, (-1, 1, 0), _registers(machine)[number] == 0)
            elif which == 5:
                self.suppose(self.forms[0], self.forms[1], machine.x == machine.y)
        if which in (2, 4):
            self._set(number, (form[0], form[1], form[2] - 1 & MASK))

    def _in(self, word: int, levels: int) -> None:
        machine = self.machine
        source, count = word >> 5 & 7, word & 31 or 32
        number = REGISTER.get(source)
        if count == 32:
            if number is None:
                self._forget(2)
            else:
                self._set(2, self.forms[number])
        else:
            if number is not None:
                self._need(number)
            self._need(2)
            self._forget(2)
        if machine.autopush and machine.isr_count + count >= machine.push_at and len(machine.rx) < machine.rx_words:
            if self.forms[2][1] == 0:
                self._set(2, (-1, 1, machine.shifted_in(source, count, levels)))
            self._pushed()

    def _out(self, word: int) -> None:
        destination, count = word >> 5 & 7, word & 31 or 32
        number = REGISTER.get(destination)
        if count == 32 and (number is not None or destination == NULL):
            if number is not None:
                self._set(number, self.forms[3])
            self._set(3, (-1, 1, 0))
            return
        self._need(3)
        self._forget(3)
        if number is not None:
            self._forget(number)

    def _push_or_pull(self, word: int) -> None:
        machine = self.machine
        if word & 0x80:
            skipped = word & 0x40 and machine.osr_count < machine.pull_at
            if not skipped and not (machine.autopull and machine.osr_count == 0):
                self._set(3, self.forms[0])  # not blocking, with nothing there: X instead
        elif not (word & 0x40 and machine.isr_count < machine.push_at):
            if len(machine.rx) < machine.rx_words:
                self._pushed()
            else:
                self._set(2, (-1, 1, 0))

    def _mov(self, word: int) -> None:
        source, destination, operation = word & 7, word >> 5 & 7, word >> 3 & 3
        from_, to = REGISTER.get(source), REGISTER.get(destination)
        if from_ is not None and (operation == 2 or to is None):
            self._need(from_)
        if to is None:
            return
        if from_ is None or operation == 2:
            self._forget(to)
            return
        base, sign, offset = self.forms[from_]
        if operation == 1:
            if base == -1:
                self._forget(to)
                return
            sign, offset = -sign, -offset - 1 & MASK
        self._set(to, (base, sign, offset))


def _registers(machine: Machine) -> Registers:
    return machine.x, machine.y, machine.isr, machine.osr


def _value(form: Form, registers: Registers) -> int:
    base, sign, offset = form
    return (offset if base < 0 else sign * registers[base] + offset) & MASK


def _hold(conditions: Sequence[Condition], machine: Machine) -> bool:
    """Whether all conditions hold for what the registers hold."""
    registers = machine.x, machine.y, machine.isr, machine.osr, 0  # base -1 is the last
    for (left, left_sign, left_offset), (right, right_sign, right_offset), equal in conditions:
        apart = left_sign * registers[left] + left_offset - right_sign * registers[right] - right_offset
        if (apart & MASK == 0) != equal:
            return False
    return True


def _through(form: Form, forms: Sequence[Form]) -> Form:
    """The form of what is `form` of registers that are `forms` themselves."""
    base, sign, offset = form
    if base < 0:
        return form
    inner_base, inner_sign, inner_offset = forms[base]
    if inner_base < 0:
        return -1, 1, sign * inner_offset + offset & MASK
    return inner_base, sign * inner_sign, sign * inner_offset + offset & MASK


def _growth(path: _Path) -> tuple[tuple[int, ...], bool]:
    """By how much each register grows from turn to turn, and whether it does so from this turn on.

    A register that is set in each turn to a number, or to a sum of one that grows, holds after a turn what it will
    hold, moved on: from then on it grows as that one does. Nothing, and False, for a path that is no loop of that kind.
    """
    growth = [0, 0, 0, 0]
    others = []
    for number, (base, sign, offset) in enumerate(path.forms):
        if base == number and sign == 1:
            growth[number] = offset
        else:
            others.append(number)
    if any(path.forms[number][0] in others for number in others):
        return (), False
    turned = True
    for number in others:
        base, sign, offset = path.forms[number]
        by = growth[base] if base >= 0 else 0
        growth[number] = sign * by & MASK if base >= 0 else 0
        held: Form = (base, sign, offset - sign * by & MASK)
        equal = path.entry[number] == _value(held, path.entry)
        path.suppose(UNCHANGED[number], held, equal)
        turned = turned and equal
    return tuple(growth), turned


def _most_turns(loop: Loop, registers: Registers) -> int:
    """How many turns all conditions of the loop hold, when they hold in the first."""
    most = MASK
    for left, right, equal in loop.conditions:
        apart = _value(left, registers) - _value(right, registers) & MASK
        step = _growth_of(left, loop.growth) - _growth_of(right, loop.growth) & MASK
        if not step:
            continue
        if equal:
            return 1
        # the first turn in which apart + turn * step is 0, modulo 2**32
        zeros = (step & -step).bit_length() - 1
        if apart & (1 << zeros) - 1 == 0:
            span = 1 << 32 - zeros
            most = min(most, (-apart >> zeros) * pow(step >> zeros, -1, span) % span)
    return max(1, most)


def _growth_of(form: Form, growth: Sequence[int]) -> int:
    return form[1] * growth[form[0]] if form[0] >= 0 else 0


def _take(machine: Machine, forms: Sequence[Form], pushes: Sequence[Form]) -> None:
    registers = _registers(machine)
    for form in pushes:
        machine.rx.append(_value(form, registers))
    _set_registers(machine, [_value(form, registers) for form in forms])


def _go(machine: Machine, stretch: Stretch) -> None:
    """Take the machine to the end of the stretch that begins where it stands."""
    _drive(machine, stretch.drives, machine.now)
    _take(machine, stretch.forms, stretch.pushes)
    _set_control(machine, stretch.control)
    machine.now += stretch.ticks


def _drive(machine: Machine, drives: Sequence[Drive], begin: int) -> None:
    """Put on the pins what a path puts there that begins at that tick."""
    if not drives:
        return
    block = machine.block
    block.budget.pay(len(drives))
    if block.followed is not None:
        block.followed += [(begin + tick, dirs, mask, bits) for tick, dirs, mask, bits in drives]
        return
    for tick, dirs, mask, bits in drives:
        block.put(machine.cycle(begin + tick), dirs, mask, bits)


def _drive_turns(machine: Machine, loop: Loop, begin: int, turns: int) -> None:
    """The same for turns of a loop; where one turn changes nothing that is heard, no other does."""
    if not loop.drives:
        return
    changes = machine.block.changes
    for turn in range(turns):
        told = len(changes)
        _drive(machine, loop.drives, begin + turn * loop.ticks)
        if len(changes) == told:
            break


def _set_registers(machine: Machine, values: Sequence[int]) -> None:
    machine.x, machine.y, machine.isr, machine.osr = values


def _stand(machine: Machine, loop: Loop, registers: list[int]) -> None:
    """Put the machine at the beginning of a turn of the loop, with what its registers hold but for pinned ones."""
    for number, value in loop.pins.items():
        registers[number] = value
    _set_registers(machine, registers)
    _set_control(machine, loop.control)


def _set_control(machine: Machine, control: tuple[int, ...]) -> None:
    """Put the machine where it was when it told this control state; its FIFOs already are."""
    machine.pc, machine.isr_count, machine.osr_count, _, _, machine.latched, machine.waiting, pushing = control
    machine.pushing = bool(pushing)
