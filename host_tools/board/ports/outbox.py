"""Output that a client has not taken yet, and the board's patience with it.

As on the rp2 (`MICROPY_HW_USB_CDC_TX_TIMEOUT`): a `print` waits up to 500 ms for a client that takes nothing, then what
waits is dropped, and all that follows, until the client takes something again.
"""

from collections.abc import Callable

PATIENCE_S = 0.5
PIECE = 4096


class Outbox:
    def __init__(self) -> None:
        self._waiting = bytearray()
        self._moved_at = 0.0
        self._gave_up = False

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, data: bytes, now: float) -> None:
        if not self._waiting:
            self._moved_at = now
        self._waiting += data

    def flush(self, write: Callable[[bytes], int], now: float) -> None:
        """Hand the bytes to `write`, which says how many it took (0: none now), and drop what waited too long."""
        while self._waiting:
            taken = write(bytes(self._waiting[:PIECE]))
            if not taken:
                break
            del self._waiting[:taken]
            self._moved_at = now
            self._gave_up = False
        if self._waiting and (self._gave_up or now >= self.patient_until()):
            self._gave_up = True
            self._waiting.clear()

    def patient_until(self) -> float:
        return self._moved_at + PATIENCE_S if self._waiting else 0.0

    def drop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def renew(self) -> None:
        """Forget what waits, and what the last client was like."""
        self.drop()
        self._gave_up = False
