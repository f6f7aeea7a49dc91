# What the board refuses or cuts off: iter() of two things, `in array`, a colour too big, methods of files.
# docs.micropython.org/en/latest/library/{builtins,array,neopixel,io}.html
from array import array

from machine import PWM, Pin
from neopixel import NeoPixel

motor = PWM(Pin(25), freq=20000, duty_u16=0)
try:
    iter(lambda: 1, 1)
except TypeError:
    motor.duty_u16(1)
assert list(iter((1, 2))) == [1, 2]
values = array("h", [1, 3])
try:
    3 in values
except NotImplementedError:
    motor.duty_u16(2)
assert "a" not in values and b"\x03\x00" not in values
lamps = NeoPixel(Pin(2), 2)
lamps[0] = (300, -1, 256)
motor.duty_u16(lamps[0][0] + lamps[0][1] + lamps[0][2])
lamps.fill((257, 2, 3))
assert lamps[1] == (1, 2, 3)
try:
    lamps[0] = (1.5, 0, 0)
except TypeError:
    motor.duty_u16(3)
with open("log.txt", "w") as file:
    for name in ("writelines", "readable", "fileno", "isatty", "truncate", "closed", "name", "mode"):
        assert not hasattr(file, name), name
