"""`micropython` for a robot program."""

import _clock
import _port


def const(value):
    return value


def schedule(function, argument):
    _clock.schedule(function, argument)


def alloc_emergency_exception_buf(size):
    pass


def kbd_intr(character):
    pass


def opt_level(level=None):
    return 0


heap_lock = _port.heap_lock
heap_unlock = _port.heap_unlock
mem_info = _port.mem_info
qstr_info = _port.mem_info
stack_use = _port.stack_use
