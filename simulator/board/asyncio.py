"""`asyncio` under virtual time, with MicroPython's API; one implementation for both interpreters.

Tasks run in the order (time, serial). A coroutine gives up control by yielding to the loop, after it has queued its
task where it will be found again: in the loop's own queue, or with the event, lock or task that it waits for.
"""

import sys as _sys

import _boot
import _clock
from time import ticks_add, ticks_diff

_LOOP_US = 60  # one turn of the loop on the board


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


class _Yield:
    """Awaiting this hands control to the loop once."""

    def __init__(self):
        self._done = False

    def __await__(self):
        return self

    __iter__ = __await__

    def __next__(self):
        if self._done:
            raise StopIteration(None)
        self._done = True
        return None

    # CPython's coroutines call these on what they await when a task is cancelled
    def send(self, value):
        return self.__next__()

    def throw(self, *error):
        raise error[0]


class Task:
    def __init__(self, coroutine):
        global _serial
        _serial += 1
        self.coro = coroutine
        self.serial = _serial
        self.due = 0  # ticks_ms when it goes on
        self.place = None  # the list in which it waits
        self.waiting = []  # tasks that wait for this one
        self.finished = False
        self.value = None
        self.error = None
        self.taken = False  # somebody has seen the error

    def done(self):
        return self.finished

    def cancel(self):
        if self.finished:
            return False
        if self is _current:
            raise RuntimeError("can't cancel self")
        _wake(self, CancelledError())
        return True

    def __await__(self):  # CPython awaits through this
        return _join(self).__await__()

    def __iter__(self):  # and MicroPython through this
        return _join(self)


async def _join(task):
    if not task.finished:
        _park(task.waiting)
        await _Yield()
    task.taken = True
    if task.error is not None:
        raise task.error
    return task.value


_ready = []  # tasks with a time, in no order: few, and searched
_pending = {}  # task: exception to throw into it
_current = None
_serial = 0
_handler = None
_context = {}


def _park(place):
    """The running task will be found in `place`."""
    _current.place = place
    place.append(_current)


def _wake(task, error=None):
    if task.place is not None:
        task.place.remove(task)
    if error is not None:
        _pending[task] = error
    task.due = _clock.ticks_ms()
    task.place = _ready
    _ready.append(task)


def create_task(coroutine):
    if not hasattr(coroutine, "send"):
        raise TypeError("coroutine expected")
    task = Task(coroutine)
    _wake(task)
    return task


def current_task():
    if _current is None:
        raise RuntimeError("no running task")
    return _current


async def sleep_ms(ms):
    _current.due = ticks_add(_clock.ticks_ms(), ms if ms > 0 else 0)
    _park(_ready)
    await _Yield()


async def sleep(seconds):
    await sleep_ms(int(seconds * 1000))


def _next():
    first = None
    for task in _ready:
        if first is None:
            first = task
            continue
        later = ticks_diff(task.due, first.due)
        if later < 0 or later == 0 and task.serial < first.serial:
            first = task
    return first


def run_until_complete(main):
    global _current
    while True:
        task = _next()
        if task is None:
            if main is None:
                return None
            _clock.wait_for_callback()
            continue
        wait = ticks_diff(task.due, _clock.ticks_ms())
        if wait > 0:
            # to the ms the task is due in, not past it
            _clock.sleep_us(wait * 1000 - _clock.now % 1000)
            continue
        _ready.remove(task)
        task.place = None
        _current = task
        _clock.spend(_LOOP_US)
        error = _pending.pop(task, None)
        try:
            if error is None:
                task.coro.send(None)
            else:
                task.coro.throw(error)
        except StopIteration as end:
            _finish(task, end.value, None)
        except (CancelledError, Exception) as failure:
            _finish(task, None, failure)
        _current = None
        if task is main and task.finished:
            if task.error is not None:
                raise task.error
            return task.value


def _finish(task, value, error):
    task.finished = True
    task.value = value
    task.error = error
    waiting = task.waiting
    while waiting:
        task.taken = True
        _wake(waiting[0])
    if error is not None and not task.taken and not isinstance(error, CancelledError) and task is not _main:
        context = {"message": "Task exception wasn't retrieved", "exception": error, "future": task}
        (_handler or Loop.default_exception_handler)(Loop, context)


_main = None


def run(coroutine):
    global _main
    _main = create_task(coroutine)
    return run_until_complete(_main)


async def wait_for(awaitable, timeout):
    return await wait_for_ms(awaitable, None if timeout is None else int(timeout * 1000))


async def wait_for_ms(awaitable, timeout):
    task = awaitable if isinstance(awaitable, Task) else create_task(awaitable)
    if timeout is None:
        return await _join(task)
    fired = []

    async def expire():
        await sleep_ms(timeout)
        fired.append(True)
        if not task.finished:
            task.cancel()

    timer = create_task(expire())
    try:
        return await _join(task)
    except CancelledError:
        if fired:
            raise TimeoutError()
        if not task.finished:
            task.cancel()
        raise
    finally:
        if not timer.finished:
            timer.cancel()


async def gather(*awaitables, return_exceptions=False):
    tasks = [a if isinstance(a, Task) else create_task(a) for a in awaitables]
    results = []
    try:
        for task in tasks:
            try:
                results.append(await _join(task))
            except (Exception, CancelledError) as error:
                if not return_exceptions or task.error is not error:
                    raise
                results.append(error)
    except CancelledError:
        for task in tasks:
            if not task.finished:
                task.cancel()
        raise
    return results


class Event:
    def __init__(self):
        self._set = False
        self._waiting = []

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        while self._waiting:
            _wake(self._waiting[0])

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            _park(self._waiting)
            await _Yield()
        return True


class ThreadSafeFlag(Event):
    """A flag that a callback may set; who has waited for it takes it down."""

    async def wait(self):
        await super().wait()
        self._set = False


class Lock:
    def __init__(self):
        self._owner = None
        self._waiting = []

    def locked(self):
        return self._owner is not None

    async def acquire(self):
        if self._owner is None and not self._waiting:
            self._owner = _current
        else:
            _park(self._waiting)
            try:
                await _Yield()
            except CancelledError:
                if self._owner is _current:
                    self.release()
                raise
        return True

    def release(self):
        if self._owner is None:
            raise RuntimeError("Lock not acquired")
        if self._waiting:
            # the lock goes to the one that waits the longest; nobody can slip in between
            self._owner = self._waiting[0]
            _wake(self._owner)
        else:
            self._owner = None

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *_):
        self.release()


class Loop:
    """MicroPython's one event loop, as an object."""

    @staticmethod
    def create_task(coroutine):
        return create_task(coroutine)

    @staticmethod
    def run_until_complete(awaitable):
        return run(awaitable)

    @staticmethod
    def run_forever():
        run_until_complete(None)

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
        _sys.print_exception(context["exception"])

    @staticmethod
    def call_exception_handler(context):
        (_handler or Loop.default_exception_handler)(Loop, context)


def get_event_loop():
    return Loop


def new_event_loop():
    global _ready, _current, _main
    _ready = []
    _pending.clear()
    _current = None
    _main = None
    return Loop
