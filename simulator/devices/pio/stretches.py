"""What is known of a stretch of a program, and taking a machine through it at once."""

from collections.abc import Sequence
from typing import NamedTuple

from .forms import UNCHANGED, Changed, Condition, Form, Registers, value
from .machine import Machine
from .shared import Drive


class Stretch(NamedTuple):
    ticks: int
    conditions: tuple[Condition, ...]
    forms: tuple[Form, ...]
    control: tuple[int, ...]  # at its end
    pushes: tuple[Form, ...]
    drives: tuple[Drive, ...]
    loop: "Loop | None"  # it ends where it began
    steps: int  # instructions in it


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


# Ticks, what becomes of the registers, and the loop it leads to.
Quick = tuple[int, Changed, Loop]


def go(machine: Machine, stretch: Stretch) -> None:
    """Take the machine to the end of the stretch that begins where it stands."""
    drive(machine, stretch.drives, machine.now)
    take(machine, stretch.forms, stretch.pushes)
    _set_control(machine, stretch.control)
    machine.now += stretch.ticks


def take(machine: Machine, forms: Sequence[Form], pushes: Sequence[Form]) -> None:
    """Do to the registers and the FIFO what a path does."""
    before = registers(machine)
    for form in pushes:
        machine.rx.append(value(form, before))
    set_registers(machine, [value(form, before) for form in forms])


def drive(machine: Machine, drives: Sequence[Drive], begin: int) -> None:
    """Put on the pins what a path puts there that begins at that tick."""
    if not drives:
        return
    pins = machine.pins
    machine.budget.pay(len(drives))
    if pins.followed is not None:
        pins.followed += [(begin + tick, dirs, mask, bits) for tick, dirs, mask, bits in drives]
        return
    for tick, dirs, mask, bits in drives:
        pins.put(machine.fine(begin + tick), dirs, mask, bits)


def drive_turns(machine: Machine, loop: Loop, begin: int, turns: int) -> None:
    """The same for turns of a loop; where one turn changes nothing that is heard, no other does."""
    if not loop.drives:
        return
    pins = machine.pins
    begun: list[tuple[int, int]] = []
    for turn in range(turns):
        told = len(pins.changes)
        if pins.shared and turn:
            begun = [(share.high, share.moves) for share in pins.shares.values()]
        drive(machine, loop.drives, begin + turn * loop.ticks)
        if len(pins.changes) == told and (turn or not pins.shared):
            rest = turns - turn - 1
            for share, (high, moves) in zip(pins.shares.values(), begun, strict=True):
                share.repeat(
                    rest * (share.high - high), rest * (share.moves - moves), rest * loop.ticks * machine.div256
                )
            break


def stand(machine: Machine, loop: Loop, values: list[int]) -> None:
    """Put the machine at the beginning of a turn of the loop, with what its registers hold but for pinned ones."""
    for number, pinned in loop.pins.items():
        values[number] = pinned
    set_registers(machine, values)
    _set_control(machine, loop.control)


def registers(machine: Machine) -> Registers:
    return machine.x, machine.y, machine.isr, machine.osr


def set_registers(machine: Machine, values: Sequence[int]) -> None:
    machine.x, machine.y, machine.isr, machine.osr = values


def _set_control(machine: Machine, control: tuple[int, ...]) -> None:
    """Put the machine where it was when it told this control state; its FIFOs already are."""
    machine.pc, machine.isr_count, machine.osr_count, _, _, machine.latched, machine.waiting, pushing = control
    machine.pushing = bool(pushing)
