"""Ends a wait of a selector from another thread."""

import socket
from contextlib import suppress


class Waker:
    def __init__(self) -> None:
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)

    def fileno(self) -> int:
        return self._inside.fileno()

    def wake(self) -> None:
        """From any thread, also when nobody waits: then the next wait ends at once. Once closed, nothing happens."""
        with suppress(OSError):  # full: it is awake already
            self._outside.send(b"\0")

    def clear(self) -> None:
        with suppress(BlockingIOError):
            while self._inside.recv(4096):
                pass

    def close(self) -> None:
        self._inside.close()
        self._outside.close()
