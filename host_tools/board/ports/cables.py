"""All clients of one board: its output goes to each of them, and each may type.

One thread calls everything here but `wake`. `serve` is the only place where the board waits for the outside.
"""

import selectors
import time
from math import inf

from .outbox import PATIENCE_S
from .seam import ConsoleEnd, Port
from .waker import Waker

# A client that does not read what its own typing prints stops being read, too.
BACKLOG = 1_000_000


class Cables:
    """The ports of one board. `plugged` says whether its cable is in."""

    def __init__(self, console: ConsoleEnd) -> None:
        self._console = console
        self._ports: list[Port] = []
        self._selector = selectors.DefaultSelector()
        self._waker = Waker()
        self._selector.register(self._waker, selectors.EVENT_READ, self._waker)
        self._look_at = inf
        self._stuck_until = 0.0
        self._held = False
        self.plugged = True

    def add(self, port: Port) -> None:
        """One more way in, there from now on if the cable is in. OSError or the port's own error if it cannot be."""
        if self.plugged:
            port.plug_in(self._selector)
        self._ports.append(port)
        self._look_at = 0.0

    def serve(self, timeout_s: float) -> bool:
        """Move bytes both ways; wait for input at most so long, or until `wake`. True if a client typed something.

        A client that does not take the board's output is waited for, whatever the timeout: see `Outbox`; in one call no
        longer than its patience, and never when there is input.
        """
        give_up = until = 0.0
        wait_s = 0.0
        while True:
            self._post()
            events = self._selector.select(wait_s)
            now = time.monotonic()
            if events or now >= self._look_at or (self._held and self._room()):
                if self._exchange(now):
                    self._post()
                    return True
                if any(key.data is self._waker for key, _ in events):
                    self._waker.clear()
                    return False
            if not until:
                until = now + timeout_s
                give_up = now + PATIENCE_S
            left = max(until, min(self._stuck_until, give_up)) - now
            if left <= 0:
                return False
            wait_s = max(min(left, self._look_at - now), 0.0)

    def wake(self) -> None:
        """From any thread: `serve` returns, or the next one does."""
        self._waker.wake()

    def unplug(self) -> None:
        """Pull the cable: every client sees its port vanish."""
        self.plugged = False
        for port in self._ports:
            port.unplug()
        self._note()

    def plug_in(self) -> None:
        """Put it back: the same link, the same TCP port. Errors as of `add`. What was printed meanwhile is lost."""
        if self.plugged:
            return
        self._console.take_output()
        try:
            for port in self._ports:
                port.plug_in(self._selector)
        except BaseException:
            self.unplug()  # all of them or none
            raise
        self.plugged = True
        self._look_at = 0.0

    def close(self) -> None:
        self.plugged = False
        for port in self._ports:
            port.close()
        self._selector.close()
        self._waker.close()

    def _post(self) -> None:
        data = self._console.take_output()
        if not data or not self.plugged:
            return
        now = time.monotonic()
        for port in self._ports:
            port.send(data, now)
        self._note()

    def _note(self) -> None:
        """What `serve` must know of the ports, for it is called far more often than something moves."""
        self._look_at = min((port.look_at for port in self._ports), default=inf)
        self._stuck_until = max((port.worth_waiting_until() for port in self._ports), default=0.0)
        self._held = any(port.held for port in self._ports)

    def _room(self) -> int:
        if any(port.backlog() > BACKLOG for port in self._ports):
            return 0
        return self._console.room()

    def _exchange(self, now: float) -> bool:
        typed = False
        if self.plugged:
            for port in self._ports:
                data = port.exchange(self._room(), now)
                if data:
                    self._console.receive(data)
                    typed = True
        self._note()
        return typed
