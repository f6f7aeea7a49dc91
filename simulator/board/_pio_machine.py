"""What the chip keeps and does of a PIO: the memory of each block, and its machines with their registers.

Registers are the RP2040 data sheet's (section 3.7), what `init` makes of its arguments is that of the port's rp2_pio.c.
"""

import errno

import _pio_requests as chip
import _profile
from _machine_arguments import whole
from _machine_pin import gpio, pin_number
from _pio_assembler import (
    DATA, EXECCTRL, OFFSET, OUT_PINS, SET_PINS, SHIFTCTRL, SIDESET_PINS, asm_pio_encode,
)  # fmt: skip

_CLOCK_HZ = _profile.FREQ_HZ
_WORDS = 32


class Memory:
    """The instructions of a block's four machines."""

    def __init__(self, block):
        self._block = block
        self._used = 0  # a bit for each word

    def add(self, program):
        words = program[DATA]
        offset = self._place(len(words))
        self._used |= _mask(len(words)) << offset
        program[OFFSET + self._block] = offset
        data = []
        for word in words:
            placed = word + offset if word < 0x2000 else word  # jumps are to places in memory
            data += [placed & 255, placed >> 8]
        chip.do(chip.LOAD, self._block, offset, len(words), *data)

    def remove(self, program):
        if program is None:
            self._used = 0
            return
        offset = program[OFFSET + self._block]
        if offset < 0:
            raise ValueError("prog not in instruction memory")
        program[OFFSET + self._block] = -1
        self._used &= ~(_mask(len(program[DATA])) << offset)

    def _place(self, length):
        offset = _WORDS - length
        while offset >= 0:
            if not self._used & _mask(length) << offset:
                return offset
            offset -= 1
        raise OSError(errno.ENOMEM)


class Machine:
    """One state machine; any number of objects of a program may be over it."""

    def __init__(self, id):
        self.id = id
        self._first = self._sideset_count = self._sideset_opt = 0
        self._active = self._moves = False
        self._buf = None
        self._size = 0

    def init(
        self, prog, freq=-1, *, in_base=None, out_base=None, set_base=None, jmp_pin=None, sideset_base=None,
        in_shiftdir=None, out_shiftdir=None, push_thresh=None, pull_thresh=None
    ):  # fmt: skip
        block = self.id >> 2
        if prog[OFFSET + block] < 0:
            memories[block].add(prog)
        offset = self._first = prog[OFFSET + block]
        clkdiv = _divider(whole(freq))
        execctrl = prog[EXECCTRL] + (offset << 12 | offset << 7)
        if jmp_pin is not None:
            execctrl |= pin_number(jmp_pin) << 24
        bit = _profile.PIO_STATUS_BIT
        # the world knows this register as an RP2040 has it
        execctrl = execctrl & ~0x7F | execctrl & 15 | (execctrl >> bit & 1) << 4
        shiftctrl = prog[SHIFTCTRL]
        for value, bits, low in (
            (in_shiftdir, 1, 18), (out_shiftdir, 1, 19), (push_thresh, 31, 20), (pull_thresh, 31, 25)
        ):  # fmt: skip
            if value is not None:
                shiftctrl = shiftctrl & ~(bits << low) | (whole(value) & bits) << low
        pinctrl = 5 << 26  # as after power-on: no pins but the count of set's
        if in_base is not None:
            pinctrl |= pin_number(in_base) << 15
        pins = dirs = levels = 0
        self._sideset_count = 0
        self._sideset_opt = execctrl >> 30 & 1
        for wanted, given, base_low, count_low, optional in (
            (prog[OUT_PINS], out_base, 0, 20, 0),
            (prog[SET_PINS], set_base, 5, 26, 0),
            (prog[SIDESET_PINS], sideset_base, 10, 29, self._sideset_opt),
        ):
            if given is None:
                continue
            base = pin_number(given)
            states = () if wanted is None else (wanted,) if isinstance(wanted, int) else wanted
            pinctrl &= ~((7 if count_low == 26 else 0) << 26)
            pinctrl |= base << base_low | (len(states) + optional) << count_low
            if count_low == 29:
                self._sideset_count = len(states) + optional
            for i in range(len(states)):
                pin = 1 << base + i
                pins |= pin
                dirs |= pin if states[i] & 2 else 0
                levels |= pin if states[i] & 1 else 0
                gpio(base + i).hand_over(chip.take_back)
        self._moves = pins != 0
        chip.do(chip.CONFIGURE, self.id, offset, *_words(clkdiv, execctrl, shiftctrl, pinctrl, pins, dirs, levels))
        self._active = False

    def active(self, value=None):
        if value is not None:
            self._active = True if value else False
            chip.do(chip.START, self.id, 1 if value else 0)
        return self._active

    def restart(self):
        chip.do(chip.RESTART, self.id, self._first)

    def exec(self, instr):
        if not isinstance(instr, int):
            instr = asm_pio_encode(instr, self._sideset_count, self._sideset_opt)
        kind = instr >> 13
        if not self._moves and (kind == 2 or kind == 4 and not instr & 0x80):
            chip.execute_with_next(self.id, instr)  # in and push are followed by a get: both are sent at once
        else:
            chip.do(chip.EXECUTE, self.id, instr & 255, instr >> 8 & 255, 0, 0)

    def get(self, buf=None, shift=0):
        if buf is None:
            return (chip.take(self.id) & 0xFFFFFFFF) >> shift
        if buf is not self._buf:  # kept, so that a reader who comes again takes no heap
            self._buf = buf
            self._size = 1 if isinstance(buf, bytearray) else memoryview(buf).itemsize
        count = len(buf)
        start = 0
        if self._size == 4 and not shift and 0 < count < 64:
            start = chip.take_many(self.id, buf)
            if start == count:
                return buf  # the mask below would take heap
        mask = (1 << 8 * self._size) - 1
        for i in range(start, count):
            buf[i] = ((chip.take(self.id) & 0xFFFFFFFF) >> shift) & mask
        return buf

    def put(self, value, shift=0):
        if isinstance(value, int):
            chip.put(self.id, value << shift)
        else:
            for item in value:
                chip.put(self.id, item << shift)

    def rx_fifo(self):
        return chip.levels(self.id) & 255

    def tx_fifo(self):
        return chip.levels(self.id) >> 8


def _divider(freq):
    """CLKDIV for that frequency: whole part in the upper half, 256ths below."""
    if freq < 0:
        return 1 << 16
    if freq == 0:
        return 0
    divider = _CLOCK_HZ * 256 // freq
    if divider * freq * 2 + freq <= _CLOCK_HZ * 512:
        divider += 1
    if not 256 <= divider < 65536 * 256:
        raise ValueError("freq out of range")
    return divider << 8


def _mask(count):
    return (1 << count) - 1


def _words(*numbers):
    return b"".join([number.to_bytes(4, "little") for number in numbers])


memories = [Memory(block) for block in range(2)]
machines = [Machine(id) for id in range(8)]
