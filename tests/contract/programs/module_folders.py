# ruff: noqa: E402, I001
# `sys.path` says where modules lie; "" is the current folder (docs.micropython.org/en/latest/library/sys.html#sys.path,
# reference/packages.html). A folder is a package without `__init__.py`, too.
import os
import sys

from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


def write(path, text):
    with open(path, "w") as file:
        file.write(text)


def missing(name):
    try:
        __import__(name)
        return False
    except ImportError:
        return True


assert sys.path == ["", ".frozen", "/lib"]
os.mkdir("/parts")
write("/parts/zed.py", "total = 0\nfor i in range(4):\n    total += i\n")
assert missing("zed")
sys.path.append("/parts")
import zed

motor.duty_u16(zed.total)
assert zed.__file__ == "parts/zed.py" or zed.__file__ == "/parts/zed.py"

os.mkdir("/new")
os.mkdir("/new/kit")
write("/new/twice.py", "where = 'new'\n")
write("/parts/twice.py", "where = 'parts'\n")
write("/new/kit/gear.py", "ratio = 50\n")
sys.path.insert(0, "new")
import twice
import kit.gear
from kit import gear

assert twice.where == "new" and kit.gear is gear
motor.duty_u16(gear.ratio)

write("/new/changing.py", "value = 1\n")
import changing

motor.duty_u16(changing.value)
write("/new/changing.py", "value = 2\n")
del sys.modules["changing"]
import changing

motor.duty_u16(changing.value)

sys.path[:] = []
assert missing("rover")
sys.path.append("")
os.mkdir("/here")
write("/here/near.py", "distance = 7\n")
assert missing("near")
os.chdir("/here")
import near

motor.duty_u16(near.distance)
os.chdir("/")
sys.path.append("/board")
sys.path.append("/dev")
os.mkdir("/board")
write("/board/esp.py", "mine = 1\n")
write("/board/own.py", "mine = 3\n")
import esp
import own

assert not hasattr(esp, "mine")
motor.duty_u16(own.mine)
