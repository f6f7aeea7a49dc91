"""`rp2`: the programmable I/O of the RP2040, and what else its port has of its own.

Behaviour follows MicroPython's library pages rp2, rp2.PIO and rp2.StateMachine and the port's rp2_pio.c; registers are
the RP2040 data sheet's (section 3.7). The machines themselves run beside the world (`simulator/world/pio`).
Interrupts are those of the flags 0 to 3; those of the FIFOs, `Flash` and `DMA` are not played.
"""

import errno as _errno

import _bus
import _clock
import _edges
import _profile
import _requests
from _machine_arguments import Absent as _Absent, whole as _whole
from _machine_pin import gpio as _gpio, pin_number as _pin_number
from _pio_assembler import (
    DATA as _DATA,
    EXECCTRL as _EXECCTRL,
    OFFSET as _OFFSET,
    OUT_PINS as _OUT_PINS,
    SET_PINS as _SET_PINS,
    SHIFTCTRL as _SHIFTCTRL,
    SIDESET_PINS as _SIDESET_PINS,
)
from _pio_assembler import PIOASMEmit, PIOASMError, asm_pio, asm_pio_encode  # noqa: F401  for programs

_PIO_US = _profile.PIO_US
_CLOCK_HZ = _profile.FREQ_HZ
_RESET, _LOAD, _CONFIGURE, _START, _RESTART, _EXECUTE, _GET, _PUT, _LEVELS, _INTERRUPTS, _GET_MANY = range(11)
_WORDS = 32
_FLAG_PIN = 32  # a flag is watched like a pin of this number and up
_ALL_FLAGS = 0xF00

_get_request = bytearray((_bus.PIO, _GET, 0))
_many_request = bytearray((_bus.PIO, _GET_MANY, 0, 0))
_read_request = bytearray((_bus.PIO, _EXECUTE, 0, 0, 0, 0, 0, _GET, 0))  # an instruction that waits, and a get
_put_request = bytearray((_bus.PIO, _PUT, 0, 0, 0, 0, 0))
_levels_request = bytearray((_bus.PIO, _LEVELS, 0))
_waiting = None  # the machine for which an instruction waits to be sent with the next request
_waiting_since = 0


def _request(payload, into=None):
    """Send one of the short requests; takes no heap."""
    _clock.spend(_PIO_US)
    if _waiting is not None:
        _send_waiting()
    return _requests.ask(payload, 0, into)


def _do(*numbers):
    _clock.spend(_PIO_US)
    if _waiting is not None:
        _send_waiting()
    _requests.ask(bytes((_bus.PIO,)) + bytes(numbers), 0)


def _send_waiting():
    global _waiting
    _waiting = None
    _age(_read_request)
    _requests.ask(bytes(_read_request[:7]), 0)


def _age(request):
    us = _clock.now - _waiting_since
    request[5] = us & 255
    request[6] = us >> 8 & 255


def _words(*numbers):
    return b"".join([number.to_bytes(4, "little") for number in numbers])


class PIO:
    IN_LOW, IN_HIGH, OUT_LOW, OUT_HIGH = 0, 1, 2, 3
    SHIFT_LEFT, SHIFT_RIGHT = 0, 1
    JOIN_NONE, JOIN_TX, JOIN_RX = 0, 1, 2
    IRQ_SM0, IRQ_SM1, IRQ_SM2, IRQ_SM3 = 0x100, 0x200, 0x400, 0x800

    def __new__(cls, id):
        if not 0 <= _whole(id) < len(_pios):
            raise ValueError("invalid PIO")
        return _pios[id]

    def add_program(self, program):
        words = program[_DATA]
        offset = self._place(len(words))
        self._used |= _mask(len(words)) << offset
        program[_OFFSET + self._id] = offset
        data = []
        for word in words:
            placed = word + offset if word < 0x2000 else word  # jumps are to places in memory
            data += [placed & 255, placed >> 8]
        _do(_LOAD, self._id, offset, len(words), *data)

    def remove_program(self, program=None):
        if program is None:
            self._used = 0
            return
        offset = program[_OFFSET + self._id]
        if offset < 0:
            raise ValueError("prog not in instruction memory")
        program[_OFFSET + self._id] = -1
        self._used &= ~(_mask(len(program[_DATA])) << offset)

    def state_machine(self, id, *arguments, **options):
        if not 0 <= _whole(id) < 4:
            raise ValueError("invalid StateMachine")
        machine = _state_machines[4 * self._id + id]
        if arguments or options:
            machine.init(*arguments, **options)
        return machine

    def irq(self, *arguments, **options):
        if self._irq is None:
            self._irq = _Irq(self, _ALL_FLAGS)
        if arguments or options:
            self._irq._set(*arguments, **options)
            _enable(self._id)
        return self._irq

    def _place(self, length):
        offset = _WORDS - length
        while offset >= 0:
            if not self._used & _mask(length) << offset:
                return offset
            offset -= 1
        raise OSError(_errno.ENOMEM)

    def __repr__(self):
        return "PIO(%d)" % self._id


class _Machine:
    """What the chip keeps and does of one state machine; any number of objects may be over it."""

    def init(
        self, prog, freq=-1, *, in_base=None, out_base=None, set_base=None, jmp_pin=None, sideset_base=None,
        in_shiftdir=None, out_shiftdir=None, push_thresh=None, pull_thresh=None
    ):  # fmt: skip
        block = self._id >> 2
        if prog[_OFFSET + block] < 0:
            _pios[block].add_program(prog)
        offset = self._first = prog[_OFFSET + block]
        clkdiv = _divider(_whole(freq))
        execctrl = prog[_EXECCTRL] + (offset << 12 | offset << 7)
        if jmp_pin is not None:
            execctrl |= _pin_number(jmp_pin) << 24
        shiftctrl = prog[_SHIFTCTRL]
        for value, bits, low in (
            (in_shiftdir, 1, 18), (out_shiftdir, 1, 19), (push_thresh, 31, 20), (pull_thresh, 31, 25)
        ):  # fmt: skip
            if value is not None:
                shiftctrl = shiftctrl & ~(bits << low) | (_whole(value) & bits) << low
        pinctrl = 5 << 26  # as after power-on: no pins but the count of set's
        if in_base is not None:
            pinctrl |= _pin_number(in_base) << 15
        pins = dirs = levels = 0
        self._sideset_count = 0
        self._sideset_opt = execctrl >> 30 & 1
        for wanted, given, base_low, count_low, optional in (
            (prog[_OUT_PINS], out_base, 0, 20, 0),
            (prog[_SET_PINS], set_base, 5, 26, 0),
            (prog[_SIDESET_PINS], sideset_base, 10, 29, self._sideset_opt),
        ):
            if given is None:
                continue
            base = _pin_number(given)
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
                _gpio(base + i).hand_over()
        self._moves = pins != 0
        _do(_CONFIGURE, self._id, offset, *_words(clkdiv, execctrl, shiftctrl, pinctrl, pins, dirs, levels))
        self._active = False

    def active(self, value=None):
        if value is not None:
            self._active = True if value else False
            _do(_START, self._id, 1 if value else 0)
        return self._active

    def restart(self):
        _do(_RESTART, self._id, self._first)

    def exec(self, instr):
        global _waiting, _waiting_since
        if not isinstance(instr, int):
            instr = asm_pio_encode(instr, self._sideset_count, self._sideset_opt)
        kind = instr >> 13
        if not self._moves and (kind == 2 or kind == 4 and not instr & 0x80):
            # in and push are followed by a get: both are sent at once
            if _waiting is not None:
                _send_waiting()
            _clock.spend(_PIO_US)
            request = _read_request
            request[2] = request[8] = self._id
            request[3] = instr & 255
            request[4] = instr >> 8 & 255
            _waiting = self
            _waiting_since = _clock.now
            return
        _do(_EXECUTE, self._id, instr & 255, instr >> 8 & 255, 0, 0)

    def get(self, buf=None, shift=0):
        if buf is None:
            return (_take(self._id) & 0xFFFFFFFF) >> shift
        if buf is not self._buf:  # kept, so that a reader who comes again takes no heap
            self._buf = buf
            self._size = 1 if isinstance(buf, bytearray) else memoryview(buf).itemsize
        count = len(buf)
        start = 0
        if self._size == 4 and not shift and 0 < count < 64:
            _many_request[2] = self._id
            _many_request[3] = count
            start = _request(_many_request, buf)
            if start == count:
                return buf
            for i in range(start):
                buf[i] = int.from_bytes(_requests.answer[4 * i : 4 * i + 4], "little")
        mask = (1 << 8 * self._size) - 1
        for i in range(start, count):
            buf[i] = ((_take(self._id) & 0xFFFFFFFF) >> shift) & mask
        return buf

    def put(self, value, shift=0):
        if isinstance(value, int):
            self._put(value << shift)
        else:
            for item in value:
                self._put(item << shift)

    def rx_fifo(self):
        _levels_request[2] = self._id
        return _request(_levels_request) & 255

    def tx_fifo(self):
        _levels_request[2] = self._id
        return _request(_levels_request) >> 8

    def irq(self, *arguments, **options):
        if self._irq is None:
            self._irq = _Irq(_state_machines[self._id], 1)
        if arguments or options:
            self._irq._set(*arguments, **options)
            _enable(self._id >> 2)
        return self._irq

    def _put(self, value):
        request = _put_request
        request[2] = self._id
        for i in range(4):
            request[3 + i] = value >> 8 * i & 255
        wait_us = _request(request)
        while _requests.asked:
            _clock.sleep_us(wait_us)
            wait_us = _requests.ask(request, 0)


class StateMachine:
    """A number has one plain object, and as many others as a program makes of its own classes over the same machine."""

    def __new__(cls, id=None, *_, **__):
        if cls is not StateMachine or id is None:
            return object.__new__(cls)  # a class of a program's own may take other arguments
        return _state_machines[_machine_number(id)]

    def __init__(self, id, *arguments, **options):
        self._hardware = _machines[_machine_number(id)]
        if arguments or options:
            self._hardware.init(*arguments, **options)

    def init(self, *arguments, **options):
        self._hardware.init(*arguments, **options)

    def active(self, value=None):
        return self._hardware.active(value)

    def restart(self):
        self._hardware.restart()

    def exec(self, instr):
        self._hardware.exec(instr)

    def get(self, buf=None, shift=0):
        return self._hardware.get(buf, shift)

    def put(self, value, shift=0):
        self._hardware.put(value, shift)

    def rx_fifo(self):
        return self._hardware.rx_fifo()

    def tx_fifo(self):
        return self._hardware.tx_fifo()

    def irq(self, *arguments, **options):
        return self._hardware.irq(*arguments, **options)

    def __repr__(self):
        return "StateMachine(%d)" % self._hardware._id


def _machine_number(id):
    if not 0 <= _whole(id) < len(_machines):
        raise ValueError("invalid StateMachine")
    return id


def _take(id):
    """The next word of a machine, as a signed number; waits until there is one."""
    global _waiting
    request = _get_request
    request[2] = id
    if _waiting is not None and _waiting._id == id:
        _clock.spend(_PIO_US)
        _waiting = None
        _age(_read_request)
        value = _requests.ask(_read_request, 0)
    else:
        value = _request(request)
    while _requests.asked:
        _clock.sleep_us(value)
        value = _requests.ask(request, 0)
    return value


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


class _Irq:
    """The interrupt of a PIO or of one machine."""

    def __init__(self, parent, trigger):
        self._parent = parent
        self._handler = None
        self._all = self._trigger = trigger
        self._flags = 0

    def _set(self, handler=None, trigger=None, hard=False):
        self._handler = handler
        self._trigger = self._all if trigger is None else trigger
        self._flags = 0

    def _hear(self, flags):
        if self._handler is not None and flags & self._trigger:
            self._flags = flags & self._trigger
            self._handler(self._parent)

    def flags(self):
        return self._flags

    def trigger(self, trigger=None):
        before = self._trigger
        if trigger is not None:
            self._trigger = trigger
            self._flags = 0
        return before

    def __call__(self):
        if self._handler is not None:
            self._handler(self._parent)


def _enable(block):
    """Have the flags interrupt that somebody listens to."""
    mask = 0
    irq = _pios[block]._irq
    if irq is not None and irq._handler is not None:
        mask = irq._trigger >> 8 & 15
    for number in range(4):
        irq = _machines[4 * block + number]._irq
        if irq is not None and irq._handler is not None:
            mask |= 1 << number
    _do(_INTERRUPTS, block, mask)
    for number in range(4):
        pin = _FLAG_PIN + 4 * block + number
        if mask >> number & 1:
            _clock.edge_handlers[pin] = _listener(4 * block + number)
        else:
            _clock.edge_handlers.pop(pin, None)
        _edges.set_watch(pin, mask >> number & 1)


def _listener(flag):
    return lambda level, t_us: _clock.Once(_clock.IRQ_PRIORITY, _interrupt, flag).at(t_us)


def _interrupt(flag):
    """The flag of that number, over both blocks, was raised."""
    irq = _pios[flag >> 2]._irq
    if irq is not None:
        irq._hear(0x100 << (flag & 3))
    irq = _machines[flag]._irq
    if irq is not None:
        irq._hear(1)


def _make(cls, count):
    made = []
    for id in range(count):
        one = object.__new__(cls)
        one._id = id
        one._irq = None
        one._used = one._first = one._sideset_count = one._sideset_opt = 0
        one._active = one._moves = False
        one._buf = None
        one._size = 0
        made.append(one)
    return made


class Flash(_Absent):
    pass


class DMA(_Absent):
    pass


def bootsel_button():
    """0: nobody presses it."""
    _clock.spend(_PIO_US)
    return 0


if "network" in _profile.OWN_MODULES:  # on a Pico W

    def country(code=None):
        return code


_pios = _make(PIO, 2)
_machines = _make(_Machine, 8)
_state_machines = []  # the one plain object of each
for _machine in _machines:
    _plain = object.__new__(StateMachine)
    _plain._hardware = _machine
    _state_machines.append(_plain)
del _machine, _plain
_requests.ask(bytes((_bus.PIO, _RESET)), 0)
