# docs.micropython.org/en/latest/library/index.html: a built-in module also answers to its name with a u before it.
import uasyncio
import ubinascii
import ucollections
import uerrno
import uhashlib
import uheapq
import uio
import ujson
import umachine
import uos
import uplatform
import urandom
import ure
import uselect
import ustruct
import usys
import utime

import asyncio, json, machine, os, random, time

assert uasyncio is asyncio and ujson is json and umachine is machine and uos is os and urandom is random
assert utime is time
motor = umachine.PWM(umachine.Pin(25), freq=20000, duty_u16=0)
heap = [3, 1, 2]
uheapq.heapify(heap)
motor.duty_u16(uheapq.heappop(heap) * 100 + ustruct.unpack("<H", b"\x10\x00")[0])
motor.duty_u16(int(ure.match("[a-z]+([0-9]+)", "motor25").group(1)))
motor.duty_u16(len(ucollections.deque((1, 2), 5)) + len(uio.BytesIO(b"abc").read()) + uerrno.EINVAL)
utime.sleep_ms(5)
for name in ("ugc", "umath", "umicropython", "uneopixel", "uframebuf"):
    try:
        __import__(name)
        motor.duty_u16(1)
    except ImportError:
        motor.duty_u16(2)
