# What littlefs keeps of a file that is being written when the board starts again (docs.micropython.org/en/latest/
# reference/filesystem.html; littlefs 2.11, lfs_file_sync): what was flushed or closed, and a new file's name.
import machine
import os
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=1000)


def whole(path):
    with open(path) as file:
        return file.read()


def fill(file):
    try:
        while True:
            file.write(bytes(100_000))
    except OSError as error:
        motor.duty_u16(error.errno)


if "new.txt" not in os.listdir():
    for name in ("old.txt", "flushed.txt", "moved.txt", "gone.txt", "grown.txt"):
        with open(name, "w") as file:
            file.write("old")
    files = {}
    for name in ("old.txt", "flushed.txt", "moved.txt", "gone.txt", "new.txt"):
        files[name] = open(name, "w")
        files[name].write("first ")
    files["grown.txt"] = open("grown.txt", "a")
    files["grown.txt"].write(" and more")
    assert os.stat("old.txt")[6] == 3 and whole("old.txt") == "old", "others see what is kept"
    assert os.stat("new.txt")[6:8] == (0, 0) and whole("new.txt") == ""
    files["flushed.txt"].flush()
    assert os.stat("flushed.txt")[6] == 6 and whole("flushed.txt") == "first "
    files["flushed.txt"].write("second")
    reader = open("moved.txt")
    os.rename("moved.txt", "there.txt")
    os.remove("gone.txt")
    for name in ("moved.txt", "gone.txt"):
        files[name].close()
        assert name not in os.listdir()
    assert whole("there.txt") == reader.read() == "old"
    free = os.statvfs("/")[3]
    big = open("big.bin", "wb")
    big.write(bytes(40_000))
    motor.duty_u16(free - os.statvfs("/")[3])
    assert os.stat("big.bin")[6] == 0
    with open("closed.txt", "w") as file:
        file.write("kept")
    machine.reset()
assert [whole(name) for name in ("old.txt", "flushed.txt", "there.txt", "new.txt", "grown.txt", "closed.txt")] == [
    "old", "first ", "old", "", "old", "kept",
]  # fmt: skip
assert os.stat("big.bin")[6] == 0 and "gone.txt" not in os.listdir()
with open("big.bin", "wb") as file:
    fill(file)
    file.seek(0)
    file.write(b"small")
with open("big.bin") as file:
    assert file.read(6) == "small\0" and os.stat("big.bin")[6] > 1_000_000
os.remove("big.bin")
with open("big.bin", "w") as file:
    file.write("small")
with open("big.bin", "wb") as file:
    file.write(b"lost")
    fill(file)
assert whole("big.bin") == "small", "a file that has met the flash's end keeps what it had"
