"""What the machines of a PIO block share: pins, IRQ flags, and what a run may cost."""

from copy import copy

from marshrut.simulator.ends import RunEnds

from .words import MASK

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


class Share:
    """How long a pin has been high since somebody asked, and how often it moved. Times are 256ths of a cycle."""

    __slots__ = ("begun", "high", "level", "moved", "moves")

    def __init__(self, level: int, now: int) -> None:
        self.level = level
        self.moved = now  # when it came to this level
        self.begin(now)

    def begin(self, now: int) -> None:
        self.begun = now
        self.high = 0  # in the spans that are over
        self.moves = 0

    def see(self, level: int, now: int) -> None:
        if level != self.level:
            if self.level:
                self.high += now - max(self.moved, self.begun)
            self.level, self.moved = level, now
            self.moves += 1

    def repeat(self, high: int, moves: int, later: int) -> None:
        """Turns like the last one have passed, in which it was high for so long in all and moved so often."""
        self.high += high
        self.moves += moves
        if moves:
            self.moved += later

    def high_until(self, now: int) -> int:
        return self.high + (max(0, now - max(self.moved, self.begun)) if self.level else 0)


class Pins:
    """Masks of levels and directions.

    `heard` are the pins whose changes are to be found in `changes`; `shares` tell of some how long they are high.
    """

    def __init__(self) -> None:
        self.out = 0
        self.dirs = 0
        self.owned = 0  # the pins handed to this block
        self.outside = 0  # levels that the world drives, for machines that do not run
        self.wires: tuple[tuple[int, int], ...] = ()  # pairs of pins that are joined outside
        self.heard = MASK
        self.shares: dict[int, Share] = {}  # by pin
        self.shared = 0  # their mask
        self.changes: list[Change] = []  # in order of time within one machine
        self.followed: list[Drive] | None = None  # where a machine is only followed: what it would put on its pins

    def hand_over(self, pins: int, dirs: int, levels: int, cycle: int) -> None:
        """The block has these pins from that cycle on, beginning with these directions and levels."""
        self.owned |= pins
        self.dirs = self.dirs & ~pins | dirs
        self.out = self.out & ~pins | levels
        for pin in self.shares:
            if pins >> pin & 1:
                self.shares[pin] = Share((levels & dirs) >> pin & 1, cycle << 8)

    def share(self, pins: int) -> None:
        """Keep the shares of these pins, and of no others."""
        self.shared = pins
        self.shares = {pin: Share(0, 0) for pin in range(32) if pins >> pin & 1}

    def put(self, now: int, dirs: bool, mask: int, bits: int) -> None:
        """Set the levels or directions of the pins in `mask`, at a time in 256ths of a cycle."""
        before = self.out, self.dirs
        if dirs:
            self.dirs = self.dirs & ~mask | bits
        else:
            self.out = self.out & ~mask | bits
        if before != (self.out, self.dirs):
            mask &= self.owned
            if mask & self.heard:
                self.changes.append((now >> 8, self.out, self.dirs & self.owned))
            if mask & self.shared:
                self._see_shared(mask, now)

    def levels(self, outside: int) -> int:
        """What a machine reads: what the block drives, there and at a wire's other end, else what is outside."""
        driven = self.dirs & self.owned
        levels = outside & ~driven | self.out & driven
        for a, b in self.wires:
            if driven >> a & 1 != driven >> b & 1:
                source, end = (a, b) if driven >> a & 1 else (b, a)
                levels = levels & ~(1 << end) | (self.out >> source & 1) << end
        return levels

    def felt(self, pins: int) -> int:
        """Where it is read what a machine puts on these: on those that the block has, and over wires."""
        pins &= self.owned
        ends = pins
        for a, b in self.wires:
            ends |= (pins >> a & 1) << b | (pins >> b & 1) << a
        return ends

    def noticed(self) -> int:
        """The pins of which more is wanted than what they are in the end."""
        return (self.heard | self.shared) & self.owned

    def _see_shared(self, mask: int, now: int) -> None:
        levels = self.out & self.dirs & self.owned
        for pin, share in self.shares.items():
            if mask >> pin & 1:
                share.see(levels >> pin & 1, now)

    def driven(self) -> tuple[int, int]:
        """The levels and directions of what the block has."""
        return self.out, self.dirs & self.owned

    def copied(self) -> "Pins":
        """The same, with changes of its own; nobody wants to know its shares."""
        other = copy(self)
        other.changes = []
        other.shared, other.shares = 0, {}
        return other


class Flags:
    """Those in `enabled` interrupt the CPU, which clears them at once and finds them in `raised`."""

    def __init__(self) -> None:
        self.up = 0
        self.enabled = 0
        self.heard = 0xFF  # those of them that are kept in `raised`
        self.raised: list[tuple[int, int]] = []  # cycle, flag; in order of time within one machine

    def put_up(self, flag: int, cycle: int) -> None:
        if self.enabled >> flag & 1:
            if self.heard >> flag & 1:
                self.raised.append((cycle, flag))
        else:
            self.up |= 1 << flag

    def copied(self) -> "Flags":
        """The same, with interrupts of its own."""
        other = copy(self)
        other.raised = []
        return other
