"""Watches what the board prints for the sign that the program has ended, and then stops the robot.

A program that is run over a cable (by `mpremote run`, Thonny and the like) ends, raises or is interrupted while the
control loop's timer goes on driving, and no code of ours is called then. But the interpreter prints a mark, and a
second terminal sees it (docs/decisions/stop-hook.md). By the same way Ctrl-C finds the program when it came to a
callback instead.
"""

import io
import os

from micropython import const, schedule

_END_MARK = const(4)  # the raw REPL prints this byte alone when what it ran has ended
_PROMPT = b">>> "
_CTRL_C = const(3)


class _Terminal(io.IOBase):
    """What `os.dupterm` wants; called for every piece that is printed, so `write` is short and takes no heap."""

    def __init__(self):
        self.on_end = None
        self.types = False  # Ctrl-C, when it is asked next

    def write(self, data):
        """Look for the sign in one printed piece."""
        size = len(data)
        if size == 1:
            if data[0] == _END_MARK:
                self.end()
        elif size == 4 and data == _PROMPT:
            self.end()
        return size

    def readinto(self, buffer):
        """Nothing is typed here but a Ctrl-C that is passed on."""
        if self.types:
            self.types = False
            buffer[0] = _CTRL_C
            return 1
        return None

    def ioctl(self, request, argument):
        """Who asks whether something has been typed hears no."""
        return 0

    def end(self):
        """Watch no more, and say that the program has ended."""
        os.dupterm(None)
        on_end = self.on_end
        self.on_end = None
        on_end()


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
    # No jump may follow the call in here: at one, the interpreter would raise it in this callback.
    _terminal.types = True
    os.dupterm_notify(None)
