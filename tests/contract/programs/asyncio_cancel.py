# docs.micropython.org/en/latest/library/asyncio.html#class-task: cancel, done; create_task, current_task; order of tasks.
import asyncio
import time
from machine import PWM, Pin

log = []
begin = time.ticks_ms()


def note(what):
    log.append((what, time.ticks_diff(time.ticks_ms(), begin) // 10))


async def work(name, ms):
    try:
        await asyncio.sleep_ms(ms)
    except asyncio.CancelledError:
        note(name + " cancelled")
        raise
    finally:
        note(name + " finally")
    return name


async def waits_for(task):
    try:
        return await task
    except asyncio.CancelledError:
        note("waiter cancelled")
        raise


async def ignores():
    for i in range(3):
        try:
            await asyncio.sleep_ms(45)
        except asyncio.CancelledError:
            note("ignored")
    return 7


async def itself():
    try:
        asyncio.current_task().cancel()
    except RuntimeError as error:
        note(str(error))


async def order(name, first, second):
    await asyncio.sleep_ms(first)
    await asyncio.sleep_ms(second)
    note(name)


async def main():
    task = asyncio.create_task(work("a", 100))
    note(str(task.done()))
    await asyncio.sleep_ms(15)
    note(str(task.cancel()))
    note(str(task.done()))
    try:
        await task
    except asyncio.CancelledError:
        note("seen")
    note(str(task.done()) + str(task.cancel()))
    before = asyncio.create_task(work("never begun", 100))
    before.cancel()
    try:
        await before
    except asyncio.CancelledError:
        note("before its first step")
    inner = asyncio.create_task(work("inner", 100))
    outer = asyncio.create_task(waits_for(inner))
    await asyncio.sleep_ms(15)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        note(str(inner.done()) + str(outer.done()))
    stubborn = asyncio.create_task(ignores())
    await asyncio.sleep_ms(15)
    stubborn.cancel()
    await asyncio.sleep_ms(15)
    stubborn.cancel()
    note(str(await stubborn))
    await asyncio.create_task(itself())
    for wrong in (3, work):
        try:
            asyncio.create_task(wrong)
            note("?")
        except TypeError:
            note("no coroutine")
    # those due at the same ms run as they were queued
    tasks = [asyncio.create_task(order(str(i), 10 * (3 - i), 10 * i)) for i in range(4)]
    for task in tasks:
        await task
    await asyncio.sleep(0)
    note("end")
    return "value"


try:
    asyncio.current_task()
except RuntimeError:
    note("no task runs")
note(asyncio.run(main()))
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 + t)
