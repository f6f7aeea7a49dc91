"""VL53L0X: measures how long light takes there and back.

Registers and the order in which they are set are those of ST's own programming interface, STSW-IMG005. What that tunes
in registers without a name is left as the chip has it.
"""

from time import sleep_ms, ticks_diff, ticks_ms

from micropython import const

from .i2c import Chip

_START = const(0x00)
_STEPS = const(0x01)
_CLEAR = const(0x0B)
_READY = const(0x13)
_RESULT = const(0x14)
_STROBE = const(0x83)
_STOP = const(0x91)
_SPADS = const(0xB0)
_IDENTITY = const(0xC0)
# To the second page of registers and back, as pairs of register and value.
_THERE = b"\x80\x01\xff\x01\x00\x00"
_BACK = b"\x00\x01\xff\x00\x80\x00"
# What takes longest is the first measurement after a pause, 40 ms.
_MOST_MS = const(80)
_VALID = const(11)
_NOTHING_MM = const(8190)


class VL53L0X:
    """The chip on its bus; RangeFinder has what a program calls. It measures all the time, 30 times a second."""

    def __init__(self, i2c, address):
        self._chip = Chip(i2c, address, "RangeFinder")
        self._result = bytearray(12)
        self._spads = bytearray(6)

    def measure(self, most=0):
        """The distance in mm, or None where the chip says that it has seen nothing to trust. A new one each time."""
        chip = self._chip
        if not chip.awake:
            self._wake()
        self._until(_READY, 7)
        result = self._result
        chip.fill(_RESULT, result)
        chip.put(_CLEAR, 1)
        distance = result[10] << 8 | result[11]
        return distance if result[0] >> 3 & 15 == _VALID and distance < _NOTHING_MM else None

    def _wake(self):
        chip = self._chip
        get = chip.get
        put = chip.put
        chip.check(_IDENTITY, 0xEE)
        if get(_START) & 6:  # it still measures for a program that was before this one
            put(_START, 1)
            sleep_ms(40)
        put(0x89, get(0x89) | 1)  # its pins work at 2.8 V
        self._puts(b"\x88\x00" + _THERE)
        stop = get(_STOP)
        self._puts(_BACK)
        put(0x60, get(0x60) | 0x12)  # the first steps take any signal, the last one 0.25 million counts a second
        chip.send(0x44, b"\x00\x20")
        put(_STEPS, 0xFF)
        self._choose_spads()
        put(0x0A, 4)  # tell of every measurement
        put(0x84, get(0x84) & 0xEF)
        put(_CLEAR, 1)
        self._calibrate(0x01, 0x41)
        self._calibrate(0x02, 0x01)
        self._puts(b"\x01\xe8" + _THERE)
        put(_STOP, stop)
        self._puts(_BACK + b"\x00\x02")
        chip.awake = True

    def _choose_spads(self):
        """Switch on as many of its reference diodes as its memory says."""
        chip = self._chip
        self._puts(_THERE + b"\xff\x06")
        chip.put(_STROBE, chip.get(_STROBE) | 4)
        self._puts(b"\xff\x07\x81\x01\x80\x01\x94\x6b\x83\x00")
        self._until(_STROBE, 0xFF)
        chip.put(_STROBE, 1)
        told = chip.get(0x92)
        self._puts(b"\x81\x00\xff\x06")
        chip.put(_STROBE, chip.get(_STROBE) & 0xFB)
        self._puts(b"\xff\x01" + _BACK)
        spads = self._spads
        chip.fill(_SPADS, spads)
        self._puts(b"\xff\x01\x4f\x00\x4e\x2c\xff\x00\xb6\xb4")
        left = told & 127
        for i in range(48):
            bit = 1 << (i & 7)
            if left == 0 or (told > 127 and i < 12):
                spads[i >> 3] &= 255 - bit
            elif spads[i >> 3] & bit:
                left -= 1
        chip.send(_SPADS, spads)

    def _calibrate(self, step, start):
        self._chip.put(_STEPS, step)
        self._chip.put(_START, start)
        self._until(_READY, 7)
        self._puts(b"\x0b\x01\x00\x00")

    def _until(self, register, bits):
        """Wait until one of these bits is set."""
        begun = ticks_ms()
        while not self._chip.get(register) & bits:
            if ticks_diff(ticks_ms(), begun) > _MOST_MS:
                self._chip.lost()
            sleep_ms(1)

    def _puts(self, pairs):
        for i in range(0, len(pairs), 2):
            self._chip.put(pairs[i], pairs[i + 1])
