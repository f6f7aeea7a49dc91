"""INA219, which measures the battery's current by a shunt between it and all the rest, and the voltage behind that.

Registers, ranges and times are those of TI's data sheet (SBOS448G: 7.5 electrical characteristics, 8.6 registers). The
shunt is converted first, then the bus; each is a mean over its time, and what a program reads is the last cycle that is
done. Of the shunt 12 bits are told over the range that the amplifier is set to, so that a step is 10 µV at the smallest
range and 80 µV at the largest; a mean of several samples is finer.
"""

import math

from ..scene.model import Part
from .chance import ROWS, key_of, normal_rows, word
from .ports import Device, Surroundings

CONFIGURATION, SHUNT, BUS, POWER, CURRENT, CALIBRATION = range(6)
AFTER_RESET = 0x399F
RESET = 0x8000
SHUNT_LSB_V, BUS_LSB_V = 10e-6, 4e-3
SHUNT_RANGE = (4000, 8000, 16_000, 32_000)  # by the amplifier's setting, in SHUNT_LSB_V
BUS_RANGE = (4000, 8000)  # 16 and 32 V
SINGLE_US = (84, 148, 276, 532)  # 9, 10, 11 and 12 bits
MEAN_US = (532, 1060, 2130, 4260, 8510, 17_020, 34_050, 68_100)  # of 1 to 128 samples of 12 bits
# In the bus register: done, and overflow of what is reckoned.
CNVR, OVF = 2, 1
BUS_NOISE = 0.3  # of a step of 4 mV; our estimate


class Ina219(Device):
    """Continuous and triggered; with a calibration it tells current and power as well."""

    def __init__(self, part: Part, surroundings: Surroundings, seed: int) -> None:
        super().__init__(part, surroundings, seed)
        self._key = key_of(seed, f"ina219 {part.id}")
        self._noise = normal_rows(self._key)
        self._pointer = 0
        self._calibration = 0
        self._shunt = self._bus = 0
        self._ready = False
        self._done_us = -1  # the end of the last cycle whose numbers have been taken over
        self._configure(AFTER_RESET, 0)

    def i2c_write(self, data: bytes, t_us: int) -> int:
        if data:
            self._pointer = data[0]
        if len(data) >= 3:
            value = data[1] << 8 | data[2]
            if self._pointer == CONFIGURATION:
                self._settle(t_us)
                self._configure(value, t_us)
            elif self._pointer == CALIBRATION:
                self._calibration = value & 0xFFFE
        return len(data)

    def i2c_read(self, count: int, t_us: int) -> bytes:
        """The same register again and again, until the pointer is moved."""
        self._settle(t_us)
        value = self._value().to_bytes(2, "big", signed=False)
        return (value * (count // 2 + 1))[:count]

    def _configure(self, value: int, t_us: int) -> None:
        """A cycle begins anew, unless the mode says that nothing is measured."""
        if value & RESET:
            value, self._calibration, self._shunt, self._bus = AFTER_RESET, 0, 0, 0
        self._configuration = value
        mode = value & 7
        self._spans = (_span(value >> 3) if mode & 1 else 0, _span(value >> 7) if mode & 2 else 0)
        self._begin_us = t_us if sum(self._spans) else -1
        if mode & 3:
            self._ready = False

    def _settle(self, t_us: int) -> None:
        """Take over the last cycle that is done."""
        whole_us = sum(self._spans)
        cycles = (t_us - self._begin_us) // whole_us if self._begin_us >= 0 else 0
        if not self._configuration & 4:
            cycles = min(cycles, 1)
        end_us = self._begin_us + cycles * whole_us
        if cycles < 1 or end_us == self._done_us:
            return
        self._done_us, self._ready = end_us, True
        shunt_us, bus_us = self._spans
        if shunt_us:
            self._shunt = self._measured_shunt(end_us - bus_us - shunt_us, end_us - bus_us)
        if bus_us:
            self._bus = self._measured_bus(end_us - bus_us, end_us)

    def _measured_shunt(self, from_us: int, until_us: int) -> int:
        part = self.part
        amps, _ = self.surroundings.battery_draw(from_us, until_us)
        setting = self._configuration >> 11 & 3
        bits, samples = _sampling(self._configuration >> 3)
        step = SHUNT_LSB_V * (1 << setting) * (1 << 12 - bits)
        chance = word(self._key, until_us)
        spread = part.figure("noise_uv") * 1e-6 * self._noise[chance % ROWS][0] / math.sqrt(samples)
        volts = amps * part.figure("shunt_ohm") + part.figure("offset_uv") * 1e-6 + spread
        step = max(SHUNT_LSB_V, step / samples)
        told = _nearest(volts / step) * _nearest(step / SHUNT_LSB_V)
        most = SHUNT_RANGE[setting]
        return min(max(told, -most), most)

    def _measured_bus(self, from_us: int, until_us: int) -> int:
        part = self.part
        amps, volts = self.surroundings.battery_draw(from_us, until_us)
        bits, samples = _sampling(self._configuration >> 7)
        chance = word(self._key, until_us)
        volts = (volts - amps * part.figure("shunt_ohm")) * (1.0 + part.figure("scale_percent") / 100)
        coarse = 1 << 12 - bits
        told = (
            _nearest((volts / BUS_LSB_V + BUS_NOISE * self._noise[chance % ROWS][1] / math.sqrt(samples)) / coarse)
            * coarse
        )
        return min(max(told, 0), BUS_RANGE[self._configuration >> 13 & 1])

    def _value(self) -> int:
        current = self._shunt * self._calibration // 4096
        if self._pointer == CONFIGURATION:
            return self._configuration
        if self._pointer == SHUNT:
            return self._shunt & 0xFFFF
        if self._pointer == BUS:
            power = abs(current) * self._bus // 5000
            overflow = OVF if abs(current) > 0x7FFF or power > 0xFFFF else 0
            return self._bus << 3 | (CNVR if self._ready else 0) | overflow
        if self._pointer == POWER:
            self._ready = False
            return min(abs(current) * self._bus // 5000, 0xFFFF)
        if self._pointer == CURRENT:
            return current & 0xFFFF
        return self._calibration if self._pointer == CALIBRATION else 0


def _span(setting: int) -> int:
    """How long a conversion of that setting takes."""
    return MEAN_US[setting & 7] if setting & 8 else SINGLE_US[setting & 3]


def _sampling(setting: int) -> tuple[int, int]:
    """Bits of a sample, and how many samples the mean is of."""
    return (12, 1 << (setting & 7)) if setting & 8 else (9 + (setting & 3), 1)


def _nearest(value: float) -> int:
    return int(value + 0.5) if value >= 0.0 else -int(0.5 - value)
