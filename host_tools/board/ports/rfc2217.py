"""A serial port over TCP (RFC 2217), for every system: `rfc2217://127.0.0.1:PORT` is what pyserial's tools open.

This computer only, and one client at a time, as a serial port has one: who comes second is closed at once.
"""

import os
import selectors
import socket
from contextlib import suppress
from math import inf

from .telnet_client import TelnetClient

HOST = "127.0.0.1"
# How far the first client's bytes are read ahead, to know whether it has gone, when a second one is at the door.
FAREWELL = 65536


class Rfc2217Port:
    """`port` 0 is any free one: `port` and `url` say which, from the first `plug_in` on."""

    def __init__(self, port: int = 0) -> None:
        self.port = port
        self.look_at = inf
        self.held = False
        self._door: socket.socket | None = None
        self._open = False
        self._client: TelnetClient | None = None
        self._typed = bytearray()
        self._selector: selectors.BaseSelector | None = None
        self._events = 0

    @property
    def url(self) -> str:
        return f"rfc2217://{HOST}:{self.port}"

    def plug_in(self, selector: selectors.BaseSelector) -> None:
        """OSError if the port is another program's."""
        if self._open:
            return
        door = self._door or self._bound()
        try:
            door.listen()
        except OSError:  # another program was faster
            door.close()
            self._door = None
            raise
        self._door = door
        self._open = True
        self._selector = selector
        selector.register(self._door, selectors.EVENT_READ, self)

    def unplug(self) -> None:
        """The number stays the board's: a socket that does not listen keeps it and refuses whoever comes."""
        if self._open:
            self._shut()
            with suppress(OSError):  # then `plug_in` will tell
                self._door = self._bound()

    def close(self) -> None:
        if self._open:
            self._shut()
        if self._door is not None:
            self._door.close()
            self._door = None

    def send(self, data: bytes, now: float) -> None:
        if self._client is not None:
            self._client.send(data, now)
            self._follow()

    def exchange(self, room: int, now: float) -> bytes:
        if not self._open:
            return b""
        if self._client is not None:
            self._client.read()
        self._follow()
        self._answer_the_door()
        if self._client is not None:
            self._client.flush(now)
            self._follow()
        typed = bytes(self._typed[:room])
        del self._typed[:room]
        self.held = bool(self._typed)
        return typed

    def backlog(self) -> int:
        return len(self._client.outbox) if self._client is not None else 0

    def worth_waiting_until(self) -> float:
        return self._client.outbox.patient_until() if self._client is not None else 0.0

    def _bound(self) -> socket.socket:
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere it would let another program take the port away
                door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((HOST, self.port))
        except BaseException:
            door.close()
            raise
        door.setblocking(False)
        self.port = door.getsockname()[1]
        return door

    def _shut(self) -> None:
        assert self._selector is not None and self._door is not None
        self._part()
        self._selector.unregister(self._door)
        self._door.close()
        self._door = None
        self._open = False
        self._typed.clear()
        self.held = False

    def _answer_the_door(self) -> None:
        assert self._door is not None
        while True:
            try:
                connection, _ = self._door.accept()
            except OSError:  # nobody, or gone again
                return
            if self._client is not None:
                self._client.read(FAREWELL)
                self._follow()
            if self._client is not None:
                connection.close()
            else:
                self._client = TelnetClient(connection, self._typed)

    def _follow(self) -> None:
        """Have the client watched for what it may do next; part with one that has gone."""
        if self._client is None:
            return
        if not self._client.alive:
            self._part()
            return
        self.look_at = self._client.outbox.patient_until() or inf
        events = (selectors.EVENT_READ if self._client.reads else 0) | (
            selectors.EVENT_WRITE if self._client.writes else 0
        )
        if events == self._events:
            return
        assert self._selector is not None
        if not self._events:
            self._selector.register(self._client, events, self)
        elif events:
            self._selector.modify(self._client, events, self)
        else:
            self._selector.unregister(self._client)
        self._events = events

    def _part(self) -> None:
        if self._client is None:
            return
        if self._events:
            assert self._selector is not None
            self._selector.unregister(self._client)
            self._events = 0
        self._client.close()
        self._client = None
        self.look_at = inf
