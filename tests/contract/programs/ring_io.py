# docs.micropython.org/en/latest/library/micropython.html: RingIO; select.html: poll, ipoll, register, modify, unregister.
import micropython
import select
import time
from machine import PWM, Pin, Timer

motor = PWM(Pin(25), freq=20000, duty_u16=0)
ring = micropython.RingIO(4)
assert (ring.any(), ring.read(), ring.write(b"abcdef"), ring.any(), ring.read(2)) == (0, b"", 4, 4, b"ab")
assert (ring.write(b"xyz"), ring.read(), ring.read(1)) == (2, b"cdxy", b"")
store = bytearray(4)
ring = micropython.RingIO(store)
assert (ring.write(b"abcdef"), ring.readinto(bytearray(2)), ring.any(), ring.readline(), ring.write("q")) == (3, 2, 1, b"c", 1)
assert store == b"abcq"
ring = micropython.RingIO(16)
ring.write(b"one\ntwo")
assert (ring.readline(), ring.readline(), ring.read(0)) == (b"one\n", b"two", b"")
for wrong in (0, -1, 1 << 20, bytearray(1), b"abc", None):
    try:
        micropython.RingIO(wrong)
    except (ValueError, TypeError) as error:
        motor.duty_u16(10 if isinstance(error, ValueError) else 20)

poller = select.poll()
poller.register(ring, select.POLLIN)
before = time.ticks_ms()
assert poller.poll(25) == []
motor.duty_u16(time.ticks_diff(time.ticks_ms(), before))
Timer(0).init(mode=Timer.ONE_SHOT, period=40, callback=lambda t: ring.write(b"!"))
for stream, flags in poller.ipoll(1000):
    motor.duty_u16(100 * flags + time.ticks_diff(time.ticks_ms(), before))
    assert stream is ring
poller.modify(ring, select.POLLOUT)
assert poller.poll(0) == [(ring, select.POLLOUT)]
poller.unregister(ring)
assert poller.poll(0) == []
assert select.select([ring], [], [], 0.01) == ([ring], [], [])
for attempt in (lambda: poller.modify(ring, 1), lambda: poller.register(3)):
    try:
        attempt()
        motor.duty_u16(1)
    except OSError:
        motor.duty_u16(2)
