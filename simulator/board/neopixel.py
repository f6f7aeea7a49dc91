"""`neopixel` of the board: colours kept in bytes, sent by `machine.bitstream` with a WS2812's timing."""

from machine import bitstream


class NeoPixel:
    ORDER = (1, 0, 2, 3)  # green is sent first

    def __init__(self, pin, n, bpp=3, timing=1):
        self.pin = pin
        self.n = n
        self.bpp = bpp
        self.buf = bytearray(n * bpp)
        if isinstance(timing, int):
            # ns: high and low of a 0, high and low of a 1; at 800 kHz, or at 400 kHz for older ones
            timing = (400, 850, 800, 450) if timing else (800, 1700, 1600, 900)
        self.timing = timing
        pin.init(pin.OUT)

    def __len__(self):
        return self.n

    def __setitem__(self, i, colour):
        at = i * self.bpp
        for k in range(self.bpp):
            self.buf[at + self.ORDER[k]] = colour[k] & 255  # what is too big is cut off, as in a bytearray there

    def __getitem__(self, i):
        at = i * self.bpp
        return tuple(self.buf[at + self.ORDER[k]] for k in range(self.bpp))

    def fill(self, colour):
        for k in range(self.bpp):
            value = colour[k] & 255
            for at in range(self.ORDER[k], len(self.buf), self.bpp):
                self.buf[at] = value

    def write(self):
        bitstream(self.pin, 0, self.timing, self.buf)
