"""Stands in for `neopixel`, which boards have frozen."""


class NeoPixel:
    def __init__(self, pin, n, bpp=3, timing=1):
        self.buf = bytearray(n * bpp)

    def fill(self, colour):
        pass

    __setitem__ = write = lambda self, *args: None
