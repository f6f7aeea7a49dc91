"""A block of four state machines in time, which may notice each other by a flag or by a pin."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy

from .execution import stall_until, step
from .machine import Machine
from .shared import Budget, Edge, Flags, Pins
from .words import MEMORY_WORDS

MACHINES = 4
COPY_WORK = 10  # what a copy costs, in instructions
SYNC_CYCLES = 2  # an input passes two flip-flops before a program sees it

Runner = Callable[[Machine, int, Sequence[Edge]], None]


class Block:
    """Instruction memory, four machines, and what they share. `runner` takes one machine to a cycle through edges."""

    def __init__(self, runner: Runner | None = None, budget: Budget | None = None) -> None:
        self.budget = budget or Budget()
        self.memory = [0] * MEMORY_WORDS
        self.pins = Pins()
        self.flags = Flags()
        self.machines = tuple(
            Machine(number, self.memory, self.pins, self.flags, self.budget) for number in range(MACHINES)
        )
        self.cycle = 0
        self._late: list[Edge] = []  # edges that are still in the flip-flops
        self._runner = runner or plainly

    def load(self, offset: int, words: Iterable[int]) -> None:
        for number, word in enumerate(words):
            self.memory[offset + number & 31] = word
        self.forget()

    def forget(self) -> None:
        """A program, a configuration or the pins handed to the block have changed."""
        for machine in self.machines:
            machine.forget()

    def copied(self) -> "Block":
        """A block to try things on. What is known of its programs is shared; what it tells is its own."""
        self.budget.pay(COPY_WORK)
        other = copy(self)
        other.pins, other.flags = self.pins.copied(), self.flags.copied()
        other.machines = tuple(machine.copied() for machine in self.machines)
        for machine in other.machines:
            machine.pins, machine.flags = other.pins, other.flags
        other._late = list(self._late)
        return other

    def start(self, machine: Machine, on: bool) -> None:
        if on and not machine.enabled:
            machine.start = self.cycle
            machine.now = 0
            machine.outside = self.pins.outside
        machine.enabled = on

    def see(self, levels: int) -> None:
        """Levels outside that have long been there."""
        self.pins.outside = levels
        for machine in self.machines:
            machine.outside = levels

    def run(self, until: int, edges: Sequence[Edge] = (), only: Machine | None = None) -> None:
        """Go on to that cycle. `edges` from outside since the last call, in order of time, none after it.

        With `only`, the other machines may follow later, if they notice nothing of each other.
        """
        running = [machine for machine in self.machines if machine.enabled]
        pins = self.pins
        if not running:
            pins.outside = _after(_after(pins.outside, self._late), edges)
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
            _run_together(running, until, seen)
        else:
            for machine in running:
                machine.pending += seen
                if only is None or machine is only:
                    self._catch_up(machine, until)
        pins.outside = _after(pins.outside, seen)
        self.cycle = max(self.cycle, until)

    def _catch_up(self, machine: Machine, until: int) -> None:
        edges = machine.pending
        outside = _after(machine.outside, edges)
        looks = machine.reach().looks
        self._runner(machine, until, [edge for edge in edges if looks >> edge[1] & 1])
        machine.outside = outside
        machine.pending = []

    def _coupled(self, running: list[Machine]) -> bool:
        """Whether one of these machines may notice another: by a flag, or by a pin that the block drives."""
        flags = driven = looks = 0
        for machine in running:
            its = machine.reach()
            if its.flags & flags:
                return True
            flags |= its.flags
            driven |= its.drives
            looks |= its.looks
        return bool(self.pins.felt(driven) & looks)


def plainly(machine: Machine, until: int, edges: Sequence[Edge]) -> None:
    """Take a machine to that cycle, instruction by instruction."""
    for at, gpio, level in edges:
        _step_to(machine, at)
        machine.outside = machine.outside & ~(1 << gpio) | level << gpio
    _step_to(machine, until)


def _step_to(machine: Machine, cycle: int) -> None:
    end = machine.first_tick(cycle)
    while machine.now < end:
        step(machine, machine.levels())


def _run_together(running: list[Machine], until: int, edges: Sequence[Edge]) -> None:
    """Machines that may notice each other take turns, in order of time, then of number."""
    cycles = [machine.cycle(machine.now) for machine in running]
    for at, gpio, level in (*edges, (until, -1, 0)):
        while (first := min(cycles)) < at:
            number = cycles.index(first)
            machine = running[number]
            if step(machine, machine.levels()) and all(_stands(one) for one in running):
                for one in running:
                    stall_until(one, one.first_tick(at))
                cycles = [one.cycle(one.now) for one in running]
            else:
                cycles[number] = machine.cycle(machine.now)
        if gpio >= 0:
            for machine in running:
                machine.outside = machine.outside & ~(1 << gpio) | level << gpio


def _stands(machine: Machine) -> bool:
    """Whether it stalls until a pin moves or it is told."""
    return machine.stalled_until_told() or machine.waits(machine.levels())


def _after(levels: int, edges: Iterable[Edge]) -> int:
    for _, gpio, level in edges:
        levels = levels & ~(1 << gpio) | level << gpio
    return levels
