"""Runs at every start, before main.py."""

from os import stat

from micropython import alloc_emergency_exception_buf

# An error in an interrupt can then say where it happened, though it may take no memory.
alloc_emergency_exception_buf(100)

try:
    stat("/.next/go")  # a push was cut off when all its files were there
    from finish_push import finish

    finish()
except (OSError, ImportError):
    pass
