"""Registers as sums of what they held before, and conditions between them: arithmetic modulo 2**32.

A form is sign * (what register `base` held at the beginning) + offset; base -1 is none, a plain number.
"""

from collections.abc import Sequence
from typing import NamedTuple

from .words import ISR, MASK

Form = tuple[int, int, int]  # base, sign, offset
Registers = tuple[int, int, int, int]  # X, Y, ISR, OSR
Changed = tuple[tuple[int, int, int], ...]  # number, sign and offset of each register that has become a sum of itself
REGISTER = {1: 0, 2: 1, ISR: 2, 7: 3}  # by an instruction's number of it
UNCHANGED: tuple[Form, ...] = ((0, 1, 0), (1, 1, 0), (2, 1, 0), (3, 1, 0))


class Condition(NamedTuple):
    """Two forms that must be equal, or must not."""

    left: Form
    right: Form
    equal: bool


def condition(left: Form, right: Form, equal: bool) -> Condition | None:
    """That these two are equal, or are not; None for what is always so, or never."""
    if left[:2] == right[:2] or (left[0] == right[0] == -1):
        return None
    return Condition(right, left, equal) if left[0] == -1 else Condition(left, right, equal)


def value(form: Form, registers: Sequence[int]) -> int:
    base, sign, offset = form
    return (offset if base < 0 else sign * registers[base] + offset) & MASK


def hold(conditions: Sequence[Condition], padded: tuple[int, int, int, int, int]) -> bool:
    """Whether all conditions hold for these registers, after which comes a 0: what base -1 finds."""
    for (left, left_sign, left_offset), (right, right_sign, right_offset), equal in conditions:
        apart = left_sign * padded[left] + left_offset - right_sign * padded[right] - right_offset
        if (apart & MASK == 0) != equal:
            return False
    return True


def through(form: Form, forms: Sequence[Form]) -> Form:
    """The form of what is `form` of registers that are `forms` themselves."""
    base, sign, offset = form
    if base < 0:
        return form
    inner_base, inner_sign, inner_offset = forms[base]
    if inner_base < 0:
        return -1, 1, sign * inner_offset + offset & MASK
    return inner_base, sign * inner_sign, sign * inner_offset + offset & MASK


def growth_of(form: Form, growth: Sequence[int]) -> int:
    """By how much it grows when each register grows by so much."""
    return form[1] * growth[form[0]] if form[0] >= 0 else 0


def most_turns(conditions: Sequence[Condition], growth: Sequence[int], registers: Registers) -> int:
    """How many turns all conditions hold when they hold in the first, and each register grows by so much a turn."""
    most = MASK
    for left, right, equal in conditions:
        apart = value(left, registers) - value(right, registers) & MASK
        step = growth_of(left, growth) - growth_of(right, growth) & MASK
        if not step:
            continue
        if equal:
            return 1
        # the first turn in which apart + turn * step is 0, modulo 2**32
        zeros = (step & -step).bit_length() - 1
        if apart & (1 << zeros) - 1 == 0:
            span = 1 << 32 - zeros
            most = min(most, (-apart >> zeros) * pow(step >> zeros, -1, span) % span)
    return max(1, most)
