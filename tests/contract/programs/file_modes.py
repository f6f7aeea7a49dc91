# Modes of open(), times of files, what may be renamed over what (docs.micropython.org/en/latest/library/io.html#io.open,
# os.html#os.rename, os.html#os.stat; extmod/vfs_lfsx_file.c and littlefs 2.11 where the pages are silent).
import os
import time

from machine import PWM, RTC, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def refused(action, *args):
    try:
        action(*args)
    except OSError as error:
        motor.duty_u16(100 * error.errno)
        return error.errno
    except ValueError:
        motor.duty_u16(7)
        return "ValueError"


with open("new.txt", "x") as file:
    file.write("one")
assert refused(open, "new.txt", "x") == refused(open, "/lib", "x") == refused(open, "new.txt", "xb") == 17
assert open("new.txt").read() == "one"
with open("pair.bin", "x+b") as file:
    file.write(b"12")
    file.seek(0)
    assert file.read() == b"12"
for wrong in ("rw", "ww", "xa", "+r", "r+w"):
    assert refused(open, "new.txt", wrong) == "ValueError", wrong
for odd in ("", "t", "U", "rt", "tr"):
    assert open("new.txt", odd).read() == "one"
file.close()
for action in (file.read, file.readline, file.flush, file.tell):
    assert refused(action) == "ValueError"

assert os.stat("new.txt")[7:] == (0, 0, 0) and os.stat("/")[7:] == (0, 0, 0)
time.sleep(3)
with open("late.txt", "w") as file:
    time.sleep(2)
    file.write("x")
assert os.stat("late.txt")[7:] == (5, 5, 5)
open("late.txt").read()
open("late.txt", "a").close()
assert os.stat("late.txt")[8] == 5
RTC().datetime((2026, 11, 21, 0, 12, 30, 0, 0))
with open("late.txt", "a") as file:
    file.write("y")
assert time.localtime(os.stat("late.txt")[8])[:5] == (2026, 11, 21, 12, 30)
os.rename("late.txt", "later.txt")
assert os.stat("later.txt")[8] == os.stat("later.txt")[7] > 800_000_000
motor.duty_u16(os.stat("later.txt")[8] & 0xFFFF)

os.mkdir("q")
os.mkdir("q/in")
with open("q/in/deep.txt", "w") as file:
    file.write("deep")
assert refused(os.rename, "q", "q/r") == refused(os.rename, "q", "q/in/r") == 22
assert refused(os.rename, "/", "q/r") == refused(os.remove, "/") == refused(os.rmdir, "/") == 1
assert refused(os.remove, "q") == refused(os.rmdir, "q") == 39
assert os.listdir("q") == ["in"] and open("q/in/deep.txt").read() == "deep"
os.rename("q", "qq")
assert refused(os.stat, "q") == 2 and open("qq/in/deep.txt").read() == "deep"
os.mkdir("empty")
assert refused(os.rename, "empty", "qq") == 39
assert refused(os.rename, "new.txt", "qq") == 21
assert refused(os.rename, "qq", "new.txt") == 20
assert refused(os.rename, "none", "new.txt") == 2
os.rename("qq", "empty")
assert open("empty/in/deep.txt").read() == "deep" and refused(os.stat, "qq") == 2
os.rename("empty", "empty")
os.rename("new.txt", "pair.bin")
assert open("pair.bin").read() == "one"
