# Names that a file cannot have, lines read in parts, and a flash that folders fill. (docs.micropython.org/en/latest/library/os.html, …/library/io.html)
import os
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def error_of(action):
    try:
        action()
    except (OSError, TypeError) as error:
        return error.args[0]
    return None


long = "n" * 256
assert error_of(lambda: open(long, "w")) == error_of(lambda: os.mkdir(long)) == 36
assert error_of(lambda: open("ё" * 128, "w")) == 36
assert error_of(lambda: open(long)) == 2
with open(long[1:], "w") as file:
    file.write("first line\nsecond\n")
assert error_of(lambda: os.rename(long[1:], long)) == 36
with open(long[1:]) as file:
    parts = [file.readline(5), file.readline(100), file.readline(-1), file.readline(3)]
assert parts == ["first", " line\n", "second\n", ""], parts
os.remove(long[1:])
assert error_of(lambda: open("a\0b", "w")) == error_of(lambda: os.mkdir("a\0b")) == 22
assert error_of(lambda: open(3)) == error_of(lambda: os.stat(3)) == "can't convert 'int' object to str implicitly"
with open(b"by_bytes", "w") as file:
    file.write("x")
assert os.stat("by_bytes")[6] == 1 and "by_bytes" in os.listdir(b"/")
made = 0
free = os.statvfs("/")[3]
while made < 2000 and error_of(lambda: os.mkdir("d%d" % made)) is None:
    made += 1
motor.duty_u16(made)
assert free // 2 - 20 <= made < free // 2, (free, made)  # a folder of many entries takes more blocks
assert error_of(lambda: os.mkdir("one_more")) == 28
os.rmdir("d0")
os.mkdir("one_more")
