"""MicroPython driver for the VL53L0X laser ranger, after the steps of ST's API (without its private tuning)."""

import struct
import time

_MACRO_CLOCKS = 2304
_PIXEL_CLOCK_PS = 1655
# Step in the sequence register: its bit, and what it takes besides its own timeout, in us.
_TCC = (4, 590)
_DSS = (3, 690)
_MSRC = (2, 660)
_PRE_RANGE = (6, 660)
_FINAL_RANGE = (7, 550)


class VL53L0XError(Exception):
    pass


class VL53L0X:
    def __init__(self, i2c, address=0x29, timeout_ms=500):
        self.i2c = i2c
        self.address = address
        self.timeout_ms = timeout_ms
        self._continuous = False
        if self._u8(0xC0) != 0xEE or self._u8(0xC1) != 0xAA:
            raise VL53L0XError("no VL53L0X at 0x%02x" % address)
        self._init()

    # registers

    def _u8(self, register):
        return self.i2c.readfrom_mem(self.address, register, 1)[0]

    def _u16(self, register):
        return struct.unpack(">H", self.i2c.readfrom_mem(self.address, register, 2))[0]

    def _put(self, register, value):
        self.i2c.writeto_mem(self.address, register, bytes((value & 0xFF,)))

    def _put16(self, register, value):
        self.i2c.writeto_mem(self.address, register, struct.pack(">H", value))

    def _puts(self, *pairs):
        for register, value in pairs:
            self._put(register, value)

    def _wait(self, register, mask, wanted):
        """Until some of the bits are set, or all are clear."""
        begin = time.ticks_ms()
        while bool(self._u8(register) & mask) != wanted:
            if time.ticks_diff(time.ticks_ms(), begin) > self.timeout_ms:
                raise VL53L0XError("timeout at register 0x%02x" % register)
            time.sleep_ms(1)

    # getting ready

    def _init(self):
        self._put(0x89, self._u8(0x89) | 0x01)  # pads at 2.8 V
        self._puts((0x88, 0x00), (0x80, 0x01), (0xFF, 0x01), (0x00, 0x00))
        self._stop = self._u8(0x91)
        self._puts((0x00, 0x01), (0xFF, 0x00), (0x80, 0x00))
        self._put(0x60, self._u8(0x60) | 0x12)  # no limits on the first two steps' signal
        self.signal_rate_limit(0.25)
        self._put(0x01, 0xFF)
        self._choose_spads()
        self._put(0x0A, 0x04)  # interrupt: a new sample
        self._put(0x84, self._u8(0x84) & ~0x10)  # active low
        self._put(0x0B, 0x01)
        budget = self.timing_budget_us()
        self._put(0x01, 0xE8)
        self.set_timing_budget_us(budget)
        self._calibrate(0x01, 0x41)
        self._calibrate(0x02, 0x01)
        self._put(0x01, 0xE8)

    def _choose_spads(self):
        """Turn on as many good reference SPADs as the chip's memory says."""
        self._puts((0x80, 0x01), (0xFF, 0x01), (0x00, 0x00), (0xFF, 0x06))
        self._put(0x83, self._u8(0x83) | 0x04)
        self._puts((0xFF, 0x07), (0x81, 0x01), (0x80, 0x01), (0x94, 0x6B), (0x83, 0x00))
        self._wait(0x83, 0xFF, True)
        self._put(0x83, 0x01)
        info = self._u8(0x92)
        self._puts((0x81, 0x00), (0xFF, 0x06))
        self._put(0x83, self._u8(0x83) & ~0x04)
        self._puts((0xFF, 0x01), (0x00, 0x01), (0xFF, 0x00), (0x80, 0x00))
        count, first = info & 0x7F, 12 if info & 0x80 else 0
        spads = bytearray(self.i2c.readfrom_mem(self.address, 0xB0, 6))
        self._puts((0xFF, 0x01), (0x4F, 0x00), (0x4E, 0x2C), (0xFF, 0x00), (0xB6, 0xB4))
        chosen = 0
        for i in range(48):
            if i < first or chosen == count:
                spads[i // 8] &= 0xFF ^ (1 << i % 8)
            elif spads[i // 8] >> i % 8 & 1:
                chosen += 1
        self.i2c.writeto_mem(self.address, 0xB0, spads)
        self.spads = chosen

    def _calibrate(self, sequence, start):
        self._put(0x01, sequence)
        self._put(0x00, start)
        self._wait(0x13, 0x07, True)
        self._put(0x0B, 0x01)
        self._put(0x00, 0x00)

    # settings

    def signal_rate_limit(self, mega_counts):
        self._put16(0x44, int(mega_counts * 128))

    def _macro_ns(self, register):
        clocks = (self._u8(register) + 1) * 2
        return (_MACRO_CLOCKS * clocks * _PIXEL_CLOCK_PS + 500) // 1000

    def _steps_us(self, start_us):
        """What all steps but the final range take; the pre-range's timeout and the final one's period beside it."""
        on = self._u8(0x01)
        pre_ns, final_ns = self._macro_ns(0x50), self._macro_ns(0x70)
        check_us = ((self._u8(0x46) + 1) * pre_ns + pre_ns // 2) // 1000
        pre = self._decoded(self._u16(0x51))
        total = start_us + 960
        if on >> _TCC[0] & 1:
            total += check_us + _TCC[1]
        if on >> _DSS[0] & 1:
            total += 2 * (check_us + _DSS[1])
        elif on >> _MSRC[0] & 1:
            total += check_us + _MSRC[1]
        if on >> _PRE_RANGE[0] & 1:
            total += (pre * pre_ns + pre_ns // 2) // 1000 + _PRE_RANGE[1]
        else:
            pre = 0
        return total, pre, final_ns

    @staticmethod
    def _decoded(timeout):
        return ((timeout & 0xFF) << (timeout >> 8)) + 1

    @staticmethod
    def _encoded(periods):
        low, high = periods - 1, 0
        while low > 255:
            low >>= 1
            high += 1
        return high << 8 | low

    def timing_budget_us(self):
        total, pre, final_ns = self._steps_us(1910)
        final = self._decoded(self._u16(0x71)) - pre
        return total + (final * final_ns + final_ns // 2) // 1000 + _FINAL_RANGE[1]

    def set_timing_budget_us(self, budget_us):
        total, pre, final_ns = self._steps_us(1320)
        rest_us = budget_us - total - _FINAL_RANGE[1]
        if rest_us <= 0:
            raise ValueError("budget too small")
        self._put16(0x71, self._encoded((rest_us * 1000 + final_ns // 2) // final_ns + pre))

    def set_address(self, address):
        self._put(0x8A, address)
        self.address = address

    # ranging

    def _prepare(self):
        self._puts((0x80, 0x01), (0xFF, 0x01), (0x00, 0x00), (0x91, self._stop))
        self._puts((0x00, 0x01), (0xFF, 0x00), (0x80, 0x00))

    def start(self, period_ms=0):
        self._prepare()
        if period_ms:
            ticks = period_ms * (self._u16(0xF8) or 1)
            self.i2c.writeto_mem(self.address, 0x04, struct.pack(">I", ticks))
        self._put(0x00, 0x04 if period_ms else 0x02)
        self._continuous = True

    def stop(self):
        self._put(0x00, 0x01)
        self._puts((0xFF, 0x01), (0x00, 0x00), (0x91, 0x00), (0x00, 0x01), (0xFF, 0x00))
        self._continuous = False

    def ready(self):
        return bool(self._u8(0x13) & 0x07)

    def range_mm(self):
        """None when nothing is in range."""
        if not self._continuous:
            self._prepare()
            self._put(0x00, 0x01)
            self._wait(0x00, 0x01, False)
        self._wait(0x13, 0x07, True)
        block = self.i2c.readfrom_mem(self.address, 0x14, 12)
        self._put(0x0B, 0x01)
        distance = block[10] << 8 | block[11]
        return distance if (block[0] & 0x78) >> 3 == 11 and distance < 8190 else None
