"""The input buffer: bytes that came over the cable and that nobody has read yet.

A board's buffer is small, and flow control holds back what does not fit. Then a real board no longer sees a Ctrl-C
behind the held-back bytes. Here a running program has a reserve beyond the buffer: nothing in it is lost, and it is
watched for the interrupt key just like the buffer. Only a sender that is ahead by more than the reserve is held back.
"""

import re

RESERVE_BYTES = 1 << 16


class Incoming:
    def __init__(self, size: int) -> None:
        self._size = size
        self._bytes = bytearray()

    def __len__(self) -> int:
        return len(self._bytes)

    def room(self, interrupt_key: int) -> int:
        size = self._size + RESERVE_BYTES if _is_byte(interrupt_key) else self._size
        return max(0, size - len(self._bytes))

    def accept(self, data: bytes, interrupt_key: int) -> bool:
        """Add what there is room for; whether the interrupt key (-1: there is none) was in it.

        The key drops whatever waits before it. It is found even in bytes for which there is no room.
        """
        at = data.rfind(interrupt_key) if _is_byte(interrupt_key) else -1
        if at >= 0:
            self._bytes.clear()
            data = data[at + 1 :]
        self._bytes += data[: self.room(interrupt_key)]
        return at >= 0

    def take_byte(self) -> int:
        byte = self._bytes[0]
        del self._bytes[:1]
        return byte

    def take_until(self, stop: re.Pattern[bytes]) -> bytes:
        """All bytes before the first that `stop` matches."""
        found = stop.search(self._bytes)
        return self.take(found.start() if found else len(self._bytes))

    def take(self, count: int) -> bytes:
        taken = bytes(self._bytes[:count])
        del self._bytes[:count]
        return taken

    def clear(self) -> None:
        self._bytes.clear()


def _is_byte(key: int) -> bool:
    return 0 <= key <= 255
