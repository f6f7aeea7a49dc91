"""The RP2040's two PIO blocks between a program and the robot's pins.

A program's request is the byte 4 and then operations, done one after another; numbers are little-endian. `machine` is 0
to 7, four to a block.

- 0, reset: all blocks are as after power-on.
- 1, load: block, offset, count, then as many words of 2 bytes.
- 2, configure: machine, address it starts at, then in 4 bytes each the clock divider, EXECCTRL, SHIFTCTRL, PINCTRL, and
  masks of the pins it takes, their directions and their levels. The machine stops and its FIFOs are emptied.
- 3, start: machine, 1 or 0.
- 4, restart: machine, address.
- 5, execute: machine, instruction (2), µs ago (2).
- 6, get: machine. The result is the next word. When there is none it brings a byte, and the result says after how many
  µs to ask again.
- 7, put: machine, word (4). When there is no room it brings a byte, and the result as above.
- 8, levels: machine. The result is the words in RX, and 256 times those in TX.
- 9, interrupts: block, mask of the flags 0 to 3 that interrupt.
- 10, get many: machine, count. Brings so many words of 4 bytes, or those that there are.

Blocks run only when somebody looks: their inputs' edges are kept until then. Phases of encoders are seen one step late,
as everywhere (see `encoders`).
"""

import struct
from collections.abc import Callable, Iterable, Iterator

from ..devices.pio import Block, Budget, Edge, Machine
from ..devices.pio_turns import Turns
from .buses import Transfer
from .contacts import Change
from .surroundings import Stretch

CYCLES_A_US = 125
BLOCKS = 2
FLAG_PIN = 32  # a flag that interrupts is watched like a pin: 32 for flag 0 of block 0, 36 for flag 0 of block 1
FLAGS = 4
GRACE_US = 1  # a word that comes within it is waited for

RESET, LOAD, CONFIGURE, START, RESTART, EXECUTE, GET, PUT, LEVELS, INTERRUPTS, GET_MANY = range(11)

Edges = Iterable[Change]


class Outside:
    """What the blocks need of the world, as functions.

    `level(pin, t_us)`; `phases(stretch)`, the changes of all encoders' lines in a step; `others(after_us, until_us)`,
    all other changes of inputs; `ahead()`, the step just taken and those to come; `drive(pin, level, t_ns)`.
    """

    def __init__(
        self,
        level: Callable[[int, int], int],
        phases: Callable[[Stretch], list[Change]],
        others: Callable[[int, int], list[Change]],
        ahead: Callable[[], Iterator[Stretch]],
        drive: Callable[[int, int, int], None],
    ) -> None:
        self.level = level
        self.phases = phases
        self.others = others
        self.ahead = ahead
        self.drive = drive


class PioPins:
    """Both blocks of a chip. `heard`: the pins to which something is connected that a block may drive."""

    def __init__(self, outside: Outside, heard: Iterable[int], step_us: int) -> None:
        self._outside = outside
        self._heard = sum(1 << pin for pin in heard)
        self._step_us = step_us
        self._operations: dict[int, Callable[[bytes, int, int], tuple[int, Transfer]]] = {
            RESET: self._reset,
            LOAD: self._load,
            CONFIGURE: self._configure,
            START: self._start,
            RESTART: self._restart,
            EXECUTE: self._execute,
            GET: self._get,
            PUT: self._put,
            LEVELS: self._levels,
            INTERRUPTS: self._interrupts,
            GET_MANY: self._get_many,
        }
        self.drives = False  # a machine that runs may move a pin that something hears
        self._loud = False
        self._began_us = 0
        self._foreseen: tuple[int, list[Change]] | None = None  # until when, and what
        self._foreseen_pins: frozenset[int] = frozenset()
        self.moving = 0  # the pins that a machine that runs may move
        self._budget = Budget()  # a reset brings no new one
        self._power_on(0)

    def _power_on(self, t_us: int) -> None:
        self._blocks = tuple(Block(Turns().run, self._budget) for _ in range(BLOCKS))
        for block in self._blocks:
            block.heard = self._heard
            block.heard_flags = 0  # they are foreseen
            block.cycle = t_us * CYCLES_A_US
        self._starts = [0] * (4 * BLOCKS)
        self._look()
        self._driven: list[tuple[int, int]] = [(0, 0)] * BLOCKS  # levels and directions that the world has been told
        self._began_us = self._fed_us = self._others_us = t_us
        self._queue: list[Change] = []  # edges that the blocks have not seen
        self._steps: list[Stretch] = []  # steps whose edges are not in the queue yet
        levels = sum(self._outside.level(pin, t_us) << pin for pin in range(30))
        for block in self._blocks:
            block.see(levels)
        first = next(iter(self._outside.ahead()))
        self._steps.append(first)
        self.touch()

    # What the world tells

    def keep(self, stretch: Stretch) -> None:
        """A step has been taken; its edges are to come."""
        self._steps.append(stretch)

    def put(self, pin: int, level: int, t_us: int) -> None:
        """The board itself put a level on a pin."""
        self.gather(t_us)
        self._queue.append((t_us, pin, level))
        self.touch()

    def touch(self) -> None:
        """Something was done that may change what is to come."""
        self._foreseen = None

    def gather(self, until_us: int) -> None:
        """Take note of the inputs that do not come with a step, before what they follow from is forgotten."""
        if until_us > self._others_us:
            self._queue += self._outside.others(self._others_us, until_us)
            self._others_us = until_us

    def level(self, pin: int, t_us: int) -> int | None:
        """The level that a block drives a pin to; None where none does."""
        for block in self._blocks:
            if block.owned >> pin & 1:
                self.run(t_us)
                if block.dirs >> pin & 1:
                    return block.out >> pin & 1
        return None

    def run(self, until_us: int, only: Machine | None = None) -> None:
        """Take all machines to that time, and tell the world what they drive; `only` one where that is enough."""
        if self._loud:
            only = None
        until_us = max(until_us, self._fed_us)
        edges = self._edges_until(until_us)
        self._fed_us = until_us
        for block in self._blocks:
            block.run(until_us * CYCLES_A_US, edges, only)
        if only is None:
            self._tell()

    def next_change(self, pins: Iterable[int], after_us: int, until_us: int) -> Change | None:
        """The first interrupt of these flags or change of these pins in after < t <= until, if nothing else is done."""
        wanted = frozenset(pins)
        if self._foreseen is None or self._foreseen[0] < until_us or not wanted <= self._foreseen_pins:
            self._foreseen = self._foresee(wanted, after_us, until_us)
            self._foreseen_pins = wanted
        return next((c for c in self._foreseen[1] if after_us < c[0] <= until_us and c[1] in wanted), None)

    # What a program asks

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        """Do all operations; ValueError for a payload that is none."""
        self._now_us = t_us
        at = 1
        answer = Transfer(0, b"", us)
        try:
            while at < len(payload):
                at, answer = self._operations[payload[at]](payload, at + 1, us)
        except (KeyError, IndexError, struct.error):
            raise ValueError("not a transfer") from None
        return answer

    def _reset(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        self._power_on(self._now_us)
        return at, Transfer(0, b"", us)

    def _load(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, offset, count = struct.unpack_from("<BBB", payload, at)
        words = struct.unpack_from(f"<{count}H", payload, at + 3)
        self._act()
        self._blocks[number].load(offset, words)
        return at + 3 + 2 * count, Transfer(0, b"", us)

    def _configure(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, pc, clkdiv, execctrl, shiftctrl, pinctrl, pins, dirs, levels = struct.unpack_from("<BB7I", payload, at)
        self._act()
        block, machine = self._machine(number)
        machine.enabled = False
        machine.restart()
        machine.configure(clkdiv, execctrl, shiftctrl, pinctrl)
        machine.pc = pc
        block.owned |= pins
        block.dirs = block.dirs & ~pins | dirs
        block.out = block.out & ~pins | levels
        block.forget()
        self._tell()
        self._look()
        return at + 30, Transfer(0, b"", us)

    def _start(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, on = struct.unpack_from("<BB", payload, at)
        self._act()
        block, machine = self._machine(number)
        block.start(machine, bool(on))
        self._look()
        return at + 2, Transfer(0, b"", us)

    def _restart(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, pc = struct.unpack_from("<BB", payload, at)
        self._act()
        block, machine = self._machine(number)
        machine.restart()
        machine.pc = pc & 31
        machine.now = max(machine.now, machine.first_tick(block.cycle))
        block.elsewhere(machine)
        self._look()
        return at + 2, Transfer(0, b"", us)

    def _execute(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, word, ago_us = struct.unpack_from("<BHH", payload, at)
        _, machine = self._machine(number)
        self.run(self._now_us - ago_us, machine)
        self.touch()
        machine.force(word, machine.levels())
        self._tell()
        self._look()
        return at + 5, Transfer(0, b"", us)

    def _get(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number = payload[at]
        words, us = self._take(number, 1, us)
        if not words:
            return at + 1, Transfer(self._wait_us(number, lambda one: bool(one.rx)), b"\0", us)
        return at + 1, Transfer(words[0] - (1 << 32) if words[0] >> 31 else words[0], b"", us)

    def _get_many(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, count = struct.unpack_from("<BB", payload, at)
        words, us = self._take(number, count, us)
        return at + 2, Transfer(len(words), struct.pack(f"<{len(words)}I", *words), us)

    def _take(self, number: int, count: int, us: int) -> tuple[list[int], int]:
        """Up to so many words from the FIFO, and how long it takes."""
        _, machine = self._machine(number)
        self.run(self._now_us, machine)
        self.touch()
        words: list[int] = []
        while len(words) < count:
            if not machine.rx:
                us = max(us, GRACE_US)
                self.run(self._now_us + GRACE_US, machine)
                if not machine.rx:
                    break
            words.append(machine.rx.pop(0))
        return words, us

    def _put(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, word = struct.unpack_from("<BI", payload, at)
        self._act()
        _, machine = self._machine(number)
        if len(machine.tx) < machine.tx_words:
            machine.put(word)
            return at + 5, Transfer(0, b"", us)
        wait_us = self._wait_us(number, lambda one: len(one.tx) < one.tx_words)
        return at + 5, Transfer(wait_us, b"\0", us)

    def _levels(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        _, machine = self._machine(payload[at])
        self.run(self._now_us, machine)
        return at + 1, Transfer(len(machine.rx) | len(machine.tx) << 8, b"", us)

    def _interrupts(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, mask = struct.unpack_from("<BB", payload, at)
        self._act()
        block = self._blocks[number]
        block.enabled_irqs = mask
        block.flags &= ~mask  # what has waited interrupts at once, and is gone
        self._look()
        return at + 2, Transfer(0, b"", us)

    # Inside

    def _look(self) -> None:
        """Find out whether a machine that runs may move a pin that something hears, or interrupt."""
        self.moving = 0
        for block in self._blocks:
            for machine in block.machines:
                if machine.enabled:
                    self.moving |= block.reach(machine).drives & block.owned
        self.drives = bool(self.moving & self._heard)
        self._loud = self.drives or any(block.enabled_irqs for block in self._blocks)

    def _act(self) -> None:
        self.run(self._now_us)
        self.touch()

    def _machine(self, number: int) -> tuple[Block, Machine]:
        block = self._blocks[number >> 2]
        return block, block.machines[number & 3]

    def _edges_until(self, until_us: int) -> list[Edge]:
        """Take the edges up to then out of the queue, in order, as the blocks want them."""
        self.gather(until_us)
        queue = self._queue
        if self._steps:
            for stretch in self._steps:
                queue += self._outside.phases(stretch)
            self._steps.clear()
        queue.sort()
        count = 0
        for change in queue:
            if change[0] > until_us:
                break
            count += 1
        began_us = self._began_us
        edges = [(at * CYCLES_A_US, pin, level) for at, pin, level in queue[:count] if at > began_us]
        del queue[:count]
        return edges

    def _tell(self) -> None:
        """Tell the world what has changed on the pins that the blocks drive."""
        for number, block in enumerate(self._blocks):
            now = (block.out, block.dirs & block.owned)
            if not block.changes and now == self._driven[number]:
                continue
            changes = sorted(block.changes)
            block.changes.clear()
            changes.append((block.cycle, *now))
            out, dirs = self._driven[number]
            for cycle, new_out, new_dirs in changes:
                moved = (out & dirs ^ new_out & new_dirs) & self._heard
                while moved:
                    pin = (moved & -moved).bit_length() - 1
                    moved &= moved - 1
                    self._outside.drive(pin, (new_out & new_dirs) >> pin & 1, cycle * 1000 // CYCLES_A_US)
                out, dirs = new_out, new_dirs
            self._driven[number] = out, dirs

    def _wait_us(self, number: int, ready: Callable[[Machine], bool]) -> int:
        """How long until the machine is ready, as far as the step's edges are known; else until the next step."""
        self.run(self._now_us)
        known_us = self._fed_us - self._fed_us % self._step_us + self._step_us
        low, high = self._fed_us, known_us
        if not ready(self._ahead(number, high)):
            return max(1, known_us - self._now_us)
        while high - low > 1:
            middle = (low + high) // 2
            if ready(self._ahead(number, middle)):
                high = middle
            else:
                low = middle
        return max(1, high - self._now_us)

    def _ahead(self, number: int, until_us: int) -> Machine:
        """The machine as it will be at that time, within the step whose edges are known."""
        block = self._blocks[number >> 2].copied()
        changes = sorted([c for c in self._known() if c[0] <= until_us])
        block.run(until_us * CYCLES_A_US, [(at * CYCLES_A_US, pin, level) for at, pin, level in changes])
        return block.machines[number & 3]

    def _known(self) -> list[Change]:
        """Edges that are in the queue or belong there, and those that others foresee in this step."""
        known = list(self._queue)
        for stretch in self._steps:
            known += self._outside.phases(stretch)
        end_us = self._fed_us - self._fed_us % self._step_us + self._step_us
        known += self._outside.others(self._others_us, end_us)
        return [change for change in known if change[0] > self._began_us]

    def _foresee(self, wanted: frozenset[int], after_us: int, until_us: int) -> tuple[int, list[Change]]:
        """Run copies of the blocks, step after step, to the first interrupt that is wanted or to `until_us`."""
        blocks = [block.copied() for block in self._blocks]
        heard = self.moving & sum(1 << pin for pin in wanted)
        for block in blocks:
            block.heard, block.heard_flags = heard, (1 << FLAGS) - 1
        pending = list(self._queue)
        for stretch in self._steps:
            pending += self._outside.phases(stretch)
        seen_us = self._others_us
        found: list[Change] = []
        first = True
        for t_us, before, state in self._outside.ahead():
            end_us = min(t_us + self._step_us, until_us)
            if not first:
                pending += self._outside.phases((t_us, before, state))
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
        edges = [(at * CYCLES_A_US, pin, level) for at, pin, level in pending if self._began_us < at <= end_us]
        pending[:] = [change for change in pending if change[0] > end_us]
        moved: list[Change] = []
        raised: set[tuple[int, int]] = set()  # a flag that is raised often within a µs interrupts once
        for number, block in enumerate(blocks):
            before = block.out & block.dirs & block.owned
            block.run(end_us * CYCLES_A_US, edges)
            moved += _moves(before, block)
            raised |= {(-(-cycle // CYCLES_A_US), FLAG_PIN + FLAGS * number + flag) for cycle, flag in block.raised}
            block.raised.clear()
        found: list[Change] = []
        last_us = 0
        for at_us, pin in sorted(raised):
            last_us = max(at_us, last_us + 1)  # the one that is first is told first
            found.append((last_us, pin, 1))
        return sorted(found + moved)


def _moves(before: int, block: Block) -> list[Change]:
    """The changes of level of the pins that are heard, as somebody sees them who looks once a µs; they are taken."""
    if not block.changes:
        return []
    last = {cycle // CYCLES_A_US + 1: out & dirs for cycle, out, dirs in sorted(block.changes)}
    block.changes.clear()
    found: list[Change] = []
    for at_us, levels in last.items():
        moved = (before ^ levels) & block.heard
        before = levels
        while moved:
            pin = (moved & -moved).bit_length() - 1
            moved &= moved - 1
            found.append((at_us, pin, levels >> pin & 1))
    return found
