"""Instruction words of the RP2040's PIO (data sheet, section 3.4): the numbers in their fields."""

MASK = 0xFFFFFFFF
MEMORY_WORDS = 32
EMPTY = -1  # no word

JMP, WAIT, IN, OUT, PUSH_PULL, MOV, IRQ, SET = range(8)
# Sources and destinations that several instructions share.
PINS, X, Y, NULL, ISR, OSR = 0, 1, 2, 3, 6, 7
PINDIRS = 4


def flag_of(word: int, machine: int) -> int:
    """The IRQ flag that an instruction names; its bit 4 makes it relative to the machine of that number."""
    index = word & 7
    return index & 4 | (index + machine & 3) if word & 0x10 else index


def rotated(bits: int, by: int) -> int:
    """32 bits turned to the left, as the pins of a machine wrap round."""
    return (bits << by | bits >> 32 - by) & MASK


def reversed_bits(value: int) -> int:
    return int(f"{value:032b}"[::-1], 2)
