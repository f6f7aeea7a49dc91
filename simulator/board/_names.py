"""What the interpreter's own modules have on a board, so that a program finds the same names on both runners.

From MicroPython 1.29 as the rp2 and esp32 ports configure it; `tests/contract/test_board_names.py` compares with the
official interpreter. Only what both interpreters can give is here; modules of ours have exactly the names they define.
"""

NATIVE = {
    "binascii": ("a2b_base64", "b2a_base64", "crc32", "hexlify", "unhexlify"),
    "cmath": ("cos", "e", "exp", "log", "log10", "phase", "pi", "polar", "rect", "sin", "sqrt"),
    "collections": ("OrderedDict", "deque", "namedtuple"),
    "heapq": ("heapify", "heappop", "heappush"),
}

# Modules that also answer to their old name, with a `u` before it.
WITH_OLD_NAME = (
    "array", "asyncio", "binascii", "bluetooth", "collections", "errno", "hashlib", "heapq", "io", "json", "machine",
    "os", "platform", "random", "re", "select", "socket", "struct", "sys", "time",
)  # fmt: skip
