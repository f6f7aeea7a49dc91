"""One connection of a client that speaks RFC 2217: its bytes without the Telnet around them.

Telnet and RFC 2217 are pyserial's `PortManager`. A client that vanishes, or speaks what that cannot read, is gone:
`alive` says so, and nothing here raises.
"""

import socket
import struct
from contextlib import suppress
from typing import Any

from serial.rfc2217 import IAC, PortManager

from .outbox import Outbox
from .serial_settings import SerialSettings

PIECE = 65536
# Read ahead of the console's room, so that the client's requests are answered though the board takes no input.
AHEAD = 4096
# Escaped bytes and answers that the socket has not taken.
WIRE = 65536


class TelnetClient:
    """`typed` is where its bytes go; they outlive the connection."""

    def __init__(self, connection: socket.socket, typed: bytearray) -> None:
        self.alive = True
        self.outbox = Outbox()
        self._connection = connection
        self._typed = typed
        self._wire = bytearray()
        self._greeted = False  # it has begun as a client of this protocol does, with a command
        connection.setblocking(False)
        with suppress(OSError):
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, WIRE)  # as much as a serial port keeps, not 2 MB
        self._telnet: Any = PortManager(SerialSettings(self.outbox.drop), self)

    def fileno(self) -> int:
        return self._connection.fileno()

    def write(self, data: bytes) -> None:
        """Answers and requests of the Telnet side; PortManager calls it."""
        self._wire += data

    def send(self, data: bytes, now: float) -> None:
        self.outbox.put(data, now)
        self.flush(now)

    def flush(self, now: float) -> None:
        """What the socket takes now. Bytes that wait too long are dropped whole: never half of an escaped one."""
        self._push()
        self.outbox.flush(self._put_on_wire, now)

    def read(self, ahead: int = AHEAD) -> None:
        """Read on until so many typed bytes wait for the console."""
        while self.alive and len(self._typed) < ahead and len(self._wire) < WIRE:
            try:
                data = self._connection.recv(min(PIECE, ahead))
            except BlockingIOError:
                return
            except OSError:
                data = b""
            if not data or not (self._greeted or data[:1] == IAC):
                self.alive = False  # a web page that posts to every port of its reader's computer does not begin so
                return
            self._greeted = True
            try:
                for byte in self._telnet.filter(data):
                    self._typed += byte
            except (KeyError, TypeError, ValueError, struct.error):  # no Telnet that PortManager can read
                self.alive = False

    @property
    def reads(self) -> bool:
        """Whether there is reason to wait for its next byte."""
        return len(self._typed) < AHEAD and len(self._wire) < WIRE

    @property
    def writes(self) -> bool:
        """Whether there is reason to wait until it takes more."""
        return bool(self._wire)

    def close(self) -> None:
        self.alive = False
        self._connection.close()

    def _put_on_wire(self, data: bytes) -> int:
        if self._wire:
            return 0
        self._wire += b"".join(self._telnet.escape(data))
        self._push()
        return len(data)

    def _push(self) -> None:
        try:
            while self._wire:
                del self._wire[: self._connection.send(self._wire)]
        except BlockingIOError:
            pass
        except OSError:
            self.alive = False
            self._wire.clear()
            self.outbox.drop()
