"""Waiting for what a program learns by looking again and again; in an asyncio task it is awaited."""

from time import sleep_ms, ticks_diff, ticks_ms

from micropython import const

from .check import whole

_LOOK_MS = const(5)


def wait_until(ready, timeout):
    """Look until `ready()` is true or `timeout` (ms, None for no end) is over; that is checked here.

    Returns (bool): True when it was ready. In a running asyncio task: something to await that gives this.
    """
    from .motion import in_task

    if timeout is not None:
        whole("timeout", timeout, 0, 86_400_000, "ms")
    if in_task():
        return _beside(ready, timeout)
    since = ticks_ms()
    while not ready():
        if timeout is not None and ticks_diff(ticks_ms(), since) >= timeout:
            return False
        sleep_ms(_LOOK_MS)
    return True


async def _beside(ready, timeout):
    from asyncio import sleep_ms

    since = ticks_ms()
    while not ready():
        if timeout is not None and ticks_diff(ticks_ms(), since) >= timeout:
            return False
        await sleep_ms(_LOOK_MS)
    return True
