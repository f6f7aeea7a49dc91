"""The lines that were entered last, newest first, and the place in them while one leafs through."""

SIZE = 8
_BEFORE_NEWEST = -1


class History:
    def __init__(self) -> None:
        self._lines: list[bytes] = []
        self._at = _BEFORE_NEWEST

    def add(self, line: bytes) -> None:
        """Remember a line, unless it is empty or the same as the one before."""
        if line and line != (self._lines[0] if self._lines else b""):
            self._lines = [line, *self._lines[: SIZE - 1]]

    def clear(self) -> None:
        self._lines = []
        self.rewind()

    def rewind(self) -> None:
        """Leave the old lines: the next older one is the newest again."""
        self._at = _BEFORE_NEWEST

    def older(self) -> bytes | None:
        if self._at + 1 >= len(self._lines):
            return None
        self._at += 1
        return self._lines[self._at]

    def newer(self) -> bytes | None:
        """The next newer line; an empty one after the newest; None if no old line is shown."""
        if self._at == _BEFORE_NEWEST:
            return None
        self._at -= 1
        return self._lines[self._at] if self._at != _BEFORE_NEWEST else b""
