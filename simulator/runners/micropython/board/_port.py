"""The MicroPython child's way to the host: a character device, and what only the interpreter can do."""

import builtins
import micropython
import sys

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
print_exception = sys.print_exception
StringIO = uio.StringIO
BytesIO = uio.BytesIO
IOBase = uio.IOBase
heap_lock = micropython.heap_lock
heap_unlock = micropython.heap_unlock
mem_info = micropython.mem_info
stack_use = micropython.stack_use


def traceback(error):
    text = StringIO()
    sys.print_exception(error, text)
    return text.getvalue()
