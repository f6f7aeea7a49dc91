# What mpremote, ampy, rshell and Thonny ask of a board beside its console: listings, sizes, digests, copies and clocks.
import os
import sys

import hashlib
import machine
import ubinascii
import uos
import vfs
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


class Asked:
    import builtins

    try:
        import uos as os
    except builtins.ImportError:
        import os
    import sys

    kept = builtins.dict()

    @builtins.classmethod
    def shown(cls, thing):
        return cls.builtins.repr(thing)


assert Asked.os is os is uos and Asked.shown((1, "a")) == "(1, 'a')" and "Asked" in Asked.builtins.globals()

write = open("copy.bin", "wb")
put = write.write
for part in (bytes(range(256)), b"\x00\x03\x04\r\n", b"end"):
    put(part)
write.close()
listed = eval("[" + "".join([repr(entry) + "," for entry in os.ilistdir("/")]) + "]")
assert ("copy.bin", 0x8000, 0, 264) in listed and ("lib", 0x4000, 0, 0) in listed, listed
assert tuple(os.stat("/copy.bin"))[:7] == (0x8000, 0, 0, 0, 0, 0, 264) and len(os.stat("/")) == 10
assert os.stat("/lib")[:6] + tuple([0]) + os.stat("/lib")[7:] == os.stat("/lib")

read = open("/copy.bin", "rb")
get, content = read.read, b""
while True:
    part = get(100)
    if not part:
        break
    content += part
read.close()
assert content[256:] == b"\x00\x03\x04\r\nend" and ubinascii.hexlify(content[256:261]) == b"0003040d0a"
digest = hashlib.sha256()
window = memoryview(bytearray(100))
with open("/copy.bin", "rb") as file:
    while True:
        count = file.readinto(window)
        if count == 0:
            break
        digest.update(window if count == 100 else window[:count])
found = digest.digest()
assert found == hashlib.sha256(content).digest()
motor.duty_u16(found[0])

open("touched", "a").close()
assert os.stat("touched")[6] == 0
os.mkdir("tree")
os.mkdir("tree/inner")
with open("tree/inner/leaf.txt", "w") as file:
    file.write("leaf")


def empty(folder):
    os.chdir(folder)
    for name in os.listdir():
        try:
            os.remove(name)
        except OSError as error:
            assert error.errno == 39
    for name in os.listdir():
        empty(name)
    os.chdir("..")
    os.rmdir(folder)


empty("tree")
assert "tree" not in os.listdir() and os.getcwd() == "/"
for system, place in vfs.mount():
    found = os.statvfs(place)
    whole, free = found[0] * found[2], found[0] * found[3]
    assert str(system) == "<VfsLfs2>" and whole == 2 * 1024 * 1024 and 0 < free < whole
    motor.duty_u16(100 * (whole - free) // whole)
assert not hasattr(vfs, "rom_ioctl"), "a board without ROMFS says so"

machine.RTC().datetime((2026, 8, 24, 0, 12, 30, 15, 0))
assert tuple(machine.RTC().datetime())[:7] == (2026, 8, 24, 0, 12, 30, 15)
assert getattr(sys.implementation, "_mpy", 0) & 0xFF == 6 and len(machine.unique_id()) == 6
assert os.uname().sysname == "esp32" and "/lib" in sys.path
if hasattr(os, "sync"):
    os.sync()
assert not hasattr(os, "lstat") and not hasattr(os, "size")
for name in ("pyb", "pycom", "board", "rtc"):
    try:
        __import__(name)
        assert False, name
    except ImportError:
        pass
help("modules")
help()
