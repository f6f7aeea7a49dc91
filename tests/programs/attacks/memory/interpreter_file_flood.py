"""Fill the interpreter's own files, which are not the board's flash."""

import sys

open_native = sys.modules["_port"].native_open
block = b"x" * 1000000
with open_native("/tmp/flood", "wb") as file:
    while True:
        file.write(block)
