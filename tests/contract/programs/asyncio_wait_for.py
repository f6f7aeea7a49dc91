# docs.micropython.org/en/latest/library/asyncio.html#asyncio.wait_for and wait_for_ms.
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


async def stubborn():
    try:
        await asyncio.sleep_ms(50)
    except asyncio.CancelledError:
        await asyncio.sleep_ms(30)
        note("not so fast")
    return "stubborn"


async def main():
    note(await asyncio.wait_for(work("a", 15), 1))
    note(await asyncio.wait_for_ms(work("b", 15), 30))
    note(await asyncio.wait_for(work("c", 15), None))
    for attempt in (
        asyncio.wait_for(work("d", 55), 0.025),
        asyncio.wait_for_ms(work("e", 15, ValueError("e")), 30),
        asyncio.wait_for_ms(stubborn(), 25),
        asyncio.wait_for_ms(work("never", 1000), 0),
        asyncio.wait_for_ms(work("never", 1000), -5),
    ):
        try:
            await attempt
            note("?")
        except (asyncio.TimeoutError, ValueError) as error:
            note(type(error).__name__)
    task = asyncio.create_task(work("own", 45))
    try:
        await asyncio.wait_for_ms(task, 25)
    except asyncio.TimeoutError:
        note(str(task.done()))
    outer = asyncio.create_task(asyncio.wait_for_ms(work("inner", 100), 200))
    await asyncio.sleep_ms(25)
    note(str(outer.cancel()))
    try:
        await outer
    except asyncio.CancelledError:
        note("outer cancelled")
    cancelled = asyncio.create_task(work("z", 50))
    waits = asyncio.create_task(asyncio.wait_for_ms(cancelled, 100))
    await asyncio.sleep_ms(15)
    cancelled.cancel()
    try:
        await waits
    except asyncio.CancelledError:
        note("passed on")


asyncio.run(main())
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 + t)
