"""Single keys from the terminal, on each system in its own way; Ctrl-C stays what it is."""

import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

_SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]?|O.?)?")


class Keyboard(Protocol):
    def key(self, timeout_s: float) -> str:
        """The next key; "" where none came so soon, and for keys that are no character."""


def keyboard() -> AbstractContextManager[Keyboard]:
    """Inside it each key comes at once and is not shown; afterwards the terminal is as it was."""
    if os.name == "nt":
        from .keyboard_windows import windows_keyboard

        return windows_keyboard()
    from .keyboard_posix import posix_keyboard

    return posix_keyboard()


def characters(data: bytes) -> Iterator[str]:
    """What was typed, without the sequences that arrows and other keys send."""
    yield from _SEQUENCE.sub("", data.decode("utf-8", "ignore"))
