# The program's own modules come from flash, with their loops charged like the program's. (docs.micropython.org/en/latest/library/sys.html#sys.path)
import json
import struct
import sys
from array import array
from collections import OrderedDict, deque, namedtuple

from machine import PWM, Pin

with open("track.py", "w") as file:
    file.write("LENGTH = 40\ndef area(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n")
import os

os.mkdir("kit")
with open("kit/__init__.py", "w") as file:
    file.write("from .gear import ratio\nfrom . import gear as g\n")
with open("kit/gear.py", "w") as file:
    file.write("ratio = 50\ndef turn(n):\n    return n * ratio\n")
import kit
import track
from kit.gear import turn
from track import area

motor = PWM(Pin(25), freq=20000, duty_u16=0)
motor.duty_u16(track.LENGTH + area(100) + turn(3) + kit.ratio + kit.g.ratio)
assert sys.platform == "esp32" and sys.implementation.name == "micropython"
assert sys.implementation[:2] == ("micropython", (1, 29, 0, "")) and len(sys.implementation) == 6
assert sys.implementation._build == "ESP32_GENERIC" and sys.version == "3.4.0; MicroPython v1.29.0 on 2026-08-24"
assert repr(sys.implementation) == (
    "(name='micropython', version=(1, 29, 0, ''), _machine='Generic ESP32 module with ESP32', _mpy=11014, "
    "_build='ESP32_GENERIC', _thread='GIL')"
)
data = json.loads('{"speed": [1, 2.5, null, true], "name": "ё"}')
motor.duty_u16(int(data["speed"][1] * 1000))
motor.duty_u16(struct.unpack("<H", struct.pack("<h", -2))[0])
values = array("h", [1, -2, 3])
Point = namedtuple("Point", ("x", "y"))
queue = deque((1, 2, 3), 3)
queue.append(4)
motor.duty_u16(Point(3, 4).y + queue.popleft() + values[1] + len(OrderedDict([("a", 1)])))
for name in ("numpy", "threading", "_thread", "socket_that_is_not", "_clock", "_port", "js"):
    try:
        __import__(name)
        motor.duty_u16(1)
    except ImportError:
        motor.duty_u16(2)
