"""The PIO's machines: what programs do on them, and that leaping over turns changes nothing."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marshrut.simulator.devices.pio import turns
from marshrut.simulator.devices.pio.block import Block
from marshrut.simulator.devices.pio.execution import force
from marshrut.simulator.devices.pio.machine import Machine
from marshrut.simulator.devices.pio.turns import Turns
from marshrut.simulator.devices.pio.words import MASK

from .pio_programs import INPUT_PROGRAMS, echo, pwm, quadrature_table, square, width, ws2812

Edges = list[tuple[int, int, int]]
FULL_SPEED = 1 << 16


def block_with(
    program: Sequence, clkdiv: int = FULL_SPEED, base: int = 2, leaping: bool = True, number: int = 0
) -> tuple[Block, Machine]:
    """A block whose machine runs the program from its first word, all pins of a kind from `base` up."""
    block = Block(Turns().run if leaping else None)
    machine = block.machines[number]
    data, _, _, execctrl, shiftctrl, out_pins, set_pins, side_pins = program
    block.load(0, data)
    counts = [
        len(pins) if isinstance(pins, tuple) else int(pins is not None) for pins in (out_pins, set_pins, side_pins)
    ]
    side_count = counts[2] + (execctrl >> 30 & 1)
    pinctrl = base | base << 5 | base << 10 | base << 15 | counts[0] << 20 | counts[1] << 26 | side_count << 29
    machine.configure(clkdiv, execctrl | base << 24, shiftctrl, pinctrl)
    block.pins.owned = sum((1 << count) - 1 << base for count in counts) & MASK
    block.pins.dirs = block.pins.owned
    block.start(machine, True)
    return block, machine


def quadrature(counts: Sequence[int], gap: int) -> Edges:
    """Edges of two phases on pins 2 and 3 for a wheel that is at each of these counts in turn."""
    phases = (0b00, 0b01, 0b11, 0b10)
    edges, at, now = [], 1000, 0
    for count in counts:
        while now != count:
            before = phases[now & 3]
            now += 1 if count > now else -1
            changed = before ^ phases[now & 3]
            gpio = 2 if changed == 1 else 3
            edges.append((at, gpio, phases[now & 3] >> gpio - 2 & 1))
            at += gap
    return edges


@pytest.mark.parametrize("leaping", [False, True])
@pytest.mark.parametrize("gap", [25, 40, 333])
def test_a_table_decoder_counts_every_edge(leaping: bool, gap: int) -> None:
    block, machine = block_with(quadrature_table, leaping=leaping)
    edges = quadrature([9, -7, 30, 30, 2], gap)
    # the phases begin at 00, X at 0
    block.run(edges[-1][0] + 1000, edges)
    assert abs(machine.x if machine.x < 1 << 31 else machine.x - (1 << 32)) == 2


def test_ten_seconds_of_standing_still_are_no_work() -> None:
    block, machine = block_with(quadrature_table)
    block.run(10 * 125_000_000)
    block.run(10 * 125_000_000 + 200, [(10 * 125_000_000 + 5, 2, 1)])
    assert machine.x in (1, MASK)


@pytest.mark.parametrize("leaping", [False, True])
def test_a_width_is_measured_to_two_cycles(leaping: bool) -> None:
    block, machine = block_with(width, leaping=leaping)
    block.run(20_000, [(100, 2, 0), (5000, 2, 1), (11_000, 2, 0)])
    assert len(machine.rx) == 1
    assert abs(2 * machine.rx[0] - 6000) <= 4


def test_a_long_width_is_counted_at_once() -> None:
    block, machine = block_with(width)
    block.run(2_000_001_000, [(500, 2, 1), (2_000_000_500, 2, 0)])
    assert abs(2 * machine.rx[0] - 2_000_000_000) <= 4


@pytest.mark.parametrize("divider", [1, 4, 125])
def test_a_square_wave_has_the_period_of_its_instructions(divider: int) -> None:
    block, _ = block_with(square, clkdiv=divider << 16)
    block.run(64 * divider * 5)
    assert [out >> 2 & 1 for _, out, _ in block.pins.changes] == [1, 0] * 5
    assert [at for at, _, _ in block.pins.changes] == [32 * divider * n for n in range(10)]


def test_a_fraction_of_a_divider_is_kept_over_time() -> None:
    block, _ = block_with(square, clkdiv=2 << 16 | 128 << 8)
    block.run(160 * 1000)
    rising = [at for at, out, _ in block.pins.changes if out]
    assert len(rising) == 1000
    assert rising[-1] == 160 * 999


def test_a_duty_from_the_fifo_is_on_for_its_share() -> None:
    block, machine = block_with(pwm)
    machine.isr = 100  # the period in turns of three cycles
    machine.put(25)
    block.run(3000)
    on, at_on, level = 0, 0, 0
    for at, out, _ in block.pins.changes:
        if out >> 2 & 1 and not level:
            at_on, level = at, 1
        elif not out >> 2 & 1 and level:
            on, level = on + at - at_on, 0
    assert on / 3000 == pytest.approx(0.25, abs=0.02)


def test_a_lamp_program_sends_bits_as_pulses_of_two_lengths() -> None:
    block, machine = block_with(ws2812, clkdiv=int(125 / 8 * 65536) & ~0xFF)  # 8 MHz: ten cycles a bit
    machine.put(0xA50F00 << 8)
    block.run(60_000)
    rising = [at for at, out, _ in block.pins.changes if out]
    falling = [at for at, out, _ in block.pins.changes if not out]
    bits = "".join("1" if fall - rise > 60 else "0" for rise, fall in zip(rising, falling, strict=True))
    assert bits == f"{0xA50F00:024b}"
    assert all(abs(b - a - 156) <= 1 for a, b in pairwise(rising))


def test_data_that_do_not_come_again_cost_what_their_steps_do() -> None:
    """A hundred frames of sixteen lamps: nothing that is learned of one word's bits is true of the next."""
    block, machine = block_with(ws2812, clkdiv=int(125 / 8 * 65536) & ~0xFF)
    random = Random(7)
    before = block.budget.left
    for _ in range(100 * 16):
        machine.put(random.getrandbits(24) << 8)
        block.run(block.cycle + 30 * 125)
        block.pins.changes.clear()
    assert before - block.budget.left < 100 * 16 * 24 * 5


def test_a_machine_that_reads_the_pin_that_it_drives_sees_what_it_does() -> None:
    for leaping in (False, True):
        block, machine = block_with(echo, leaping=leaping)
        block.run(1000)
        assert machine.rx == [1, 0, 1, 0]


@pytest.mark.parametrize("leaping", [False, True])
def test_a_wire_joins_the_pins_that_machines_drive_and_read(leaping: bool) -> None:
    block, _ = block_with(square, clkdiv=100 << 16, leaping=leaping)
    block.pins.wires = ((2, 9),)
    reading = block.machines[1]
    assert reading.levels() >> 9 & 1 == 0
    block.run(110, [(50, 9, 1)])  # what else drives the wire is not read against what the block drives
    assert reading.levels() >> 9 & 1 == reading.levels() >> 2 & 1 == 1
    block.run(3300)
    assert reading.levels() >> 9 & 1 == reading.levels() >> 2 & 1 == 0


def test_a_full_fifo_makes_a_program_wait_and_none_is_lost() -> None:
    block, machine = block_with(INPUT_PROGRAMS["samples"])
    block.run(100_000)
    assert machine.rx == [0] * 4
    assert machine.pushing
    machine.rx.pop(0)
    block.see(0b1100)
    block.run(100_010)
    assert machine.rx == [0] * 4
    machine.rx.clear()
    block.run(100_010 + 16 * 8 + 4)
    assert machine.rx == [MASK]


def test_joined_fifos_are_twice_as_deep_and_the_other_one_gone() -> None:
    block, machine = block_with(INPUT_PROGRAMS["two_pins"])
    clkdiv, execctrl, shiftctrl, pinctrl = machine.registers
    machine.configure(clkdiv, execctrl, shiftctrl | 1 << 31, pinctrl)
    block.forget()
    block.run(1000)
    assert len(machine.rx) == 8
    machine.put(1)
    assert machine.tx == []


def test_a_flag_interrupts_and_is_cleared() -> None:
    block, _ = block_with(INPUT_PROGRAMS["changes"], number=2)
    block.flags.enabled = 0b0100
    block.run(5000, [(1000, 2, 1), (3000, 3, 1)])
    assert [flag for _, flag in block.flags.raised] == [2, 2]
    assert all(0 < at - edge < 20 for (at, _), edge in zip(block.flags.raised, (1000, 3000), strict=True))
    assert block.flags.up == 0


def test_machines_that_share_a_flag_take_turns() -> None:
    """One machine waits for a flag that the other raises 100 cycles later, and clears it."""
    block = Block(Turns().run)
    block.load(0, [0xE020 | 7, 0xA042 | 31 << 8, 0xA042 | 31 << 8, 0xA042 | 31 << 8, 0xC004, 0x0005])  # set x; irq 4
    block.load(8, [0x20C4, 0xE045, 0x000A])  # wait 1 irq 4; set y, 5; stop
    first, second = block.machines[:2]
    first.configure(1 << 16, 31 << 12, 0, 0)
    second.configure(1 << 16, 31 << 12, 0, 0)
    second.pc = 8
    block.start(first, True)
    block.start(second, True)
    block.run(96)
    assert (second.y, second.pc) == (0, 8)
    block.run(110)
    assert (second.y, second.pc, block.flags.up) == (5, 10, 0)


def test_an_instruction_of_the_cpu_runs_at_once() -> None:
    _, machine = block_with(quadrature_table)
    machine.x = 77
    force(machine, 0xA0C1, 0)  # mov(isr, x)
    force(machine, 0x8020, 0)  # push()
    assert machine.rx == [77]
    assert machine.pc == 0
    machine.rx[:] = [1, 2, 3, 4]
    force(machine, 0x8020, 0)
    assert machine.latched == 0x8020


gaps = st.lists(
    st.one_of(st.integers(1, 12), st.integers(13, 80), st.integers(200, 3000)).flatmap(
        lambda gap: st.tuples(st.just(gap), st.integers(2, 3))
    ),
    max_size=60,
)


credits = st.sampled_from([turns.CREDIT, 300, 0])  # what may be learned before plain steps are due


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(sorted(INPUT_PROGRAMS)),
    clkdiv=st.sampled_from([1 << 16, 2 << 16, 3 << 16 | 77 << 8, 40 << 16]),
    steps=gaps,
    takes=st.lists(st.integers(0, 60), max_size=8),
    irq=st.booleans(),
    credit=credits,
)
def test_leaps_do_what_single_steps_do(
    name: str, clkdiv: int, steps: list[tuple[int, int]], takes: list[int], irq: bool, credit: int
) -> None:
    """Random edges, and a reader who takes words now and then: the same state of the machine at every look."""
    with patch.object(turns, "CREDIT", credit):
        in_leaps_as_in_steps(name, clkdiv, steps, takes, irq)


def in_leaps_as_in_steps(name: str, clkdiv: int, steps: list[tuple[int, int]], takes: list[int], irq: bool) -> None:
    plain, plain_machine = block_with(INPUT_PROGRAMS[name], clkdiv, leaping=False)
    leaping, leaping_machine = block_with(INPUT_PROGRAMS[name], clkdiv)
    plain.flags.enabled = leaping.flags.enabled = 15 if irq else 0
    level = {2: 0, 3: 0}
    at = 50
    waiting: Edges = []
    for number, (gap, gpio) in enumerate(steps):
        at += gap
        level[gpio] ^= 1
        waiting.append((at, gpio, level[gpio]))
        if number in takes or number == len(steps) - 1:
            until = at + gap // 2
            for block in (plain, leaping):
                block.run(until, waiting)
            waiting = []
            assert state(leaping_machine) == state(plain_machine)
            assert (leaping.flags.raised, leaping.flags.up) == (plain.flags.raised, plain.flags.up)
            if number % 2:
                for machine in (plain_machine, leaping_machine):
                    del machine.rx[:1]


@settings(max_examples=120, deadline=None)
@given(
    program=st.sampled_from([square, pwm, ws2812]),
    clkdiv=st.sampled_from([1 << 16, 3 << 16 | 77 << 8, 40 << 16]),
    looks=st.lists(st.integers(1, 9000), min_size=1, max_size=6),
    words=st.lists(st.integers(0, MASK), max_size=4),
    heard=st.sampled_from([0, MASK]),
    shared=st.sampled_from([0, MASK]),
    credit=credits,
)
def test_pins_are_driven_the_same_in_leaps(
    program: Sequence, clkdiv: int, looks: list[int], words: list[int], heard: int, shared: int, credit: int
) -> None:
    """At every look the same levels; the same changes where somebody hears them, and the same time of being high."""
    with patch.object(turns, "CREDIT", credit):
        driven_in_leaps_as_in_steps(program, clkdiv, looks, words, heard, shared)


def driven_in_leaps_as_in_steps(
    program: Sequence, clkdiv: int, looks: list[int], words: list[int], heard: int, shared: int
) -> None:
    plain, first = block_with(program, clkdiv, leaping=False)
    leaping, second = block_with(program, clkdiv)
    for block, machine in ((plain, first), (leaping, second)):
        block.pins.heard = heard
        block.pins.share(shared)
        machine.isr = 50
        for word in words:
            machine.put(word)
    until = 0
    for look in looks:
        until += look
        for block in (plain, leaping):
            block.run(until)
        assert (leaping.pins.out, leaping.pins.dirs) == (plain.pins.out, plain.pins.dirs)
        assert leaping.pins.changes == plain.pins.changes
        assert shares(leaping) == shares(plain)


@pytest.mark.parametrize("shared", [0, MASK])
def test_a_fast_wave_that_nobody_hears_costs_next_to_nothing(shared: int) -> None:
    block, _ = block_with(square)
    block.pins.heard = 0
    block.pins.share(shared)
    before = block.budget.left
    block.run(10 * 125_000_000 + 5)
    assert block.pins.out >> 2 & 1 == 1 - (10 * 125_000_000 + 5) // 32 % 2
    assert before - block.budget.left < 500


def shares(block: Block) -> list[tuple[int, int]]:
    """How often each pin moved, and for how long it was high, in 256ths of a cycle."""
    return [(share.moves, share.high_until(block.cycle << 8)) for share in block.pins.shares.values()]


def state(machine: Machine) -> tuple:
    """What is left to do is told from the tick on which the next instruction begins, unless the machine waits."""
    waits = machine.stalled_until_told() or machine.waits(machine.levels())
    return (
        *machine.control(), tuple(machine.rx), machine.x, machine.y, machine.isr, machine.osr,
        None if waits else machine.now,
    )  # fmt: skip
