"""Quadrature decoding by a state machine of the RP2040's PIO: every edge of both phases is counted, whatever the
program does. One machine decodes one encoder; four of one PIO block share the 27 words of the program.
"""

# ruff: noqa: F821  a PIO program is read under the assembler's names
from array import array
from sys import implementation

from rp2 import StateMachine, asm_pio

_EXECCTRL = 3  # where an assembled program keeps that register's bits
# mov(x, status) is then all ones while fewer than one word waits; an RP2350 says so one bit higher
_STATUS_IS_RX_EMPTY = (1 << 5 if "RP2350" in implementation._machine else 1 << 4) | 1


@asm_pio()
def _decode():
    """OSR counts, Y holds the phases as they were (A is bit 0), X as they are.

    In every turn that finds the RX FIFO empty the count is put there. So the first word that a reader takes is old,
    and the second, which follows at once, is fresh.
    """
    mov(osr, null)
    mov(isr, null)
    in_(pins, 2)
    mov(y, isr)
    wrap_target()
    label("turn")
    mov(x, status)
    jmp(not_x, "look")
    mov(isr, osr)
    push(noblock)
    label("look")
    mov(isr, null)
    in_(pins, 2)
    mov(x, isr)
    jmp(x_not_y, "changed")
    wrap()
    # A before B is forward: there B is now what A was.
    label("changed")
    mov(isr, null)
    in_(y, 1)
    mov(y, isr)
    jmp(pin, "b_is_high")
    jmp(not_y, "up")
    label("down")
    mov(y, osr)
    jmp(y_dec, "counted_down")
    label("counted_down")
    mov(osr, y)
    jmp("keep")
    label("b_is_high")
    jmp(not_y, "down")
    label("up")
    mov(y, invert(osr))
    jmp(y_dec, "counted_up")
    label("counted_up")
    mov(osr, invert(y))
    label("keep")
    mov(y, x)
    jmp("turn")


_decode[_EXECCTRL] |= _STATUS_IS_RX_EMPTY


class Encoder:
    """As `machine.Encoder` of other ports, with all four edges of a period.

    Arguments:
        id (int): state machine, 0 to 7.
        phase_a, phase_b (Pin): neighbouring pins; the count rises when `phase_a` leads.
        phases (int): 4, the only one there is.
    """

    def __init__(self, id, phase_a, phase_b, phases=4):
        if phases != 4:
            raise ValueError("phases")
        a, b = _number(phase_a), _number(phase_b)
        if b != a + 1 and b != a - 1:
            raise ValueError("phases must be on neighbouring pins")
        self._swapped = b < a
        first, second = (phase_b, phase_a) if self._swapped else (phase_a, phase_b)
        self._words = array("i", (0, 0))
        self._machine = StateMachine(id, _decode, in_base=first, jmp_pin=second)
        self._machine.active(1)
        self._get = self._machine.get
        self._zero = 0

    def value(self, value=None):
        """The count, which becomes `value` where one is given. Takes no heap."""
        words = self._words
        self._get(words)
        count = (-words[1] if self._swapped else words[1]) - self._zero
        if value is not None:
            self._zero += count - value
        return count

    def deinit(self):
        """Stop counting."""
        self._machine.active(0)


def _number(pin):
    """The number in the name by which a Pin calls itself, as in Pin(GPIO12, mode=IN)."""
    text = str(pin)
    start = text.find("GPIO") + 4
    end = start
    while text[end : end + 1].isdigit():
        end += 1
    return int(text[start:end])
