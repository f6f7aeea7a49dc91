"""What the instructions of a PIO machine do (RP2040 data sheet, section 3.4)."""

from marshrut.simulator.ends import RunEnds

from .machine import NEVER, Machine
from .shared import SPENT
from .words import (
    EMPTY,
    IN,
    IRQ,
    ISR,
    JMP,
    MASK,
    MOV,
    OSR,
    OUT,
    PINDIRS,
    PINS,
    PUSH_PULL,
    WAIT,
    X,
    Y,
    flag_of,
    reversed_bits,
    rotated,
)

NEXT, STALL = -1, -2  # what an instruction may say instead of a jump's target


def step(machine: Machine, levels: int) -> bool:
    """Begin the instruction at `now`, with these levels on the pins.

    Returns whether it stalls: it is tried again at the next tick.
    """
    budget = machine.budget
    budget.left -= 1
    if budget.left < 0:
        raise RunEnds(SPENT)
    latched = machine.latched
    word = latched if latched != EMPTY else machine.memory[machine.pc]
    delay = word >> 8 & 31
    if machine.side_count:
        delay = _side_set(machine, word, delay)
    target = _execute(machine, word, levels)
    machine.now += 1
    if target == STALL:
        return True
    if machine.executee == EMPTY:
        machine.now += delay
    machine.latched, machine.executee = machine.executee, EMPTY
    if target != NEXT:
        machine.pc = target
    elif latched == EMPTY:
        machine.pc = machine.after(machine.pc)
    return False


def stall_until(machine: Machine, tick: int) -> None:
    """Stand at the instruction that waits; its side-set comes all the same."""
    if machine.side_count and machine.now < tick:
        _side_set(machine, machine.next_instruction(), 0)
    machine.now = max(machine.now, tick)


def force(machine: Machine, word: int, levels: int) -> None:
    """The CPU wrote an instruction: it runs at once, and before all others until it no longer stalls."""
    if machine.side_count:
        _side_set(machine, word, 0)
    machine.pushing = False
    machine.waiting = EMPTY
    target = _execute(machine, word, levels)
    if target == STALL:
        machine.latched = word
    else:
        machine.latched, machine.executee = machine.executee, EMPTY
        if target != NEXT:
            machine.pc = target
    if machine.latched != EMPTY or target >= 0:
        machine.go_to(machine.pc)


def _execute(machine: Machine, word: int, levels: int) -> int:
    """Do what the instruction does; returns STALL, NEXT or a jump's target."""
    kind = word >> 13
    if machine.autopull and kind != OUT and machine.osr_count >= machine.pull_at and machine.tx:
        _refill(machine)
    if machine.pushing:
        return NEXT if _autopush(machine) else STALL
    if kind == JMP:
        return word & 31 if _condition(machine, word >> 5 & 7, levels) else NEXT
    if kind == WAIT:
        return NEXT if _waited(machine, word, levels) else STALL
    if kind == IN:
        return _in(machine, word >> 5 & 7, word & 31 or 32, levels)
    if kind == OUT:
        if machine.autopull and machine.osr_count >= machine.pull_at:
            if machine.tx:
                _refill(machine)
            return STALL
        return _out(machine, word >> 5 & 7, word & 31 or 32)
    if kind == PUSH_PULL:
        return _pull(machine, word) if word & 0x80 else _push(machine, word)
    if kind == MOV:
        return _mov(machine, word, levels)
    if kind == IRQ:
        return _irq(machine, word)
    destination, data = word >> 5 & 7, word & 31
    if destination == X:
        machine.x = data
    elif destination == Y:
        machine.y = data
    elif destination in (PINS, PINDIRS):
        _drive(machine, destination == PINDIRS, machine.set_base, machine.set_count, data)
    return NEXT


def _side_set(machine: Machine, word: int, field: int) -> int:
    """Put the side-set bits on their pins; returns what is left of the field for the delay."""
    delay = field & machine.delay_mask
    if machine.side_enable and not word >> 12 & 1:
        return delay
    values = machine.side_values
    _put(machine, machine.side_dirs, machine.side_mask, values[word >> 13 - machine.side_count & len(values) - 1])
    return delay


def _condition(machine: Machine, which: int, levels: int) -> bool:
    if which == 0:
        return True
    if which == 1:
        return machine.x == 0
    if which == 2:
        taken = machine.x != 0
        machine.x = machine.x - 1 & MASK
        return taken
    if which == 3:
        return machine.y == 0
    if which == 4:
        taken = machine.y != 0
        machine.y = machine.y - 1 & MASK
        return taken
    if which == 5:
        return machine.x != machine.y
    if which == 6:
        return bool(levels >> machine.jmp_pin & 1)
    return machine.osr_count < machine.pull_at


def _waited(machine: Machine, word: int, levels: int) -> bool:
    source, wanted = word >> 5 & 3, word >> 7 & 1
    if source == 2:
        flag = flag_of(word, machine.number)
        if machine.flags.up >> flag & 1 != wanted:
            return False
        if wanted:
            machine.flags.up &= ~(1 << flag)
        return True
    gpio = word & 31 if source == 0 else machine.in_base + (word & 31) & 31
    return levels >> gpio & 1 == wanted


def _read(machine: Machine, which: int, levels: int) -> int:
    if which == PINS:
        base = machine.in_base
        return (levels >> base | levels << 32 - base) & MASK
    return (0, machine.x, machine.y, 0, 0, 0, machine.isr, machine.osr)[which]


def _in(machine: Machine, source: int, count: int, levels: int) -> int:
    machine.isr = shifted_in(machine, source, count, levels)
    machine.isr_count = min(32, machine.isr_count + count)
    if machine.autopush and machine.isr_count >= machine.push_at and not _autopush(machine):
        return STALL
    return NEXT


def shifted_in(machine: Machine, source: int, count: int, levels: int) -> int:
    """What the ISR holds after so many bits."""
    value = _read(machine, source, levels) & (1 << count) - 1
    if count == 32:
        return value
    if machine.in_right:
        return machine.isr >> count | value << 32 - count
    return machine.isr << count & MASK | value


def _autopush(machine: Machine) -> bool:
    machine.pushing = len(machine.rx) >= machine.rx_words
    if not machine.pushing:
        _push_isr(machine)
    return not machine.pushing


def _push_isr(machine: Machine) -> None:
    machine.rx.append(machine.isr)
    machine.isr = machine.isr_count = 0


def _push(machine: Machine, word: int) -> int:
    if word & 0x40 and machine.isr_count < machine.push_at:
        return NEXT
    if len(machine.rx) < machine.rx_words:
        _push_isr(machine)
    elif word & 0x20:
        return STALL
    else:
        machine.isr = machine.isr_count = 0  # lost
    return NEXT


def _pull(machine: Machine, word: int) -> int:
    if (word & 0x40 and machine.osr_count < machine.pull_at) or (machine.autopull and machine.osr_count == 0):
        return NEXT
    if machine.tx:
        _refill(machine)
    elif word & 0x20:
        return STALL
    else:
        machine.osr, machine.osr_count = machine.x, 0
    return NEXT


def _refill(machine: Machine) -> None:
    machine.osr, machine.osr_count = machine.tx.pop(0), 0
    if machine.pulled == NEVER:
        machine.pulled = machine.cycle(machine.now)


def _out(machine: Machine, destination: int, count: int) -> int:
    if count == 32:
        value, machine.osr = machine.osr, 0
    elif machine.out_right:
        value, machine.osr = machine.osr & (1 << count) - 1, machine.osr >> count
    else:
        value, machine.osr = machine.osr >> 32 - count, machine.osr << count & MASK
    machine.osr_count = min(32, machine.osr_count + count)
    if machine.autopull and machine.osr_count >= machine.pull_at and machine.tx:
        _refill(machine)
    if destination == ISR:
        machine.isr, machine.isr_count = value, count
    elif destination == 5:
        return value & 31
    elif destination == 7:
        machine.executee = value & 0xFFFF
    else:
        _write(machine, destination, value)
    return NEXT


def _mov(machine: Machine, word: int, levels: int) -> int:
    source, destination, operation = word & 7, word >> 5 & 7, word >> 3 & 3
    if source == 5:
        level = len(machine.rx) if machine.status_of_rx else len(machine.tx)
        value = MASK if level < machine.status_words else 0
    else:
        value = _read(machine, source, levels)
    if operation == 1:
        value ^= MASK
    elif operation == 2:
        value = reversed_bits(value)
    if destination == ISR:
        machine.isr, machine.isr_count = value, 0
    elif destination == OSR:
        machine.osr, machine.osr_count = value, 0
    elif destination == 5:
        return value & 31
    elif destination == 4:
        machine.executee = value & 0xFFFF
    else:
        _write(machine, destination, value)
    return NEXT


def _write(machine: Machine, destination: int, value: int) -> None:
    if destination == X:
        machine.x = value
    elif destination == Y:
        machine.y = value
    elif destination in (PINS, PINDIRS):
        _drive(machine, destination == PINDIRS, machine.out_base, machine.out_count, value)


def _drive(machine: Machine, dirs: bool, base: int, count: int, value: int) -> None:
    """Set levels or directions of `count` pins from `base` up."""
    mask = (1 << count) - 1
    _put(machine, dirs, rotated(mask, base), rotated(value & mask, base))


def _put(machine: Machine, dirs: bool, mask: int, bits: int) -> None:
    pins = machine.pins
    if pins.followed is not None:
        pins.followed.append((machine.now, dirs, mask, bits))
    elif (pins.dirs if dirs else pins.out) & mask != bits:
        pins.put(machine.fine(machine.now), dirs, mask, bits)


def _irq(machine: Machine, word: int) -> int:
    flags, flag = machine.flags, flag_of(word, machine.number)
    if word & 0x40:
        flags.up &= ~(1 << flag)
        return NEXT
    if machine.waiting == EMPTY:
        flags.put_up(flag, machine.cycle(machine.now))
        if not word & 0x20:
            return NEXT
        machine.waiting = flag
        return STALL
    if flags.up >> flag & 1:
        return STALL
    machine.waiting = EMPTY
    return NEXT
