"""`rp2`: the programmable I/O of the RP2040, and what else its port has of its own.

Behaviour follows MicroPython's library pages rp2, rp2.PIO and rp2.StateMachine and the port's rp2_pio.c. Interrupts are
those of the flags 0 to 3; those of the FIFOs, `Flash` and `DMA` are not played.
"""

import _clock
import _pio_irq as _irqs
import _profile
from _machine_arguments import Absent as _Absent, whole as _whole
from _pio_assembler import PIOASMEmit, PIOASMError, asm_pio, asm_pio_encode  # noqa: F401  for programs
from _pio_machine import machines as _machines, memories as _memories


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
        _memories[self._id].add(program)

    def remove_program(self, program=None):
        _memories[self._id].remove(program)

    def state_machine(self, id, *arguments, **options):
        if not 0 <= _whole(id) < 4:
            raise ValueError("invalid StateMachine")
        machine = _state_machines[4 * self._id + id]
        if arguments or options:
            machine.init(*arguments, **options)
        return machine

    def irq(self, *arguments, **options):
        return _irqs.of_block(self._id, self, *arguments, **options)

    def __repr__(self):
        return "PIO(%d)" % self._id


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
        id = self._hardware.id
        return _irqs.of_machine(id, _state_machines[id], *arguments, **options)

    def __repr__(self):
        return "StateMachine(%d)" % self._hardware.id


def _machine_number(id):
    if not 0 <= _whole(id) < len(_machines):
        raise ValueError("invalid StateMachine")
    return id


class Flash(_Absent):
    pass


class DMA(_Absent):
    pass


def bootsel_button():
    """0: nobody presses it."""
    _clock.spend(_profile.PIO_US)
    return 0


if "network" in _profile.OWN_MODULES:  # on a Pico W

    def country(code=None):
        return code


_pios = []  # the one object of each
for _id in range(len(_memories)):
    _one = object.__new__(PIO)
    _one._id = _id
    _pios.append(_one)
_state_machines = []  # the one plain object of each
for _machine in _machines:
    _one = object.__new__(StateMachine)
    _one._hardware = _machine
    _state_machines.append(_one)
del _id, _machine, _one
