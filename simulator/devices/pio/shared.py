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


class Pins:
    """Masks of levels and directions; `heard` are the pins whose changes are to be found in `changes`."""

    def __init__(self) -> None:
        self.out = 0
        self.dirs = 0
        self.owned = 0  # the pins handed to this block
        self.outside = 0  # levels that the world drives, for machines that do not run
        self.heard = MASK
        self.changes: list[Change] = []  # in order of time within one machine
        self.followed: list[Drive] | None = None  # where a machine is only followed: what it would put on its pins

    def hand_over(self, pins: int, dirs: int, levels: int) -> None:
        """The block has these pins from now on, beginning with these directions and levels."""
        self.owned |= pins
        self.dirs = self.dirs & ~pins | dirs
        self.out = self.out & ~pins | levels

    def put(self, cycle: int, dirs: bool, mask: int, bits: int) -> None:
        """Set the levels or directions of the pins in `mask`."""
        before = self.out, self.dirs
        if dirs:
            self.dirs = self.dirs & ~mask | bits
        else:
            self.out = self.out & ~mask | bits
        if mask & self.owned & self.heard and before != (self.out, self.dirs):
            self.changes.append((cycle, self.out, self.dirs & self.owned))

    def driven(self) -> tuple[int, int]:
        """The levels and directions of what the block has."""
        return self.out, self.dirs & self.owned

    def copied(self) -> "Pins":
        """The same, with changes of its own."""
        other = copy(self)
        other.changes = []
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
