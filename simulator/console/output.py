"""What waits to be sent over the cable."""

from .keys import END_MARK

# When nobody takes the output the oldest goes, as in a USB device that no program has opened.
LIMIT = 1 << 20


class Output:
    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data: bytes) -> None:
        self._waiting += data
        if len(self._waiting) > LIMIT:
            del self._waiting[:-LIMIT]

    def write_cooked(self, data: bytes) -> None:
        """With every line feed as carriage return and line feed, also one that a carriage return precedes."""
        self.write(data.replace(b"\n", b"\r\n"))

    def write_ending(self, error: str, marked: bool) -> None:
        """What follows the output of a program: its error, in the raw modes between two marks."""
        mark = END_MARK if marked else b""
        self.write(mark)
        self.write_cooked(error.encode("utf-8", "replace"))
        self.write(mark)

    def take(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken
