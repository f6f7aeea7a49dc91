# docs.micropython.org/en/latest/library/asyncio.html#class-loop: exception handlers, run_forever, stop, new_event_loop.
import asyncio
import time
from machine import PWM, Pin

log = []
begin = time.ticks_ms()


def note(what):
    log.append((what, time.ticks_diff(time.ticks_ms(), begin) // 10))


def handler(loop, context):
    assert loop is asyncio.get_event_loop()
    note("handled " + type(context["exception"]).__name__ + " " + context["message"])
    note(str(context["future"].done()))


async def fails(ms, error):
    await asyncio.sleep_ms(ms)
    raise error


async def main():
    loop = asyncio.get_event_loop()
    note(str(loop.get_exception_handler()))
    loop.set_exception_handler(handler)
    note(str(loop.get_exception_handler() is handler))
    asyncio.create_task(fails(15, ValueError("lost")))
    await asyncio.sleep_ms(40)
    late = asyncio.create_task(fails(15, KeyError("asked for too late")))
    await asyncio.sleep_ms(40)
    try:
        await late
    except KeyError:
        note("still raised")
    try:
        await asyncio.create_task(fails(5, IndexError("asked for")))
    except IndexError:
        note("caught")
    gone = asyncio.create_task(fails(50, ValueError("never")))
    await asyncio.sleep_ms(15)
    gone.cancel()
    await asyncio.sleep_ms(50)
    loop.call_exception_handler({"message": "by hand", "exception": OSError(5), "future": late})
    loop.set_exception_handler(None)
    asyncio.create_task(fails(5, ValueError("printed")))
    await asyncio.sleep_ms(20)
    note("main ends")
    return 5


async def ticks(n):
    for i in range(n):
        await asyncio.sleep_ms(15)
        note("tick")
    asyncio.get_event_loop().stop()


note(str(asyncio.get_event_loop().run_until_complete(main())))
asyncio.new_event_loop()
loop = asyncio.get_event_loop()
loop.create_task(ticks(3))
loop.run_forever()
note("stopped")
try:
    asyncio.run(fails(10, ZeroDivisionError("out of run")))
except ZeroDivisionError:
    note("raised by run")
left = asyncio.new_event_loop()


async def short():
    asyncio.create_task(ticks(100))
    await asyncio.sleep_ms(20)


asyncio.run(short())
note("the rest is left")
left.close()
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 + t)
