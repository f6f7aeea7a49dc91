"""Program text on its way into the board: it grows no further than a board's memory."""

LIMIT = 1 << 18  # more than the whole heap of a Pico
TOO_LONG = f"MemoryError: memory allocation failed, allocating {LIMIT} bytes\n"


class BoundedText:
    def __init__(self) -> None:
        self._bytes = bytearray()
        self.too_long = False

    def __len__(self) -> int:
        return len(self._bytes)

    def add(self, data: bytes) -> None:
        self._bytes += data[: LIMIT - len(self._bytes)] if not self.too_long else b""
        self.too_long |= len(self._bytes) >= LIMIT

    def get(self) -> bytes:
        return bytes(self._bytes)
