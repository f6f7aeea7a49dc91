# docs.micropython.org/en/latest/library/asyncio.html#tcp-stream-connections: Stream over anything with the stream protocol.
import asyncio
import time
from machine import PWM, Pin, Timer
from micropython import RingIO

log = []
begin = time.ticks_ms()


def note(what):
    log.append((what, time.ticks_diff(time.ticks_ms(), begin) // 10))


ring = RingIO(16)
pieces = [b"on", b"e\ntw", b"o\n", b"exactly", b"12345678", b"end"]
Timer(0).init(mode=Timer.PERIODIC, period=25, callback=lambda t: pieces and ring.write(pieces.pop(0)))


async def reads():
    stream = asyncio.StreamReader(ring)
    note(str(await stream.readline()))
    note(str(await stream.readline()))
    note(str(await stream.readexactly(7)))
    buffer = bytearray(5)
    note(str(await stream.readinto(buffer)) + str(bytes(buffer)))
    note(str(await stream.read(10)))
    note(str(await stream.read(10)))
    stream.close()
    await stream.wait_closed()


async def writes():
    small = RingIO(8)
    stream = asyncio.StreamWriter(small, {"peername": "me"})
    stream.write(b"0123")
    await stream.drain()
    note(str(stream.get_extra_info("peername")) + str(small.any()))
    Timer(1).init(mode=Timer.ONE_SHOT, period=35, callback=lambda t: small.read(6))
    stream.write(b"456789abcd")
    await stream.drain()
    note(str(small.read()))


async def ticks():
    for i in range(5):
        await asyncio.sleep_ms(33)
        note("tick")


async def main():
    await asyncio.gather(reads(), writes(), ticks())
    waiting = asyncio.create_task(asyncio.StreamReader(ring).read(3))
    await asyncio.sleep_ms(15)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        note("a reader can be cancelled")
    try:
        await asyncio.wait_for_ms(asyncio.StreamReader(ring).readline(), 15)
    except asyncio.TimeoutError:
        note("and timed out")


assert asyncio.StreamReader is asyncio.StreamWriter
asyncio.run(main())
print(log)
motor = PWM(Pin(25), freq=1000, duty_u16=0)
for what, t in log:
    motor.duty_u16(len(what) * 1000 % 60000 + t)
Timer(0).deinit()
