"""What tasks of `asyncio` tell each other by: Event, Lock, and ThreadSafeFlag, which a callback may set, too."""

import _asyncio_core as core


class Event:
    def __init__(self):
        self._set = False
        self._waiting = []

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        while self._waiting:
            core.wake(self._waiting[0])

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            core.park(self._waiting)
            await core.switch
        return True


class ThreadSafeFlag:
    """A flag that a callback may set; who has waited for it takes it down."""

    def __init__(self):
        self._set = False
        self._waiting = []

    def set(self):
        self._set = True
        if self._waiting:
            core.wake(self._waiting[0])

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            core.park(self._waiting)
            await core.switch
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
            core.park(self._waiting)
            try:
                await core.switch
            except core.CancelledError:
                if self._next is core.current:  # cancelled when it was about to run
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
            core.wake(self._next)

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        return self.release()
