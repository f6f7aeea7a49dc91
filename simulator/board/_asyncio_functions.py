"""What of `asyncio` waits for other tasks: `wait_for` with a time limit, `gather` for several."""

import _asyncio_core as core


async def _wait_for(awaitable, sleeping):
    task = core.as_task(awaitable)
    waiter = core.current
    outcome = []

    async def watch():
        try:
            outcome.append((None, await task))
        except BaseException as error:
            outcome.append((error, None))
        if waiter._place is core.ready and waiter._thrown is None:
            core.wake(waiter)

    watcher = core.create_task(watch())
    try:
        await sleeping()
    except core.CancelledError:
        watcher.cancel()
        raise
    if not outcome:
        watcher.cancel()
        await watcher
        raise core.TimeoutError
    error, value = outcome[0]
    if error is not None:
        raise error
    return value


async def wait_for(aw, timeout):
    if timeout is None:
        return await core.as_task(aw)
    return await _wait_for(aw, lambda: core.sleep(timeout))


async def wait_for_ms(aw, timeout):
    if timeout is None:
        return await core.as_task(aw)
    return await _wait_for(aw, lambda: core.sleep_ms(timeout))


class _Nowhere:
    """Where a task waits that only a callback will wake."""

    @staticmethod
    def append(task):
        pass

    @staticmethod
    def remove(task):
        pass


async def gather(*aws, return_exceptions=False):
    tasks = [core.as_task(aw) for aw in aws]
    gatherer = core.current
    running = []
    failed = []

    def done(task):
        running.remove(task)
        failure = task._error is not None and not return_exceptions
        if failure:
            failed.append(task._error)
        if gatherer._place is _Nowhere and (failure or not running):
            core.wake(gatherer)

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
        core.park(_Nowhere)
        try:
            await core.switch
        except core.CancelledError:
            for task in running:
                task._callback = None
                task.cancel()
            raise
    for task in running:  # another has failed: these go on by themselves
        task._callback = None
    if failed:
        raise failed[0]
    return [task._value if task._error is None else task._error for task in tasks]
