# Tasks, gather, events, locks, time-outs and cancelling, all in virtual time. (docs.micropython.org/en/latest/library/asyncio.html)
import asyncio
import time
from machine import PWM, Pin, Timer

led = Pin(2, Pin.OUT)
log = []


async def blink(name, period, times):
    for i in range(times):
        led.toggle()
        log.append((name, i, time.ticks_ms()))
        await asyncio.sleep_ms(period)
    return name


async def guarded(lock, name):
    async with lock:
        log.append((name, "in", time.ticks_ms()))
        await asyncio.sleep(0.02)
    log.append((name, "out", time.ticks_ms()))


async def forever():
    try:
        while True:
            await asyncio.sleep_ms(3)
            led.toggle()
    except asyncio.CancelledError:
        log.append(("cancelled", time.ticks_ms()))
        raise
    finally:
        log.append("finally")


async def fails():
    await asyncio.sleep_ms(5)
    raise ValueError("on purpose")


async def main():
    print(await asyncio.gather(blink("a", 10, 5), blink("b", 15, 4)))
    event = asyncio.Event()
    Timer(0).init(mode=Timer.ONE_SHOT, period=30, callback=lambda t: event.set())
    await event.wait()
    log.append(("event", time.ticks_ms()))
    lock = asyncio.Lock()
    await asyncio.gather(guarded(lock, "x"), guarded(lock, "y"), guarded(lock, "z"))
    task = asyncio.create_task(forever())
    await asyncio.sleep_ms(20)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("seen")

    async def long():
        await asyncio.sleep(10)

    try:
        await asyncio.wait_for(long(), 0.05)
    except asyncio.TimeoutError:
        log.append(("timeout", time.ticks_ms()))
    assert await asyncio.wait_for(blink("c", 1, 2), 1) == "c"
    results = await asyncio.gather(fails(), blink("d", 2, 2), return_exceptions=True)
    assert isinstance(results[0], ValueError) and results[1] == "d"
    try:
        await asyncio.create_task(fails())
    except ValueError:
        log.append(("failed", time.ticks_ms()))


asyncio.run(main())
print(log)
pwm = PWM(Pin(25), freq=1000, duty_u16=len(log) * 100 + time.ticks_ms())
