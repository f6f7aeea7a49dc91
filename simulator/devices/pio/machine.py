"""One state machine of a PIO block: its registers, its FIFOs, its own clock, and what it waits for."""

from .configuration import Configuration
from .reach import Reach, reach
from .shared import Budget, Edge, Flags, Pins
from .words import EMPTY, MASK, OUT, PUSH_PULL, WAIT, flag_of

NEVER = 1 << 62


class Machine(Configuration):
    """`now` is the tick at which its next instruction begins."""

    def __init__(self, number: int, memory: list[int], pins: Pins, flags: Flags, budget: Budget) -> None:
        self.number = number
        self.memory = memory
        self.pins = pins
        self.flags = flags
        self.budget = budget
        self.enabled = False
        self.start = 0  # the cycle of tick 0
        self.now = 0
        self.x = self.y = self.osr = 0
        self.tx: list[int] = []
        self.rx: list[int] = []
        self.pulled = NEVER  # when it took a word from TX first since somebody put `NEVER` here: a cycle
        self.pc = 0
        self.outside = 0  # levels that the world drives, as seen behind the flip-flops
        self.pending: list[Edge] = []  # edges that it has not come to yet
        self.version = 0  # of its program and configuration
        self._reach: Reach | None = None
        self.configure(1 << 16, 31 << 12, 3 << 18, 5 << 26)
        self.restart()

    def configure(self, clkdiv: int, execctrl: int, shiftctrl: int, pinctrl: int) -> None:
        """Take the four registers; that empties the FIFOs, as joining them does."""
        super().configure(clkdiv, execctrl, shiftctrl, pinctrl)
        self.tx.clear()
        self.rx.clear()
        self.forget()

    def copied(self) -> "Machine":
        """One to try things on; it still has the pins and flags of this one's block."""
        other = object.__new__(Machine)
        other.__dict__.update(self.__dict__)
        other.tx, other.rx = list(self.tx), list(self.rx)
        other.pending = list(self.pending)
        return other

    def forget(self) -> None:
        """Its program or configuration has changed: what is known of them no longer holds."""
        self.version += 1
        self._reach = None

    def go_to(self, pc: int) -> None:
        """Be sent to another place in the program."""
        self.pc = pc
        self._reach = None

    def reach(self) -> Reach:
        """What it may touch."""
        if self._reach is None:
            self._reach = reach(self, self.memory, self.number, self.pc, self.latched)
        return self._reach

    def restart(self) -> None:
        """Clear what CTRL.SM_RESTART clears: shift counters, ISR, delay, stalls. X, Y, OSR and pc stay."""
        self.isr = self.isr_count = 0
        self.osr_count = 32
        self.executee = EMPTY  # what the present instruction gives to be run next
        self.latched = EMPTY  # an instruction that came from elsewhere and runs before that at pc
        self.waiting = EMPTY  # the IRQ flag that must be cleared first
        self.pushing = False  # an IN whose autopush found the FIFO full

    def put(self, value: int) -> None:
        """The CPU writes to the TX FIFO; a full one loses the word."""
        if len(self.tx) < self.tx_words:
            self.tx.append(value & MASK)

    def levels(self) -> int:
        """What it reads on the pins: what its block drives, and the world where that drives nothing."""
        if not self.enabled:
            self.outside = self.pins.outside
        return self.pins.levels(self.outside)

    # Time

    def cycle(self, tick: int) -> int:
        return self.start + (tick * self.div256 >> 8)

    def fine(self, tick: int) -> int:
        """The time of a tick in 256ths of a cycle."""
        return (self.start << 8) + tick * self.div256

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
        return self.latched if self.latched != EMPTY else self.memory[self.pc]

    def stalled_until_told(self) -> bool:
        """Whether it waits for something that only the CPU or another machine does."""
        if self.pushing:
            return len(self.rx) >= self.rx_words
        if self.waiting != EMPTY:
            return bool(self.flags.up >> self.waiting & 1)
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
            return (self.flags.up >> flag_of(word, self.number) & 1) != word >> 7 & 1
        return False

    def waits(self, levels: int) -> bool:
        """Whether it waits for a pin that has another level."""
        word = self.next_instruction()
        if word >> 13 != WAIT or word >> 5 & 3 == 2 or self.pushing or self.waiting != EMPTY:
            return False
        gpio = word & 31 if word >> 5 & 3 == 0 else self.in_base + (word & 31) & 31
        return levels >> gpio & 1 != word >> 7 & 1
