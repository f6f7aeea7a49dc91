"""Both PIO blocks of a chip in time: taken as far as somebody looks, and what they put on the robot's pins."""

from collections.abc import Iterable, Mapping, Sequence

from ...devices.pio.block import Block
from ...devices.pio.machine import Machine
from ...devices.pio.shared import Budget
from ...devices.pio.turns import Turns
from ..contacts import Change
from .inputs import CYCLES_A_US, Outside, PioInputs

BLOCKS = 2
MACHINES = 4  # to a block
PINS = 32  # that a block reaches; an RP2040 has 30
FULL = 65535


class PioPins:
    """`heard` are the pins to which something is connected that a block may drive; of `shown` ones a person sees only
    how bright they are. `wires` lead from pins to pins.

    `moving` are the pins that a machine that runs may move, and `drives` says whether one of them is heard. `touched`
    counts what was done that may change what is to come.
    """

    def __init__(self, outside: Outside, heard: Iterable[int], shown: Sequence[int], wires: Mapping[int, int]) -> None:
        self._outside = outside
        self._wires = tuple((a, b) for a, b in wires.items() if a < b)
        self._heard = sum(1 << pin for pin in heard)
        self._shown: dict[int, int | None] = dict.fromkeys(shown)  # and the duty that was told last, None: not by this
        self._budget = Budget()  # a reset brings no new one
        self.touched = 0
        self.blocks: tuple[Block, ...] = ()
        self.power_on(0)

    def power_on(self, t_us: int) -> None:
        """All blocks are as after power-on: what they drove is let go."""
        for block in self.blocks:
            block.pins.owned = 0
        if self.blocks:
            self.tell()
        self.blocks = tuple(Block(Turns().run, self._budget) for _ in range(BLOCKS))
        for block in self.blocks:
            block.pins.heard = self._heard
            block.pins.wires = self._wires
            block.pins.share(sum(1 << pin for pin in self._shown))
            block.flags.heard = 0  # they are foreseen
            block.cycle = t_us * CYCLES_A_US
        self._driven: list[tuple[int, int]] = [(0, 0)] * BLOCKS  # levels and directions that the world has been told
        levels = sum(self._outside.level(pin, t_us) << pin for pin in range(PINS))
        for block in self.blocks:
            block.see(levels)
        self.inputs = PioInputs(self._outside, t_us)
        self.look()
        self.touch()

    # What the world tells

    def put(self, pin: int, level: int, t_us: int) -> None:
        """The board itself put a level on a pin."""
        self.inputs.put(pin, level, t_us)
        if pin in self._shown:
            self._shown[pin] = None
        self.touch()

    def level(self, pin: int, t_us: int) -> int | None:
        """The level that a block drives a pin to; None where none does."""
        for block in self.blocks:
            if block.pins.owned >> pin & 1:
                self.run(t_us)
                if block.pins.dirs >> pin & 1:
                    return block.pins.out >> pin & 1
        return None

    def run(self, until_us: int, only: Machine | None = None) -> None:
        """Take all machines to that time, and tell the world what they drive; `only` one where that is enough."""
        if self._loud:
            only = None
        until_us = max(until_us, self.inputs.taken_us)
        edges = self.inputs.take(until_us)
        for block in self.blocks:
            block.run(until_us * CYCLES_A_US, edges, only)
        if only is None:
            self.tell()

    def newly_shown(self, t_us: int) -> list[Change]:
        """(µs, pin, duty) of the shown pins that are not as they were told last.

        A pin that has moved once since the last call is told with its level and the time; one that has moved more often
        with the share of that time in which it was high, as a PWM's duty.
        """
        found: list[Change] = []
        for pin, told in self._shown.items():
            block = next((block for block in self.blocks if block.pins.owned >> pin & 1), None)
            if block is None and not told:
                continue
            at_us, duty = (t_us, 0) if block is None else self._seen(block, pin, t_us)
            if duty != told:
                self._shown[pin] = duty
                found.append((at_us, pin, duty))
        return found

    def _seen(self, block: Block, pin: int, t_us: int) -> tuple[int, int]:
        """Since when a pin is how bright, as it looks in the span that ends now."""
        self.run(t_us)
        share, now = block.pins.shares[pin], t_us * CYCLES_A_US << 8
        span, moves = max(1, now - share.begun), share.moves
        duty = min(FULL, share.high_until(now) * FULL // span) if moves > 1 else FULL * share.level
        since = now if moves > 1 else max(share.moved, share.begun)
        share.begin(now)
        return min(t_us, (since >> 8) // CYCLES_A_US), duty

    # What a program does

    def machine(self, number: int) -> tuple[Block, Machine]:
        """Of all machines, four to a block."""
        block = self.blocks[number // MACHINES]
        return block, block.machines[number % MACHINES]

    def act(self, t_us: int) -> None:
        """A program does something at that time."""
        self.run(t_us)
        self.touch()

    def take_back(self, pin: int) -> None:
        """No block has the pin any more: what it was driven to is gone."""
        for block in self.blocks:
            block.pins.owned &= ~(1 << pin)
            block.forget()
        self.tell()
        self.look()

    def touch(self) -> None:
        self.touched += 1

    def look(self) -> None:
        """Find out whether a machine that runs may move a pin that something hears, or interrupt."""
        self.moving = 0
        for block in self.blocks:
            for machine in block.machines:
                if machine.enabled:
                    self.moving |= machine.reach().drives & block.pins.owned
        self.drives = bool(self.moving & self._heard)
        self._loud = self.drives or any(block.flags.enabled for block in self.blocks)

    def tell(self) -> None:
        """Tell the world what has changed on the pins that the blocks drive."""
        for number, block in enumerate(self.blocks):
            now = block.pins.driven()
            if not block.pins.changes and now == self._driven[number]:
                continue
            changes = sorted(block.pins.changes)
            block.pins.changes.clear()
            changes.append((block.cycle, *now))
            out, dirs = self._driven[number]
            before = out & dirs
            last = -1  # the pin that moved last: what it does in a row is told at once
            told: list[tuple[int, int]] = []
            for cycle, out, dirs in changes:
                levels = out & dirs
                moved = (before ^ levels) & self._heard
                before = levels
                while moved:
                    pin = (moved & -moved).bit_length() - 1
                    moved &= moved - 1
                    if pin != last:
                        if told:
                            self._outside.drive(last, told)
                        last, told = pin, []
                    told.append((cycle * 1000 // CYCLES_A_US, levels >> pin & 1))
            if told:
                self._outside.drive(last, told)
            self._driven[number] = out, dirs
