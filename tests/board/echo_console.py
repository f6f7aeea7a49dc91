"""A console for the tests of the ports: it says what it got in upper case, or whatever it is told to say."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from marshrut.host_tools.board.ports import Cables


class EchoConsole:
    """Bytes are echoed through `change`, `room` at a time if that is given."""

    def __init__(self, change: Callable[[bytes], bytes] = bytes.upper, room: int = 4096) -> None:
        self.typed = bytearray()
        self._change = change
        self._room = room
        self._left = room
        self._output = bytearray()

    def receive(self, data: bytes) -> None:
        assert 0 < len(data) <= self._left, "more than there was room for"
        self._left -= len(data)
        self.typed += data
        self._output += self._change(data)

    def room(self) -> int:
        return self._left

    def take_output(self) -> bytes:
        data = bytes(self._output)
        self._output.clear()
        return data

    def say(self, data: bytes) -> None:
        self._output += data

    def frame(self) -> None:
        """What it took is worked off."""
        self._left = self._room

    def fill(self) -> None:
        """Take nothing until the next frame."""
        self._left = 0


@contextmanager
def served(cables: Cables, console: EchoConsole, timeout_s: float = 0.02) -> Iterator[None]:
    """A board's session in a thread of its own."""
    end = threading.Event()
    failed: list[BaseException] = []

    def session() -> None:
        try:
            while not end.is_set():
                cables.serve(timeout_s)
                console.frame()
        except BaseException as error:
            failed.append(error)
            raise

    thread = threading.Thread(target=session)
    thread.start()
    try:
        yield
    finally:
        end.set()
        cables.wake()
        thread.join(10)
    assert not thread.is_alive()
    assert not failed
