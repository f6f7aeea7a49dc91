"""Watches what the board prints for the sign that the program has ended, and then stops the robot.

A program that is run over a cable (by `mpremote run`, Thonny and the like) ends, raises or is interrupted while the
control loop's timer goes on driving, and no code of ours is called then. But the interpreter prints a mark, and a
second terminal sees it (docs/decisions/stop-hook.md). By the same way Ctrl-C finds the program when it came to a
callback instead.

The interpreter looks for Ctrl-C at every jump of its bytecode, and swallows one that it finds in here. So what it calls
for each piece of text, and while it waits for a key, has no jumps: no `if`, no loop, no `and`.
"""

import io
import os

from micropython import schedule

# The raw REPL prints the byte 4 alone when what it ran has ended; the other is the prompt.
_SIGNS = (b"\x04", b">>> ")
_CTRL_C = 3


class _Terminal(io.IOBase):
    """What `os.dupterm` wants. Takes no heap."""

    def __init__(self):
        self.on_end = None
        self.typed = None  # or 1: Ctrl-C, when it is asked next

    def write(self, data):
        """Look for the sign in one printed piece."""
        _ACTS[data in _SIGNS]()
        return len(data)

    def readinto(self, buffer):
        """Nothing is typed here but a Ctrl-C that is passed on."""
        typed = self.typed
        self.typed = None
        buffer[0] = _CTRL_C
        return typed

    def ioctl(self, request, argument):
        """Who asks whether something has been typed hears no."""
        return 0


def _end():
    os.dupterm(None)
    on_end = _terminal.on_end
    _terminal.on_end = None
    on_end()


_ACTS = (globals, _end)  # `globals` does nothing here, and that quickly
_terminal = _Terminal()


def watch(on_end):
    """Call `on_end` once, when the program ends that runs now. Where WebREPL has the second terminal, nothing comes."""
    if _terminal.on_end is None:
        other = os.dupterm(_terminal)
        if other is None:
            _terminal.on_end = on_end
        else:
            os.dupterm(other)


def pass_on_ctrl_c():
    """Let Ctrl-C, which came to a callback, interrupt the main program. False where that cannot be."""
    if _terminal.on_end is None:
        return False
    schedule(_press, None)
    return True


def _press(_):
    _terminal.typed = 1
    os.dupterm_notify(None)  # Ctrl-C waits for the next jump from here on, which is one of the main program's
