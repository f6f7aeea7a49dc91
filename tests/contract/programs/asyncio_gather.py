# docs.micropython.org/en/latest/library/asyncio.html#asyncio.gather, with and without return_exceptions.
import asyncio
import time
from machine import PWM, Pin

log = []
begin = time.ticks_ms()


def note(what):
    log.append((what, time.ticks_diff(time.ticks_ms(), begin) // 10))


async def work(name, ms, error=None):
    try:
        await asyncio.sleep_ms(ms)
    except asyncio.CancelledError:
        note(name + " cancelled")
        raise
    note(name)
    if error:
        raise error
    return name


async def main():
    note(str(await asyncio.gather()))
    note(str(await asyncio.gather(work("a", 55), work("b", 25), asyncio.create_task(work("c", 35)))))
    results = await asyncio.gather(work("d", 25, ValueError("d")), work("e", 45), return_exceptions=True)
    note(type(results[0]).__name__ + results[1])
    slow = asyncio.create_task(work("slow", 85))
    try:
        await asyncio.gather(slow, work("fails", 25, KeyError("x")))
    except KeyError:
        note("the first failure comes at once")
    note(str(slow.done()))
    note(await slow)
    finished = asyncio.create_task(work("early", 5))
    await asyncio.sleep_ms(20)
    note(str(await asyncio.gather(finished, work("late", 15))))
    waiting = asyncio.create_task(work("waited for", 50))

    async def waits():
        return await waiting

    other = asyncio.create_task(waits())
    await asyncio.sleep_ms(5)
    try:
        await asyncio.gather(waiting)
    except RuntimeError as error:
        note(str(error))
    note(await other)
    group = asyncio.create_task(both())
    await asyncio.sleep_ms(20)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        note("group cancelled")
    await asyncio.sleep_ms(50)
    try:
        await asyncio.gather(asyncio.sleep_ms(1))
    except TypeError as error:
        note(str(error))


async def both():
    await asyncio.gather(work("x", 35), work("y", 45))


asyncio.run(main())
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 + t)
