"""Learns what a stretch of a PIO program does: up to where it comes by again, or from one loop to the next."""

from collections.abc import Callable, Sequence

from .forms import UNCHANGED, Form, through, value
from .machine import Machine
from .path import Path
from .stretches import Hop, Loop, Stretch
from .words import MASK

LONGEST = 300  # instructions in a stretch or a hop
SHORTEST = 4  # that leads nowhere in particular and is quicker than plain steps


def follow(machine: Machine, levels: int) -> Stretch | None:
    """Learn the stretch that begins where the machine stands: up to where it comes by again, or cannot be followed."""
    path = Path(machine)
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
            growth, turned = _growth_of_turn(path)
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
    return marks[-1] if len(marks) > SHORTEST else None


def follow_part(machine: Machine, levels: int, ticks: int) -> Stretch:
    """Learn the way from here to the first instruction not before so many ticks."""
    path = Path(machine)
    while path.machine.now < ticks:
        path.step(levels)
    return path.mark()


def follow_hop(
    machine: Machine,
    loop: Loop,
    phase: int,
    levels: tuple[int, int],
    stretch_of: Callable[[Machine, int], Stretch | None],
) -> Hop | None:
    """Learn the way from the beginning of a turn of `loop` to the next settled loop; None where there is none to keep.

    The first of the levels are there up to `phase`, the others from then on; `stretch_of` knows what begins somewhere.
    """
    before, after = levels
    path = Path(machine)
    for number, pinned in loop.pins.items():
        path.forms[number] = (-1, 1, pinned)
    for _ in range(LONGEST):
        follower = path.machine
        settled = None
        if follower.now >= phase:
            stretch = None if follower.stalled_until_told() else stretch_of(follower, after)
            if stretch is not None and stretch.loop is not None and stretch.loop.settled:
                settled = stretch
        if settled is not None:
            for left, right, equal in settled.conditions:
                path.suppose(through(left, path.forms), through(right, path.forms), equal)
            assert settled.loop is not None
            return Hop(
                follower.now,
                tuple(path.conditions),
                tuple(path.forms),
                tuple(path.pushes),
                path.driven(),
                settled.loop,
            )
        if not path.step(before if follower.now < phase else after):
            break
    return None


def _home(marks: Sequence[Stretch], first: int) -> int:
    """Where a loop that begins at that mark is taken to begin: the same place, wherever one came into it."""
    return min(range(first, len(marks)), key=lambda number: marks[number].control)


def _growth_of_turn(path: Path) -> tuple[tuple[int, ...], bool]:
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
        equal = path.entry[number] == value(held, path.entry)
        path.suppose(UNCHANGED[number], held, equal)
        turned = turned and equal
    return tuple(growth), turned
