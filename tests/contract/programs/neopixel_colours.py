# docs.micropython.org/en/latest/library/neopixel.html: item access, length, fill, write, order of the colours, bpp 3 and 4.
import neopixel
import time
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)
strip = neopixel.NeoPixel(Pin(13), 4)
assert len(strip) == 4 and strip.n == 4 and strip.bpp == 3
strip[0] = (10, 20, 30)
strip[3] = (1, 2, 3)
assert strip[0] == (10, 20, 30) and strip[1] == (0, 0, 0)
assert strip.buf == b"\x14\x0a\x1e" + bytes(6) + b"\x02\x01\x03"
before = time.ticks_us()
strip.write()
motor.duty_u16(time.ticks_diff(time.ticks_us(), before))
strip.fill((7, 8, 9))
assert strip[2] == (7, 8, 9)
white = neopixel.NeoPixel(Pin(13), 2, bpp=4, timing=0)
white[1] = (1, 2, 3, 4)
white.fill((5, 6, 7, 8))
assert white[0] == (5, 6, 7, 8) and white.buf[:4] == b"\x06\x05\x07\x08"
white.write()
motor.duty_u16(time.ticks_diff(time.ticks_us(), before))
own = neopixel.NeoPixel(Pin(13), 1, timing=(300, 900, 900, 300))
own.ORDER = (0, 1, 2, 3)
own[0] = (1, 2, 3)
assert own.buf == b"\x01\x02\x03"
for wrong in (lambda: strip[9], lambda: strip.fill((1, 2))):
    try:
        wrong()
        motor.duty_u16(1)
    except IndexError:
        motor.duty_u16(2)
