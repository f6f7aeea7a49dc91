"""What a program asks of a PIO, over the frames of a bus.

A program's request is the byte 4 and then operations, done one after another; numbers are little-endian. `machine` is 0
to 7, four to a block.

- 0, reset: all blocks are as after power-on.
- 1, load: block, offset, count, then as many words of 2 bytes.
- 2, configure: machine, address it starts at, then in 4 bytes each the clock divider, EXECCTRL, SHIFTCTRL, PINCTRL, and
  masks of the pins it takes, their directions and their levels. The machine stops and its FIFOs are emptied.
- 3, start: machine, 1 or 0.
- 4, restart: machine, address.
- 5, execute: machine, instruction (2), µs ago (2).
- 6, get: machine. The result is the next word. When there is none it brings a byte, and the result says after how many
  µs to ask again.
- 7, put: machine, word (4). When there is no room it brings a byte, and the result as above.
- 8, levels: machine. The result is the words in RX, and 256 times those in TX.
- 9, interrupts: block, mask of the flags 0 to 3 that interrupt.
- 10, get many: machine, count. Brings so many words of 4 bytes, or those that there are.
- 11, take back: pin. No block has it any more.
"""

import struct
from collections.abc import Callable

from ...devices.pio.execution import force
from ..buses import Transfer
from .ahead import PioAhead
from .pins import PioPins

GRACE_US = 1  # a word that comes within it is waited for

RESET, LOAD, CONFIGURE, START, RESTART, EXECUTE, GET, PUT, LEVELS, INTERRUPTS, GET_MANY, TAKE_BACK = range(12)


class PioRequests:
    """Does what a program asks to the blocks of `pins`."""

    def __init__(self, pins: PioPins, ahead: PioAhead) -> None:
        self.pins = pins
        self.ahead = ahead
        self._now_us = 0
        self._operations: dict[int, Callable[[bytes, int, int], tuple[int, Transfer]]] = {
            RESET: self._reset,
            LOAD: self._load,
            CONFIGURE: self._configure,
            START: self._start,
            RESTART: self._restart,
            EXECUTE: self._execute,
            GET: self._get,
            PUT: self._put,
            LEVELS: self._levels,
            INTERRUPTS: self._interrupts,
            GET_MANY: self._get_many,
            TAKE_BACK: self._take_back,
        }

    def transfer(self, payload: bytes, us: int, t_us: int) -> Transfer:
        """Do all operations; ValueError for a payload that is none."""
        self._now_us = t_us
        at = 1
        answer = Transfer(0, b"", us)
        try:
            while at < len(payload):
                at, answer = self._operations[payload[at]](payload, at + 1, us)
        except (KeyError, IndexError, struct.error):
            raise ValueError("not a transfer") from None
        return answer

    def _reset(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        self.pins.run(self._now_us)
        self.pins.power_on(self._now_us)
        return at, Transfer(0, b"", us)

    def _load(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, offset, count = struct.unpack_from("<BBB", payload, at)
        words = struct.unpack_from(f"<{count}H", payload, at + 3)
        self.pins.act(self._now_us)
        self.pins.blocks[number].load(offset, words)
        return at + 3 + 2 * count, Transfer(0, b"", us)

    def _configure(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, pc, clkdiv, execctrl, shiftctrl, pinctrl, pins, dirs, levels = struct.unpack_from("<BB7I", payload, at)
        self.pins.act(self._now_us)
        block, machine = self.pins.machine(number)
        machine.enabled = False
        machine.restart()
        machine.configure(clkdiv, execctrl, shiftctrl, pinctrl)
        machine.go_to(pc)
        block.pins.hand_over(pins, dirs, levels, block.cycle)
        block.forget()
        self.pins.tell()
        self.pins.look()
        return at + 30, Transfer(0, b"", us)

    def _start(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, on = struct.unpack_from("<BB", payload, at)
        self.pins.act(self._now_us)
        block, machine = self.pins.machine(number)
        block.start(machine, bool(on))
        self.pins.look()
        return at + 2, Transfer(0, b"", us)

    def _restart(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, pc = struct.unpack_from("<BB", payload, at)
        self.pins.act(self._now_us)
        block, machine = self.pins.machine(number)
        machine.restart()
        machine.go_to(pc & 31)
        machine.now = max(machine.now, machine.first_tick(block.cycle))
        self.pins.look()
        return at + 2, Transfer(0, b"", us)

    def _execute(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, word, ago_us = struct.unpack_from("<BHH", payload, at)
        _, machine = self.pins.machine(number)
        self.pins.run(self._now_us - ago_us, machine)
        self.pins.touch()
        force(machine, word, machine.levels())
        self.pins.tell()
        self.pins.look()
        return at + 5, Transfer(0, b"", us)

    def _get(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number = payload[at]
        words, us = self._take(number, 1, us)
        if not words:
            return at + 1, Transfer(self.ahead.word_us(number, self._now_us), b"\0", us)
        return at + 1, Transfer(words[0] - (1 << 32) if words[0] >> 31 else words[0], b"", us)

    def _get_many(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, count = struct.unpack_from("<BB", payload, at)
        words, us = self._take(number, count, us)
        return at + 2, Transfer(len(words), struct.pack(f"<{len(words)}I", *words), us)

    def _take(self, number: int, count: int, us: int) -> tuple[list[int], int]:
        """Up to so many words from the FIFO, and how long it takes."""
        _, machine = self.pins.machine(number)
        self.pins.run(self._now_us, machine)
        self.pins.touch()
        words: list[int] = []
        while len(words) < count:
            if not machine.rx:
                us = max(us, GRACE_US)
                self.pins.run(self._now_us + GRACE_US, machine)
                if not machine.rx:
                    break
            words.append(machine.rx.pop(0))
        return words, us

    def _put(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, word = struct.unpack_from("<BI", payload, at)
        self.pins.act(self._now_us)
        _, machine = self.pins.machine(number)
        if len(machine.tx) < machine.tx_words:
            machine.put(word)
            return at + 5, Transfer(0, b"", us)
        wait_us = self.ahead.room_us(number, self._now_us)
        return at + 5, Transfer(wait_us, b"\0", us)

    def _levels(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        _, machine = self.pins.machine(payload[at])
        self.pins.run(self._now_us, machine)
        return at + 1, Transfer(len(machine.rx) | len(machine.tx) << 8, b"", us)

    def _interrupts(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        number, mask = struct.unpack_from("<BB", payload, at)
        self.pins.act(self._now_us)
        flags = self.pins.blocks[number].flags
        flags.enabled = mask
        flags.up &= ~mask  # what has waited interrupts at once, and is gone
        self.pins.look()
        return at + 2, Transfer(0, b"", us)

    def _take_back(self, payload: bytes, at: int, us: int) -> tuple[int, Transfer]:
        self.pins.act(self._now_us)
        self.pins.take_back(payload[at])
        return at + 1, Transfer(0, b"", us)
