"""`asyncio` under virtual time, with MicroPython's API; one implementation for both interpreters.

docs.micropython.org, library/asyncio. Tasks run in the order in which they fell due, first come first served. A
coroutine gives up control by yielding to the loop, after its task was put where it will be found again: among the ready
ones, or with the event, lock, task or stream that it waits for.
"""

import sys as _sys

import _boot
import _clock
import select as _select
from time import ticks_add as _ticks_add, ticks_diff as _ticks_diff

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


_switch = _Switch()


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
        if self is _current:
            raise RuntimeError("can't cancel self")
        task = self
        while task._waits_for is not None:  # what it waits for is cancelled, and passes that on
            task = task._waits_for
        if task._place is not _ready or _ticks_diff(task._due, _clock.ticks_ms()) > 0:
            _wake(task)
        task._thrown = CancelledError
        return True

    def __await__(self):
        if not self._finished:
            if self._callback is not None:
                raise RuntimeError("can't wait")
            _current._waits_for = self
            _park(self._waiting)
            yield
        self._taken = True
        if self._error is not None:
            raise self._error
        return self._value

    __iter__ = __await__


_ready = []  # tasks with a time, first come first; few, and searched
_current = None
_main = None
_stopper = None
_handler = None


def _park(place):
    """The running task will be found in `place`."""
    _current._place = place
    place.append(_current)


def _wake(task):
    """Let the task run now, after those that are due already."""
    if task._place is not None:
        task._place.remove(task)
    task._waits_for = None
    task._due = _clock.ticks_ms()
    task._place = _ready
    _ready.append(task)


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro)
    _wake(task)
    return task


def _task(awaitable):
    return awaitable if isinstance(awaitable, Task) else create_task(awaitable)


def current_task():
    if _current is None:
        raise RuntimeError("no running event loop")
    return _current


class _Sleep:
    """Awaiting this lets the task go on at that ms."""

    def __init__(self, due):
        self._due = due

    def __await__(self):
        _current._due = self._due
        _park(_ready)
        yield

    __iter__ = __await__


def sleep_ms(t):
    return _Sleep(_ticks_add(_clock.ticks_ms(), t if t > 0 else 0))


def sleep(t):
    return sleep_ms(int(t * 1000))


def _next():
    first = None
    for task in _ready:
        if first is None or _ticks_diff(task._due, first._due) < 0:
            first = task
    return first


def _wait(task):
    """Let time pass until `task` (or None) is due; what a callback or a stream wakes comes before."""
    us = -1
    if task is not None:
        us = _ticks_diff(task._due, _clock.ticks_ms()) * 1000 - _clock.now % 1000  # to the ms, not past it
    if _streams.entries and not 0 <= us < _STREAM_STEP_US:
        us = _STREAM_STEP_US
    if us < 0:
        _clock.wait_for_callback()
    else:
        _clock.wait_for_callback(us)


def run_until_complete(main_task=None):
    global _current, _main
    _main = main_task
    while True:
        if _streams.entries:
            _streams.look()
        task = _next()
        if task is None and not _streams.entries and (main_task is None or main_task._finished):
            return None
        if task is None or _ticks_diff(task._due, _clock.ticks_ms()) > 0:
            _wait(task)
            continue
        _ready.remove(task)
        task._place = None
        if task._finished:  # it failed a turn ago, and nobody has asked since
            if not task._taken:
                Loop.call_exception_handler(
                    {"message": "Task exception wasn't retrieved", "exception": task._error, "future": task}
                )
            continue
        _current = task
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
            _current = None
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
        _wake(task._waiting[0])
    if error is not None and not task._taken and not isinstance(error, CancelledError) and task is not _main:
        _wake(task)  # it may still be asked before its turn


def run(coro):
    return run_until_complete(create_task(coro))


async def _wait_for(awaitable, sleeping):
    task = _task(awaitable)
    waiter = _current
    outcome = []

    async def watch():
        try:
            outcome.append((None, await task))
        except BaseException as error:
            outcome.append((error, None))
        if waiter._place is _ready and waiter._thrown is None:
            _wake(waiter)

    watcher = create_task(watch())
    try:
        await sleeping()
    except CancelledError:
        watcher.cancel()
        raise
    if not outcome:
        watcher.cancel()
        await watcher
        raise TimeoutError
    error, value = outcome[0]
    if error is not None:
        raise error
    return value


async def wait_for(aw, timeout):
    if timeout is None:
        return await _task(aw)
    return await _wait_for(aw, lambda: sleep(timeout))


async def wait_for_ms(aw, timeout):
    if timeout is None:
        return await _task(aw)
    return await _wait_for(aw, lambda: sleep_ms(timeout))


class _Nowhere:
    """Where a task waits that only a callback will wake."""

    @staticmethod
    def append(task):
        pass

    @staticmethod
    def remove(task):
        pass


async def gather(*aws, return_exceptions=False):
    tasks = [_task(aw) for aw in aws]
    gatherer = _current
    running = []
    failed = []

    def done(task):
        running.remove(task)
        failure = task._error is not None and not return_exceptions
        if failure:
            failed.append(task._error)
        if gatherer._place is _Nowhere and (failure or not running):
            _wake(gatherer)

    for task in tasks:
        if task._waiting or task._callback is not None:
            raise RuntimeError("can't gather")
        if not task._finished:
            task._callback = done
            running.append(task)
        else:
            task._taken = True
            if task._error is not None and not return_exceptions:
                failed.append(task._error)
    if running and not failed:
        _park(_Nowhere)
        try:
            await _switch
        except CancelledError:
            for task in running:
                task._callback = None
                task.cancel()
            raise
    for task in running:  # another has failed: these go on by themselves
        task._callback = None
    if failed:
        raise failed[0]
    return [task._value if task._error is None else task._error for task in tasks]


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
            await _switch
        return True


class ThreadSafeFlag:
    """A flag that a callback may set; who has waited for it takes it down."""

    def __init__(self):
        self._set = False
        self._waiting = []

    def set(self):
        self._set = True
        if self._waiting:
            _wake(self._waiting[0])

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            _park(self._waiting)
            await _switch
        self._set = False

    def ioctl(self, request, flags):
        return flags if request == 3 and self._set else 0 if request == 3 else -1


class Lock:
    def __init__(self):
        self._locked = False
        self._next = None  # the task that has been woken to take it
        self._waiting = []

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or self._next is not None:
            _park(self._waiting)
            try:
                await _switch
            except CancelledError:
                if self._next is _current:  # cancelled when it was about to run
                    self._locked = True
                    self.release()
                raise
        self._next = None
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock not acquired")
        self._locked = False
        self._next = None
        if self._waiting:
            # the lock is kept for the one that waits the longest; nobody can slip in between
            self._next = self._waiting[0]
            _wake(self._next)

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        return self.release()


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
            if stream.ioctl(3, mask | _select.POLLERR | _select.POLLHUP) > 0:
                _wake(task)

    async def until(self, stream, mask):
        if not hasattr(stream, "ioctl"):
            raise OSError("stream operation not supported")
        self.entries.append((stream, _current, mask))
        _park(self)
        await _switch


_streams = _Streams()


class StreamReader:
    """Reads and writes a stream (a UART) while other tasks run."""

    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""

    def get_extra_info(self, v):
        return self.e[v]

    def close(self):
        pass

    async def wait_closed(self):
        self.s.close()

    async def read(self, n=-1):
        whole = b""
        while True:
            await _streams.until(self.s, _select.POLLIN)
            part = self.s.read(n)
            if part is not None:
                if n >= 0:
                    return part
                if not len(part):
                    return whole
                whole += part

    async def readinto(self, buf):
        await _streams.until(self.s, _select.POLLIN)
        return self.s.readinto(buf)

    async def readexactly(self, n):
        whole = b""
        while n:
            await _streams.until(self.s, _select.POLLIN)
            part = self.s.read(n)
            if part is not None:
                if not len(part):
                    raise EOFError
                whole += part
                n -= len(part)
        return whole

    async def readline(self):
        line = b""
        while True:
            await _streams.until(self.s, _select.POLLIN)
            part = self.s.readline()
            if part is None:
                continue
            line += part
            if not part or line[-1] == 10:
                return line

    def write(self, buf):
        if not self.out_buf:
            written = self.s.write(buf)
            if written == len(buf):
                return
            if written is not None:
                buf = buf[written:]
        self.out_buf += buf

    async def drain(self):
        if not self.out_buf:
            return await sleep_ms(0)
        while self.out_buf:
            await _streams.until(self.s, _select.POLLOUT)
            written = self.s.write(self.out_buf)
            if written is not None:
                self.out_buf = self.out_buf[written:]


StreamWriter = StreamReader


async def open_connection(host, port, ssl=None, server_hostname=None):
    """OSError: there is no network."""
    import socket

    address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    socket.socket(*address[:3]).connect(address[-1])


async def start_server(callback, host, port, backlog=5, ssl=None):
    """OSError: there is no network."""
    import socket

    address = socket.getaddrinfo(host, port)[0]
    socket.socket(address[0]).bind(address[-1])


class Loop:
    """MicroPython's one event loop, as an object."""

    @staticmethod
    def create_task(coro):
        return create_task(coro)

    @staticmethod
    def run_until_complete(aw):
        return run_until_complete(_task(aw))

    @staticmethod
    def run_forever():
        global _stopper
        _stopper = Task(_nothing())
        run_until_complete(_stopper)

    @staticmethod
    def stop():
        global _stopper
        if _stopper is not None:
            _wake(_stopper)
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
        _sys.print_exception(context["exception"])

    @staticmethod
    def call_exception_handler(context):
        (_handler or Loop.default_exception_handler)(Loop, context)


async def _nothing():
    pass


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def new_event_loop():
    global _current, _main, _stopper
    while _ready:
        _ready.pop()
    _streams.entries = []
    _current = _main = _stopper = None
    return Loop
