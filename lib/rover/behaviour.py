"""The behaviour loop: calls a program's step again and again, at even times on the board's clock."""

from time import sleep_ms, sleep_us, ticks_add, ticks_diff, ticks_us

from .check import function, whole


def every(period, step, off, name="every()"):
    """Call `step` every `period` ms until it returns True; then, whatever has ended it, call `off`.

    Arguments:
        period (int, ms): from the beginning of one step to that of the next; 1 to 60000.
        step (function): called without arguments; in an asyncio task it may be a coroutine.
        off (function): stops the motors.
        name (str): how messages call it.

    In an asyncio task: returns something to await.
    """
    from .motion import in_task

    beat = _Beat(whole("period", period, 1, 60_000, "ms"), name)
    function("step", step)
    if in_task():
        return _beside(beat, step, off)
    try:
        while True:
            ended = step()
            if ended:
                if hasattr(ended, "send"):
                    from .errors import RoverError

                    raise RoverError("R67", name)
                return
            left = beat.left()
            sleep_ms(left // 1000)  # lets the board do its own work, as sleep_us may not
            sleep_us(left % 1000)
    finally:
        off()
        beat.tell()


async def _beside(beat, step, off):
    from asyncio import sleep_ms

    beat.begin()
    try:
        while True:
            ended = step()
            if hasattr(ended, "send"):
                ended = await ended
            if ended:
                return
            await sleep_ms((beat.left() + 500) // 1000)
    finally:
        off()
        beat.tell()


class _Beat:
    """Even times, kept without drift: each is counted from the one before, not from now."""

    def __init__(self, period, name):
        self._name = name
        self._period_us = period * 1000
        self._late = 0
        self.begin()

    def begin(self):
        """The first step begins now."""
        self._due = ticks_us()

    def left(self):
        """Time until the next step (µs). Steps that should have begun already are left out and counted."""
        period = self._period_us
        self._due = ticks_add(self._due, period)
        left = ticks_diff(self._due, ticks_us())
        if left < 0:
            missed = -left // period
            self._late += 1 + missed
            self._due = ticks_add(self._due, missed * period)
            left = 0
        return left

    def tell(self):
        """Say how many steps came late, if any did."""
        if self._late:
            from .errors import RoverError

            print(RoverError("R63", self._name, value=self._late, allowed=f"{self._period_us // 1000} ms"))
