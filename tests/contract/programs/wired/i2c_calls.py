"""I2C and SoftI2C: scan, read, write, memory, vectors, primitive calls, errors (library/machine.I2C.html)."""

import sys
import time
from machine import I2C, PWM, Pin, SoftI2C

RP2 = sys.platform == "rp2"
SDA, SCL = (8, 9) if RP2 else (21, 15)
show = PWM(Pin(25 if RP2 else 2), freq=1000, duty_u16=0)
IMU = 0x68
NODEV, IO = 19, 5


def fails(call, *arguments):
    try:
        call(*arguments)
    except OSError as error:
        show.duty_u16(error.errno)
        return error.errno


for bus in (I2C(0, scl=Pin(SCL), sda=Pin(SDA), freq=400_000), SoftI2C(scl=Pin(SCL), sda=Pin(SDA), freq=100_000)):
    soft = isinstance(bus, SoftI2C)
    assert bus.scan() == [0x29, IMU], bus.scan()
    assert bus.readfrom_mem(IMU, 0x75, 1) == b"\x68"
    assert bus.writeto(IMU, b"\x75", False) == 1
    assert bus.readfrom(IMU, 1) == b"\x68"
    buffer = bytearray(2)
    assert bus.writeto(IMU, bytearray((0x75,))) == 1
    bus.readfrom_into(IMU, buffer)
    assert buffer[0] == 0x68
    bus.writeto_mem(IMU, 0x6B, b"\x00")  # awake
    bus.writeto_mem(IMU, 0x19, bytes((7,)), addrsize=8)
    bus.readfrom_mem_into(IMU, 0x19, memoryview(buffer)[1:])
    assert buffer[1] == 7
    assert bus.writevto(IMU, (b"\x19", bytearray((9, 0)), b"")) == 3
    assert bus.readfrom_mem(IMU, 0x19, 2) == b"\x09\x00"
    begun = time.ticks_us()
    bus.readfrom_mem(IMU, 0x3B, 14)
    show.duty_u16(time.ticks_diff(time.ticks_us(), begun))
    # an address where nobody is
    nobody = 19 if soft or not RP2 else 5
    assert fails(bus.readfrom, 0x11, 1) == nobody
    assert fails(bus.writeto, 0x11, b"a") == nobody
    assert fails(bus.readfrom_mem, 0x11, 0, 1) == nobody
    assert fails(bus.writeto_mem, 0x11, 0, b"1") == nobody
    assert fails(bus.writeto, 0x11, b"") == 19
    try:
        bus.readfrom_mem(IMU, 0x75, 1, addrsize=7)
        raise AssertionError
    except ValueError:
        show.duty_u16(7)
soft = SoftI2C(Pin(SCL), Pin(SDA))
soft.start()
assert soft.write(bytes((IMU << 1,))) == 1
assert soft.write(b"\x75") == 1
soft.start()
assert soft.write(bytes((IMU << 1 | 1,))) == 1
buffer = bytearray(1)
soft.readinto(buffer)
soft.stop()
assert buffer == b"\x68", buffer
soft.start()
assert soft.write(b"\x22") == 0  # nobody says yes
soft.stop()
hard = I2C(0)  # as it was set up
assert hard.readfrom_mem(IMU, 0x75, 1) == b"\x68"
for name in ("start", "stop"):
    try:
        getattr(hard, name)()
        raise AssertionError
    except OSError:
        show.duty_u16(1)
for wrong in (2, -3):
    try:
        I2C(wrong)
        raise AssertionError
    except ValueError:
        show.duty_u16(2)
if RP2:
    for pins in ({"scl": Pin(8)}, {"sda": Pin(9)}, {"scl": Pin(7)}):
        try:
            I2C(0, **pins)
            raise AssertionError
        except ValueError:
            show.duty_u16(3)
else:
    old = I2C(-1, scl=Pin(SCL), sda=Pin(SDA))
    assert isinstance(old, SoftI2C) and old.scan() == [0x29, IMU]
show.duty_u16(4)
