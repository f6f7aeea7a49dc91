"""Keeps a run's two processes on one core, where a round trip is ten times faster than across cores. Linux only."""

import contextlib
import ctypes
import os
from collections.abc import Iterator


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """While inside, this thread and the processes it starts stay on the core it is on now. Elsewhere does nothing."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    core = _current_core()
    if core not in allowed or len(allowed) == 1:
        yield
        return
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _current_core() -> int:
    try:
        return int(ctypes.CDLL(None).sched_getcpu())
    except (OSError, AttributeError):
        return -1
