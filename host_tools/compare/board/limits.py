"""How far things go."""


def _deep(n):
    global _reached
    _reached = n
    _deep(n + 1)


_reached = 0
try:
    _deep(1)
except RuntimeError as _error:
    fact("recursion-error", _error.args)
fact("recursion-depth", _reached)
try:
    bytearray(100_000_000)
    fact("memory-error", "none")
except MemoryError as _error:
    fact("memory-error", _error.args)
