"""The MicroPython child's way to the host: a character device, and what only the interpreter can do."""

import builtins
import micropython
import sys

import uhashlib
import uio

_stream = open("/dev/port", "r+b", 0)
write = _stream.write
readinto = _stream.readinto
read = _stream.read
native_print = print
native_open = open
native_import = builtins.__import__
modules = sys.modules
stdout = sys.stdout
_native_print_exception = sys.print_exception
StringIO = uio.StringIO
BytesIO = uio.BytesIO
IOBase = uio.IOBase
sha256 = uhashlib.sha256
_locks = 0
mem_info = micropython.mem_info
stack_use = micropython.stack_use


os_error = OSError


def encode(text):
    return text.encode()


def traceback(error):
    """The exception as the interpreter prints it, without the lines of the board's own modules."""
    text = StringIO()
    _native_print_exception(error, text)
    lines = text.getvalue().split("\n")
    return "\n".join([line for line in lines if not line.startswith('  File "/board/')])


def print_exception(error, file=stdout):
    file.write(traceback(error))


def heap_lock():
    global _locks
    _locks += 1
    return micropython.heap_lock()


def heap_unlock():
    global _locks
    _locks -= 1
    return micropython.heap_unlock()


def open_heap():
    """Let go of every lock: what tells the host how a program failed needs memory. Returns how many there were."""
    global _locks
    count = _locks
    while _locks > 0:
        _locks -= 1
        micropython.heap_unlock()
    return count
