"""A serial port as a pseudo-terminal (Linux, macOS), under a link that stays the same.

The board holds only its own end, the master. That a client has the other end open is then the system's to tell: poll()
says POLLHUP while none has. A hung-up terminal is looked at on a timer, for POLLHUP would end every wait at once.

Linux, as measured: bytes typed by a client that has gone can still be read; bytes it did not read lie there for the
next one until the terminal is flushed through `tcsetattr` (`tcflush` on the master leaves what the discipline has).
A write goes through in pieces of 512 bytes long before poll() says POLLOUT, so a stuck one is tried again on a timer.
"""

import os
import pty
import select
import selectors
import termios
import tty
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import Any

from .outbox import Outbox
from .stable_link import StableLink

LOOK_S = 0.005
RETRY_S = 0.001
PIECE = 4096


class PtyPort:
    """`link` appears with the first `plug_in`, and leads to another terminal after each."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self.look_at = inf
        self.held = False
        self._link = StableLink(link)
        self._outbox = Outbox()
        self._master: int | None = None
        self._raw: list[Any] = []
        self._poll = select.poll()
        self._selector: selectors.BaseSelector | None = None
        self._connected = False
        self._watched = False

    def plug_in(self, selector: selectors.BaseSelector) -> None:
        """LinkRefused if the link's name is not to be had; OSError if its folder cannot be written."""
        if self._master is not None:
            return
        self._link.claim()
        master, slave = pty.openpty()
        try:
            tty.setraw(slave, termios.TCSANOW)
            self._raw = termios.tcgetattr(slave)
            self._link.point_to(os.ttyname(slave))
        except BaseException:
            os.close(master)
            self._link.release()
            raise
        finally:
            os.close(slave)
        os.set_blocking(master, False)
        self._poll.register(master, select.POLLIN)
        self._master, self._selector = master, selector
        self.look_at = 0.0

    def unplug(self) -> None:
        if self._master is None:
            return
        self._watch(False)
        self._poll.unregister(self._master)
        self._link.remove()
        os.close(self._master)
        self._master = None
        self._connected = False
        self._outbox.renew()
        self.held = False
        self.look_at = inf

    def close(self) -> None:
        self.unplug()
        self._link.release()

    def send(self, data: bytes, now: float) -> None:
        if self._master is None:
            return
        self._follow(self._state())
        if self._connected:
            self._outbox.put(data, now)
            self._outbox.flush(self._write, now)
            if self._outbox:
                self.look_at = min(self.look_at, now + RETRY_S)

    def exchange(self, room: int, now: float) -> bytes:
        if self._master is None:
            return b""
        state = self._state()
        self._follow(state)
        if self._connected:
            self._outbox.flush(self._write, now)
        elif termios.tcgetattr(self._master) != self._raw:  # one came, set it and went between two looks
            self._renew_terminal()
        readable = bool(state & select.POLLIN)
        typed = self._read(room) if readable and room > 0 else b""
        self.held = readable and len(typed) >= room
        self._watch(self._connected and not self.held)
        self.look_at = now + RETRY_S if self._outbox else inf if self._watched else now + LOOK_S
        return typed

    def backlog(self) -> int:
        return len(self._outbox)

    def worth_waiting_until(self) -> float:
        return self._outbox.patient_until()

    def _state(self) -> int:
        return next((state for _, state in self._poll.poll(0)), 0)

    def _follow(self, state: int) -> None:
        """Notice that a client came or that the last one went."""
        assert self._master is not None
        connected = not state & select.POLLHUP
        if self._connected and not connected:
            self._watch(False)
            self._outbox.renew()
            self._renew_terminal()
            self.look_at = 0.0  # unwatched, the next client is only found by looking
        self._connected = connected

    def _renew_terminal(self) -> None:
        """What a client did not read and how it set the terminal are not for the next one."""
        assert self._master is not None
        with suppress(termios.error):
            termios.tcflush(self._master, termios.TCOFLUSH)
            termios.tcsetattr(self._master, termios.TCSAFLUSH, self._raw)

    def _read(self, room: int) -> bytes:
        assert self._master is not None
        try:
            return os.read(self._master, min(room, PIECE))
        except OSError:  # nothing there after all, or the client has gone
            return b""

    def _write(self, data: bytes) -> int:
        assert self._master is not None
        try:
            return os.write(self._master, data)
        except OSError:
            return 0

    def _watch(self, watched: bool) -> None:
        if watched == self._watched:
            return
        assert self._selector is not None and self._master is not None
        if watched:
            self._selector.register(self._master, selectors.EVENT_READ, self)
        else:
            self._selector.unregister(self._master)
        self._watched = watched
