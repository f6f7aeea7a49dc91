"""Words of PIO programs against the RP2040 data sheet, section 3.4: the fields of each instruction, written out."""

import pytest
from marshrut.simulator.board._pio_assembler import PIOASMError, asm_pio, asm_pio_encode

from .pio_programs import OUT_LOW, pwm, quadrature_table, square, ws2812

# Text of an instruction; then opcode (bits 15-13), delay or side-set (12-8), and the two fields of bits 7-5 and 4-0.
KNOWN = [
    ("wait(1, gpio, 25)", 0b001, 0, 0b100, 25),
    ("wait(0, pin, 3)", 0b001, 0, 0b001, 3),
    ("wait(1, irq, 5)", 0b001, 0, 0b110, 5),
    ("wait(0, irq, rel(2))", 0b001, 0, 0b010, 0b10010),
    ("in_(pins, 2)", 0b010, 0, 0b000, 2),
    ("in_(x, 32)", 0b010, 0, 0b001, 0),
    ("in_(y, 31)[31]", 0b010, 31, 0b010, 31),
    ("in_(null, 1)", 0b010, 0, 0b011, 1),
    ("in_(isr, 7)", 0b010, 0, 0b110, 7),
    ("in_(osr, 8)", 0b010, 0, 0b111, 8),
    ("out(pins, 1)", 0b011, 0, 0b000, 1),
    ("out(x, 32)", 0b011, 0, 0b001, 0),
    ("out(y, 5)", 0b011, 0, 0b010, 5),
    ("out(null, 24)", 0b011, 0, 0b011, 24),
    ("out(pindirs, 2)", 0b011, 0, 0b100, 2),
    ("out(pc, 5)", 0b011, 0, 0b101, 5),
    ("out(isr, 2)", 0b011, 0, 0b110, 2),
    ("out(exec, 16)", 0b011, 0, 0b111, 16),
    ("push()", 0b100, 0, 0b001, 0),
    ("push(block)", 0b100, 0, 0b001, 0),
    ("push(noblock)", 0b100, 0, 0b000, 0),
    ("push(iffull)", 0b100, 0, 0b011, 0),
    ("push(iffull, noblock)", 0b100, 0, 0b010, 0),
    ("pull()", 0b100, 0, 0b101, 0),
    ("pull(noblock)", 0b100, 0, 0b100, 0),
    ("pull(ifempty)", 0b100, 0, 0b111, 0),
    ("pull(ifempty, noblock)", 0b100, 0, 0b110, 0),
    ("nop()", 0b101, 0, 0b010, 0b00010),
    ("mov(pins, x)", 0b101, 0, 0b000, 0b00001),
    ("mov(x, invert(null))", 0b101, 0, 0b001, 0b01011),
    ("mov(y, reverse(x))", 0b101, 0, 0b010, 0b10001),
    ("mov(exec, osr)", 0b101, 0, 0b100, 0b00111),
    ("mov(pc, isr)", 0b101, 0, 0b101, 0b00110),
    ("mov(isr, pins)", 0b101, 0, 0b110, 0b00000),
    ("mov(osr, status)", 0b101, 0, 0b111, 0b00101),
    ("irq(4)", 0b110, 0, 0b000, 4),
    ("irq(block, 1)", 0b110, 0, 0b001, 1),
    ("irq(clear, 7)", 0b110, 0, 0b010, 7),
    ("irq(rel(0))", 0b110, 0, 0b000, 0b10000),
    ("irq(block, rel(3))", 0b110, 0, 0b001, 0b10011),
    ("set(pins, 1)[12]", 0b111, 12, 0b000, 1),
    ("set(x, 31)", 0b111, 0, 0b001, 31),
    ("set(y, 5)", 0b111, 0, 0b010, 5),
    ("set(pindirs, 3)", 0b111, 0, 0b100, 3),
]


@pytest.mark.parametrize(("text", "opcode", "delay", "high", "low"), KNOWN, ids=[row[0] for row in KNOWN])
def test_an_instruction_has_the_data_sheets_fields(text: str, opcode: int, delay: int, high: int, low: int) -> None:
    assert asm_pio_encode(text, 0) == opcode << 13 | delay << 8 | high << 5 | low


def test_side_set_takes_its_bits_from_the_delay() -> None:
    assert asm_pio_encode("nop().side(1)", 1) == 0xA042 | 1 << 12
    assert asm_pio_encode("nop().side(1)[3]", 1) == 0xA042 | 1 << 12 | 3 << 8
    assert asm_pio_encode("nop().side(2)[7]", 2) == 0xA042 | 2 << 11 | 7 << 8
    # one of two bits says whether there is a side-set at all
    assert asm_pio_encode("nop().side(1)[7]", 2, True) == 0xA042 | 1 << 12 | 1 << 11 | 7 << 8


def test_jumps_go_to_labels_under_their_conditions() -> None:
    @asm_pio()
    def program() -> None:
        label("top")  # noqa: F821
        jmp("end")  # noqa: F821
        jmp(not_x, "top")  # noqa: F821
        jmp(x_dec, "top")  # noqa: F821
        jmp(not_y, "end")  # noqa: F821
        jmp(y_dec, "top")  # noqa: F821
        jmp(x_not_y, "end")  # noqa: F821
        jmp(pin, "top")  # noqa: F821
        label("end")  # noqa: F821
        jmp(not_osre, "end")[4]  # noqa: F821
        word(0x8000)  # noqa: F821

    assert list(program[0]) == [7, 0x20, 0x40, 0x60 | 7, 0x80, 0xA0 | 7, 0xC0, 0xE0 | 7 | 4 << 8, 0x8000]


def test_a_program_says_where_it_wraps_and_how_it_shifts() -> None:
    data, *offsets, execctrl, shiftctrl, out_pins, set_pins, side_pins = quadrature_table
    assert len(data) == 32
    assert offsets == [-1, -1]
    assert (execctrl >> 7 & 31, execctrl >> 12 & 31) == (17, 24)
    assert shiftctrl == 1 << 19
    assert (out_pins, set_pins, side_pins) == (None, None, None)
    assert square[6] == OUT_LOW
    assert ws2812[4] == 1 << 17 | 24 << 25
    assert ws2812[3] >> 30 & 1 == 0, "every instruction has a side-set"
    assert pwm[3] >> 30 & 1 == 1, "not every one has"
    assert pwm[0][0] == 0x8080 | 1 << 12
    assert pwm[0][4] == 0xA042 | 1 << 12 | 1 << 11
    assert pwm[0][1] == 0xA000 | 1 << 5 | 7


def test_a_programs_names_are_there_again_after_assembly() -> None:
    before = set(globals())

    @asm_pio()
    def program() -> None:
        nop()  # noqa: F821

    assert set(globals()) == before


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("in_(pins, 33)", "invalid bit count 33"),
        ("out(x, 0)", "invalid bit count 0"),
        ("nop()[32]", "delay too large"),
        ("nop().side(1)", "no sideset"),
        ("nop(); nop()", "expecting exactly 1 instruction"),
    ],
)
def test_what_cannot_be_assembled_is_refused(text: str, what: str) -> None:
    with pytest.raises(PIOASMError, match=what):
        asm_pio_encode(text, 0)


def test_a_label_is_known_and_unique() -> None:
    with pytest.raises(PIOASMError, match="unknown label far"):

        @asm_pio()
        def astray() -> None:
            jmp("far")  # noqa: F821

    with pytest.raises(PIOASMError, match="duplicate label here"):

        @asm_pio()
        def twice() -> None:
            label("here")  # noqa: F821
            label("here")  # noqa: F821
