"""The keyboard of Linux and macOS."""

import atexit
import os
import select
import signal
import sys
import termios
import threading
import tty
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from .keyboard import characters


class PosixKeyboard:
    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: deque[str] = deque()

    def key(self, timeout_s: float) -> str:
        if not self._waiting and select.select([self._descriptor], [], [], timeout_s)[0]:
            data = os.read(self._descriptor, 64)
            if not data:
                raise EOFError
            self._waiting.extend(characters(data))
        return self._waiting.popleft() if self._waiting else ""


@contextmanager
def posix_keyboard() -> Iterator[PosixKeyboard]:
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def restore() -> None:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def set_again(number: int, frame: object) -> None:
        tty.setcbreak(descriptor, termios.TCSADRAIN)  # a shell that stopped us has its own settings

    in_main = threading.current_thread() is threading.main_thread()
    went_on = signal.signal(signal.SIGCONT, set_again) if in_main else None
    atexit.register(restore)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield PosixKeyboard(descriptor)
    finally:
        if in_main:
            signal.signal(signal.SIGCONT, went_on)
        restore()
        atexit.unregister(restore)
