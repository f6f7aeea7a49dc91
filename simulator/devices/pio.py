"""The RP2040's programmable I/O: a block of four state machines, cycle by cycle (data sheet, chapter 3).

Times are whole cycles of the system clock (8 ns at 125 MHz). A machine's own clock ticks every 1 to 65536 of them, in
256ths. Levels are one integer, a bit for each GPIO. Nothing here knows a world: who holds a block tells it the edges of
its pins, in order, and takes the changes it makes. `pio_turns` does the same in leaps.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from typing import NamedTuple

from marshrut.simulator.ends import RunEnds

MASK = 0xFFFFFFFF
MACHINES = 4
MEMORY_WORDS = 32
FIFO_WORDS = 4
SYNC_CYCLES = 2  # an input passes two flip-flops before a program sees it

JMP, WAIT, IN, OUT, PUSH_PULL, MOV, IRQ, SET = range(8)
# Sources and destinations that several instructions share.
PINS, X, Y, NULL, ISR, OSR = 0, 1, 2, 3, 6, 7
PINDIRS = 4
EMPTY = -1
NEXT, STALL = -1, -2  # what an instruction may say instead of a jump's target

MAX_WORK = 12_000_000  # what a run may cost, in instructions: half a minute of a computer's time
SPENT = "pio_limit"  # how a run ends that costs more

Edge = tuple[int, int, int]  # cycle, GPIO, level
Drive = tuple[int, bool, int, int]  # tick, whether directions or levels, mask of the pins, what they get
Change = tuple[int, int, int]  # cycle, and what the block drives after it: levels, directions


class Budget:
    """What the blocks of one run may still cost; whatever takes an instruction, a leap or a look ahead pays here."""

    __slots__ = ("left",)

    def __init__(self, work: int | None = None) -> None:
        self.left = MAX_WORK if work is None else work

    def pay(self, work: int) -> None:
        """Raises RunEnds when nothing is left."""
        self.left -= work
        if self.left < 0:
            raise RunEnds(SPENT)


class Machine:
    """One state machine. `now` is the tick at which its next instruction begins."""

    def __init__(self, block: "Block", number: int) -> None:
        self.block = block
        self.number = number
        self.enabled = False
        self.start = 0  # the cycle of tick 0
        self.now = 0
        self.div256 = 256
        self.x = self.y = self.osr = 0
        self.tx: list[int] = []
        self.rx: list[int] = []
        self.pc = 0
        self.outside = 0  # levels that the world drives, as seen behind the flip-flops
        self.pending: list[Edge] = []  # edges that it has not come to yet
        self.configure(1 << 16, 31 << 12, 3 << 18, 5 << 26)
        self.restart()

    def configure(self, clkdiv: int, execctrl: int, shiftctrl: int, pinctrl: int) -> None:
        """Take the four configuration registers (data sheet, section 3.7); joining FIFOs empties them."""
        self.registers = (clkdiv, execctrl, shiftctrl, pinctrl)
        self.div256 = (clkdiv >> 16 or 65536) * 256 + (clkdiv >> 8 & 0xFF)
        self.status_words = execctrl & 15
        self.status_of_rx = bool(execctrl >> 4 & 1)
        self.wrap_bottom = execctrl >> 7 & 31
        self.wrap_top = execctrl >> 12 & 31
        self.jmp_pin = execctrl >> 24 & 31
        self.side_dirs = bool(execctrl >> 29 & 1)
        self.side_enable = bool(execctrl >> 30 & 1)
        self.autopush = bool(shiftctrl >> 16 & 1)
        self.autopull = bool(shiftctrl >> 17 & 1)
        self.in_right = bool(shiftctrl >> 18 & 1)
        self.out_right = bool(shiftctrl >> 19 & 1)
        self.push_at = shiftctrl >> 20 & 31 or 32
        self.pull_at = shiftctrl >> 25 & 31 or 32
        join_tx, join_rx = shiftctrl >> 30 & 1, shiftctrl >> 31 & 1
        self.tx_words = 2 * FIFO_WORDS if join_tx and not join_rx else 0 if join_rx else FIFO_WORDS
        self.rx_words = 2 * FIFO_WORDS if join_rx and not join_tx else 0 if join_tx else FIFO_WORDS
        self.out_base = pinctrl & 31
        self.set_base = pinctrl >> 5 & 31
        self.side_base = pinctrl >> 10 & 31
        self.in_base = pinctrl >> 15 & 31
        self.out_count = pinctrl >> 20 & 63
        self.set_count = pinctrl >> 26 & 7
        self.side_count = pinctrl >> 29 & 7
        self.tx.clear()
        self.rx.clear()

    def restart(self) -> None:
        """Clear what CTRL.SM_RESTART clears: shift counters, ISR, delay, stalls. X, Y, OSR and pc stay."""
        self.isr = self.isr_count = 0
        self.osr_count = 32
        self.executee = EMPTY  # what the present instruction gives to be run next
        self.latched = EMPTY  # an instruction that came from elsewhere and runs before that at pc
        self.waiting = EMPTY  # the IRQ flag that must be cleared first
        self.pushing = False  # an IN whose autopush found the FIFO full

    def levels(self) -> int:
        """What it reads on the pins: what its block drives, and the world where that drives nothing."""
        block = self.block
        if not self.enabled:
            self.outside = block.outside
        driven = block.dirs & block.owned
        return self.outside & ~driven | block.out & driven

    # Time

    def cycle(self, tick: int) -> int:
        return self.start + (tick * self.div256 >> 8)

    def first_tick(self, cycle: int) -> int:
        """The first tick not before that cycle."""
        return ((cycle - self.start) * 256 + self.div256 - 1) // self.div256

    def control(self) -> tuple[int, ...]:
        """All that decides what the next instruction is and whether it stalls, but for values of X, Y, ISR and OSR."""
        return (
            self.pc, self.isr_count, self.osr_count, len(self.rx), len(self.tx), self.latched, self.waiting,
            self.pushing,
        )  # fmt: skip

    def next_instruction(self) -> int:
        return self.latched if self.latched != EMPTY else self.block.memory[self.pc]

    def stalled_until_told(self) -> bool:
        """Whether it waits for something that only the CPU or another machine does."""
        if self.pushing:
            return len(self.rx) >= self.rx_words
        if self.waiting != EMPTY:
            return bool(self.block.flags >> self.waiting & 1)
        word = self.next_instruction()
        kind = word >> 13
        if kind == PUSH_PULL and word & 0x20:
            if word & 0x80:
                full = self.autopull and self.osr_count == 0
                skipped = word & 0x40 and self.osr_count < self.pull_at
                return not (self.tx or full or skipped)
            return len(self.rx) >= self.rx_words and not (word & 0x40 and self.isr_count < self.push_at)
        if kind == OUT:
            return self.autopull and self.osr_count >= self.pull_at and not self.tx
        if kind == WAIT and word >> 5 & 3 == 2:
            return (self.block.flags >> self.flag(word) & 1) != word >> 7 & 1
        return False

    def waits(self, levels: int) -> bool:
        """Whether it waits for a pin that has another level."""
        word = self.next_instruction()
        if word >> 13 != WAIT or word >> 5 & 3 == 2 or self.pushing or self.waiting != EMPTY:
            return False
        gpio = word & 31 if word >> 5 & 3 == 0 else self.in_base + (word & 31) & 31
        return levels >> gpio & 1 != word >> 7 & 1

    def flag(self, word: int) -> int:
        """The IRQ flag that an instruction names; its bit 4 makes it relative to the machine."""
        index = word & 7
        return index & 4 | (index + self.number & 3) if word & 0x10 else index

    # One instruction

    def step(self, levels: int) -> None:
        """Begin the instruction at `now`, with these levels on the pins; a stall is tried again at the next tick."""
        budget = self.block.budget
        budget.left -= 1
        if budget.left < 0:
            raise RunEnds(SPENT)
        latched = self.latched
        word = latched if latched != EMPTY else self.block.memory[self.pc]
        delay = word >> 8 & 31
        if self.side_count:
            delay = self._side_set(word, delay)
        target = self._execute(word, levels)
        self.now += 1
        if target == STALL:
            return
        if self.executee == EMPTY:
            self.now += delay
        self.latched, self.executee = self.executee, EMPTY
        if target != NEXT:
            self.pc = target
        elif latched == EMPTY:
            self.pc = self.following()

    def stall_until(self, tick: int) -> None:
        """Stand at the instruction that waits; its side-set comes all the same."""
        if self.side_count and self.now < tick:
            self._side_set(self.next_instruction(), 0)
        self.now = max(self.now, tick)

    def force(self, word: int, levels: int) -> None:
        """The CPU wrote an instruction: it runs at once, and before all others until it no longer stalls."""
        if self.side_count:
            self._side_set(word, 0)
        self.pushing = False
        self.waiting = EMPTY
        target = self._execute(word, levels)
        if target == STALL:
            self.latched = word
        else:
            self.latched, self.executee = self.executee, EMPTY
            if target != NEXT:
                self.pc = target
        if self.latched != EMPTY or target >= 0:
            self.block.elsewhere(self)

    def following(self) -> int:
        return self.wrap_bottom if self.pc == self.wrap_top else self.pc + 1 & 31

    def put(self, value: int) -> None:
        """The CPU writes to the TX FIFO; a full one loses the word."""
        if len(self.tx) < self.tx_words:
            self.tx.append(value & MASK)

    def _execute(self, word: int, levels: int) -> int:
        """Do what the instruction does; returns STALL, NEXT or a jump's target."""
        kind = word >> 13
        if self.autopull and kind != OUT and self.osr_count >= self.pull_at and self.tx:
            self._refill()
        if self.pushing:
            return NEXT if self._autopush() else STALL
        if kind == JMP:
            return word & 31 if self._condition(word >> 5 & 7, levels) else NEXT
        if kind == WAIT:
            return NEXT if self._waited(word, levels) else STALL
        if kind == IN:
            return self._in(word >> 5 & 7, word & 31 or 32, levels)
        if kind == OUT:
            if self.autopull and self.osr_count >= self.pull_at:
                if self.tx:
                    self._refill()
                return STALL
            return self._out(word >> 5 & 7, word & 31 or 32)
        if kind == PUSH_PULL:
            return self._pull(word) if word & 0x80 else self._push(word)
        if kind == MOV:
            return self._mov(word, levels)
        if kind == IRQ:
            return self._irq(word)
        destination, data = word >> 5 & 7, word & 31
        if destination == X:
            self.x = data
        elif destination == Y:
            self.y = data
        elif destination in (PINS, PINDIRS):
            self.block.drive(self, destination == PINDIRS, self.set_base, self.set_count, data)
        return NEXT

    def _side_set(self, word: int, field: int) -> int:
        """Put the side-set bits on their pins; returns what is left of the field for the delay."""
        count = self.side_count
        delay = field & (1 << 5 - count) - 1
        if self.side_enable:
            if not word >> 12 & 1:
                return delay
            count -= 1
        value = (word >> 8 & 31) >> 5 - self.side_count & (1 << count) - 1
        self.block.drive(self, self.side_dirs, self.side_base, count, value)
        return delay

    def _condition(self, which: int, levels: int) -> bool:
        if which == 0:
            return True
        if which == 1:
            return self.x == 0
        if which == 2:
            taken = self.x != 0
            self.x = self.x - 1 & MASK
            return taken
        if which == 3:
            return self.y == 0
        if which == 4:
            taken = self.y != 0
            self.y = self.y - 1 & MASK
            return taken
        if which == 5:
            return self.x != self.y
        if which == 6:
            return bool(levels >> self.jmp_pin & 1)
        return self.osr_count < self.pull_at

    def _waited(self, word: int, levels: int) -> bool:
        source, wanted = word >> 5 & 3, word >> 7 & 1
        if source == 2:
            flag = self.flag(word)
            if self.block.flags >> flag & 1 != wanted:
                return False
            if wanted:
                self.block.flags &= ~(1 << flag)
            return True
        gpio = word & 31 if source == 0 else self.in_base + (word & 31) & 31
        return levels >> gpio & 1 == wanted

    def source(self, which: int, levels: int) -> int:
        if which == PINS:
            base = self.in_base
            return (levels >> base | levels << 32 - base) & MASK
        return (0, self.x, self.y, 0, 0, 0, self.isr, self.osr)[which]

    def _in(self, source: int, count: int, levels: int) -> int:
        self.isr = self.shifted_in(source, count, levels)
        self.isr_count = min(32, self.isr_count + count)
        if self.autopush and self.isr_count >= self.push_at and not self._autopush():
            return STALL
        return NEXT

    def shifted_in(self, source: int, count: int, levels: int) -> int:
        """What the ISR holds after so many bits."""
        value = self.source(source, levels) & (1 << count) - 1
        if count == 32:
            return value
        if self.in_right:
            return self.isr >> count | value << 32 - count
        return self.isr << count & MASK | value

    def _autopush(self) -> bool:
        self.pushing = len(self.rx) >= self.rx_words
        if not self.pushing:
            self._push_isr()
        return not self.pushing

    def _push_isr(self) -> None:
        self.rx.append(self.isr)
        self.isr = self.isr_count = 0

    def _push(self, word: int) -> int:
        if word & 0x40 and self.isr_count < self.push_at:
            return NEXT
        if len(self.rx) < self.rx_words:
            self._push_isr()
        elif word & 0x20:
            return STALL
        else:
            self.isr = self.isr_count = 0  # lost
        return NEXT

    def _pull(self, word: int) -> int:
        if (word & 0x40 and self.osr_count < self.pull_at) or (self.autopull and self.osr_count == 0):
            return NEXT
        if self.tx:
            self._refill()
        elif word & 0x20:
            return STALL
        else:
            self.osr, self.osr_count = self.x, 0
        return NEXT

    def _refill(self) -> None:
        self.osr, self.osr_count = self.tx.pop(0), 0

    def _out(self, destination: int, count: int) -> int:
        if count == 32:
            value, self.osr = self.osr, 0
        elif self.out_right:
            value, self.osr = self.osr & (1 << count) - 1, self.osr >> count
        else:
            value, self.osr = self.osr >> 32 - count, self.osr << count & MASK
        self.osr_count = min(32, self.osr_count + count)
        if self.autopull and self.osr_count >= self.pull_at and self.tx:
            self._refill()
        if destination == ISR:
            self.isr, self.isr_count = value, count
        elif destination == 5:
            return value & 31
        elif destination == 7:
            self.executee = value & 0xFFFF
        else:
            self._write(destination, value)
        return NEXT

    def _mov(self, word: int, levels: int) -> int:
        source, destination, operation = word & 7, word >> 5 & 7, word >> 3 & 3
        if source == 5:
            level = len(self.rx) if self.status_of_rx else len(self.tx)
            value = MASK if level < self.status_words else 0
        else:
            value = self.source(source, levels)
        if operation == 1:
            value ^= MASK
        elif operation == 2:
            value = reversed_bits(value)
        if destination == ISR:
            self.isr, self.isr_count = value, 0
        elif destination == OSR:
            self.osr, self.osr_count = value, 0
        elif destination == 5:
            return value & 31
        elif destination == 4:
            self.executee = value & 0xFFFF
        else:
            self._write(destination, value)
        return NEXT

    def _write(self, destination: int, value: int) -> None:
        if destination == X:
            self.x = value
        elif destination == Y:
            self.y = value
        elif destination in (PINS, PINDIRS):
            self.block.drive(self, destination == PINDIRS, self.out_base, self.out_count, value)

    def _irq(self, word: int) -> int:
        block, flag = self.block, self.flag(word)
        if word & 0x40:
            block.flags &= ~(1 << flag)
            return NEXT
        if self.waiting == EMPTY:
            block.raise_flag(flag, self.cycle(self.now))
            if not word & 0x20:
                return NEXT
            self.waiting = flag
            return STALL
        if block.flags >> flag & 1:
            return STALL
        self.waiting = EMPTY
        return NEXT


def reversed_bits(value: int) -> int:
    return int(f"{value:032b}"[::-1], 2)


class Block:
    """One PIO block: instruction memory, four machines, their flags, and what they drive.

    `enabled_irqs` are the flags that interrupt the CPU, which clears them at once and finds them in `raised`.
    `heard` are the pins whose changes are to be found in `changes`. Both are in order of time within one machine.
    """

    def __init__(self, runner: "Runner | None" = None, budget: Budget | None = None) -> None:
        self.budget = budget or Budget()
        self.memory = [0] * MEMORY_WORDS
        self.machines = tuple(Machine(self, number) for number in range(MACHINES))
        self.flags = 0
        self.enabled_irqs = 0
        self.heard_flags = 0xFF  # those of them that are kept in `raised`
        self.raised: list[tuple[int, int]] = []  # cycle, flag
        self.heard = MASK
        self.changes: list[Change] = []
        self.cycle = 0
        self.out = 0
        self.dirs = 0
        self.owned = 0  # the pins handed to this block
        self.outside = 0  # levels that the world drives, for machines that do not run
        self.followed: list[Drive] | None = None  # where a machine is only followed: what it would put on its pins
        self._late: list[Edge] = []  # edges that are still in the flip-flops
        self._runner = runner or plainly
        self.version = 0  # of programs and configurations
        self._reach: dict[int, Reach] = {}

    # What the CPU does

    def load(self, offset: int, words: Iterable[int]) -> None:
        for number, word in enumerate(words):
            self.memory[offset + number & 31] = word
        self.forget()

    def forget(self) -> None:
        """A program or a configuration has changed: what is known of a machine's program no longer holds."""
        self.version += 1
        self._reach.clear()

    def copied(self) -> "Block":
        """A block to try things on. What is known of its programs is shared; what it tells is its own."""
        other = copy(self)
        other.machines = tuple(copy(machine) for machine in self.machines)
        for machine in other.machines:
            machine.block = other
            machine.tx, machine.rx = list(machine.tx), list(machine.rx)
            machine.pending = list(machine.pending)
        other.changes, other.raised = [], []
        other._late = list(self._late)
        other._reach = dict(self._reach)
        return other

    def elsewhere(self, machine: Machine) -> None:
        """The machine has been sent to another place in the program."""
        self._reach.pop(machine.number, None)

    def start(self, machine: Machine, on: bool) -> None:
        if on and not machine.enabled:
            machine.start = self.cycle
            machine.now = 0
            machine.outside = self.outside
        machine.enabled = on

    # What the machines do

    def drive(self, machine: Machine, dirs: bool, base: int, count: int, value: int) -> None:
        """Set levels or directions of `count` pins from `base` up."""
        mask = (1 << count) - 1
        bits = rotated(value & mask, base)
        mask = rotated(mask, base)
        if self.followed is not None:
            self.followed.append((machine.now, dirs, mask, bits))
        else:
            self.put(machine.cycle(machine.now), dirs, mask, bits)

    def put(self, cycle: int, dirs: bool, mask: int, bits: int) -> None:
        """Set the levels or directions of the pins in `mask`."""
        before = self.out, self.dirs
        if dirs:
            self.dirs = self.dirs & ~mask | bits
        else:
            self.out = self.out & ~mask | bits
        if mask & self.owned & self.heard and before != (self.out, self.dirs):
            self.changes.append((cycle, self.out, self.dirs & self.owned))

    def raise_flag(self, flag: int, cycle: int) -> None:
        if self.enabled_irqs >> flag & 1:
            if self.heard_flags >> flag & 1:
                self.raised.append((cycle, flag))
        else:
            self.flags |= 1 << flag

    # Time

    def see(self, levels: int) -> None:
        """Levels outside that have long been there."""
        self.outside = levels
        for machine in self.machines:
            machine.outside = levels

    def run(self, until: int, edges: Sequence[Edge] = (), only: Machine | None = None) -> None:
        """Go on to that cycle. `edges` from outside since the last call, in order of time, none after it.

        With `only`, the other machines may follow later, if they notice nothing of each other.
        """
        running = [machine for machine in self.machines if machine.enabled]
        if not running:
            self.outside = _after(_after(self.outside, self._late), edges)
            self._late = []
            self.cycle = max(self.cycle, until)
            return
        seen = [(at + SYNC_CYCLES, gpio, level) for at, gpio, level in edges]
        if self._late:
            seen = self._late + seen
        self._late = []
        while seen and seen[-1][0] > until:
            self._late.insert(0, seen.pop())
        if len(running) > 1 and self._coupled(running):
            for machine in running:
                self._catch_up(machine, self.cycle)
            self._run_together(running, until, seen)
        else:
            for machine in running:
                machine.pending += seen
                if only is None or machine is only:
                    self._catch_up(machine, until)
        self.outside = _after(self.outside, seen)
        self.cycle = max(self.cycle, until)

    def _catch_up(self, machine: Machine, until: int) -> None:
        edges = machine.pending
        outside = _after(machine.outside, edges)
        looks = self.reach(machine).looks
        self._runner(machine, until, [edge for edge in edges if looks >> edge[1] & 1])
        machine.outside = outside
        machine.pending = []

    def reach(self, machine: Machine) -> "Reach":
        found = self._reach.get(machine.number)
        if found is None:
            found = self._reach[machine.number] = reach(machine)
        return found

    def _run_together(self, running: list[Machine], until: int, edges: Sequence[Edge]) -> None:
        """Machines that may notice each other take turns, in order of time, then of number."""
        for at, gpio, level in (*edges, (until, -1, 0)):
            while not all(machine.stalled_until_told() or machine.waits(machine.levels()) for machine in running):
                machine = min(running, key=lambda one: (one.cycle(one.now), one.number))
                if machine.cycle(machine.now) >= at:
                    break
                machine.step(machine.levels())
            else:
                for machine in running:
                    machine.stall_until(machine.first_tick(at))
            if gpio >= 0:
                for machine in running:
                    machine.outside = machine.outside & ~(1 << gpio) | level << gpio

    def _coupled(self, running: list[Machine]) -> bool:
        """Whether one of these machines may notice another: by a flag, or by a pin that the block drives."""
        flags = driven = looks = 0
        for machine in running:
            its = self.reach(machine)
            if its.flags & flags:
                return True
            flags |= its.flags
            driven |= its.drives
            looks |= its.looks
        return bool(driven & self.owned & looks)


Runner = Callable[[Machine, int, Sequence[Edge]], None]


def plainly(machine: Machine, until: int, edges: Sequence[Edge]) -> None:
    """Take a machine to that cycle, instruction by instruction."""
    for at, gpio, level in edges:
        step_to(machine, at)
        machine.outside = machine.outside & ~(1 << gpio) | level << gpio
    step_to(machine, until)


def step_to(machine: Machine, cycle: int) -> None:
    end = machine.first_tick(cycle)
    while machine.now < end:
        machine.step(machine.levels())


def _after(levels: int, edges: Iterable[Edge]) -> int:
    for _, gpio, level in edges:
        levels = levels & ~(1 << gpio) | level << gpio
    return levels


class Reach(NamedTuple):
    """What a machine's program may touch, each a mask: pins it reads, pins it drives, flags it waits for or changes."""

    looks: int
    drives: int
    flags: int


def reach(machine: Machine) -> Reach:
    """Look through every instruction that the machine can come to."""
    looks = flags = 0
    drives = rotated((1 << machine.side_count - machine.side_enable) - 1, machine.side_base)
    seen: set[int] = set()
    ahead = [machine.pc]
    words = [machine.latched] if machine.latched != EMPTY else []
    while ahead or words:
        if words:
            word, following = words.pop(), machine.pc
        else:
            at = ahead.pop()
            if at in seen:
                continue
            seen.add(at)
            word = machine.block.memory[at]
            following = machine.wrap_bottom if at == machine.wrap_top else at + 1 & 31
        ahead.append(following)
        kind, field, low = word >> 13, word >> 5 & 7, word & 31
        if kind == JMP:
            ahead.append(low)
            looks |= 1 << machine.jmp_pin if field == 6 else 0
        elif kind == WAIT:
            if field & 3 == 2:
                flags |= 1 << machine.flag(word)
            else:
                looks |= 1 << (low if field & 3 == 0 else machine.in_base + low & 31)
        elif kind == IN and field == PINS:
            looks |= rotated((1 << (low or 32)) - 1, machine.in_base)
        elif kind == MOV and word & 7 == PINS:
            looks = MASK
        elif kind == IRQ:
            flags |= 1 << machine.flag(word)
        if kind in (OUT, MOV) and field in (PINS, PINDIRS):
            drives |= rotated((1 << machine.out_count) - 1, machine.out_base)
        if kind == SET and field in (PINS, PINDIRS):
            drives |= rotated((1 << machine.set_count) - 1, machine.set_base)
        if (kind == OUT and field in (5, 7)) or (kind == MOV and field in (4, 5)):
            ahead.extend(range(MEMORY_WORDS))  # a computed jump may lead anywhere
            looks |= MASK if field != 5 else 0
    return Reach(looks, drives, flags)


def rotated(bits: int, by: int) -> int:
    """32 bits turned to the left, as the pins of a machine wrap round."""
    return (bits << by | bits >> 32 - by) & MASK
