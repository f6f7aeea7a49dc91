"""Interrupts of a PIO's flags 0 to 3: those that the whole of a block has, and those of one machine."""

import _boot
import _clock
import _edges
from _pio_requests import INTERRUPTS, do

_FLAG_PIN = 50  # a flag is watched like a pin of this number and up
_ALL_FLAGS = 0xF00

_of_blocks = [None] * 2
_of_machines = [None] * 8


def of_block(number, parent, *arguments, **options):
    """The interrupt of a block, whose handler gets `parent`; set by what else is given."""
    if _of_blocks[number] is None:
        _of_blocks[number] = _Irq(parent, _ALL_FLAGS)
    return _set(_of_blocks[number], number, arguments, options)


def of_machine(number, parent, *arguments, **options):
    """The same of a machine."""
    if _of_machines[number] is None:
        _of_machines[number] = _Irq(parent, 1)
    return _set(_of_machines[number], number >> 2, arguments, options)


def _set(irq, block, arguments, options):
    if arguments or options:
        irq._set(*arguments, **options)
        _enable(block)
    return irq


class _Irq:
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
    irq = _of_blocks[block]
    if irq is not None and irq._handler is not None:
        mask = irq._trigger >> 8 & 15
    for number in range(4):
        irq = _of_machines[4 * block + number]
        if irq is not None and irq._handler is not None:
            mask |= 1 << number
    do(INTERRUPTS, block, mask)
    for number in range(4):
        pin = _FLAG_PIN + 4 * block + number
        if mask >> number & 1:
            _clock.edge_handlers[pin] = _listener(4 * block + number)
            _boot.interrupts.add(pin)
        else:
            _clock.edge_handlers.pop(pin, None)
            _boot.interrupts.discard(pin)
        _edges.set_watch(pin, mask >> number & 1)


def _listener(flag):
    return lambda level, t_us: _clock.Once(_clock.IRQ_PRIORITY, _interrupt, flag).at(t_us)


def _interrupt(flag):
    """The flag of that number, over both blocks, was raised."""
    irq = _of_blocks[flag >> 2]
    if irq is not None:
        irq._hear(0x100 << (flag & 3))
    irq = _of_machines[flag]
    if irq is not None:
        irq._hear(1)
