# The same in struct.
import struct

from machine import PWM, Pin

try:
    packed = struct.pack("<B", 300)[0]
except (struct.error if hasattr(struct, "error") else ValueError):
    packed = 1
PWM(Pin(25), freq=20000, duty_u16=packed * 100)
