"""`select` under virtual time: waits until a stream is ready, asking each once in a simulated ms.

A stream answers `ioctl(3, flags)` as MicroPython's stream protocol has it; `machine.UART` and files of ours do.
"""

import _clock
import _terminal
import errno as _errno
from _port import os_error as _os_error

POLLIN, POLLOUT, POLLERR, POLLHUP = 1, 4, 8, 16
_POLL = 3  # the request of a stream's ioctl
_STEP_US = 1000


def _ready(stream, mask):
    flags = stream.ioctl(_POLL, mask)
    return flags if flags > 0 else 0


def _need_stream(stream):
    if not hasattr(stream, "ioctl"):
        raise OSError("stream operation not supported")


class poll:
    def __repr__(self):
        return "<poll>"

    def __init__(self):
        self._entries = []  # [stream, mask]

    def _entry(self, stream):
        for entry in self._entries:
            if entry[0] is stream:
                return entry
        return None

    def register(self, stream, mask=POLLIN | POLLOUT):
        _need_stream(stream)
        entry = self._entry(stream)
        if entry is None:
            self._entries.append([stream, mask])
        else:
            entry[1] = mask

    def unregister(self, stream):
        entry = self._entry(stream)
        if entry is not None:
            self._entries.remove(entry)

    def modify(self, stream, mask):
        entry = self._entry(stream)
        if entry is None:
            raise _os_error(_errno.ENOENT)
        entry[1] = mask

    def _look(self, one_shot):
        found = []
        for entry in self._entries:
            flags = _ready(entry[0], entry[1] | POLLERR | POLLHUP)
            if flags:
                found.append((entry[0], flags))
                if one_shot:
                    entry[1] = 0
        return found

    def _wait(self, timeout, one_shot):
        left_us = -1 if timeout is None or timeout < 0 else timeout * 1000
        while True:
            found = self._look(one_shot)
            if found or left_us == 0:
                return found
            step = _STEP_US if left_us < 0 or left_us > _STEP_US else left_us
            self._pass(step)
            if left_us > 0:
                left_us -= step

    def _pass(self, us):
        """Let time pass; where what is typed is looked at, as long as a person's does."""
        for entry in self._entries:
            if getattr(entry[0], "typed", False):
                _terminal.console.wait(us)
                return
        _clock.sleep_us(us)

    def poll(self, timeout=-1, flags=0):
        return self._wait(timeout, flags & 1)

    def ipoll(self, timeout=-1, flags=0):
        return iter(self._wait(timeout, flags & 1))


def select(rlist, wlist, xlist, timeout=None):
    poller = poll()
    for streams, mask in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, 0)):
        for stream in streams:
            entry = poller._entry(stream)
            poller.register(stream, mask | (entry[1] if entry else 0))
    found = poller._wait(None if timeout is None or timeout < 0 else int(timeout * 1000), 0)
    return tuple(
        [stream for stream, flags in found if flags & mask and _has(streams, stream)]
        for streams, mask in ((rlist, POLLIN | POLLHUP), (wlist, POLLOUT), (xlist, POLLERR))
    )


def _has(streams, stream):
    for one in streams:
        if one is stream:
            return True
    return False
