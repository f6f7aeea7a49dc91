"""What is under way beside the program: a drive, a turn of a motor, a melody. A program may wait for it or await it."""

import sys

from .control import PERIOD_MS


def in_task():
    """True inside a running asyncio task, where waiting would stop the other tasks."""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return False
    try:
        return asyncio.current_task() is not None
    except RuntimeError:
        return False


class Motion:
    """Something that goes on by itself until it ends. `result` is None until then and says how it ended afterwards.

    In an asyncio task, `await` it.

    Arguments:
        name (str): how messages call it, "straight()".
        loop (ControlLoop): what it goes on in.
        off (function): ends it early; called when the program is broken off while it waits.

    Attributes:
        name (str): how messages call it.
        result (str or None): how it ended; None while it goes on.

    Example:
        move = rover.drive.straight(100, wait=False)
        while not move.done():
            rover.led.toggle()
            rover.button.pressed()
        print(move.result)
    """

    def __init__(self, name, loop, off):
        self.name = name
        self.result = None
        self.owed = False  # True while somebody has to await it
        self._loop = loop
        self._off = off
        self._steps = None

    def __repr__(self):
        return "<" + self.name + " " + (self.result or "goes on") + ">"

    def done(self):
        """True when it has ended."""
        return self.result is not None

    def wait(self):
        """Wait until it has ended.

        Returns (str): how it ended.
        """
        try:
            while self._goes_on():
                self._loop.wait(self.name)
        finally:
            if self.result is None:  # the program was stopped, by Ctrl-C for instance
                self._off()
        return self.result

    # What the robot's parts call

    def finish(self, wait):
        """What a call with that `wait` gives its program: how it ended, or in a task and without waiting itself."""
        if not wait:
            return self
        if in_task():
            self.owed = True
            return self
        return self.wait()

    def make_way(self):
        """Another is to replace it: end it, and complain when a task has forgotten to await it."""
        if self.owed and self.result is None:
            self._off()
            from .errors import RoverError

            raise RoverError("R16", self.name)

    def _goes_on(self):
        """Whether to wait on; it raises what a tick has failed with, since that has stopped everything."""
        self._loop.check()
        return self.result is None

    def __await__(self):
        from asyncio import sleep_ms

        self.owed = False
        try:
            while self._goes_on():
                yield from sleep_ms(PERIOD_MS)
        finally:
            if self.result is None:  # the task was cancelled
                self._off()
        return self.result

    __iter__ = __await__

    # As a coroutine, for asyncio.create_task, gather and wait_for

    def send(self, value):
        """Go on one step of the event loop."""
        if self._steps is None:
            self._steps = self.__await__()
        return self._steps.send(value)

    def throw(self, *error):
        """Break it off."""
        if self._steps is None:
            self._steps = self.__await__()
        return self._steps.throw(*error)

    def close(self):
        """Forget it."""
        if self.result is None:
            self._off()
