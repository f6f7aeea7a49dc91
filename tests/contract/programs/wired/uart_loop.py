"""UART over a wire from tx to rx: write, any, read, readinto, readline, flush, timeouts, irq (library/machine.UART.html)."""

import asyncio
import select
import sys
import time
from machine import PWM, UART, Pin

RP2 = sys.platform == "rp2"
ID = 0 if RP2 else 2
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
uart = UART(ID, 9600)
assert uart is UART(ID) and uart.any() == 0 and uart.read() is None and uart.txdone()
assert uart.write(b"hello\nworld") == 11
assert not uart.txdone()
waiting = uart.any()
uart.flush()
assert uart.txdone()
time.sleep_ms(1)
show.duty_u16(1000 * waiting + uart.any())
assert waiting < 3 and uart.any() == 11
assert uart.read(2) == b"he"
assert uart.readline() == b"llo\n"
buffer = bytearray(3)
assert uart.readinto(buffer) == 3 and buffer == b"wor"
assert uart.readinto(buffer, 1) == 1 and buffer[:1] == b"l"
assert uart.read() == b"d" and uart.read(5) is None and uart.readline() is None and uart.readinto(buffer) is None
uart.write("text")
time.sleep_ms(10)
assert uart.read() == b"text"
print("by print", 7, file=uart)
time.sleep_ms(20)
assert uart.read() == b"by print 7\n"
# a timeout waits for the first byte, another for those that follow
uart.init(9600, timeout=20, timeout_char=5)
begun = time.ticks_ms()
assert uart.read(1) is None
waited = time.ticks_diff(time.ticks_ms(), begun)
assert 20 <= waited <= 23, waited
uart.write(b"0123456789")
assert uart.read(10) == b"0123456789"
show.duty_u16(time.ticks_diff(time.ticks_ms(), begun))
uart.init(115_200, timeout=0)
come = []


def handler(port):
    come.append(port.read())
    show.duty_u16(len(come[-1] or b""))


irq = uart.irq(handler, UART.IRQ_RXIDLE)
uart.write(b"packet")
time.sleep_ms(10)
uart.write(b"two")
time.sleep_ms(10)
assert come == [b"packet", b"two"], come
assert irq.flags() == UART.IRQ_RXIDLE
uart.irq(None)
uart.write(b"x")
time.sleep_ms(5)
assert len(come) == 2 and uart.read() == b"x"
poll = select.poll()
poll.register(uart, select.POLLIN)
assert poll.poll(3) == []
uart.write(b"y")
assert poll.poll(10)[0][0] is uart and uart.read() == b"y"


# a loop that only looks
uart.write(b"late")
looks = 0
while not uart.any():
    looks += 1
begun = time.ticks_ms()
while uart.any() < 5 and time.ticks_diff(time.ticks_ms(), begun) < 500:
    looks += 1
assert uart.read() == b"late"
show.duty_u16(looks % 65521)


async def talk():
    reader, writer = asyncio.StreamReader(uart), asyncio.StreamWriter(uart, {})
    writer.write(b"line one\nline two\n")
    await writer.drain()
    show.duty_u16(len(await reader.readline()))
    assert await reader.readline() == b"line two\n"


asyncio.run(talk())
uart.sendbreak()
for wrong in (7, -1):
    try:
        UART(wrong)
        raise AssertionError
    except ValueError:
        show.duty_u16(1)
for options in ({"bits": 9} if not RP2 else {"tx": Pin(2)}, {"invert": 1 << 10}, {"flow": 8}):
    try:
        uart.init(9600, **options)
        raise AssertionError
    except ValueError:
        show.duty_u16(2)
uart.deinit()
