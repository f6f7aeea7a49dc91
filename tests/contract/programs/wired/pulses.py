"""time_pulse_us on an ultrasonic sensor, its timeouts, and bitstream (library/machine.html, Miscellaneous functions)."""

import machine
import sys
import time
from machine import PWM, Pin

RP2 = sys.platform == "rp2"
TRIG, ECHO, DATA = (6, 7, 14) if RP2 else (5, 33, 13)
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
trigger, echo = Pin(TRIG, Pin.OUT, value=0), Pin(ECHO, Pin.IN)
time.sleep_ms(10)
assert machine.time_pulse_us(echo, 1, 1000) == -2  # it never began
begun = time.ticks_us()
assert machine.time_pulse_us(echo, 0, 5000) == -1  # it is low, and stays so
waited = time.ticks_diff(time.ticks_us(), begun)
assert 5000 <= waited < 5100, waited
for _ in range(3):
    trigger(1)
    time.sleep_us(10)
    trigger(0)
    us = machine.time_pulse_us(echo, 1, 60_000)
    show.duty_u16(us % 65521)
    assert 30_000 < us < 45_000, us  # no wall: no echo
    time.sleep_ms(60)
trigger(1)
time.sleep_us(10)
trigger(0)
assert machine.time_pulse_us(echo, 1, 5000) == -1  # it began and went on too long
time.sleep_ms(60)
trigger(1)
time.sleep_us(10)
begun = time.ticks_us()
trigger(0)
assert machine.time_pulse_us(echo, 1, 1000) == -1
waited = time.ticks_diff(time.ticks_us(), begun)
assert 1450 <= waited < 1500, waited  # from the rise on as long as was said, whatever had passed until then
time.sleep_ms(60)
seen = []
echo.irq(lambda pin: seen.append(pin.value()))
for _ in range(2):
    trigger(1)
    time.sleep_us(10)
    trigger(0)
    assert machine.time_pulse_us(echo, 1, 60_000) > 30_000
    show.duty_u16(len(seen))
    time.sleep_ms(60)
assert len(seen) == 4, seen  # both ends are told to a handler, too
trigger(1)
time.sleep_us(10)
trigger(0)
time.sleep_ms(60)
assert machine.time_pulse_us(echo, 1, 5000) == -2  # and what is over is not told again
echo.irq(None)
beats = []
ear = Pin(1 if RP2 else 16, Pin.IN)
ear.irq(lambda pin: beats.append(0), Pin.IRQ_RISING)
source = PWM(Pin(0 if RP2 else 17), freq=200, duty_u16=32768)
for timeout in (3000, 4100, 5200):
    begun = time.ticks_us()
    assert machine.time_pulse_us(echo, 1, timeout) == -2
    waited = time.ticks_diff(time.ticks_us(), begun)
    show.duty_u16(waited)
    assert timeout <= waited < timeout + 60, (timeout, waited)  # whatever else is heard meanwhile
source.deinit()
ear.irq(None)
assert beats
data = Pin(DATA, Pin.OUT)
begun = time.ticks_us()
machine.bitstream(data, 0, (400, 850, 800, 450), bytes(range(60)))
taken = time.ticks_diff(time.ticks_us(), begun)
show.duty_u16(taken)
assert 600 <= taken < 640, taken  # 480 bits of 1250 ns
machine.bitstream(data, 0, [400, 850, 800, 450], bytearray(3))
for encoding, timing in ((1, (1, 1, 1, 1)), (0, (1, 1))):
    try:
        machine.bitstream(data, encoding, timing, b"a")
        raise AssertionError
    except ValueError:
        show.duty_u16(1)
