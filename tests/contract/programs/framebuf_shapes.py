# docs.micropython.org/en/latest/library/framebuf.html: every call in every format; what a display driver does with it.
import framebuf
from array import array
from binascii import crc32
from machine import PWM, Pin

motor = PWM(Pin(25), freq=20000, duty_u16=0)


class Panel(framebuf.FrameBuffer):
    """As a driver has it: a buffer of its own, drawn in, then sent."""

    def __init__(self, width, height, format=framebuf.MONO_VLSB):
        self.width = width
        self.height = height
        self.buffer = bytearray(width * height * 2)
        super().__init__(self.buffer, width, height, format)

    def show(self):
        return crc32(memoryview(self))


for format in range(7):
    panel = Panel(48, 32, format)
    panel.fill(0)
    panel.rect(1, 1, 46, 30, 1)
    panel.rect(5, 5, 9, 7, 2, True)
    panel.line(0, 31, 47, 3, 3)
    panel.ellipse(30, 16, 11, 6, 1)
    panel.ellipse(38, 22, 6, 9, 2, True, 5)
    panel.poly(4, 14, array("h", [0, 0, 12, 3, 7, 11]), 1, True)
    panel.text("Сәлем 42!", -3, 20, 1)
    panel.scroll(3, -2)
    panel.hline(-4, 9, 60, 1)
    panel.vline(20, -3, 99, 1)
    sprite = framebuf.FrameBuffer(bytearray(b"\x3c\x42\xa5\x81\xa5\x99\x42\x3c"), 8, 8, framebuf.MONO_HLSB)
    palette = framebuf.FrameBuffer(bytearray(4), 2, 1, framebuf.RGB565)
    palette.pixel(1, 0, 3)
    panel.blit(sprite, 33, 3, 0, palette)
    panel.pixel(2, 2, panel.pixel(2, 3) + 1)
    motor.duty_u16(panel.show() & 0xFFFF)
