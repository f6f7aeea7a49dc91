"""MicroPython driver for the TCS34725 colour sensor."""

import struct
import time

_COMMAND = 0x80
_ENABLE = 0x00
_ATIME = 0x01
_CONTROL = 0x0F
_ID = 0x12
_STATUS = 0x13
_CDATA = 0x14

_GAINS = (1, 4, 16, 60)


class TCS34725:
    def __init__(self, i2c, address=0x29):
        self.i2c = i2c
        self.address = address
        self._active = False
        if self._register8(_ID) not in (0x44, 0x10):
            raise RuntimeError("wrong sensor id")
        self.integration_time(2.4)
        self.gain(1)

    def active(self, value=None):
        if value is None:
            return self._active
        enable = self._register8(_ENABLE)
        if value:
            self._register8(_ENABLE, enable | 0x01)
            time.sleep_ms(3)
            self._register8(_ENABLE, enable | 0x03)
        else:
            self._register8(_ENABLE, enable & ~0x03)
        self._active = bool(value)

    def integration_time(self, ms):
        """2.4 to 614.4 ms."""
        cycles = min(max(int(ms / 2.4), 1), 256)
        self._wait_ms = int(cycles * 2.4 + 1)
        self._register8(_ATIME, 256 - cycles)

    def gain(self, value):
        self._register8(_CONTROL, _GAINS.index(value))

    def read(self):
        """Red, green, blue, clear."""
        was_active = self._active
        self.active(True)
        while not self._register8(_STATUS) & 0x01:
            time.sleep_ms(self._wait_ms)
        clear, red, green, blue = (self._register16(_CDATA + 2 * i) for i in range(4))
        self.active(was_active)
        return red, green, blue, clear

    def read_all(self):
        """The same in one burst, of a sensor that is active."""
        self.i2c.writeto(self.address, bytes([_COMMAND | 0x20 | _CDATA]))
        clear, red, green, blue = struct.unpack("<HHHH", self.i2c.readfrom(self.address, 8))
        return red, green, blue, clear

    def _register8(self, register, value=None):
        register |= _COMMAND
        if value is None:
            return self.i2c.readfrom_mem(self.address, register, 1)[0]
        self.i2c.writeto_mem(self.address, register, struct.pack("<B", value))

    def _register16(self, register):
        return struct.unpack("<H", self.i2c.readfrom_mem(self.address, register | _COMMAND, 2))[0]
