"""Overwrite the interpreter's own memory."""

import sys

uctypes = sys.modules["_port"].native_import("uctypes")
memory = uctypes.bytearray_at(0, 1 << 20)
for i in range(len(memory)):
    memory[i] = 255
