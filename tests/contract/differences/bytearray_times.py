# A bytearray cannot be multiplied on the board; bytes can.
from machine import Pin

led = Pin(2, Pin.OUT)
try:
    for part in bytearray(b"\x01") * 3:
        led(part)
        led(0)
except TypeError:
    pass
