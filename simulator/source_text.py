"""What keeps Python's own parser from reading a program's text."""

# Beside its own errors: a text that is nested too deeply, as one may be that was written to hurt.
UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
