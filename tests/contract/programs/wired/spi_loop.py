"""SPI and SoftSPI over a wire from mosi to miso: read, write, both, init, errors (library/machine.SPI.html)."""

import sys
import time
from machine import PWM, SPI, Pin, SoftSPI

RP2 = sys.platform == "rp2"
SCK, MOSI, MISO = (18, 19, 16) if RP2 else (5, 13, 12)
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
hard = SPI(0 if RP2 else 1, 1_000_000, polarity=0, phase=0, sck=Pin(SCK), mosi=Pin(MOSI), miso=Pin(MISO))
soft = SoftSPI(100_000, polarity=1, phase=0, sck=Pin(SCK), mosi=Pin(MOSI), miso=Pin(MISO))
for bus in (hard, soft):
    assert bus.read(3) == b"\0\0\0" and bus.read(2, 0xA5) == b"\xa5\xa5"
    buffer = bytearray(4)
    bus.readinto(buffer, 0x5A)
    assert buffer == b"ZZZZ"
    bus.write_readinto(b"1234", buffer)
    assert buffer == b"1234"
    bus.write_readinto(buffer, buffer)
    assert bus.write(b"hello") is None
    begun = time.ticks_us()
    bus.write(bytes(1000))
    taken = time.ticks_diff(time.ticks_us(), begun)
    show.duty_u16(taken % 65521)
    assert taken >= (8_000 if bus is hard else 80_000), taken
    try:
        bus.write_readinto(b"123", buffer)
        raise AssertionError
    except ValueError:
        show.duty_u16(1)
    bus.init(baudrate=2_000_000, polarity=1)
    assert bus.read(1, 7) == b"\7"
lost = SPI(0 if RP2 else 1, sck=Pin(SCK), mosi=Pin(MOSI), miso=None)
assert lost.read(2, 0xFF) == b"\0\0"
assert SPI.MSB != SPI.LSB
for wrong in (3, -2):
    try:
        SPI(wrong)
        raise AssertionError
    except ValueError:
        show.duty_u16(2)
try:
    SoftSPI(100_000, sck=Pin(SCK), mosi=Pin(MOSI))
    raise AssertionError
except ValueError:
    show.duty_u16(3)
if RP2:
    hard.write(b"")
    for call in (lambda: SPI(0, firstbit=SPI.LSB), lambda: SPI(0, sck=Pin(3))):
        try:
            call()
            raise AssertionError
        except (NotImplementedError, ValueError):
            show.duty_u16(4)
else:
    hard.deinit()
    try:
        hard.write(b"1")
        raise AssertionError
    except OSError:
        show.duty_u16(5)
    hard.init(baudrate=500_000)
    try:
        hard.write(b"")
        raise AssertionError
    except ValueError:
        show.duty_u16(6)
