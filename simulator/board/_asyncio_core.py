"""`asyncio`'s tasks, the loop that runs them, and the streams that it looks at while it waits.

Tasks run in the order in which they fell due, first come first served. A coroutine gives up control by yielding to the
loop, after its task was put where it will be found again: among the ready ones, or with the event, lock, task or stream
that it waits for.
"""

import select
import sys
from time import ticks_add, ticks_diff

import _boot
import _clock

_LOOP_US = 60  # one turn of the loop on the board
_STREAM_STEP_US = 1000  # how often streams are asked while the loop waits


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


class _Switch:
    """Awaiting this hands control to the loop once."""

    def __await__(self):  # CPython awaits through this
        yield

    __iter__ = __await__  # and MicroPython through this


switch = _Switch()


class Task:
    """A coroutine that runs beside others; made by `create_task`."""

    def __init__(self, coro):
        self.coro = coro
        self._due = 0  # ticks_ms when it goes on
        self._place = None  # where it waits: has remove(task)
        self._waits_for = None  # the task whose end it waits for
        self._waiting = []  # tasks that wait for the end of this one
        self._callback = None  # what a gather wants to be called at its end
        self._thrown = None  # what will be raised in it
        self._finished = False
        self._value = None
        self._error = None
        self._taken = False  # somebody has seen the error

    def done(self):
        return self._finished

    def cancel(self):
        if self._finished:
            return False
        if self is current:
            raise RuntimeError("can't cancel self")
        task = self
        while task._waits_for is not None:  # what it waits for is cancelled, and passes that on
            task = task._waits_for
        if task._place is not ready or ticks_diff(task._due, _clock.ticks_ms()) > 0:
            wake(task)
        task._thrown = CancelledError
        return True

    def __await__(self):
        if not self._finished:
            if self._callback is not None:
                raise RuntimeError("can't wait")
            current._waits_for = self
            park(self._waiting)
            yield
        self._taken = True
        if self._error is not None:
            raise self._error
        return self._value

    __iter__ = __await__


ready = []  # tasks with a time, first come first; few, and searched
current = None  # the task that runs
_main = None
_stopper = None
_handler = None


def park(place):
    """The running task will be found in `place`."""
    current._place = place
    place.append(current)


def wake(task):
    """Let the task run now, after those that are due already."""
    if task._place is not None:
        task._place.remove(task)
    task._waits_for = None
    task._due = _clock.ticks_ms()
    task._place = ready
    ready.append(task)


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro)
    wake(task)
    return task


def as_task(awaitable):
    return awaitable if isinstance(awaitable, Task) else create_task(awaitable)


def current_task():
    if current is None:
        raise RuntimeError("no running event loop")
    return current


class _Sleep:
    """Awaiting this lets the task go on at that ms."""

    def __init__(self, due):
        self._due = due

    def __await__(self):
        current._due = self._due
        park(ready)
        yield

    __iter__ = __await__


def sleep_ms(t):
    return _Sleep(ticks_add(_clock.ticks_ms(), t if t > 0 else 0))


def sleep(t):
    return sleep_ms(int(t * 1000))


class _Streams:
    """Tasks that wait for a stream: to have something to read, or room for what is written."""

    def __init__(self):
        self.entries = []  # [stream, task, POLLIN or POLLOUT]

    def append(self, task):
        pass  # `until` has the stream as well

    def remove(self, task):
        self.entries = [entry for entry in self.entries if entry[1] is not task]

    def look(self):
        for stream, task, mask in list(self.entries):
            if stream.ioctl(3, mask | select.POLLERR | select.POLLHUP) > 0:
                wake(task)

    async def until(self, stream, mask):
        if not hasattr(stream, "ioctl"):
            raise OSError("stream operation not supported")
        self.entries.append((stream, current, mask))
        park(self)
        await switch


streams = _Streams()


def _next():
    first = None
    for task in ready:
        if first is None or ticks_diff(task._due, first._due) < 0:
            first = task
    return first


def _wait(task):
    """Let time pass until `task` (or None) is due; what a callback or a stream wakes comes before."""
    us = -1
    if task is not None:
        us = ticks_diff(task._due, _clock.ticks_ms()) * 1000 - _clock.now % 1000  # to the ms, not past it
    if streams.entries and not 0 <= us < _STREAM_STEP_US:
        us = _STREAM_STEP_US
    if us < 0:
        _clock.wait_for_callback()
    else:
        _clock.wait_for_callback(us)


def run_until_complete(main_task=None):
    global current, _main
    _main = main_task
    while True:
        if streams.entries:
            streams.look()
        task = _next()
        if task is None and not streams.entries and (main_task is None or main_task._finished):
            return None
        if task is None or ticks_diff(task._due, _clock.ticks_ms()) > 0:
            _wait(task)
            continue
        ready.remove(task)
        task._place = None
        if task._finished:  # it failed a turn ago, and nobody has asked since
            if not task._taken:
                Loop.call_exception_handler(
                    {"message": "Task exception wasn't retrieved", "exception": task._error, "future": task}
                )
            continue
        current = task
        _clock.spend(_LOOP_US)
        error = task._thrown
        task._thrown = None
        try:
            if error is None:
                task.coro.send(None)
            else:
                task.coro.throw(error)
        except StopIteration as end:
            _finish(task, end.value, None)
        except (CancelledError, Exception) as failure:
            _finish(task, None, failure)
        finally:
            current = None
        if task is main_task and task._finished:
            if task._error is not None:
                raise task._error
            return task._value


def _finish(task, value, error):
    task._finished = True
    task._value = value
    task._error = error
    if task._callback is not None:
        task._taken = True
        task._callback(task)
        task._callback = None
    while task._waiting:
        task._taken = True
        wake(task._waiting[0])
    if error is not None and not task._taken and not isinstance(error, CancelledError) and task is not _main:
        wake(task)  # it may still be asked before its turn


def run(coro):
    return run_until_complete(create_task(coro))


class Loop:
    """MicroPython's one event loop, as an object."""

    @staticmethod
    def create_task(coro):
        return create_task(coro)

    @staticmethod
    def run_until_complete(aw):
        return run_until_complete(as_task(aw))

    @staticmethod
    def run_forever():
        global _stopper
        _stopper = Task(_nothing())
        run_until_complete(_stopper)

    @staticmethod
    def stop():
        global _stopper
        if _stopper is not None:
            wake(_stopper)
            _stopper = None

    @staticmethod
    def close():
        pass

    @staticmethod
    def set_exception_handler(handler):
        global _handler
        _handler = handler

    @staticmethod
    def get_exception_handler():
        return _handler

    @staticmethod
    def default_exception_handler(loop, context):
        _boot.board_print(context["message"])
        sys.print_exception(context["exception"])

    @staticmethod
    def call_exception_handler(context):
        (_handler or Loop.default_exception_handler)(Loop, context)


async def _nothing():
    pass


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def new_event_loop():
    global current, _main, _stopper
    while ready:
        ready.pop()
    streams.entries = []
    current = _main = _stopper = None
    return Loop
