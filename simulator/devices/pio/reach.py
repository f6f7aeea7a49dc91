"""What a PIO machine's program may touch, from where the machine stands."""

from collections.abc import Sequence
from typing import NamedTuple

from .configuration import Configuration
from .words import EMPTY, IN, IRQ, JMP, MASK, MEMORY_WORDS, MOV, OUT, PINDIRS, PINS, SET, WAIT, flag_of, rotated


class Reach(NamedTuple):
    """Masks: pins it reads, pins it drives, flags it waits for or changes."""

    looks: int
    drives: int
    flags: int


def reach(configuration: Configuration, memory: Sequence[int], machine: int, pc: int, latched: int) -> Reach:
    """Look through every instruction that the machine of that number can come to from `pc`; `latched` comes before."""
    looks = flags = 0
    drives = rotated((1 << configuration.side_count - configuration.side_enable) - 1, configuration.side_base)
    seen: set[int] = set()
    ahead = [pc]
    words = [latched] if latched != EMPTY else []
    while ahead or words:
        if words:
            word, following = words.pop(), pc
        else:
            at = ahead.pop()
            if at in seen:
                continue
            seen.add(at)
            word, following = memory[at], configuration.after(at)
        ahead.append(following)
        kind, field, low = word >> 13, word >> 5 & 7, word & 31
        if kind == JMP:
            ahead.append(low)
            looks |= 1 << configuration.jmp_pin if field == 6 else 0
        elif kind == WAIT:
            if field & 3 == 2:
                flags |= 1 << flag_of(word, machine)
            else:
                looks |= 1 << (low if field & 3 == 0 else configuration.in_base + low & 31)
        elif kind == IN and field == PINS:
            looks |= rotated((1 << (low or 32)) - 1, configuration.in_base)
        elif kind == MOV and word & 7 == PINS:
            looks = MASK
        elif kind == IRQ:
            flags |= 1 << flag_of(word, machine)
        if kind in (OUT, MOV) and field in (PINS, PINDIRS):
            drives |= rotated((1 << configuration.out_count) - 1, configuration.out_base)
        if kind == SET and field in (PINS, PINDIRS):
            drives |= rotated((1 << configuration.set_count) - 1, configuration.set_base)
        if (kind == OUT and field in (5, 7)) or (kind == MOV and field in (4, 5)):
            ahead.extend(range(MEMORY_WORDS))  # a computed jump may lead anywhere
            looks |= MASK if field != 5 else 0
    return Reach(looks, drives, flags)
