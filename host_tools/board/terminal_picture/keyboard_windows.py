"""The keyboard of Windows."""

import time
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

_LOOK_S = 0.05


class WindowsKeyboard:
    def __init__(self) -> None:
        self._console: Any = import_module("msvcrt")

    def key(self, timeout_s: float) -> str:
        until = time.monotonic() + timeout_s
        while not self._console.kbhit():
            if time.monotonic() >= until:
                return ""
            time.sleep(_LOOK_S)
        key = str(self._console.getwch())
        if key in ("\x00", "\xe0"):  # an arrow or the like: a second code follows
            self._console.getwch()
            return ""
        if key == "\x03":
            interrupt_main()
            return ""
        return key


@contextmanager
def windows_keyboard() -> Iterator[WindowsKeyboard]:
    yield WindowsKeyboard()
