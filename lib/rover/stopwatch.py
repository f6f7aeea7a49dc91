"""Measures time in ms."""

from time import ticks_diff, ticks_ms


class StopWatch:
    """A stopwatch; it runs from the moment it is made. It may run for six days between two looks at it.

    Example:
        from rover import StopWatch
        watch = StopWatch()
        rover.drive.straight(100)
        print(watch.time())
    """

    def __init__(self):
        self._past = 0
        self._since = ticks_ms()
        self._running = True

    def time(self):
        """The time it has run.

        Returns (int, ms)
        """
        if self._running:
            now = ticks_ms()
            self._past += ticks_diff(now, self._since)
            self._since = now
        return self._past

    def pause(self):
        """Stop the time; `resume` goes on from there."""
        self.time()
        self._running = False

    def resume(self):
        """Let the time go on."""
        if not self._running:
            self._since = ticks_ms()
            self._running = True

    def reset(self):
        """Set the time to 0; a running stopwatch runs on."""
        self._past = 0
        self._since = ticks_ms()
