# A display with the SSD1306 over I2C: draw as on any FrameBuffer, then show(). Written from the data sheet, rev. 1.1.

from micropython import const
import framebuf

_COMMANDS = const(0x00)  # control byte: no Co, the rest are commands
_DATA = const(0x40)  # the rest are data

_COLUMNS = const(0x21)
_PAGES = const(0x22)
_CONTRAST = const(0x81)
_INVERT = const(0xA6)
_POWER = const(0xAE)


class SSD1306_I2C(framebuf.FrameBuffer):
    def __init__(self, width, height, i2c, addr=0x3C):
        self.width = width
        self.height = height
        self.i2c = i2c
        self.addr = addr
        self._out = bytearray(1 + width * height // 8)
        self._out[0] = _DATA
        self.buffer = memoryview(self._out)[1:]
        super().__init__(self.buffer, width, height, framebuf.MONO_VLSB)
        self._window = bytes((_COMMANDS, _COLUMNS, 0, width - 1, _PAGES, 0, height // 8 - 1))
        self.command(
            _POWER,
            0x20, 0,  # horizontal addressing
            0x40,  # first line
            0xA1, 0xC8,  # upright
            0xA8, height - 1,  # rows in use
            0xD3, 0,  # no offset
            0xDA, 0x12 if height == 64 else 0x02,  # how the rows are wired
            0xD5, 0x80, 0xD9, 0xF1, 0xDB, 0x30,  # clock, precharge, level
            _CONTRAST, 0xFF,
            0xA4, _INVERT,
            0x8D, 0x14,  # charge pump
        )  # fmt: skip
        self.fill(0)
        self.show()
        self.command(_POWER | 1)

    def command(self, *values):
        self.i2c.writeto(self.addr, bytes((_COMMANDS,) + values))

    def poweron(self):
        self.command(_POWER | 1)

    def poweroff(self):
        self.command(_POWER)

    def contrast(self, value):
        self.command(_CONTRAST, value)

    def invert(self, on):
        self.command(_INVERT | (on & 1))

    def rotate(self, on):
        self.command(0xC0 if on else 0xC8, 0xA0 if on else 0xA1)

    def show(self):
        self.i2c.writeto(self.addr, self._window)
        self.i2c.writeto(self.addr, self._out)
