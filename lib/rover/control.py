"""One timer for all that moves: every 10 ms it calls the parts that control something just then."""

from time import sleep_us, ticks_add, ticks_diff, ticks_us

from machine import Timer
from micropython import const

from .stop import at_end, at_stop, stop_all, stop_at_end
from .terminal import pass_on_ctrl_c

PERIOD_MS = 10
_PERIOD_US = const(10_000)
_HALF_US = const(5_000)
_MOST = const(10)
# A timer comes a little later than planned; a tick takes longer than this.
_MARGIN_US = const(200)
# So many ticks in a row do not fail to come while the main program waits.
_MOST_MISSED = const(4)

_loops = {}


def loop_of(timer):
    """The control loop of that hardware timer. There is one timer behind a number, so there is one loop for it."""
    loop = _loops.get(timer)
    if loop is None:
        loop = _loops[timer] = ControlLoop(timer)
    return loop


class ControlLoop:
    """Calls jobs in order, each with the number of 10 ms periods that have passed since the last call (1 as a rule).

    The timer runs only while there is a job. A job is a bound method, made once by its owner and kept, since making one
    takes heap. Jobs may be stopped from inside a tick but are started from outside only.
    """

    def __init__(self, timer):
        self._number = timer
        self._timer = None
        self._jobs = []
        self._watching = []
        self._guests = []
        self._due = 0
        self._missed = 0
        self._waits = False
        self._error = None
        self._callback = self._tick
        at_stop(self._stop_moving)
        at_end(self._stop_all)

    def start(self, job, first=False, watch=False):
        """Call `job` each period from now on; `first` puts it before the others.

        One with `watch` moves nothing, and goes on when all that moves is switched off.
        """
        self.check()
        jobs = self._jobs
        if job in jobs:
            return
        while None in jobs:
            jobs.remove(None)
        if first:
            jobs.insert(0, job)
        else:
            jobs.append(job)
        if watch and job not in self._watching:
            self._watching.append(job)
        if self._timer is None:
            stop_at_end()
            self._due = ticks_us()
            self._timer = Timer(self._number, mode=Timer.PERIODIC, period=PERIOD_MS, callback=self._callback)

    def invite(self, guest):
        """Call `guest` too, without arguments, whenever there is a job; for its sake alone the timer does not run."""
        self._guests.append(guest)

    def stop(self, job):
        """Call `job` no more. Its place is kept until the next start, so that a tick may stop jobs while it runs."""
        jobs = self._jobs
        idle = True
        for i in range(len(jobs)):
            if jobs[i] is job:
                jobs[i] = None
            elif jobs[i] is not None:
                idle = False
        if idle and self._timer is not None:
            self._timer.deinit()
            self._timer = None

    def fail(self, error):
        """Have the main program raise `error`, at its next wait or command that moves the robot."""
        if isinstance(error, KeyboardInterrupt) and pass_on_ctrl_c():
            return
        self._error = error
        if not self._waits:
            print("Stopped:", error)

    def check(self):
        """Raise what has gone wrong since the last look, if anything has."""
        error = self._error
        if error is not None:
            self._error = None
            raise error

    def _stop_moving(self):
        for job in self._jobs:
            if job not in self._watching:
                self.stop(job)

    def _stop_all(self):
        for job in self._jobs:
            self.stop(job)

    def wait(self, who="This call"):
        """Sleep until the next tick has done its work, so that what a program looks at then is as fresh as can be.

        In a callback no tick comes, since callbacks are not nested: then it says that `who` cannot wait there.
        """
        due = self._due
        left = ticks_diff(due, ticks_us()) + _PERIOD_US + _MARGIN_US
        self._waits = True
        sleep_us(left if _MARGIN_US < left else _PERIOD_US)
        self._waits = False
        if self._error is not None:
            self.check()
        if self._due != due or self._timer is None:
            self._missed = 0
            return
        self._missed += 1
        if self._missed > _MOST_MISSED:
            self._missed = 0
            from .errors import RoverError

            raise RoverError("R15", who)

    def _tick(self, timer):
        periods = (ticks_diff(ticks_us(), self._due) + _HALF_US) // _PERIOD_US
        if periods != 1:
            if periods < 1:
                return
            if periods > _MOST:  # the board was busy for long: what was planned for that time is not caught up
                self._due = ticks_add(self._due, (periods - _MOST) * _PERIOD_US)
                periods = _MOST
        self._due = ticks_add(self._due, periods * _PERIOD_US)
        try:
            for job in self._jobs:
                if job is not None:
                    job(periods)
            for guest in self._guests:
                guest()
        except BaseException as error:  # Ctrl-C too: MicroPython prints what a callback raises, and goes on
            try:
                stop_all()
            finally:
                self.fail(error)
