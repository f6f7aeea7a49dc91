"""mpremote's serial transport made quick: it sleeps 10 ms where an answer takes one, and may wait without an end."""

import time
from collections.abc import Callable

from mpremote.transport import TransportError
from mpremote.transport_serial import SerialTransport

from .problem import CableProblem
from .refusals import why_not

PATIENCE_S = 5.0  # for the next byte of an answer, and for the port to take one
BAUD = 115200
_QUICK_S = 0.05  # so long an answer is looked for every ms, then seldom
_LOOK_S, _SELDOM_S = 0.001, 0.01


class Transport(SerialTransport):
    patience_s = PATIENCE_S

    def __init__(self, port: str) -> None:
        super().__init__(port, baudrate=BAUD, timeout=self.patience_s)
        if not port.startswith("rfc2217:"):  # pyserial knows no limit for writing there
            self.serial.write_timeout = self.patience_s

    def read_until(
        self,
        min_num_bytes: int,
        ending: bytes,
        timeout: float | None = None,
        data_consumer: Callable[[bytes], object] | None = None,
        timeout_overall: float | None = None,
    ) -> bytes:
        """As mpremote's: what came up to `ending`, or until nothing came for `timeout`; None is the usual patience."""
        if timeout is None:
            timeout = self.patience_s
        data = b""
        began = last = time.monotonic()
        while not data.endswith(ending):
            if self.serial.in_waiting:
                byte = bytes(self.serial.read(1))
                if data_consumer:
                    data_consumer(byte)
                data = byte if data_consumer else data + byte
                last = time.monotonic()
                continue
            now = time.monotonic()
            if now >= last + timeout or (timeout_overall is not None and now >= began + timeout_overall):
                break
            time.sleep(_LOOK_S if now < last + _QUICK_S else _SELDOM_S)
        return data

    def some(self, wait_s: float) -> bytes:
        """What is there, or comes first within so long."""
        until = time.monotonic() + wait_s
        while not self.serial.in_waiting:
            if time.monotonic() >= until:
                return b""
            time.sleep(_SELDOM_S)
        return bytes(self.serial.read(self.serial.in_waiting))


def opened(port: str) -> Transport:
    """CableProblem says why it cannot be."""
    for last in (False, True):
        try:
            return Transport(port)
        except (TransportError, OSError, ValueError) as error:
            problem = why_not(port)
            if problem is not None:
                raise problem from None
            if last:
                raise CableProblem("port-fails", port=port, what=str(error)) from None
    raise AssertionError
