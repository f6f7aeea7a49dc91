"""Runs at every start, before main.py. Whatever lies on the flash, it comes to its end."""

import sys

from micropython import alloc_emergency_exception_buf, kbd_intr

# An error in an interrupt can then say where it happened, though it may take no memory.
alloc_emergency_exception_buf(100)


def _finish_push():
    path = sys.path[:]
    try:
        sys.path[:] = []  # then it is MicroPython's own os, even if a file of that name lies on the flash
        from os import stat

        sys.path[:] = path
        stat("/.next/go")  # a push was cut off when all its files were there
        from finish_push import finish

        finish()
    except Exception:
        pass
    finally:
        sys.path[:] = path


def _finish_surely(presses):
    """Ctrl-C ends boot.py, but not before what must not be left half done; nor does one that comes meanwhile."""
    if not presses:
        return _finish_push()
    try:
        _finish_surely(presses - 1)
    except KeyboardInterrupt:
        kbd_intr(-1)
        sys.modules.pop("finish_push", None)  # it may be half loaded
        _finish_push()
        kbd_intr(3)
        raise


_finish_surely(3)
