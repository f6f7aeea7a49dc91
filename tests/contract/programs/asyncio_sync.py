# docs.micropython.org/en/latest/library/asyncio.html#class-event, class-lock and class-threadsafeflag.
import asyncio
import time
from machine import PWM, Pin, Timer

log = []
begin = time.ticks_ms()


def note(what):
    log.append((what, time.ticks_diff(time.ticks_ms(), begin) // 10))


async def waits(event, name):
    note(name + str(await event.wait()))


async def holds(lock, name, ms):
    await lock.acquire()
    note(name + " in")
    try:
        await asyncio.sleep_ms(ms)
    finally:
        lock.release()
        note(name + " out")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits(event, "w%d" % i)) for i in range(3)]
    await asyncio.sleep_ms(15)
    tasks[1].cancel()
    event.set()
    note(str(event.is_set()))
    await asyncio.sleep_ms(0)
    await event.wait()
    event.clear()
    note(str(event.is_set()))

    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        note(str(error))
    holders = [asyncio.create_task(holds(lock, "h%d" % i, 15)) for i in range(4)]
    await asyncio.sleep_ms(5)
    note(str(lock.locked()))
    holders[2].cancel()
    await asyncio.sleep_ms(100)
    note(str(lock.locked()))
    async with lock:
        note("with")
    first = asyncio.create_task(holds(lock, "f", 25))
    second = asyncio.create_task(holds(lock, "s", 25))
    third = asyncio.create_task(holds(lock, "t", 25))
    await asyncio.sleep_ms(10)
    first.cancel()
    second.cancel()
    await asyncio.sleep_ms(60)
    note(str(first.done()) + str(second.done()) + str(third.done()))


asyncio.run(main())


async def busy():
    while True:
        await asyncio.sleep_ms(1000)


async def flagged():
    flag = asyncio.ThreadSafeFlag()
    asyncio.create_task(busy())
    Timer(0).init(mode=Timer.ONE_SHOT, period=35, callback=lambda t: flag.set())
    await flag.wait()
    note("flag, though another sleeps for a second")
    flag.set()
    await flag.wait()
    flag.set()
    flag.clear()
    Timer(1).init(mode=Timer.ONE_SHOT, period=25, callback=lambda t: flag.set())
    await flag.wait()
    note("flag again")


asyncio.run(flagged())
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 + t)
