# docs.micropython.org/en/latest/library/os.html: uname, urandom, statvfs, ilistdir, getcwd, chdir, stat, dupterm, sync.
import os
import random
import sys
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
name = os.uname()
assert name[0] == name.sysname == sys.platform and len(name) == 5 and name.machine
assert name[2:4] == ("1.29.0", "v1.29.0 on 2026-08-24") and repr(name)[:33] == "(sysname='esp32', nodename='esp32"
first = random.getrandbits(16)
random.seed(3)
drawn = random.getrandbits(16)
random.seed(3)
noise = os.urandom(4)
assert random.getrandbits(16) == drawn, "urandom draws of its own"
motor.duty_u16(noise[0] * 256 + noise[3])
motor.duty_u16(len(os.urandom(40)))
before = os.statvfs("/")
os.mkdir("data")
os.chdir("data")
assert os.getcwd() == "/data"
with open("a.bin", "wb") as file:
    file.write(bytes(5000))
after = os.statvfs("/")
assert before[3] - after[3] == 2 + 2
with open("small.txt", "w") as file:
    file.write("x" * 128)
assert os.statvfs("/") == after, "a small file lies in its folder"
with open("small.txt", "a") as file:
    file.write("x")
assert os.statvfs("/")[3] == after[3] - 1
os.remove("small.txt")
with open("pages.bin", "wb") as file:
    file.write(bytes(3 * 4096))
assert os.statvfs("/")[3] == after[3] - 4, "each block but the first begins with where others are"
os.remove("pages.bin")
motor.duty_u16(before[3] - after[3])
assert [tuple(entry) for entry in os.ilistdir()] == [("a.bin", 0x8000, 0, 5000)]
assert next(os.ilistdir("/data"))[0] == "a.bin"
os.chdir("..")
assert os.stat("/data")[0] == 0x4000 and os.stat("data/a.bin")[6] == 5000
os.sync()
assert os.dupterm(None) is None
for attempt in (lambda: os.chdir("none"), lambda: os.ilistdir("none"), lambda: os.statvfs("/none"), lambda: os.stat("")):
    try:
        attempt()
        motor.duty_u16(1)
    except OSError as error:
        motor.duty_u16(error.errno)
os.unlink("data/a.bin")
os.rmdir("data")
motor.duty_u16(len(os.listdir()))
assert sys.stdin.read(1) == "" and sys.stdin.readline() == ""
sys.stdout.write("written\n")
